// Puts the pieces of text on a PDF page together to lines and paragraphs by where they stand.

/** What pdf.js says of a piece of text. */
export interface TextPiece {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
}

interface PageLine {
  readonly text: string;
  readonly y: number;
  readonly size: number;
}

/** A gap this many times the usual one parts paragraphs. */
const PARAGRAPH_GAP = 1.35;
/** Pieces whose gap is wider than this share of the letter size have a space between them. */
const WORD_GAP = 0.2;

function joinPieces(pieces: readonly TextPiece[]): string {
  let text = '';
  let end: number | undefined;
  for (const piece of pieces) {
    const x = piece.transform[4] ?? 0;
    const size = Math.abs(piece.transform[3] ?? 0) || piece.height;
    if (end !== undefined && x - end > size * WORD_GAP && !/\s$/u.test(text) && !/^\s/u.test(piece.str)) text += ' ';
    text += piece.str;
    end = x + piece.width;
  }
  return text.trimEnd();
}

function collectLines(pieces: readonly TextPiece[]): readonly PageLine[] {
  const lines: PageLine[] = [];
  let current: TextPiece[] = [];
  const flush = (): void => {
    const first = current.find((piece) => piece.str.trim() !== '');
    if (first !== undefined) {
      lines.push({ text: joinPieces(current), y: first.transform[5] ?? 0, size: Math.abs(first.transform[3] ?? 0) });
    }
    current = [];
  };
  for (const piece of pieces) {
    const last = current.find(({ str }) => str !== '');
    if (
      last !== undefined &&
      Math.abs((last.transform[5] ?? 0) - (piece.transform[5] ?? 0)) > piece.height * 0.6 &&
      piece.str !== ''
    )
      flush();
    current.push(piece);
    if (piece.hasEOL) flush();
  }
  flush();
  return lines;
}

/** The gap between lines of one paragraph: the smallest that is common; superscripts make smaller ones. */
function usualGap(lines: readonly PageLine[]): number {
  const gaps = lines
    .slice(1)
    .map((line, index) => ({ gap: lines[index]!.y - line.y, size: line.size }))
    .filter(({ gap, size }) => gap > size * 0.8)
    .map(({ gap }) => gap)
    .sort((left, right) => left - right);
  return gaps[Math.floor(gaps.length * 0.1)] ?? 0;
}

/** Lines of a page; an empty string parts paragraphs. */
export function layOutPage(pieces: readonly TextPiece[]): readonly string[] {
  const lines = collectLines(pieces);
  const usual = usualGap(lines);
  return lines.flatMap((line, index) => {
    const before = lines[index - 1];
    if (before === undefined) return [line.text];
    const gap = before.y - line.y;
    const parts = gap > usual * PARAGRAPH_GAP || gap < 0 || Math.abs(before.size - line.size) > 1;
    return parts ? ['', line.text] : [line.text];
  });
}

/** Running heads and feet: the same first or last line on every page, whatever number it carries. */
export function dropRunningLines(pages: readonly (readonly string[])[]): readonly (readonly string[])[] {
  if (pages.length < 2) return pages;
  const mask = (line: string | undefined): string => (line ?? '').replace(/\d+/gu, '#').trim();
  let cut = pages.map((page) => [...page]);
  for (const place of [0, -1]) {
    const lines = cut.map((page) => mask(page.at(place)));
    if (lines[0] === '' || lines.some((line) => line !== lines[0])) continue;
    cut = cut.map((page) => (place === 0 ? page.slice(1) : page.slice(0, -1)));
  }
  return cut;
}
