// Sends a form's draft when it is due, keeps a copy in this browser until the server has it, and has the status line tell.
import { sendDraft } from "./draft-request.js";
import { DraftState } from "./draft-state.js";
import { fieldsOf } from "./form-fields.js";

export function draftSaver(form, stored, copy, status) {
  const state = new DraftState(stored, Date.now);
  let [timer, delivery] = [0, null];

  const keepCopy = (more) => copy.write({
    fields: fieldsOf(form), draftSavedAt: form.elements.DraftSavedAt.value, unanswered: state.unanswered, ...more,
  });

  function schedule() {
    clearTimeout(timer);
    if (state.dueAt !== null) timer = setTimeout(send, state.dueAt - Date.now());
  }

  function send() {
    const fields = state.begin(fieldsOf(form));
    if (fields !== null) delivery = deliver(fields);
    else if (state.isSettled) settle();
  }

  async function deliver(fields) {
    const { saved, isAnswered, isSignedOut, isRefused, reason } = await sendDraft(form, fields, state.unanswered);
    if (saved) succeed(saved);
    else {
      if (isSignedOut || isRefused) state.refuse();
      else state.fail(isAnswered);
      status.failed(keepCopy(), isSignedOut, reason);
    }
    schedule();
  }

  function succeed({ savedAt, same, others }) {
    state.succeed();
    form.elements.DraftSavedAt.value = savedAt;
    status.saved(same, others);
    if (!state.isDirty) settle();
    form.dispatchEvent(new Event("saved"));
  }

  function settle() {
    copy.forget();
    status.settled();
  }

  return {
    send,
    edit() {
      state.edit(fieldsOf(form));
      if (keepCopy()) status.saving();
      else status.noCopy();
      schedule();
    },
    hurry() {
      state.hurry();
      schedule();
    },
    // The draft that is still on its way and must arrive first; null, if the form may go at once.
    leave() {
      state.leave(fieldsOf(form));
      schedule();
      if (state.isDirty) keepCopy({ isSent: true });
      return state.inFlight === null ? null : delivery;
    },
    stay: () => state.stay(),
  };
}
