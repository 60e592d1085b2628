// Puts text into a field as if it were typed there: the browser can undo it, and whoever listens to the field hears of it.
export function type(area, start, end, text) {
  area.focus();
  area.setSelectionRange(start, end);
  if (document.execCommand(text ? "insertText" : "delete", false, text)) return;
  area.setRangeText(text, start, end, "end");
  area.dispatchEvent(new Event("input", { bubbles: true }));
}
