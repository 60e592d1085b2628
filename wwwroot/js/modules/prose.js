// Buttons above a field of prose, and their keys.
import { link, list, mark } from "./prose-edits.js";

const tools = [
  { name: "Bold", key: "b", use: (area) => mark(area, "**") },
  { name: "Italic", key: "i", use: (area) => mark(area, "*") },
  { name: "List", use: list },
  { name: "Link", key: "k", use: link },
];

export function enhance(area) {
  const ariaLabel = `Form of "${area.labels[0].textContent}"`;
  const bar = Object.assign(document.createElement("div"), { className: "tools", role: "toolbar", ariaLabel });
  bar.setAttribute("aria-controls", area.id);
  for (const { name, key, use } of tools) {
    const tabIndex = bar.children.length ? -1 : 0;
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: name, tabIndex });
    button.dataset.tool = name;
    if (key) {
      button.title = `Ctrl+${key.toUpperCase()}`;
      button.setAttribute("aria-keyshortcuts", `Control+${key.toUpperCase()}`);
    }
    button.addEventListener("click", () => use(area));
    bar.append(button);
  }
  area.before(bar);

  // One stop for Tab, arrows inside.
  bar.addEventListener("keydown", (event) => {
    const buttons = [...bar.children];
    const at = buttons.indexOf(event.target);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    buttons.at(to % buttons.length).focus();
  });
  bar.addEventListener("focusin", ({ target }) => { for (const button of bar.children) button.tabIndex = button === target ? 0 : -1; });
  area.addEventListener("keydown", (event) => {
    const isKey = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    const tool = isKey && tools.find(({ key }) => key === event.key.toLowerCase());
    if (!tool) return;
    event.preventDefault();
    tool.use(area);
  });
}
