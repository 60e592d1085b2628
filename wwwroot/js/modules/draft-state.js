// What has become of what is typed: what is dirty, in flight or failed, and when to send next. Knows no page, server or timer; its clock
// is handed in. Fields are one string, as they are sent.
const pause = 800;
const retries = [3000, 10000, 30000];
const mostUnanswered = 5;

export class DraftState {
  #saved;
  #fields;
  #now;
  #failures = 0;
  #isLeaving = false;
  inFlight = null;
  // Sent, and no answer came: the server may have them all the same.
  unanswered = [];
  // When to send next, by the clock; null while there is nothing to wait for.
  dueAt = null;

  // What the server holds of the form; null, if that is not known.
  constructor(saved, now) {
    [this.#saved, this.#fields, this.#now] = [saved, saved, now];
  }

  get isDirty() { return this.#fields !== this.#saved; }

  get isSettled() { return !this.isDirty && this.inFlight === null && !this.#isLeaving; }

  edit(fields) {
    [this.#fields, this.#isLeaving] = [fields, false];
    this.#sendIn(pause);
  }

  hurry() { this.#sendIn(0); }

  // The fields to be sent now; null, if there are none or it is not the time.
  begin(fields) {
    this.#fields = fields;
    if (this.inFlight !== null || this.#isLeaving) return null;
    [this.dueAt, this.inFlight] = [null, this.isDirty ? fields : null];
    return this.inFlight;
  }

  succeed() {
    [this.#saved, this.inFlight, this.unanswered, this.#failures, this.dueAt] = [this.inFlight, null, [], 0, null];
    if (this.isDirty) this.#sendIn(pause);
  }

  fail(isAnswered) {
    if (!isAnswered) this.unanswered = [...this.unanswered, this.inFlight].slice(-mostUnanswered);
    this.inFlight = null;
    this.#sendIn(retries[Math.min(this.#failures++, retries.length - 1)]);
  }

  // Sending the same again would not help; what was typed meanwhile stays due.
  refuse() { this.inFlight = null; }

  // The form itself is sent: a draft that arrived after its own save would come back as unsaved.
  leave(fields) {
    [this.#fields, this.#isLeaving, this.dueAt] = [fields, true, null];
  }

  // True, if the form had left: the browser may have brought an old page back.
  stay() {
    const hadLeft = this.#isLeaving;
    this.#isLeaving = false;
    return hadLeft;
  }

  #sendIn(delay) { this.dueAt = this.#now() + delay; }
}
