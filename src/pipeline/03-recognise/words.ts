// Words of the clean text for the rules: the same cut for lexicon entries and for documents.
import type { Span } from '../../domain/span.ts';

export interface Word extends Span {
  readonly text: string;
  /** Lower case without diacritics, apostrophes straight: what lexicons are keyed by. */
  readonly folded: string;
  /** Starts with, or after a particle holds, a capital letter. */
  readonly isCapital: boolean;
  /** Two or more letters, all capitals. */
  readonly isAllCaps: boolean;
  readonly isWord: boolean;
  /** No white space between this and the word before it. */
  readonly isGlued: boolean;
  /** First word of a sentence, a block or a quotation: its capital says nothing. */
  readonly opens: boolean;
  readonly block: number;
}

/** Which hyphenated words stay whole, and which parts stand alone (`Japan-Vietnam`, `US-led`). */
export interface Hyphenation {
  readonly whole: ReadonlySet<string>;
  readonly separable: ReadonlySet<string>;
}

export const NO_HYPHENATION: Hyphenation = { whole: new Set(), separable: new Set() };

const ABBREVIATIONS =
  'Mr|Mrs|Ms|Messrs|Mme|Mdm|Dr|Prof|Assoc|St|Sen|Sens|Sr|Snr|Jr|Lt|Lieut|Gen|Col|Maj|Brig|Capt|Adm|Cmdr|Sgt|Cpl|Pvt|' +
  'Gov|Govs|Rep|Reps|Amb|Pres|Sec|Dep|Hon|Rt|Rev|Engr|Atty|Cde|Pol|No|Nos|Art|Inc|Ltd|Corp|Co|Bros|' +
  'Md|Mohd|Eng|Ing|Dra|Sra|' +
  'Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|vs|etc|approx';

const WORD = new RegExp(
  [
    String.raw`(?:\p{Lu}\.){2,}|\p{Lu}\.\p{Lu}(?![\p{L}.])`,
    String.raw`(?:${ABBREVIATIONS})\.(?!\p{L}\.)`,
    // María, as Filipinos write it.
    String.raw`Ma\.(?=[\s\u00a0]\p{Lu}\p{Ll}+[\s\u00a0]\p{Lu}[\p{Ll}.])`,
    String.raw`\p{Lu}\.(?=[\s\u00a0]*\p{Lu})`,
    // A question mark before a final s is an apostrophe that an old encoding lost.
    String.raw`(?<=[\p{L}\p{N}.])['’‘?]s(?![\p{L}\p{N}])`,
    String.raw`\d+(?:[.,]\d+)*(?:st|nd|rd|th|ST|ND|RD|TH)?`,
    String.raw`\p{Lu}{1,3}&\p{Lu}{1,3}(?![\p{L}])`,
    String.raw`[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:[-‐‑](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+|['’‘](?!s(?![\p{L}\p{N}]))\p{L}[\p{L}\p{M}\p{N}]*)*\+?`,
    String.raw`\S`,
  ].join('|'),
  'gu',
);

/** `Hong Kong-based`, `Saudi-led`: the place is a word of its own. */
const ORIGIN =
  /^(?:based|led|registered|backed|born|owned|controlled|brokered|mediated|sponsored|hosted|funded|elect|designate)$/;

const ENDS_SENTENCE = new Set(['.', '!', '?', '…', ';']);
const CLOSERS = new Set(['"', '”', '’', "'", ')', ']', '»', '“', '‘', '(', '«']);

export function foldWord(text: string): string {
  const lower = text.toLowerCase();
  // eslint-disable-next-line no-control-regex -- plain ASCII needs no further folding
  if (/^[\x00-\x7f]*$/.test(lower)) return lower;
  return lower
    .replace(/[’‘]/g, "'")
    .replace(/[‐‑]/g, '-')
    .replace(/đ/g, 'd')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '');
}

function pieces(text: string, start: number, hyphenation: Hyphenation): readonly { text: string; start: number }[] {
  const cut = text.indexOf('-');
  if (cut <= 0) return [{ text, start }];
  const folded = foldWord(text);
  if (hyphenation.whole.has(folded)) return [{ text, start }];
  // `ex-President`, `then-Foreign Minister`.
  if (/^(?:ex|then)-\p{Lu}/iu.test(text))
    return [
      { text: text.slice(0, cut), start },
      { text: '-', start: start + cut },
      ...pieces(text.slice(cut + 1), start + cut + 1, hyphenation),
    ];
  const last = text.lastIndexOf('-');
  const opensWithName = hyphenation.separable.has(text.slice(0, cut));
  const isOrigin = ORIGIN.test(text.slice(last + 1));
  const at = opensWithName ? cut : isOrigin || hyphenation.separable.has(text.slice(last + 1)) ? last : -1;
  if (at < 0) return [{ text, start }];
  return [
    ...pieces(text.slice(0, at), start, hyphenation),
    { text: '-', start: start + at },
    ...pieces(text.slice(at + 1), start + at + 1, hyphenation),
  ];
}

/** Words of `text.slice(span.start, span.end)`, with offsets into `text`. */
export function wordsOf(text: string, span: Span, block: number, hyphenation: Hyphenation): Word[] {
  const words: Word[] = [];
  const slice = text.slice(span.start, span.end);
  let opens = true;
  let previousEnd = -1;
  for (const match of slice.matchAll(WORD)) {
    for (const piece of pieces(match[0], span.start + match.index, hyphenation)) {
      const { text: surface, start } = piece;
      const isWord = /[\p{L}\p{N}]/u.test(surface);
      words.push({
        start,
        end: start + surface.length,
        text: surface,
        folded: foldWord(surface),
        isCapital: /^\p{Lu}/u.test(surface) || /^\p{Ll}{1,3}[-'’]\p{Lu}/u.test(surface),
        isAllCaps: /^\p{Lu}[\p{Lu}\p{N}&.-]+$/u.test(surface),
        isWord,
        isGlued: start === previousEnd,
        opens: opens && isWord,
        block,
      });
      previousEnd = start + surface.length;
      if (isWord) opens = false;
      else if (ENDS_SENTENCE.has(surface) || surface === '“' || surface === ':') opens = true;
      else if (!CLOSERS.has(surface)) opens = false;
    }
  }
  return words;
}

/** A word that continues a capitalised name: `al-Assad` and `O'Brien` do, `Russia's` does not. */
export const isPossessive = (word: Word | undefined): boolean =>
  word !== undefined && word.isGlued && (/^['’‘?]s$/.test(word.text) || word.text === "'" || word.text === '’');
