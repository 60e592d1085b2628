// Keeps what is typed: at once in this browser, a moment later on the clinic's server. The status line says only what has happened.
import { localCopy } from "./local-copy.js";

const pause = 800;
const retries = [3000, 10000, 30000];
const hour = (moment) => new Date(moment).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });

export function enhance(form) {
  const copy = localCopy(form.dataset.person, form.dataset.row);
  const status = form.querySelector("[data-status]");
  const says = () => new URLSearchParams([...new FormData(form)].filter(([name]) => name !== "__RequestVerificationToken" && name !== "Kept")).toString();
  let kept = says();
  let timer = 0;
  let failures = 0;
  let sending = null;
  let leaving = false;

  function say(words, isKept, ...more) {
    form.dataset.keeping = isKept ? "yes" : "no";
    status.replaceChildren(words, ...more);
  }

  function later(delay) {
    clearTimeout(timer);
    timer = setTimeout(keep, delay);
  }

  async function keep() {
    if (sending || leaving || says() === kept) return;
    const sent = says();
    sending = fetch("?handler=Keep", {
      method: "POST", body: new URLSearchParams(new FormData(form)), headers: { "X-Requested-With": "XMLHttpRequest" },
      keepalive: sent.length < 60000, signal: AbortSignal.timeout(10000),
    }).catch(() => null);
    const answer = await sending;
    sending = null;
    await (answer?.ok ? taken(sent, await answer.json()) : refused(answer));
  }

  function taken(sent, { kept: stamp, others }) {
    [kept, failures] = [sent, 0];
    form.elements.Kept.value = stamp;
    if (says() === sent) copy.forget();
    else later(pause);
    const company = others.length ? ` ${others.join(" and ")} ${others.length > 1 ? "are" : "is"} writing here too.` : "";
    say(`Kept on the clinic’s server at ${hour(Date.now())}. Not saved yet.${company}`, true);
    form.dispatchEvent(new Event("kept"));
  }

  async function refused(answer) {
    const here = copy.write(says(), form.elements.Kept.value) ? "Your words are only in this browser." : "Your words are only on this page: copy them.";
    if (answer?.status === 401) {
      const signIn = Object.assign(document.createElement("a"), { href: "/staff/sign-in", target: "_blank", textContent: "Sign in in a new tab" });
      return say(`${here} Your sign-in has ended. `, false, signIn, ", then come back: they are kept by themselves.");
    }
    const reason = answer && answer.status < 500 ? (await answer.json().catch(() => ({}))).reason : "";
    say(`${here} ${reason || "The clinic’s server does not answer; trying again."}`, false);
    if (!reason) later(retries[Math.min(failures++, retries.length - 1)]);
  }

  function fill(fields) {
    const words = new URLSearchParams(fields);
    for (const field of form.elements) {
      if (!field.name || field.name === "Kept" || field.name === "__RequestVerificationToken") continue;
      if (field.type === "checkbox") field.checked = words.getAll(field.name).includes(field.value);
      else if (words.has(field.name)) field.value = words.get(field.name);
    }
  }

  function bringBack(found) {
    fill(found.fields);
    say(`These words of ${hour(found.at)} were only in this browser; they are back in the form. Not saved yet.`, false);
    later(0);
  }

  const found = copy.read();
  if (found && found.fields !== kept) {
    // Words that this browser kept before the server's draft was last written may be older than it: a person decides.
    if (found.kept === form.elements.Kept.value) bringBack(found);
    else {
      const show = Object.assign(document.createElement("button"), { type: "button", className: "button button--quiet", textContent: "Put them into the form" });
      show.addEventListener("click", () => bringBack(found));
      say(`This browser holds other words for this form, of ${hour(found.at)}. `, false, show);
    }
  }

  // A draft that arrived after its own save would come back as unsaved words.
  form.addEventListener("submit", (event) => {
    leaving = true;
    clearTimeout(timer);
    if (!sending) return;
    event.preventDefault();
    sending.finally(() => form.requestSubmit(event.submitter));
  });
  addEventListener("pageshow", () => { leaving = false; });
  form.addEventListener("input", () => {
    if (!copy.write(says(), form.elements.Kept.value)) say("This browser keeps no copy; press Save before you leave.", false);
    later(pause);
  });
  addEventListener("online", () => later(0));
  document.addEventListener("visibilitychange", keep);
}
