// The patients' page beside the form: shown again whenever the server has saved the draft. It stays where the reader has scrolled to.
export function enhance(frame) {
  const form = frame.closest(".beside").querySelector("form");
  form.addEventListener("saved", () => frame.contentWindow.location.reload());
}
