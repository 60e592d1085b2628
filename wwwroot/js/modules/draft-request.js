// Sends the fields of a form to the clinic's server as a draft.
import { fieldsOf, token } from "./form-fields.js";
import { pageOf } from "./page.js";

const headers = { "X-Requested-With": "XMLHttpRequest" };
const longestKeepalive = 60000;
const ask = (address, options) => fetch(address, { headers, signal: AbortSignal.timeout(10000), ...options }).catch(() => null);

async function send(form, fields) {
  const body = new URLSearchParams(fields);
  for (const name of ["DraftSavedAt", token]) body.set(name, form.elements[name].value);
  const address = `${form.getAttribute("action")}?handler=SaveDraft`;
  const answer = await ask(address, { method: "POST", body, keepalive: fields.length < longestKeepalive });
  return { answer, told: await answer?.json().catch(() => null) };
}

// A new session has a new token, and an answer that got lost leaves a draft that is ours all the same: a fresh page tells.
async function renew(form, sent) {
  const answer = await ask(form.getAttribute("action"));
  const page = answer?.ok && await pageOf(answer);
  const fresh = page && page.querySelector(`form[data-row="${CSS.escape(form.dataset.row)}"]`);
  if (!fresh || fresh.dataset.person !== form.dataset.person) return false;
  for (const field of document.getElementsByName(token)) field.value = fresh.elements[token].value;
  if (sent.includes(fieldsOf(fresh))) form.elements.DraftSavedAt.value = fresh.elements.DraftSavedAt.value;
  return true;
}

// What the server tells of the draft that it saved; else why it did not, as far as that is known.
export async function sendDraft(form, fields, unanswered) {
  let { answer, told } = await send(form, fields);
  if ([400, 409].includes(answer?.status) && await renew(form, [...unanswered, fields])) ({ answer, told } = await send(form, fields));
  return {
    saved: answer?.ok ? told : null,
    isAnswered: answer !== null,
    isSignedOut: answer?.status === 401,
    isRefused: answer?.status < 500 && Boolean(told?.reason),
    reason: told?.reason,
  };
}
