// A comment is sent, or closed, and the page stays as it is: ticks and other words that have not been sent stand there still.
import { made, pageOf } from "./page.js";

const notSent = "This was not sent. Check your connection, then try again.";

export function enhance(units) {
  const status = made("p", { className: "visually-hidden", role: "status" });
  units.append(status);
  units.addEventListener("submit", async (event) => {
    const { target: form, submitter } = event;
    if (!/handler=(Comment|Resolve)$/.test(submitter?.formAction)) return;
    event.preventDefault();
    const unit = form.closest(".unit");
    const data = new FormData(form);
    submitter.disabled = true;
    let answer, page;
    try {
      answer = await fetch(submitter.formAction, { method: "POST", body: data });
      page = await pageOf(answer);
    } catch {
      answer = null;
    }
    submitter.disabled = false;
    const problems = page?.querySelector("#problems");
    if (!answer) tell(form, notSent);
    else if (problems && !answer.redirected) tell(form, problems.textContent);
    else if (!page.querySelector("[data-module='comments']")) {
      // Whoever has to sign in first does so on the page that keeps the words.
      form.action = submitter.formAction;
      form.submit();
    } else {
      tell(form, "");
      showComments(unit, page.getElementById(unit.id));
      forget(form, data);
      status.textContent = page.querySelector(".done")?.textContent ?? "";
      (form.isConnected ? submitter : unit.querySelector(".unit__act > details > summary")).focus();
    }
  });
}

// Beside what was typed; empty takes it away.
function tell(form, problem) {
  form.querySelector("[role=alert]")?.remove();
  if (problem) form.prepend(made("p", { className: "alert", role: "alert", textContent: problem }));
}

// A unit that is not shown any more has no open comment.
function showComments(unit, fresh) {
  const now = new Map([...fresh?.querySelectorAll(".unit__comment") ?? []].map((comment) => [comment.id, comment]));
  for (const comment of unit.querySelectorAll(".unit__comment"))
    if (!now.delete(comment.id)) comment.remove();
  unit.querySelector(".unit__act > details").before(...now.values());
}

// Only what was sent: something else may have been typed meanwhile.
function forget(form, data) {
  for (const field of form.querySelectorAll("textarea, input:not([type=hidden])"))
    if (field.value === data.get(field.name)?.replaceAll("\r\n", "\n"))
      field.value = field.name === "Comment.Suggestion" ? form.elements["Comment.Read"].value : "";
}
