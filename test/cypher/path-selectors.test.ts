// Path selectors: for each pair of ends what all paths of the pattern, sorted by length, say.
import { describe, expect, it } from 'vitest';
import type { MemoryGraph } from '../../src/cypher/index.ts';
import { ask } from './support/people.ts';
import { randomGraph } from './support/random-query.ts';

const PATTERNS = [
  ['one relationship that repeats', '(a:A)-[:R|S]-{1,4}(b:B)'],
  ['one that may be missing', '(a:A)-[:R]->{0,3}(b)'],
  ['a loop', '(a)-[:R|S|T]-{1,4}(a)'],
  ['a group', '(a:A) ((x)-[:R]->(y)-[:S|T]-(z)){1,2} (b)'],
  ['several links', '(a:A)-[:R]-(m)-[:S|T]->{1,2}(b)'],
  ['brackets with a condition', '((a:A)-[r:R|S]-{1,3}(b:B) WHERE a.num <= b.num)'],
  ['brackets with a condition on the way', '((a:A)-[r:R|S]-{1,3}(b:B) WHERE size(r) <> 2)'],
] as const;

type Ends = readonly [string, string, number];

function paths(graph: MemoryGraph, selector: string, pattern: string, where = ''): readonly Ends[] {
  const end = pattern.includes('(b') ? 'b' : 'a';
  const query = `MATCH p = ${selector} ${pattern}${where} RETURN a.key AS start, ${end}.key AS end, length(p) AS length ORDER BY start, end, length`;
  return ask(graph, query).rows.map(([start, last, length]) => [start as string, last as string, Number(length)]);
}

/** Of rows that come by their ends, the short ones first. */
function chosen(all: readonly Ends[], count: number, groups: boolean): readonly Ends[] {
  const lengths = new Map<string, number[]>();
  return all.filter(([start, end, length]) => {
    const key = `${start} ${end}`;
    const known = lengths.get(key) ?? [];
    lengths.set(key, [...known, length]);
    return (groups ? new Set([...known, length]).size : known.length + 1) <= count;
  });
}

describe.each(PATTERNS)('selectors over %s', (_what, pattern) => {
  it.each([
    ['ANY', 1, false],
    ['ANY SHORTEST', 1, false],
    ['ALL SHORTEST', 1, true],
    ['SHORTEST 1 PATH', 1, false],
    ['SHORTEST 3 PATHS', 3, false],
    ['SHORTEST GROUP', 1, true],
    ['SHORTEST 2 PATH GROUPS', 2, true],
    ['ALL PATHS', Infinity, false],
  ] as const)('%s', (selector, count, groups) => {
    for (const seed of [7, 8, 9]) {
      const graph = randomGraph(seed);
      const all = paths(graph, '', pattern);
      expect(all.length).toBeGreaterThan(0);
      expect(paths(graph, selector, pattern)).toEqual(chosen(all, count, groups));
    }
  });
});

describe('a selector', () => {
  it('chooses before the WHERE of its MATCH', () => {
    const graph = randomGraph(7);
    const pattern = '(a:A)-[:R|S]-{1,4}(b:B)';
    const shortest = chosen(paths(graph, '', pattern), 1, true).filter(([, , length]) => length > 1);
    expect(paths(graph, 'ALL SHORTEST', pattern, ' WHERE length(p) > 1')).toEqual(shortest);
  });
  it.each([
    ['beside another pattern', 'MATCH SHORTEST 1 (a)-->+(b), (c) RETURN a'],
    ['for no paths', 'MATCH SHORTEST 0 (a)-->+(b) RETURN a'],
    ['before shortestPath()', 'MATCH ANY SHORTEST shortestPath((a)-[*]->(b)) RETURN a'],
  ])('is refused %s', (_where, query) => {
    expect(() => ask(randomGraph(7), query)).toThrow(expect.objectContaining({ kind: 'SyntaxError' }) as Error);
  });
});
