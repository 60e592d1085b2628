// A button in each group of check boxes that ticks or unticks all of them.
import { made } from "./page.js";

export function enhance(form) {
  for (const group of form.querySelectorAll("fieldset")) {
    const boxes = [...group.querySelectorAll("input[type=checkbox]")];
    if (boxes.length < 2) continue;
    const button = made("button", { type: "button", className: "button button--quiet" });
    const name = group.querySelector("legend").textContent;
    const areAll = () => boxes.every((box) => box.checked);
    const tell = () => {
      button.textContent = areAll() ? "Untick all" : "Tick all";
      button.setAttribute("aria-label", `${button.textContent}: ${name}`);
    };
    button.addEventListener("click", () => {
      const ticked = !areAll();
      for (const box of boxes) box.checked = ticked;
      tell();
    });
    group.addEventListener("change", tell);
    group.querySelector("legend").after(button);
    tell();
  }
}
