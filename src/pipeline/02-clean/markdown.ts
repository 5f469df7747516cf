// Blanks out the marks of Markdown, character by character, so that every offset stays the file's.

/** Inside a line a space would part a word from its comma; a zero-width space is dropped later on. */
const hide = (found: string): string => found.replace(/[^\n\r]/gu, '\u200b');
const blank = (found: string): string => found.replace(/[^\n\r]/gu, ' ');

/** Marks inside a line whose text stays: emphasis, code, links, images, references. */
const INLINE: readonly RegExp[] = [
  /(?<![*\w])(\*{1,3})(?=\S)|(?<=\S)\*{1,3}(?![*\w])/gu,
  /(?<![_\w])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![_\w])/gu,
  /`+/gu,
  /!?\[(?=[^\]\n]*\]\()/gu,
  /\]\([^()\s]*(?:\s+"[^"]*")?\)/gu,
  /\[\^[^\]]+\]:?/gu,
  /<\/?[a-zA-Z][^<>\n]*>/gu,
  /\\(?=[\\`*_{}[\]()#+.!|-])/gu,
];

/** Whole parts that are no text: front matter, fenced code, comments, rules, the line under a table's head. */
const PARTS: readonly RegExp[] = [
  /^\ufeff?---\r?\n[\s\S]*?\r?\n---[ \t]*(?=\r?\n|$)/u,
  /^(?:```|~~~)[\s\S]*?^(?:```|~~~)[ \t]*$/gmu,
  /<!--[\s\S]*?-->/gu,
  /^[ \t]*\|?(?:[ \t]*:?-{3,}:?[ \t]*\|?)+[ \t]*$/gmu,
  /^[ \t]*\[[^\]]+\]:[ \t]*\S+.*$/gmu,
  /^!\[[^\]\n]*\]\([^)\n]*\)[ \t]*$/gmu,
];

/** The text with every mark of Markdown replaced by as many spaces; headings and bullets stay, the line reader knows them. */
export function stripMarkdown(raw: string): string {
  let text = raw;
  for (const part of PARTS) text = text.replace(part, blank);
  text = text.replace(/^[ \t]*(?:>[ \t]?)+/gmu, blank);
  for (const mark of INLINE) text = text.replace(mark, hide);
  return text.replace(/^[ \t]*\|.*\|[ \t]*$/gmu, (row) => row.replace(/\|/gu, ' '));
}
