// The matrix as a grid of the WAI-ARIA pattern: one stop for Tab, arrows between the cells, Enter or F2 opens an answer under its row.
import { openedAnswers } from "./opened-answer.js";

const moves = {
  ArrowUp: (row, column) => [row - 1, column],
  ArrowDown: (row, column) => [row + 1, column],
  ArrowLeft: (row, column) => [row, column - 1],
  ArrowRight: (row, column) => [row, column + 1],
  Home: (row, column, rows, { ctrlKey }) => [ctrlKey ? 0 : row, 0],
  End: (row, column, rows, { ctrlKey }) => [ctrlKey ? rows.length - 1 : row, Infinity],
  PageUp: (row, column) => [row - 10, column],
  PageDown: (row, column) => [row + 10, column],
};
const within = (at, length) => Math.min(Math.max(at, 0), length - 1);
const linkOf = (cell) => cell.querySelector("a");

export function enhance(table) {
  const opened = openedAnswers(table);
  const rows = () => [...table.rows].filter((row) => !row.classList.contains("opened-row"));
  const links = () => rows().flatMap((row) => [...row.cells].map(linkOf).filter(Boolean));

  function stopAt(link) {
    for (const other of links()) other.tabIndex = other === link ? 0 : -1;
  }

  function move(link, step, event) {
    const all = rows();
    const cell = link.closest("th, td");
    const [row, column] = step(all.indexOf(cell.parentElement), cell.cellIndex, all, event);
    const { cells } = all[within(row, all.length)];
    // The corner has no link: Home goes on to the first that there is, an arrow stays.
    const next = linkOf(cells[within(column, cells.length)]) ?? (event.key === "Home" ? [...cells].map(linkOf).find(Boolean) : null);
    next?.focus();
    next?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  table.setAttribute("role", "grid");
  const target = table.querySelector("td:target .cell");
  stopAt(target ?? table.querySelector(".cell") ?? links()[0]);
  table.closest("section").querySelector("[data-keys]").hidden = false;
  target?.scrollIntoView({ block: "center", inline: "center" });

  table.addEventListener("focusin", ({ target: at }) => { if (links().includes(at)) stopAt(at); });
  table.addEventListener("click", (event) => {
    const link = event.target.closest(".cell");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    opened.open(link);
  });
  table.addEventListener("keydown", (event) => {
    const link = event.target.closest("a");
    if (!links().includes(link) || event.altKey || event.metaKey) return;
    if (event.key === "F2" && link.matches(".cell")) opened.open(link);
    else if (moves[event.key] && !event.shiftKey) move(link, moves[event.key], event);
    else return;
    event.preventDefault();
  });
}
