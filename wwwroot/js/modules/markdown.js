// HTML of a clipboard as short Markdown.
import { linesOf } from "./clipboard-lines.js";

export const markdownOf = (html) => joined(linesOf(html).map(written).filter(({ text }) => text));

// One line: runs of one form are joined, and the spaces at their ends stay outside the marks.
function written(line) {
  const runs = [];
  let before = "";
  for (const { text, bold = false, italic = false, href } of line.runs) {
    let plain = text.replace(/[\s\u00a0]+/g, " ").replace(/[\u00ad\u200b\u2060\ufeff]/g, "");
    if (before.endsWith(" ") || !before) plain = plain.trimStart();
    if (!plain) continue;
    before = plain;
    const last = runs.at(-1);
    const isSame = last && last.bold === bold && last.italic === italic && last.href === href;
    if (isSame || (last && plain === " ")) last.text += plain;
    else runs.push({ text: plain, bold, italic, href });
  }
  const number = line.word && leaveMarker(runs);
  const text = runs.map((run) => marked(run, line.kind === "head")).join("").trim();
  return { ...line, text: line.kind === "head" && text ? `**${text}**` : text, list: line.word ? (number ? "OL" : "UL") : line.list };
}

// Word writes the bullet or the number of a list item as the first words of its paragraph.
function leaveMarker(runs) {
  const marker = /^\s*(?:[·•o§▪\uf0a7\uf0b7\uf0d8\uf0fc–-]|\(?(\w{1,4})[.)])\s+/.exec(runs.map(({ text }) => text).join(""));
  let rest = marker?.[0].length ?? 0;
  for (const run of runs) {
    const here = Math.min(rest, run.text.length);
    run.text = run.text.slice(here);
    rest -= here;
  }
  return marker?.[1];
}

function marked({ text, bold, italic, href }, isHead) {
  const [, lead, words, tail] = /^(\s*)(.*?)(\s*)$/s.exec(text);
  if (!words) return text;
  const plain = words.replace(/[\\*`]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\$&");
  const sign = (bold && !isHead ? "**" : "") + (italic ? "*" : "");
  const form = sign + plain + [...sign].reverse().join("");
  return lead + (href ? `[${form.replace(/[[\]]/g, "\\$&")}](${href})` : form) + tail;
}

function joined(lines) {
  return lines.map((line, index) => {
    const before = lines[index - 1];
    const isItem = line.kind === "li";
    const isClose = ["br", "more"].includes(line.kind) || (isItem && ["li", "more"].includes(before?.kind));
    const gap = !before ? "" : isClose ? "\n" : "\n\n";
    const indent = "   ".repeat(line.level ?? 0);
    return gap + (isItem ? `${indent}${line.list === "OL" ? "1." : "-"} ` : line.kind === "more" ? `${indent}  ` : "") + line.text;
  }).join("");
}
