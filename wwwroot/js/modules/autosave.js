// Saves what is typed as a draft: at once in this browser, a moment later on the clinic's server.
import { draftSaver } from "./draft-saver.js";
import { draftStatus } from "./draft-status.js";
import { fieldsOf, fill, withoutVersion } from "./form-fields.js";
import { localCopy } from "./local-copy.js";

export function enhance(form) {
  const [copy, status] = [localCopy(form.dataset.person, form.dataset.row), draftStatus(form)];
  // There may be something in the form already: typed before this script came, or put back by the browser on the way back.
  const typed = fieldsOf(form);
  form.reset();
  const stored = status.showsWhatIsStored ? fieldsOf(form) : null;
  const saver = draftSaver(form, stored, copy, status);

  function restore({ key, fields, at }) {
    fill(form, fields);
    saver.edit();
    copy.forget(key);
    status.restored(at);
    saver.hurry();
  }

  if (typed !== stored) {
    fill(form, typed);
    saver.edit();
  }
  for (const { key } of copy.others().filter(({ fields }) => withoutVersion(fields) === withoutVersion(typed))) copy.forget(key);
  const [found] = copy.others();
  const isSameDraft = found?.draftSavedAt === form.elements.DraftSavedAt.value || found?.unanswered.includes(stored);
  if (found && typed === stored && isSameDraft) restore(found);
  else if (found) status.offer(found.at, () => restore(found), () => copy.forget(found.key));

  form.addEventListener("input", () => saver.edit());
  form.addEventListener("submit", (event) => {
    const delivery = saver.leave();
    if (!delivery) return;
    event.preventDefault();
    delivery.finally(() => form.requestSubmit(event.submitter));
  });
  // A form that has been sent says on the way back what it said before; a new one knows what came of it.
  addEventListener("pageshow", ({ persisted }) => {
    if (saver.stay() && persisted) location.replace(location.pathname);
  });
  for (const back of ["online", "focus"]) addEventListener(back, () => saver.hurry());
  document.addEventListener("visibilitychange", () => saver.send());
}
