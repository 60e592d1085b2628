// Keeps what is typed: at once in this browser, a moment later on the clinic's server. The status line says only what has happened.
import { localCopy } from "./local-copy.js";

const pause = 800;
const retries = [3000, 10000, 30000];
const script = { "X-Requested-With": "XMLHttpRequest" };
const token = "__RequestVerificationToken";
const hour = (moment) => new Date(moment).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
const wordsOf = (form) => new URLSearchParams([...new FormData(form)].filter(([name]) => name !== token && name !== "Kept")).toString();
// A page that answers a form stands on a newer version than the words that were sent with it.
const said = (words) => words.replace(/(^|&)Form\.Version=\d*/, "");
const button = (words, press) => {
  const made = Object.assign(document.createElement("button"), { type: "button", className: "button button--quiet", textContent: words });
  made.addEventListener("click", press);
  return made;
};

export function enhance(form) {
  const copy = localCopy(form.dataset.person, form.dataset.row);
  const status = form.querySelector("[data-status]");
  const says = () => wordsOf(form);
  let standing = [...status.childNodes];
  let timer = 0;
  let failures = 0;
  let unanswered = [];
  let sending = null;
  let leaving = false;

  // Words may stand in the form already: typed before this script came, or put back by the browser on the way back.
  const typed = says();
  form.reset();
  // A page that answers a form shows what was sent with it, and that may be nowhere else.
  let kept = status.dataset.status === "kept" ? says() : null;

  // "yes", "soon" or "no". A screen reader hears when keeping begins to work or to fail, and not of every pause in typing.
  function say(keeping, ...words) {
    status.ariaLive = keeping === "soon" || keeping === form.dataset.heard ? "off" : "polite";
    form.dataset.keeping = keeping;
    if (keeping !== "soon") form.dataset.heard = keeping;
    status.replaceChildren(...words);
  }

  function later(delay) {
    clearTimeout(timer);
    timer = setTimeout(keep, delay);
  }

  function here() {
    return copy.write({ fields: says(), kept: form.elements.Kept.value, unanswered }) ? "Your words are only in this browser. " : "Your words are only on this page: copy them. ";
  }

  async function keep(isAgain = false) {
    if (sending || leaving) return;
    const words = says();
    if (words === kept) return settle();
    sending = send(words);
    const [answer, told] = await sending;
    sending = null;
    if (answer?.ok && told) return taken(words, told);
    if (!answer) unanswered = [...unanswered, words].slice(-5);
    if ([400, 409].includes(answer?.status) && isAgain !== true && await isOurs(words)) return keep(true);
    refused(answer, told);
  }

  async function send(words) {
    const body = new URLSearchParams(new FormData(form));
    const answer = await fetch("?handler=Keep", { method: "POST", body, headers: script, keepalive: words.length < 60000, signal: AbortSignal.timeout(10000) }).catch(() => null);
    return [answer, await answer?.json().catch(() => null)];
  }

  function taken(words, { kept: stamp, same, others }) {
    [kept, failures, unanswered] = [words, 0, []];
    form.elements.Kept.value = stamp;
    const company = others.length ? ` ${others.join(" and ")} ${others.length > 1 ? "are" : "is"} writing here too.` : "";
    standing = [(same ? "The form says what is saved." : `Kept on the clinic’s server at ${hour(Date.now())}. Not saved yet.`) + company];
    if (says() === words) settle();
    else later(pause);
    form.dispatchEvent(new Event("kept"));
  }

  function settle() {
    copy.forget();
    if (form.dataset.keeping) say("yes", ...standing);
  }

  function refused(answer, told) {
    if (answer?.status === 401) {
      const signIn = Object.assign(document.createElement("a"), { href: "/staff/sign-in", target: "_blank", textContent: "Sign in in a new tab" });
      return say("no", `${here()}Your sign-in has ended. `, signIn, ", then come back: they are kept by themselves.");
    }
    const reason = answer?.status < 500 && told?.reason;
    say("no", here() + (reason || "The clinic’s server does not answer; trying again."));
    if (!reason) later(retries[Math.min(failures++, retries.length - 1)]);
  }

  // A new session has a new token, and an answer that got lost leaves a draft that is ours all the same: a fresh page tells.
  async function isOurs(words) {
    const answer = await fetch(location.pathname, { headers: script }).catch(() => null);
    const there = answer?.ok && new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(`form[data-row="${CSS.escape(form.dataset.row)}"]`);
    if (!there || there.dataset.person !== form.dataset.person) return false;
    for (const field of document.getElementsByName(token)) field.value = there.elements[token].value;
    const stored = wordsOf(there);
    if (stored === words || unanswered.includes(stored)) form.elements.Kept.value = there.elements.Kept.value;
    return true;
  }

  function fill(fields) {
    const words = new URLSearchParams(fields);
    for (const field of form.elements) {
      if (!field.name || field.name === "Kept" || field.name === token) continue;
      if (field.type === "checkbox") field.checked = words.getAll(field.name).includes(field.value);
      else if (words.has(field.name)) field.value = words.get(field.name);
    }
  }

  function bringBack(found) {
    fill(found.fields);
    here();
    copy.forget(found.key);
    say("no", `These words of ${hour(found.at)} were only in this browser; they are back in the form. Not saved yet.`);
    later(0);
  }

  function noticed() {
    leaving = false;
    if (!copy.write({ fields: says(), kept: form.elements.Kept.value, unanswered })) say("no", "This browser keeps no copy; press Save before you leave.");
    else if (form.dataset.keeping !== "no") say("soon", "In this browser so far, on its way to the clinic’s server.");
    later(pause);
  }

  // Words that this browser kept before the server's draft was last written may be older than it: a person decides.
  function offer(found) {
    const question = Object.assign(document.createElement("p"), { className: "kept" });
    const choice = (words, chosen) => button(words, () => {
      chosen();
      question.remove();
    });
    question.append(
      `This browser holds other words for this form, of ${hour(found.at)}. `,
      choice("Put them into the form", () => bringBack(found)), choice("Forget them", () => copy.forget(found.key)));
    status.before(question);
  }

  if (typed !== kept) {
    fill(typed);
    noticed();
  }
  for (const { key } of copy.others().filter(({ fields }) => said(fields) === said(typed))) copy.forget(key);
  const [found] = copy.others();
  if (found && typed === kept && (found.kept === form.elements.Kept.value || found.unanswered.includes(kept))) bringBack(found);
  else if (found) offer(found);

  // A draft that arrived after its own save would come back as unsaved words.
  form.addEventListener("submit", (event) => {
    leaving = true;
    clearTimeout(timer);
    if (says() !== kept) copy.write({ fields: says(), kept: form.elements.Kept.value, unanswered, isSent: true });
    if (!sending) return;
    event.preventDefault();
    sending.finally(() => form.requestSubmit(event.submitter));
  });
  // A form that has been sent says on the way back what it said before; a new one knows what came of it.
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted && leaving) location.replace(location.pathname);
    leaving = false;
  });
  form.addEventListener("input", noticed);
  for (const back of ["online", "focus"]) addEventListener(back, () => later(0));
  document.addEventListener("visibilitychange", keep);
}
