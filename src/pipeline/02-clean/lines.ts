// The raw text as lines, each with what it is for: text, page furniture, a gap, a heading or an item of a list.
import type { Span } from '../../domain/span.ts';
import { isAgencyMark, isFurniture, isHeadlineLike, isMasthead, opensOtherArticles } from './furniture.ts';
import { readDateLine } from './page-date.ts';

export interface Line extends Span {
  /** Without outer white space; runs of white space stand as they are. */
  readonly text: string;
  readonly use: 'text' | 'gap' | 'furniture';
  readonly item: boolean;
  readonly heading: boolean;
  readonly indented: boolean;
}

const BULLET = /^(?:[-–—*+•·●▪■◦‣]\s+|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+(?=\S))/u;
const HEADING = /^#{1,6}\s+/u;
/** How far from the edges of a text an agency's mark or a page's date may stand. */
const EDGE = 6;

/** `PERU` above `Mr. Juan Roe` is the country of those below, and no agency's mark. */
const STYLED = /^(?:Mr|Ms|Mrs|Mme|Miss|Dr|Prof|Hon|Sir|H\.\s?E|His Excellency|Her Excellency|Ambassador|Amb)\b/u;

function lineAt(raw: string, start: number, end: number): Line {
  let from = start;
  let to = end;
  while (from < to && /[\s\ufeff]/u.test(raw[from]!)) from++;
  while (to > from && /\s/u.test(raw[to - 1]!)) to--;
  const indented = from - start > 1 || (from > start && raw[start] === '\t');
  const heading = HEADING.exec(raw.slice(from, to))?.[0].length ?? 0;
  from += heading;
  const bullet = heading === 0 ? (BULLET.exec(raw.slice(from, to))?.[0].length ?? 0) : 0;
  from += bullet;
  const text = raw.slice(from, to);
  return {
    start: from,
    end: to,
    text,
    use: text === '' ? 'gap' : 'text',
    item: bullet > 0,
    heading: heading > 0,
    indented,
  };
}

export function splitLines(raw: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const { index, 0: end } of raw.matchAll(/\r\n|[\n\r\f\v\u0085\u2028\u2029]/gu)) {
    lines.push(lineAt(raw, start, index));
    start = index + end.length;
  }
  lines.push(lineAt(raw, start, raw.length));
  return lines;
}

const plain = (line: Line): string =>
  line.text
    .replace(/[\u00a0\u2000-\u200a\u202f]/gu, ' ')
    .replace(/\u200b/gu, '')
    .trim();

/** After a heading such as `Related news` the headlines of other articles are furniture, up to the next real sentence. */
function markOtherArticles(lines: Line[]): void {
  let others = false;
  for (const [index, line] of lines.entries()) {
    if (line.use === 'gap') continue;
    const text = plain(line);
    if (opensOtherArticles(text)) others = true;
    else if (others && line.use === 'text' && !isHeadlineLike(text)) others = false;
    else if (others) lines[index] = { ...line, use: 'furniture' };
  }
}

export function markFurniture(all: readonly Line[]): readonly Line[] {
  const lines = all.map((line): Line => {
    const isPart = line.use === 'text' && (isFurniture(plain(line)) || opensOtherArticles(plain(line)));
    return isPart ? { ...line, use: 'furniture' } : line;
  });
  markOtherArticles(lines);
  const texts = lines.flatMap((line, index) => (line.use === 'text' ? [index] : []));
  for (const [place, index] of texts.entries()) {
    const line = lines[index]!;
    const atEdge = place < EDGE || place >= texts.length - EDGE;
    const text = plain(line);
    if (!atEdge || line.item || STYLED.test(lines[texts[place + 1] ?? index]!.text)) continue;
    if (isAgencyMark(text) || readDateLine(text) !== undefined) lines[index] = { ...line, use: 'furniture' };
  }
  const [first, second] = texts.map((index) => lines[index]!).filter((line) => line.use === 'text');
  if (first !== undefined && second !== undefined && isMasthead(plain(first)) && isHeadlineLike(plain(second))) {
    lines[lines.indexOf(first)] = { ...first, use: 'furniture' };
  }
  return lines;
}
