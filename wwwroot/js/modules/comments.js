// A comment is sent, or closed, and the page stays as it is: ticks and other words that have not been sent stand there still.
import { made, pageOf } from "./page.js";

const notSent =
  "This was not sent. Check your connection and try again. If that does not help, open this page in another window, sign in there, and "
  + "send it again from here.";

export function enhance(review) {
  const status = made("p", { className: "visually-hidden", role: "status" });
  review.append(status);
  review.addEventListener("submit", async (event) => {
    const { submitter } = event;
    if (!/handler=(Comment|Resolve)\b/.test(submitter?.formAction)) return;
    event.preventDefault();
    const [fields, unit] = [submitter.closest(".form"), submitter.closest(".unit")];
    const data = new FormData(review, submitter);
    submitter.disabled = true;
    let answer, page;
    try {
      answer = await fetch(submitter.formAction, { method: "POST", body: data });
      page = await pageOf(answer);
    } catch {
      answer = null;
    }
    submitter.disabled = false;
    const problems = answer?.ok ? null : page?.querySelector("#problems");
    if (problems) {
      tell(fields, problems.textContent);
      showWords(unit, fields, page);
    } else if (!page?.querySelector("[data-module='comments']")) tell(fields, notSent);
    else {
      tell(fields, "");
      showComments(unit, page.getElementById(unit.id));
      forget(fields, data, page);
      status.textContent = page.querySelector(".done")?.textContent ?? "";
      (fields.isConnected ? submitter : unit.querySelector(".unit__act > details > summary")).focus();
    }
  });
}

// Beside what was typed; empty takes it away.
function tell(fields, problem) {
  fields.querySelector("[role=alert]")?.remove();
  if (problem) fields.prepend(made("p", { className: "alert", role: "alert", textContent: problem }));
}

// As they stand by now: what is suggested is for these.
function showWords(unit, fields, page) {
  const fresh = page.getElementById(unit.id);
  if (fresh) unit.firstElementChild.replaceWith(fresh.firstElementChild);
  for (const field of fields.querySelectorAll("[type=hidden]")) field.value = page.getElementsByName(field.name)[0]?.value ?? field.value;
}

// A unit that is not shown any more has no open comment.
function showComments(unit, fresh) {
  const now = new Map([...fresh?.querySelectorAll(".unit__comment") ?? []].map((comment) => [comment.id, comment]));
  for (const comment of unit.querySelectorAll(".unit__comment"))
    if (!now.delete(comment.id)) comment.remove();
  const forms = unit.querySelector(".unit__act > details");
  forms.before(...now.values());
  unit.querySelector(".unit__closed")?.remove();
  forms.after(...fresh?.querySelectorAll(".unit__closed") ?? []);
}

// Only what was sent: something else may have been typed meanwhile.
function forget(fields, data, page) {
  for (const field of fields.querySelectorAll("textarea, input:not([type=hidden])"))
    if (field.value === data.get(field.name)?.replaceAll("\r\n", "\n"))
      field.value = page.getElementById(field.id)?.value ?? field.defaultValue;
}
