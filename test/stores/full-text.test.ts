// Full text of the embedded store: searches as Lucene reads them, words near others, and an index that follows the graph.
import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseTextQuery } from '../../src/adapters/stores/full-text/query.ts';
import { allowsEdits, matchesPattern } from '../../src/adapters/stores/full-text/similar-words.ts';
import { indexedWords, wordsIn } from '../../src/adapters/stores/full-text/words.ts';
import { openStore } from '../../src/adapters/stores/open.ts';
import { CypherError } from '../../src/cypher/index.ts';
import { someDocuments } from '../contract/random-documents.ts';

describe('words', () => {
  it.each([
    ["O'Brien's U.S. staff: 1,000 men.", ["o'brien's", 'u.s', 'staff', '1,000', 'men']],
    ['state-owned a_b 王小', ['state', 'owned', 'a_b', '王', '小']],
    ['', []],
  ])('of %j are those of the standard tokenizer', (text, words) => expect(wordsIn(text)).toEqual(words));
  it('are folded, and as written where that differs', () => {
    expect(indexedWords('Đặng met U.S. envoys, Đặng said')).toEqual(
      ['dang', 'met', 'us', 'envoys', 'dang', 'said'].concat('đặng', 'u.s'),
    );
  });
});

describe('a search', () => {
  const occurs = (text: string): unknown => {
    const query = parseTextQuery(text);
    return query.kind === 'group' ? query.clauses.map(({ occur }) => occur) : undefined;
  };
  it.each([
    ['a b', ['should', 'should']],
    ['a AND b OR c', ['must', 'must', 'should']],
    ['+a -b !c NOT d', ['must', 'not', 'not', 'not']],
    ['a && b || c', ['must', 'must', 'should']],
    ['a AND NOT b', ['must', 'not']],
  ])('%s says what must be there', (text, expected) => expect(occurs(text)).toEqual(expected));
  it.each([
    '',
    '   ',
    'a AND',
    'OR a',
    'a AND OR b',
    '(a',
    'a)',
    '()',
    '"a',
    'name:a',
    '[a TO b]',
    '/a/',
    'a~1.5',
    '"a b"~2',
    'x'.repeat(2000),
  ])('%j is refused with a sentence', (text) => expect(() => parseTextQuery(text)).toThrow(CypherError));
  it('is read or refused, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('ab "()+-!&|~^*?\\:[]{}/AND OR1.')) }), (text) => {
        try {
          parseTextQuery(text);
        } catch (error) {
          expect(error).toBeInstanceOf(CypherError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('similar words', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
  it('fit a pattern as the regular expression of the same sense says', () => {
    fc.assert(
      fc.property(word, fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 6 }), (text, pattern) => {
        const expression = new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`);
        expect(matchesPattern(text, pattern)).toBe(expression.test(text));
      }),
    );
  });
  it('are as far from each other in both directions, and no further than the letters', () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        const edits = allowsEdits(one, other, 9)!;
        expect(allowsEdits(other, one, 9)).toBe(edits);
        expect(edits).toBeLessThanOrEqual(Math.max(one.length, other.length));
        expect(edits === 0).toBe(one === other);
        expect(allowsEdits(one, other, edits - 1)).toBeUndefined();
      }),
    );
  });
  it('count two swapped neighbours as one edit', () => expect(allowsEdits('abcd', 'acbd', 2)).toBe(1));
});

describe('the index of names', () => {
  const root = mkdtempSync(join(tmpdir(), 'plenary-full-text-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  const ALL =
    "CALL db.index.fulltext.queryNodes('entity_names', $words) YIELD node, score RETURN node.id, score ORDER BY node.id";

  it('answers after any changes as one that is made for the graph', async () => {
    let count = 0;
    await fc.assert(
      fc.asyncProperty(someDocuments(5), someDocuments(4), async (first, second) => {
        const folder = join(root, `${++count}`);
        const store = await openStore(`file:${folder}`);
        await store.commit(first);
        await store.read(ALL, { words: 'lam' }); // from here on it is kept up to date
        await store.commit(second);
        for (const { source } of (await store.knownSources()).slice(0, 2)) await store.remove(source);
        const ask = async (from: typeof store): Promise<unknown> =>
          Promise.all(['*', 'lam', 'ministry security'].map(async (words) => (await from.read(ALL, { words })).rows));
        const kept = await ask(store);
        await store.close();
        const opened = await openStore(`file:${folder}`);
        expect(await ask(opened)).toEqual(kept);
        await opened.close();
      }),
      { numRuns: 12 },
    );
  });
});
