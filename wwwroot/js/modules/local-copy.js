// What this browser keeps of a form until the clinic's server has it. Apart for each person and each window, and for a week at most.
const prefix = "words:";
const longest = 7 * 24 * 60 * 60 * 1000;

const keys = (start) => Object.keys(localStorage).filter((key) => key.startsWith(start));
const read = (key) => ({ key, ...JSON.parse(localStorage.getItem(key)) });
const placeOf = (person, row) => `${prefix}${person}:${row}:`;
// The page lives on until the next one comes, and a draft that fails meanwhile would be kept for whoever comes next.
let isSigningOut = false;
addEventListener("pageshow", () => { isSigningOut = false; });

export const localCopy = (person, row) => {
  const place = placeOf(person, row);
  const own = `${place}${Date.now()}-${Math.random()}`;
  return {
    // What other windows, or this one before, have left; the newest first.
    others: () => keys(place).filter((key) => key !== own).map(read).sort((one, other) => other.at - one.at),
    // False where the browser keeps nothing (a private window, a full disk, somebody on the way out).
    write(words) {
      if (isSigningOut) return false;
      try {
        localStorage.setItem(own, JSON.stringify({ ...words, at: Date.now() }));
        return true;
      } catch {
        return false;
      }
    },
    forget: (key = own) => localStorage.removeItem(key),
  };
};

const forget = (start, isPast = () => true) =>
  keys(start).filter((key) => isPast(read(key))).forEach((key) => localStorage.removeItem(key));

// What was sent with a form that has been saved.
export const forgetSent = (person, row) => forget(placeOf(person, row), ({ isSent }) => isSent);

// On the masthead: what has been saved is forgotten here, and a person's drafts when they sign out of a computer that others use too.
export function enhance(masthead) {
  forget(prefix, ({ at }) => Date.now() - at > longest);
  const { person, saved } = masthead.dataset;
  if (saved) forgetSent(person, saved);
  masthead.querySelector("form")?.addEventListener("submit", (event) => {
    const drafts = `${prefix}${person}:`;
    const question = "Some of your drafts are only in this browser, not on the clinic’s server. Sign out and delete them?";
    if (keys(drafts).length > 0 && !confirm(question)) event.preventDefault();
    else {
      isSigningOut = true;
      forget(drafts);
    }
  });
}
