// The HTML of a clipboard as lines of text with their form: bold, italic, links, lists and paragraphs; everything else is plain. It is
// only read and never shown.
const blocks = (
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER FORM HEADER HR MAIN NAV OL P PRE "
  + "SECTION SUMMARY TABLE UL").split(" ");
const unread = ["DEL", "HEAD", "SCRIPT", "STYLE", "TEMPLATE", "TITLE", "XML"];
const raised = { SUP: "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", SUB: "₀₁₂₃₄₅₆₇₈₉₊₋" };
const isHeading = (tag) => /^H[1-6]$/.test(tag);

export function linesOf(html) {
  // Even here a browser holds styles and handlers against our content policy; as data they are only words.
  const inert = html.replace(/<style\b.*?<\/style>/gis, "")
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\s(style|on\w+)\s*=/gi, " data-$1="));
  const lines = [];
  const begin = (kind, more) => lines.push({ kind, runs: [], ...more });
  begin("p");
  read(new DOMParser().parseFromString(inert, "text/html").body, { begin, line: () => lines.at(-1) }, {});
  return lines;
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
  if (format.cell && (blocks.includes(tag) || ["BR", "LI", "TR"].includes(tag) || isHeading(tag))) {
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
  else if (isHeading(tag)) out.begin("head");
  else if (blocks.includes(tag) && !(out.line().isNew && !out.line().runs.some(({ text }) => text.trim()))) out.begin("p");
  if (raised[tag] && /^[-+\d]+$/.test(node.textContent)) {
    const text = node.textContent.replace(/./g, (sign) => raised[tag]["0123456789+-".indexOf(sign)]);
    return out.line().runs.push({ ...inside, text });
  }
  read(node, out, inside);
  if (blocks.includes(tag) || isHeading(tag)) out.begin("p");
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
  if (!href || !/^https?:\/\//i.test(href) || !URL.canParse(href)) return {};
  return { href: new URL(href).href.replace(/[()]/g, (sign) => (sign === "(" ? "%28" : "%29")) };
}
