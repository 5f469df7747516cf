// Every character of the clean text stands for characters of the raw text, and the map says which.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from './clean-text.ts';

const FRAGMENTS = [
  'The minister met',
  'countries.The next',
  'Patrushev',
  'Patrushevsaid',
  'the 12thInternational Meeting',
  'ofthe',
  'securitycouncil',
  'Organisation(Interpol)',
  'progress,during',
  'St.Petersburg',
  '“Yes,” he said.',
  '"No," she replied.',
  'Russia?s envoy',
  'â€œWellâ€\u009d',
  'inter\u00adnational',
  'inter-',
  'national talks',
  '\u00a0',
  '\u00a0 \u00a0',
  '  ',
  '\n',
  '\r\n',
  '\n\n',
  '\ufeff',
  '\u200b',
  'Hanoi (VNA) – ',
  'MOSCOW, January 21. /TASS/. ',
  'Font Size:    |     Print',
  'Friday, 2018-11-09 12:49:21',
  'Home | Politics | World',
  'Read more',
  '(Photo: VNA)',
  '(pvs/ji)',
  './.',
  '###',
  '- ',
  '1. ',
  'The ministers agreed to meet again in the capital before the end of the year.',
  'İstanbul',
  'Nguyễn Phú Trọng',
  '😀',
  '?',
  ',',
  '.',
  '(',
  '”',
  ' ',
];

const texts = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...FRAGMENTS) },
      { weight: 1, arbitrary: fc.string({ maxLength: 6, unit: 'binary' }) },
    ),
    {
      maxLength: 40,
    },
  )
  .map((fragments) => fragments.join(' '));

/** What cleaning may change in a character and what it may put in or leave out, made equal on both sides. */
const skeleton = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

describe('clean', () => {
  it('maps every clean character to raw characters, in order within its block', () => {
    fc.assert(
      fc.property(texts, (raw) => {
        const { text, blocks, rawSpans } = cleanText(raw);
        for (const block of blocks) {
          let before = -1;
          for (let at = block.start; at < block.end; at++) {
            const [place] = rawSpans({ start: at, end: at + 1 });
            expect(place!.start).toBeGreaterThanOrEqual(before);
            expect(place!.end).toBeGreaterThanOrEqual(place!.start);
            expect(place!.end).toBeLessThanOrEqual(raw.length);
            if (/[\p{L}\p{N}]/u.test(text[at]!) && text[at] !== 'é') {
              expect(raw.slice(place!.start, place!.end)).toBe(text[at]);
            }
            before = place!.start;
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives raw slices that hold the letters of the clean slice, in every copy', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (raw, one, other) => {
        const { text, blocks, rawSpans } = cleanText(raw);
        for (const block of blocks) {
          const length = block.end - block.start;
          const [from, to] = [one % length, other % length].sort((left, right) => left - right) as [number, number];
          const span = { start: block.start + from, end: block.start + to + 1 };
          const wanted = skeleton(text.slice(span.start, span.end));
          const [first, ...copies] = rawSpans(span).map(({ start, end }) => skeleton(raw.slice(start, end)));
          // The first copy may span furniture that stood inside it, and soft marks.
          let at = 0;
          for (let unit = 0; unit < first!.length; unit++) if (first![unit] === wanted[at]) at++;
          expect(at === wanted.length || /â/u.test(raw)).toBe(true);
          for (const copy of copies) expect(copy.toLowerCase()).toBe(wanted.toLowerCase());
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is stable: cleaning the clean text changes nothing but what it had joined', () => {
    const raw = 'Hanoi (VNA) – The 12thInternational Meeting ofthe two\nsides opened.The ministers met.\n\nPrint\n';
    const once = cleanText(raw).text;
    expect(cleanText(once).text).toBe(once);
  });

  it('cleans a text of nothing but furniture to nothing', () => {
    expect(cleanText('Print\n\nHome | Politics | World\n###\n').blocks).toEqual([]);
  });
});
