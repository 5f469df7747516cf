// The passage around a quote is cut between words and never within a character.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt } from '../../src/api/excerpts.ts';

const LONG = 'The two ministers spoke of trade and of the sea. '.repeat(20);

describe('the passage around a quote', () => {
  it('begins and ends with whole words where the text goes on', () => {
    const start = 500;
    const { before, quote, after } = excerpt(LONG, start, start + 30);
    const at = LONG.indexOf(before + quote + after);
    expect(LONG[at - 1]).toBe(' ');
    expect(LONG[start + 30 + after.length]).toBe(' ');
  });

  it('is the whole text where it is short', () => {
    expect(excerpt('Lam met Patrushev today.', 4, 7)).toEqual({
      before: 'Lam ',
      quote: 'met',
      after: ' Patrushev today.',
    });
  });

  it('stands in the text as it is, around exactly the quote', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 900, unit: 'grapheme' }), fc.nat(), fc.nat(), (text, one, other) => {
        const [start, end] = [one % (text.length + 1), other % (text.length + 1)].sort((a, b) => a - b) as [
          number,
          number,
        ];
        const { before, quote, after } = excerpt(text, start, end);
        expect(quote).toBe(text.slice(start, end));
        expect(text.slice(0, start).endsWith(before)).toBe(true);
        expect(text.slice(end).startsWith(after)).toBe(true);
      }),
    );
  });
});
