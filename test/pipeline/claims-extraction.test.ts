// What `plenary extract` prints: claims of one fact merged, what is denied apart, everything in a readable listing too.
import { describe, expect, it } from 'vitest';
import { toExtraction } from '../../src/cli/extraction-json.ts';
import { renderExtraction } from '../../src/cli/render-extraction.ts';
import { read } from './relate-line.ts';

const TWICE =
  'On May 14, 2024, Ann Lee met Juan Roe in Oslo. Both praised the fishermen of the coast.\n\nAs reported, Ann Lee met Juan Roe on May 14, 2024.';

describe('an extraction', () => {
  it('merges claims of one fact and keeps every piece of evidence in text order', () => {
    const met = toExtraction(read(TWICE)).relations.filter(({ type }) => type === 'MET_WITH');
    expect(met).toHaveLength(1);
    const starts = met[0]!.evidence.map(({ start }) => start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    expect(starts).toHaveLength(2);
  });

  it('gives role and dates as attributes', () => {
    const found = toExtraction(read('Juan Roe led a delegation to the 5th Arctic Summit in Oslo on May 14, 2024.'));
    const attended = found.relations.find(({ type }) => type === 'ATTENDED');
    expect(attended?.attributes).toMatchObject({
      role: 'head of delegation',
      startDate: '2024-05-14',
      datePrecision: 'day',
    });
  });

  it('lists what is denied apart from the relations, with its polarity', () => {
    const found = toExtraction(read('The Kremlin denied that Ann Lee had met Juan Roe.'));
    expect(found.relations.filter(({ type }) => type === 'MET_WITH')).toEqual([]);
    expect(found.contradicted.map(({ type, polarity }) => `${type} ${polarity}`)).toEqual(['MET_WITH denied']);
  });

  it('gives kinds with their labels and only relations between entities that are listed', () => {
    const found = toExtraction(read(TWICE));
    const ids = new Set(found.entities.map((entity) => entity['id']));
    expect(found.entities.find((entity) => entity['name'] === 'Oslo')).toMatchObject({
      type: 'City',
      labels: ['Place', 'City'],
    });
    for (const { source, target } of found.relations) expect([ids.has(source), ids.has(target)]).toEqual([true, true]);
  });

  it('reads as a listing with the sentences', () => {
    const listing = renderExtraction(toExtraction(read(TWICE)), TWICE);
    expect(listing).toContain('Ann Lee met with Juan Roe');
    expect(listing).toContain('“On May 14, 2024, Ann Lee met Juan Roe in Oslo.”');
  });
});
