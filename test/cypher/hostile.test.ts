// Hostile keys, numbers at their limits, broken text: right or refused, never corrupted.
import { describe, expect, it } from 'vitest';
import { CypherError, Float, MemoryGraph } from '../../src/cypher/index.ts';
import { ask } from './support/people.ts';

const KEYS = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', 'a b', '😀'];
const quoted = (key: string): string => `\`${key}\``;

describe('hostile keys', () => {
  it.each(KEYS.filter((key) => key !== ''))('are keys like any other: %s', (key) => {
    const graph = new MemoryGraph();
    graph.createIndex('N', key);
    graph.addNode('a', ['N'], [[key, 'held']]);
    graph.addNode('b', ['N'], []);
    expect(ask(graph, `MATCH (n:N {${quoted(key)}: 'held'}) RETURN n.${quoted(key)} AS x`).rows).toEqual([['held']]);
    expect(ask(graph, `MATCH (n:N) WHERE n.${quoted(key)} IS NULL RETURN count(*) AS x`).rows).toEqual([[1n]]);
    expect(ask(graph, `RETURN {${quoted(key)}: 1}.${quoted(key)} AS x`).rows).toEqual([[1n]]);
    expect(ask(graph, `WITH {other: 1} AS m RETURN m.${quoted(key)} AS x`).rows).toEqual([[null]]);
  });
  it('are labels, types, ids, variables and parameters like any other', () => {
    const graph = new MemoryGraph();
    graph.addNode('__proto__', ['constructor'], []);
    graph.addRelationship('toString', '__proto__', '__proto__', '__proto__', []);
    expect(ask(graph, 'MATCH (`__proto__`:constructor)-[r:`__proto__`]->() RETURN count(r) AS x').rows).toEqual([[1n]]);
    const parameters = JSON.parse('{"__proto__": 5, "constructor": {"__proto__": 6}}') as Record<string, unknown>;
    expect(ask(graph, 'RETURN $`__proto__` AS a, $constructor.`__proto__` AS b', parameters).rows).toEqual([[5n, 6n]]);
    expect(() => ask(graph, 'RETURN $toString')).toThrow(CypherError);
  });
});

describe('numbers', () => {
  const graph = new MemoryGraph();
  graph.createIndex('N', 'value');
  const large = 2n ** 53n + 1n;
  for (const [at, value] of [large, 2n ** 53n, new Float(1), 1.5, NaN, Infinity, new Float(-0), 1].entries()) {
    graph.addNode(`n${at}`, ['N'], [['value', value]]);
  }
  it('keep every digit past 2^53', () => {
    expect(ask(graph, `MATCH (n:N {value: ${large}}) RETURN n.value AS x`).rows).toEqual([[large]]);
    expect(ask(graph, 'RETURN $x + 1 AS x', { x: large }).rows).toEqual([[large + 1n]]);
    expect(ask(graph, `UNWIND [${large}, ${large - 1n}] AS v RETURN sum(v) AS x`).rows).toEqual([[2n * large - 1n]]);
  });
  it('tell 1 from 1.0, and find both for either', () => {
    const { rows } = ask(graph, 'MATCH (n:N) WHERE n.value = 1 RETURN n.value AS x ORDER BY elementId(n)');
    expect(rows).toEqual([[1], [1n]]);
    expect(ask(graph, 'MATCH (n:N) WHERE n.value = 1.0 RETURN count(*) AS x').rows).toEqual([[2n]]);
  });
  it('never equal NaN, in grouping neither, and sort it', () => {
    expect(ask(graph, 'MATCH (n:N) WHERE n.value <> n.value RETURN count(*) AS x').rows).toEqual([[1n]]);
    expect(ask(graph, 'UNWIND [0.0 / 0.0, 0.0 / 0.0] AS x RETURN count(DISTINCT x) AS x').rows).toEqual([[2n]]);
    expect(ask(graph, 'MATCH (n:N) RETURN n.value AS x ORDER BY x DESC LIMIT 1').rows).toEqual([[NaN]]);
  });
  it('overflow with an error, not with a wrong number', () => {
    expect(() => ask(graph, 'RETURN 9223372036854775807 + 1')).toThrow(CypherError);
    expect(() => ask(graph, 'RETURN $x', { x: 2n ** 63n })).toThrow(CypherError);
  });
});

describe('text', () => {
  it('is carried whole, however long or broken', () => {
    const graph = new MemoryGraph();
    const long = 'x'.repeat(1_000_000);
    graph.addNode(
      'a',
      ['N'],
      [
        ['long', long],
        ['lone', 'a\ud800b'],
        ['nul', 'a\u0000b'],
      ],
    );
    expect(ask(graph, 'MATCH (n:N) RETURN n.long AS a, n.lone AS b, n.nul AS c').rows).toEqual([
      [long, 'a\ud800b', 'a\u0000b'],
    ]);
    expect(ask(graph, 'MATCH (n:N) RETURN size(n.long + $more) AS x', { more: long }).rows).toEqual([[2_000_000n]]);
    expect(ask(graph, 'MATCH (n:N) WHERE n.lone CONTAINS $half RETURN count(*) AS x', { half: '\ud800' }).rows).toEqual(
      [[1n]],
    );
  });
  it('is matched without backtracking', () => {
    const { rows } = ask(new MemoryGraph(), "RETURN $text =~ '(a+)+b' AS x", { text: 'a'.repeat(5000) });
    expect(rows).toEqual([[false]]);
  });
  it('may not use what needs backtracking, which is refused', () => {
    expect(() => ask(new MemoryGraph(), "RETURN 'aa' =~ '(a)\\\\1'")).toThrow(/back references/);
  });
});

describe('parameters', () => {
  it.each([[{ f: () => 1 }], [{ d: new Date(0) }], [{ s: Symbol('x') }]])(
    'that no Cypher value can hold are refused: %o',
    (parameters) => {
      expect(() => ask(new MemoryGraph(), 'RETURN 1', parameters)).toThrow(CypherError);
    },
  );
  it('that contain themselves are refused', () => {
    const circle: unknown[] = [];
    circle.push(circle);
    expect(() => ask(new MemoryGraph(), 'RETURN 1', { circle })).toThrow(/nests too deeply/);
  });
});
