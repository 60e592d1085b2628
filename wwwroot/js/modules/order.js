// A row of a list is dragged to another place by its handle, with a mouse or a finger. The buttons do the same, and are the keyboard's way.
import { token } from "./form-fields.js";
import { made, pageOf } from "./page.js";

const lists = "form[data-module~='order']";
// So near to the edge of the window the page scrolls along.
const edge = 64;

export function enhance(form) {
  const body = form.querySelector("tbody");
  const status = form.querySelector("[role=status]");
  let drag = null;

  function addHandles() {
    if (body.rows.length < 2) return;
    for (const row of body.rows) {
      const handle = made("span", { className: "drag", title: "Drag to move" });
      handle.ariaHidden = "true";
      row.cells[0].prepend(handle);
    }
  }

  function follow() {
    const middle = (row) => row.getBoundingClientRect().top + row.offsetHeight / 2;
    const next = [...body.rows].find((row) => row !== drag.row && drag.y < middle(row)) ?? null;
    if (drag.row.nextElementSibling !== next) body.insertBefore(drag.row, next);
  }

  function scrollAlong() {
    if (!drag) return;
    const by = drag.y < edge ? -8 : drag.y > innerHeight - edge ? 8 : 0;
    if (by) {
      scrollBy(0, by);
      follow();
    }
    requestAnimationFrame(scrollAlong);
  }

  function end() {
    const { row, next } = drag;
    drag = null;
    row.classList.remove("dragged");
    return { row, next };
  }

  function putBack() {
    if (!drag) return;
    const { row, next } = end();
    body.insertBefore(row, next);
  }

  async function drop() {
    if (!drag) return;
    const { row, next } = end();
    if (row.nextElementSibling === next) return;
    form.inert = true;
    const page = await move(row).catch(() => null);
    form.inert = false;
    const fresh = page?.querySelectorAll(lists)[[...document.querySelectorAll(lists)].indexOf(form)];
    if (fresh) {
      body.replaceChildren(...fresh.querySelector("tbody").rows);
      addHandles();
      status.textContent = page.querySelector("#problems, .done").textContent;
    } else {
      body.insertBefore(row, next);
      status.textContent = "This may not have been saved: the clinic’s server is not responding, or you have been signed out. "
        + "Reload the page to see the order.";
    }
  }

  // As the form "Move ... to place" does.
  async function move(row) {
    const asked = { Handle: row.id.slice("row-".length), Place: row.sectionRowIndex + 1, [token]: form.elements[token].value };
    return pageOf(await fetch(form.dataset.move, { method: "POST", body: new URLSearchParams(asked) }));
  }

  addHandles();
  body.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || !event.target.matches(".drag")) return;
    event.preventDefault();
    const row = event.target.closest("tr");
    drag = { row, next: row.nextElementSibling, y: event.clientY };
    row.classList.add("dragged");
    // The handle moves with its row and would lose the pointer.
    body.setPointerCapture(event.pointerId);
    scrollAlong();
  });
  body.addEventListener("pointermove", (event) => {
    if (!drag) return;
    drag.y = event.clientY;
    follow();
  });
  body.addEventListener("pointerup", drop);
  body.addEventListener("pointercancel", putBack);
  addEventListener("keydown", (event) => { if (event.key === "Escape") putBack(); });
}
