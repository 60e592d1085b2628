// The page of an answer, opened under its row of the matrix: it is saved there, and what cannot be saved stays there with its reason.
import { forgetSent } from "./local-copy.js";
import { made, pageOf } from "./page.js";
import { start } from "./start.js";

const headers = { "X-Requested-With": "XMLHttpRequest" };

export function openedAnswers(table) {
  // By the link; closed ones are kept with all that was typed.
  const rows = new Map();
  let current = null;
  let asked = null;

  async function open(link) {
    if (current?.link === link) return focusIn(current.row);
    close();
    asked = link;
    const page = rows.has(link) ? null : await fetched(link);
    // Another one has been asked for since.
    if (asked !== link) return;
    if (!rows.has(link) && !page) return location.assign(link.href);
    const row = rows.get(link) ?? emptyRow(link);
    rows.set(link, row);
    link.closest("tr").after(row);
    current = { link, row };
    link.ariaExpanded = "true";
    if (page) await show(page, link, row.cells[0]);
    focusIn(row);
  }

  // Esc: the words stay in the form, and become a draft as on any page.
  function close() {
    if (!current) return;
    const { link, row } = current;
    current = null;
    row.remove();
    link.removeAttribute("aria-expanded");
    markDraft(link, row.querySelector("form")?.dataset.draft !== undefined);
  }

  function focusIn(row) {
    row.querySelector("#problems, .conflict h2, textarea, input:not([type=hidden]), select")?.focus();
    row.scrollIntoView({ block: "nearest" });
  }

  function markDraft(link, hasDraft) {
    link.querySelector(".cell__draft")?.remove();
    if (hasDraft) link.append(" ", made("span", { className: "cell__draft", textContent: "your draft" }));
  }

  // None, where the address shows no answer: after signing out, say.
  async function fetched(link) {
    const page = await fetch(link.href).then((answer) => answer.ok && pageOf(answer)).catch(() => null);
    return page?.querySelector?.("main form[data-row]") ? page : null;
  }

  function emptyRow(link) {
    const row = made("tr", { className: "opened-row" },
      made("td", { colSpan: table.rows[0].cells.length, className: "opened" }));
    row.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.isComposing || event.target.type === "search") return;
      close();
      link.focus();
    });
    return row;
  }

  async function show(page, link, cell) {
    const heading = made("h3", { textContent: page.querySelector("h1").textContent });
    const closing = made("button", { type: "button", className: "button button--quiet", textContent: "Close (Esc)" });
    closing.addEventListener("click", () => { close(); link.focus(); });
    const box = made("div", { className: "opened__form" },
      made("div", { className: "row" }, heading, closing), ...page.querySelectorAll("#problems, .conflict, .beside"));
    for (const conflict of box.querySelectorAll(".conflict h2")) conflict.tabIndex = -1;
    // Nothing is pressed before what listens to it is there.
    box.inert = true;
    cell.replaceChildren(box);
    await start(box);
    box.inert = false;
    const form = box.querySelector("form[data-row]");
    form.addEventListener("submit", (event) => {
      // A draft is still on its way, and the form is sent again after it.
      if (event.defaultPrevented) return;
      // It leads on to another page.
      if (event.submitter?.name === "Next") return;
      event.preventDefault();
      send(form, event.submitter, link, cell);
    });
  }

  async function send(form, button, link, cell) {
    const answer = await fetch(button?.getAttribute("formaction") ?? form.getAttribute("action"),
      { method: "POST", headers, body: new URLSearchParams(new FormData(form)) }).catch(() => null);
    const told = answer?.headers.get("Content-Type")?.startsWith("application/json") ? await answer.json() : null;
    const page = answer && !told ? await pageOf(answer) : null;
    const saved = page?.querySelector("body > .cell");
    if (saved) return succeed(form, button, link, saved, page.querySelector("p").textContent);
    if (!page?.querySelector("form[data-row]")) return fail(form, told?.reason);
    await show(page, link, cell);
    focusIn(cell);
  }

  function succeed(form, button, link, saved, message) {
    forgetSent(form.dataset.person, form.dataset.row);
    const next = button?.getAttribute("formaction")?.includes("handler=Next")
      ? link.closest("td").nextElementSibling?.querySelector(".cell") : null;
    close();
    rows.delete(link);
    saved.tabIndex = 0;
    const fresh = document.adoptNode(saved);
    link.replaceWith(fresh);
    fresh.focus();
    say(message);
    if (next) open(next);
  }

  // Not saved, and nothing is lost: the words stay in the form, and drafts go on.
  function fail(form, reason) {
    const alert = form.querySelector("[data-not-saved]") ?? made("div", { className: "alert", role: "alert" });
    alert.dataset.notSaved = "";
    alert.textContent = reason ?? "Not saved: the clinic’s server is not responding, or you have been signed out. "
      + "Your text is still here: try again, or sign in in another tab first.";
    form.prepend(alert);
    form.dispatchEvent(new Event("input"));
  }

  const status = made("p", { className: "matrix-status", role: "status" });
  table.parentElement.before(status);
  const say = (message) => { status.textContent = message; };

  return { open };
}
