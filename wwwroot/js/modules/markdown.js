// HTML of a clipboard as short Markdown: bold, italic, links, lists and paragraphs; everything else is plain. The HTML is only read.
const blocks = "ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER FORM HEADER HR MAIN NAV OL P PRE SECTION SUMMARY TABLE UL".split(" ");
const unread = ["DEL", "HEAD", "SCRIPT", "STYLE", "TEMPLATE", "TITLE", "XML"];
const raised = { SUP: "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", SUB: "₀₁₂₃₄₅₆₇₈₉₊₋" };

export function markdownOf(html) {
  // Even here a browser holds styles and handlers against our content policy; as data they are only words.
  const inert = html.replace(/<style\b.*?<\/style>/gis, "").replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\s(style|on\w+)\s*=/gi, " data-$1="));
  const lines = [];
  const begin = (kind, more) => lines.push({ kind, runs: [], ...more });
  begin("p");
  read(new DOMParser().parseFromString(inert, "text/html").body, { begin, line: () => lines.at(-1) }, {});
  return joined(lines.map(written).filter(({ text }) => text));
}

function read(parent, out, format) {
  for (const node of parent.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) out.line().runs.push({ ...format, text: node.data });
    if (node.nodeType === Node.ELEMENT_NODE && !unread.includes(node.tagName)) element(node, out, format);
  }
}

function element(node, out, format) {
  const tag = node.tagName;
  const style = node.dataset.style ?? "";
  if (/display:\s*none|mso-hide:\s*all|mso-element:\s*comment/i.test(style)) return;
  const inside = { ...format, ...emphasis(tag, style), ...address(node) };
  if (format.cell && (blocks.includes(tag) || ["BR", "LI", "TR"].includes(tag) || /^H[1-6]$/.test(tag))) {
    out.line().runs.push({ text: " " });
    return read(node, out, inside);
  }
  if (tag === "BR") return out.begin(out.line().kind === "li" ? "more" : "br", { level: out.line().level });
  if (tag === "OL" || tag === "UL") return read(node, out, { ...inside, list: tag, level: (format.level ?? -1) + 1 });
  if (tag === "LI") {
    out.begin("li", { list: format.list ?? "UL", level: format.level ?? 0, isNew: true });
    read(node, out, inside);
    return out.begin("p");
  }
  if (tag === "TR") {
    out.begin("row");
    return read(node, out, inside);
  }
  if (tag === "TD" || tag === "TH") {
    if (out.line().runs.length) out.line().runs.push({ text: " | " });
    return read(node, out, { ...inside, cell: true });
  }
  const level = /mso-list:[^;]*\blevel(\d)/i.exec(style)?.[1];
  if (level) out.begin("li", { word: true, level: level - 1 });
  else if (/^H[1-6]$/.test(tag)) out.begin("head");
  else if (blocks.includes(tag) && !(out.line().isNew && !out.line().runs.some(({ text }) => text.trim()))) out.begin("p");
  if (raised[tag] && /^[-+\d]+$/.test(node.textContent)) return out.line().runs.push({ ...inside, text: node.textContent.replace(/./g, (sign) => raised[tag]["0123456789+-".indexOf(sign)]) });
  read(node, out, inside);
  if (blocks.includes(tag) || /^H[1-6]$/.test(tag)) out.begin("p");
}

function emphasis(tag, style) {
  const weight = /(?:^|;)\s*font-weight:\s*(\w+)/i.exec(style)?.[1];
  const slant = /(?:^|;)\s*font-style:\s*(\w+)/i.exec(style)?.[1];
  const found = {};
  if (weight) found.bold = /^bold/.test(weight) || weight >= 600;
  else if (tag === "B" || tag === "STRONG") found.bold = true;
  if (slant) found.italic = slant !== "normal";
  else if (tag === "I" || tag === "EM") found.italic = true;
  return found;
}

function address(node) {
  const href = node.tagName === "A" && node.getAttribute("href")?.trim();
  return href && /^https?:\/\//i.test(href) && URL.canParse(href) ? { href: new URL(href).href.replace(/[()]/g, (sign) => (sign === "(" ? "%28" : "%29")) } : {};
}

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
    const gap = !before ? "" : line.kind === "br" || line.kind === "more" || (isItem && ["li", "more"].includes(before.kind)) ? "\n" : "\n\n";
    const indent = "   ".repeat(line.level ?? 0);
    return gap + (isItem ? `${indent}${line.list === "OL" ? "1." : "-"} ` : line.kind === "more" ? `${indent}  ` : "") + line.text;
  }).join("");
}
