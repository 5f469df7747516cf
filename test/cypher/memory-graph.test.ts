// The graph in memory: after any changes it is as if it had been built so, indexes included.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemoryGraph } from '../../src/cypher/index.ts';
import type { StoredValue } from '../../src/cypher/values/stored-value.ts';

const key = fc.integer({ min: 0, max: 7 }).map((id) => `n${id}`);
const value: fc.Arbitrary<StoredValue> = fc.oneof(
  fc.integer({ min: 0, max: 4 }),
  fc.constantFrom('a', 'ab', 'b', true),
);
const change = fc.oneof(
  fc.record({ kind: fc.constant('put' as const), key, labels: fc.subarray(['A', 'B']), value }),
  fc.record({ kind: fc.constant('drop' as const), key }),
  fc.record({ kind: fc.constant('join' as const), key, other: key, type: fc.constantFrom('R', 'S') }),
  fc.record({ kind: fc.constant('part' as const), key, other: key, type: fc.constantFrom('R', 'S') }),
);
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function apply(graph: MemoryGraph, each: Change): void {
  const known = graph.node(each.key);
  if (each.kind === 'put') {
    if (known) graph.updateNode(each.key, each.labels, [['p', each.value]]);
    else graph.addNode(each.key, each.labels, [['p', each.value]]);
  } else if (each.kind === 'drop') {
    if (known) graph.removeNode(each.key);
  } else {
    const name = `${each.key}-${each.type}-${each.other}`;
    if (each.kind === 'part') graph.removeRelationship(name);
    else if (known && graph.node(each.other) && !graph.relationship(name))
      graph.addRelationship(name, each.type, each.key, each.other, []);
  }
}

const sorted = (entities: Iterable<{ key: string }>): string[] => [...entities].map((each) => each.key).sort();

function describeGraph(graph: MemoryGraph): unknown {
  const index = graph.index('A', 'p')!;
  return {
    nodes: [...graph.nodes()]
      .map((node) => [node.key, node.labels, node.get('p'), sorted(node.outgoing), sorted(node.incoming)])
      .sort(),
    labels: ['A', 'B'].map((label) => [graph.labelCount(label), sorted(graph.nodesWithLabel(label))]),
    types: ['R', 'S'].map((type) => [graph.typeCount(type), sorted(graph.relationshipsOfType(type))]),
    equal: [0, 1, 2, 3, 4, 'a', 'ab', 'b', true].map((each) => sorted(index.equal(each))),
    range: sorted(index.range({ value: 1, inclusive: true }, { value: 3, inclusive: true })),
    prefix: sorted(index.startingWith('a')),
  };
}

function rebuilt(graph: MemoryGraph): MemoryGraph {
  const copy = new MemoryGraph();
  for (const node of graph.nodes()) copy.addNode(node.key, node.labels, node.properties());
  for (const each of graph.relationships()) {
    copy.addRelationship(each.key, each.type, each.start.key, each.end.key, each.properties());
  }
  copy.createIndex('A', 'p');
  return copy;
}

describe('the graph in memory', () => {
  it('is after any changes what it would be if it had been built so', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), fc.nat(60), (changes, sortedFrom) => {
        const graph = new MemoryGraph();
        graph.createIndex('A', 'p');
        for (const [at, each] of changes.entries()) {
          // from some moment on the sorted side of the index exists and is kept current
          if (at === sortedFrom) expect(sorted(graph.index('A', 'p')!.startingWith('zz'))).toEqual([]);
          apply(graph, each);
        }
        expect(describeGraph(graph)).toEqual(describeGraph(rebuilt(graph)));
      }),
    );
  });
  it('answers a range with values of the same sort only', () => {
    const graph = new MemoryGraph();
    graph.createIndex('A', 'p');
    for (const [at, held] of [1, 2, 'x', true, 2.5].entries()) graph.addNode(`n${at}`, ['A'], [['p', held]]);
    expect(sorted(graph.index('A', 'p')!.range({ value: 2, inclusive: true }, undefined))).toEqual(['n1', 'n4']);
    expect(sorted(graph.index('A', 'p')!.range(undefined, { value: 'z', inclusive: true }))).toEqual(['n2']);
  });
  it('refuses a second node of a key, and a relationship without its ends', () => {
    const graph = new MemoryGraph();
    graph.addNode('a', [], []);
    expect(() => graph.addNode('a', [], [])).toThrow(RangeError);
    expect(() => graph.addRelationship('r', 'R', 'a', 'b', [])).toThrow(RangeError);
  });
  it('starts a new epoch when a tenth of it has changed', () => {
    const graph = new MemoryGraph();
    for (let at = 0; at < 5000; at++) graph.addNode(`n${at}`, [], []);
    const { epoch } = graph;
    for (let at = 0; at < 400; at++) graph.removeNode(`n${at}`);
    const soon = graph.epoch;
    for (let at = 400; at < 1200; at++) graph.removeNode(`n${at}`);
    expect(soon - epoch).toBeLessThanOrEqual(1);
    expect(graph.epoch).toBeGreaterThan(soon);
  });
});
