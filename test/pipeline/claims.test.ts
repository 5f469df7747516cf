// Claims stand on exact passages of the raw text, once for each printed copy, with ids that depend on nothing else.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimId } from '../../src/domain/ids.ts';
import { relationSchema } from '../../src/schema/index.ts';
import { read } from './relate-line.ts';

const PARAGRAPH =
  'Prime Minister Ann Lee met President Juan Roe of Chile in Oslo on May 14, 2024, the ministry said. The two leaders signed a fisheries agreement after the talks, which lasted for three hours.';

describe('claims', () => {
  it('quote the raw text at their offsets', () => {
    const text = `Leaders meet in Oslo\n\n${PARAGRAPH}\n`;
    const { claims, entities } = read(text);
    expect(claims.length).toBeGreaterThan(2);
    for (const { evidence } of claims) expect(text.slice(evidence.start, evidence.end)).toBe(evidence.quote);
    for (const { mentions } of entities) {
      for (const { start, end, quote } of mentions) expect(text.slice(start, end)).toBe(quote);
    }
  });

  it('have no white space at the ends of a quote, whatever surrounds the text', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ \n\t]{0,6}$/), fc.stringMatching(/^[ \n\t]{0,6}$/), (before, after) => {
        for (const { evidence } of read(before + PARAGRAPH + after).claims) {
          expect(evidence.quote).toBe(evidence.quote.trim());
        }
      }),
      { numRuns: 15 },
    );
  });

  it('are given once more for a second printed copy, with the same ends and another span', () => {
    const met = read(`${PARAGRAPH}\n\n${PARAGRAPH}\n`).claims.filter(({ predicate }) => predicate === 'MET_WITH');
    expect(met).toHaveLength(2);
    expect(new Set(met.map(({ subject, object }) => `${subject} ${object}`)).size).toBe(1);
    expect(new Set(met.map(({ evidence }) => evidence.start)).size).toBe(2);
  });

  it('are sorted by an id that follows from document, predicate, ends and span', () => {
    const { claims, document } = read(PARAGRAPH);
    expect(claims.map(({ id }) => id)).toEqual(claims.map(({ id }) => id).sort());
    for (const { id, predicate, subject, object, evidence } of claims) {
      expect(id).toBe(
        claimId({ document: document.id, predicate, subject, object, start: evidence.start, end: evidence.end }),
      );
    }
  });

  it('of a symmetric predicate have the smaller id as subject', () => {
    const symmetric = read(PARAGRAPH).claims.filter(({ predicate }) => relationSchema(predicate).symmetric);
    expect(symmetric.length).toBeGreaterThan(0);
    for (const { subject, object } of symmetric) expect(subject < object).toBe(true);
  });

  it('name only entities that are there', () => {
    const { claims, entities } = read(PARAGRAPH);
    const ids = new Set(entities.map(({ id }) => id));
    for (const { subject, object } of claims) expect([ids.has(subject), ids.has(object)]).toEqual([true, true]);
  });

  it('are equal bytes when the text is read again', () => {
    expect(JSON.stringify(read(PARAGRAPH))).toBe(JSON.stringify(read(PARAGRAPH)));
  });
});

describe('what was not read', () => {
  it('names the sentences that hold a person and gave no claim, and why', () => {
    const text = 'Ann Lee likes coffee with cardamom. President Juan Roe met Prime Minister Ann Lee.';
    const { unread } = read(text);
    expect(unread.map(({ start, end }) => text.slice(start, end))).toEqual(['Ann Lee likes coffee with cardamom.']);
    expect(unread[0]!.reason).toBe('unknown-head-verb');
  });

  it('leaves out sentences that name nobody', () => {
    expect(read('The weather was fine. It rained on Tuesday.').unread).toEqual([]);
  });

  it('tells a frame that found no partner from a verb that no frame knows', () => {
    expect(read('Ann Lee met the deadline.').unread.map(({ reason }) => reason)).toEqual(['no-frame']);
  });
});
