// The line below the buttons says only what has happened. A screen reader hears when saving begins to work or to fail, and not of every
// pause in typing.
import { made } from "./page.js";

const hour = (moment) => new Date(moment).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });

export function draftStatus(form) {
  const line = form.querySelector("[data-status]");
  let [standing, heard] = [[...line.childNodes], null];

  // "saved", "saving" or "unsaved".
  function say(state, ...content) {
    line.ariaLive = state === "saving" || state === heard ? "off" : "polite";
    form.dataset.draft = state;
    if (state !== "saving") heard = state;
    line.replaceChildren(...content);
  }

  return {
    // A page that answers a form shows what was sent with it, and that may be nowhere else.
    showsWhatIsStored: line.dataset.status === "stored",
    saving: () => form.dataset.draft !== "unsaved" && say("saving", "Saving the draft. So far it is only in this browser."),
    saved(isUnchanged, others) {
      const company = others.length ? ` ${others.join(" and ")} ${others.length > 1 ? "are" : "is"} editing this too.` : "";
      standing = [(isUnchanged ? "No unsaved changes." : `Draft saved at ${hour(Date.now())}.`) + company];
    },
    settled: () => form.dataset.draft && say("saved", ...standing),
    noCopy: () => say("unsaved", "This browser cannot store your draft. Press Save before you leave."),
    restored: (at) => say("unsaved", `This is your draft from ${hour(at)}. It was only in this browser.`),
    failed(hasCopy, isSignedOut, reason) {
      const where = hasCopy ? "Your draft is only in this browser. " : "Your draft is only on this page: copy it. ";
      const signIn = made("a", { href: line.dataset.signIn, target: "_blank", textContent: "Sign in in a new tab" });
      if (isSignedOut) say("unsaved", `${where}You have been signed out. `, signIn, ", then come back here: it is saved by itself.");
      else say("unsaved", where + (reason || "The clinic’s server is not responding. Trying again."));
    },
    // A draft that this browser stored before the server's was last written may be older than it: a person decides.
    offer(at, restore, forget) {
      const question = made("p", { className: "draft" });
      const choice = (text, press) => {
        const button = made("button", { type: "button", className: "button button--quiet", textContent: text });
        button.addEventListener("click", () => { press(); question.remove(); });
        return button;
      };
      question.append(`This browser has another draft of this form, from ${hour(at)}. `);
      question.append(choice("Use that draft", restore), choice("Delete it", forget));
      line.before(question);
    },
  };
}
