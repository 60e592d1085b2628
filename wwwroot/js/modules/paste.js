// What is pasted from Word, Google Docs or a web page arrives as short Markdown.
import { markdownOf } from "./markdown.js";
import { type } from "./typing.js";

export function enhance(area) {
  area.addEventListener("paste", (event) => {
    const { selectionStart: start, selectionEnd: end, value } = area;
    const plain = event.clipboardData.getData("text/plain").trim();
    const isAddress = start < end && /^https?:\/\/[^\s()]+$/.test(plain) && !/[\n[\]]|^https?:/.test(value.slice(start, end));
    const text = isAddress ? `[${value.slice(start, end)}](${plain})` : markdownOf(event.clipboardData.getData("text/html"));
    if (!text) return;
    event.preventDefault();
    // A list begins on a line of its own.
    const isInLine = value.slice(0, start).split("\n").at(-1).trim() && /^(- |1\. )/.test(text);
    type(area, start, end, (isInLine ? "\n\n" : "") + text);
  });
}
