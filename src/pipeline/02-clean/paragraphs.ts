// Puts lines together to paragraphs: hard wraps are joined, also across furniture that cut a sentence in two.
import type { Line } from './lines.ts';
import { findDateline } from './dateline.ts';

export interface Paragraph {
  readonly lines: readonly Line[];
  /** True where the lines below it are its body: a heading, or the first line of a text that is no sentence. */
  readonly heading: boolean;
  readonly item: boolean;
}

const ENDS_SENTENCE = /(?:[.!?…]["”’»')\]]*|[.!?…]["”’»')\]]*\s*\([\p{L}/ ]{2,20}\)|\.\/\.?|;)$/u;
/** Wrapped text is set narrower than this; longer lines are paragraphs. */
const WIDEST_WRAP = 110;
const NARROWEST_WRAP = 30;
/** One open line alone must be as long as this. */
const LEAST_RUNNING_WIDTH = 50;
/** Share of the lines without a sentence's end that must be full for a run of lines to count as wrapped. */
const FULL_SHARE = 0.6;

const firstWordLength = (line: Line): number => /^\S+/u.exec(line.text)?.[0].length ?? 0;
const isFull = (line: Line, next: Line, width: number): boolean => line.text.length + 1 + firstWordLength(next) > width;

/** Width at which the text of these lines was wrapped; undefined where the lines are paragraphs of their own. */
function findWrapWidth(lines: readonly Line[]): number | undefined {
  if (lines.length < 2) return undefined;
  const width = lines.reduce((widest, line) => Math.max(widest, line.text.length), 0);
  if (width > WIDEST_WRAP || width < NARROWEST_WRAP) return undefined;
  const open = lines
    .slice(0, -1)
    .map((line, index) => [line, lines[index + 1]!] as const)
    .filter(([line]) => !ENDS_SENTENCE.test(line.text));
  const full = open.filter(([line, next]) => isFull(line, next, width - 2));
  // The longest line is full by definition: alone it proves a wrap only where the measure is that of running text.
  if (open.length === 1 && width < LEAST_RUNNING_WIDTH) return undefined;
  return open.length > 0 && full.length >= FULL_SHARE * open.length ? width : undefined;
}

function continuesAcrossGap(last: Line, next: Line): boolean {
  if (ENDS_SENTENCE.test(last.text) || next.item || next.heading || last.heading) return false;
  // A sentence that furniture or a page break cut: it goes on in small letters.
  return /^[\p{Ll}(]/u.test(next.text) && /[\p{L},–-]$/u.test(last.text);
}

/** A page break or a furniture block inside a wrapped paragraph: the line before was full and no sentence ended. */
function continuesAcrossFurniture(last: Line, next: Line, width: number | undefined): boolean {
  if (ENDS_SENTENCE.test(last.text) || next.item || next.heading || last.heading) return false;
  if (findDateline(next.text) !== undefined) return false;
  return width !== undefined && last.text.length > width * 0.7 && last.text.length <= WIDEST_WRAP;
}

/** `Chairperson: Ambassador Lee`, `Present: Mr. Roe`: a row of its own, however narrow the lines around it. */
const LABELLED =
  /^(?:(?:In the )?[Cc]hair(?:man|woman|person)?|Presiding|Present|Also present|In attendance|Apologies|Secretary|Rapporteur|Participants|Venue|Date|Place|Subject):\s+\S/u;

interface Run {
  readonly lines: readonly Line[];
  readonly gap: 'none' | 'gap' | 'furniture';
}

function splitRuns(lines: readonly Line[]): readonly Run[] {
  const runs: { lines: Line[]; gap: Run['gap'] }[] = [];
  let gap: Run['gap'] = 'none';
  let open = false;
  for (const line of lines) {
    if (line.use === 'text') {
      if (!open) runs.push({ lines: [], gap });
      runs.at(-1)!.lines.push(line);
      open = true;
      gap = 'none';
    } else {
      open = false;
      if (line.use === 'furniture' || gap === 'none') gap = line.use;
    }
  }
  return runs;
}

/** Short lines in small letters may be a list; one that ends in a function word goes on. */
function continuesInSmallLetters(last: Line, next: Line): boolean {
  if (ENDS_SENTENCE.test(last.text) || !/^\p{Ll}/u.test(next.text)) return false;
  return last.text.length > NARROWEST_WRAP || /\s(?:the|a|an|of|in|on|at|to|for|and|with|by|from|as)$/u.test(last.text);
}

function joinsWithin(last: Line, next: Line, width: number | undefined, isFirst: boolean, isRunning: boolean): boolean {
  if (next.item || next.heading || last.heading) return false;
  if (LABELLED.test(next.text) && !/[,–-]$|\s(?:the|a|an|of|in|on|at|to|for|and|with|by|from|as)$/u.test(last.text))
    return false;
  if (findDateline(next.text) !== undefined && !ENDS_SENTENCE.test(last.text)) return false;
  // The first line of a text is its headline where the next one would have had room on it.
  if (
    isFirst &&
    !ENDS_SENTENCE.test(last.text) &&
    /^[\p{Lu}“"]/u.test(next.text) &&
    !isFull(last, next, (width ?? 0) - 2)
  ) {
    return false;
  }
  if (width !== undefined)
    return ENDS_SENTENCE.test(last.text) ? isFull(last, next, width - 2) && !next.indented : true;
  return continuesInSmallLetters(last, next) || (isRunning && isOpenProse(last));
}

/** `Foreign Minister:` above `Juan Roe`, and nothing or another label below: one row in two lines. */
const isLabelled = (label: Line, name: Line, below: Line | undefined): boolean =>
  /^\p{Lu}[^.!?:]{2,70}:\s*$/u.test(label.text) &&
  /^\p{Lu}[^.!?:;]{3,70}$/u.test(name.text) &&
  (below === undefined || /:\s*$/.test(below.text));

/** A line that already goes on from another, is as long as running text and ends no sentence, is no end of a paragraph. */
const isOpenProse = (last: Line): boolean =>
  last.text.length >= LEAST_RUNNING_WIDTH && !ENDS_SENTENCE.test(last.text) && !/[:”"]$/u.test(last.text);

export function joinParagraphs(lines: readonly Line[]): readonly Paragraph[] {
  const paragraphs: Line[][] = [];
  let widest: number | undefined;
  for (const run of splitRuns(lines)) {
    const own = findWrapWidth(run.lines);
    if (own !== undefined) widest = Math.max(own, widest ?? 0);
    // A paragraph of two lines says little by itself; the text around it does.
    const width = own ?? (run.lines.every((line) => line.text.length <= (widest ?? 0)) ? widest : undefined);
    for (const [index, line] of run.lines.entries()) {
      const current = paragraphs.at(-1);
      const last = current?.at(-1);
      const joins =
        last !== undefined &&
        (index > 0
          ? isLabelled(last, line, run.lines[index + 1]) ||
            joinsWithin(last, line, width, paragraphs.length === 1 && current!.length === 1, current!.length > 1)
          : continuesAcrossGap(last, line) ||
            (run.gap === 'furniture' && paragraphs.length > 1 && continuesAcrossFurniture(last, line, widest)));
      if (joins) current!.push(line);
      else paragraphs.push([line]);
    }
  }
  return paragraphs.map((own) => ({
    lines: own,
    heading: own[0]!.heading || !ENDS_SENTENCE.test(own.at(-1)!.text),
    item: own[0]!.item,
  }));
}
