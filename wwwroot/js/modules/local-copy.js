// What this browser keeps of a form until the clinic's server has it. Apart for each person, and for a week at most.
const prefix = "words:";
const longest = 7 * 24 * 60 * 60 * 1000;

export const localCopy = (person, row) => {
  const key = `${prefix}${person}:${row}`;
  return {
    read: () => JSON.parse(localStorage.getItem(key) ?? "null"),
    // False where the browser keeps nothing (a private window, a full disk).
    write(fields, kept) {
      try {
        localStorage.setItem(key, JSON.stringify({ fields, kept, at: Date.now() }));
        return true;
      } catch {
        return false;
      }
    },
    forget: () => localStorage.removeItem(key),
  };
};

const keys = () => Object.keys(localStorage).filter((key) => key.startsWith(prefix));

export const forgetAll = () => keys().forEach((key) => localStorage.removeItem(key));

export const forgetOld = () => keys().filter((key) => Date.now() - JSON.parse(localStorage.getItem(key)).at > longest).forEach((key) => localStorage.removeItem(key));

// On the masthead: what has been saved is forgotten here, and everything when the person signs out of a computer that others use too.
export function enhance(masthead) {
  forgetOld();
  const { person, saved } = masthead.dataset;
  if (saved) localCopy(person, saved).forget();
  masthead.querySelector("form")?.addEventListener("submit", forgetAll);
}
