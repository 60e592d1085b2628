// What the buttons of a field of prose do. Every change goes in as if it were typed, so that Ctrl+Z takes it back.
import { type } from "./typing.js";

// Marks what is chosen, or the word at the caret; of something that is marked so already, takes the marks away.
export function mark(area, sign) {
  const text = area.value;
  let { selectionStart: start, selectionEnd: end } = area;
  if (start === end) {
    start -= /[\p{L}\p{N}]*$/u.exec(text.slice(0, start))[0].length;
    end += /^[\p{L}\p{N}]*/u.exec(text.slice(end))[0].length;
  }
  while (start < end && /[\s*]/.test(text[start])) start++;
  while (end > start && /[\s*]/.test(text[end - 1])) end--;
  const chosen = text.slice(start, end);
  const around = Math.min(/\**$/.exec(text.slice(0, start))[0].length, /^\**/.exec(text.slice(end))[0].length);
  const isMarked = sign === "**" ? around >= 2 : around % 2 === 1;
  const outside = isMarked ? sign.length : 0;
  // A mark does not reach across paragraphs or list items: each line has its own.
  const marked = () => chosen.replace(/^(\s*(?:[-+]|\d+\.)\s+)?(.*\S)/gm, (_, head = "", words) => head + sign + words + sign);
  const lines = isMarked ? chosen : marked() || sign + sign;
  type(area, start - outside, end + outside, lines);
  const from = start - outside + (isMarked || lines.includes("\n") ? 0 : sign.length);
  area.setSelectionRange(from, from + (lines.includes("\n") ? lines.length : chosen.length));
}

export function list(area) {
  const start = area.value.lastIndexOf("\n", area.selectionStart - 1) + 1;
  const next = area.value.indexOf("\n", area.selectionEnd);
  const lines = area.value.slice(start, next < 0 ? undefined : next).split("\n");
  const isList = lines.every((line) => !line.trim() || line.startsWith("- "));
  const changed = lines.map((line) => isList && line ? line.slice(2) : line.trim() || lines.length === 1 ? `- ${line}` : line).join("\n");
  type(area, start, start + lines.join("\n").length, changed);
  if (lines.length > 1) area.setSelectionRange(start, start + changed.length);
}

// The address is chosen afterwards, so that it can be typed or pasted at once.
export function link(area) {
  const { selectionStart: start, selectionEnd: end, value: text } = area;
  for (const found of text.matchAll(/\[([^\]]*)\]\([^)]*\)/g))
    if (found.index <= start && end <= found.index + found[0].length) {
      type(area, found.index, found.index + found[0].length, found[1]);
      return area.setSelectionRange(found.index, found.index + found[1].length);
    }
  const chosen = text.slice(start, end);
  const isAddress = /^https?:\/\/\S+$/.test(chosen);
  type(area, start, end, isAddress ? `[](${chosen})` : `[${chosen || "words"}](https://)`);
  const from = start + (isAddress ? 1 : (chosen || "words").length + 3);
  area.setSelectionRange(from, from + (isAddress ? 0 : "https://".length));
}
