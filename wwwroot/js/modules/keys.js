// Keys that work on every page: Ctrl+S presses the button that saves, "?" lists them all.
const isTyped = ({ target }) => target.matches("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");

export function enhance(main) {
  const list = document.getElementById("keys");
  if (!list) return;
  addEventListener("keydown", (event) => {
    const isControl = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    const form = document.activeElement.closest("main form[data-row]") ?? main.querySelector("form[data-row]");
    if (isControl && event.key.toLowerCase() === "s" && form) {
      event.preventDefault();
      form.requestSubmit(form.querySelector("button:not([type=button], [formaction])"));
    } else if (event.key === "?" && !isTyped(event) && !list.open) {
      event.preventDefault();
      list.showModal();
    }
  });
}
