// The payload: what the server writes is what the browser reads, within the bytes that were promised.
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeLayout, decodeGraphPayload, encodeGraphPayload } from '../../src/adapters/layout/index.ts';
import { dayNumber, isoDay, type GraphPicture } from '../../src/adapters/layout/graph-picture.ts';
import { plantedGraph, plantedLayout } from '../web/support/planted-graph.ts';

const sent = (picture: GraphPicture) => encodeGraphPayload(picture, computeLayout(picture.nodes, picture.edges));

const id = fc.integer({ min: 0, max: 60 }).map((n) => n.toString(16).padStart(64, '0'));
const date = fc.constantFrom(undefined, '2018-11-07', '2018-11', '2018', '--04-23');
const picture = fc
  .record({
    nodes: fc.uniqueArray(fc.record({ id, kind: fc.constantFrom('Person', 'Meeting'), name: fc.string() }), {
      selector: (node) => node.id,
      maxLength: 40,
    }),
    edges: fc.array(
      fc.record({
        source: id,
        target: id,
        relation: fc.constantFrom('MET_WITH', 'ATTENDED'),
        modality: fc.constantFrom('occurred', 'planned'),
        claims: fc.integer({ min: 1, max: 300 }),
        startDate: date,
      }),
      { maxLength: 80 },
    ),
  })
  .map(({ nodes, edges }): GraphPicture => {
    const known = new Set(nodes.map((node) => node.id));
    const within = edges.filter((edge) => known.has(edge.source) && known.has(edge.target));
    return {
      version: 'v',
      nodes,
      edges: within.map(({ startDate, ...edge }) => (startDate === undefined ? edge : { ...edge, startDate })),
    };
  });

describe('the graph payload', () => {
  it('gives back every node with its id, name and kind, and every edge with all it says', () => {
    fc.assert(
      fc.property(picture, (given) => {
        const read = decodeGraphPayload(sent(given));
        const nodes = read.names.map((name, at) => ({ id: read.ids.at(at), name, kind: read.kinds[read.kind[at]!] }));
        const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
        expect(nodes.sort(byId)).toEqual(
          given.nodes.map(({ id, kind, name }) => ({ id, name: name.replace(/\s+/gu, ' '), kind })).sort(byId),
        );
        const edges = [...read.source].map((source, at) =>
          [
            read.ids.at(source),
            read.ids.at(read.target[at]!),
            read.relations[read.relation[at]!],
            read.modalities[read.modality[at]!],
            read.claims[at],
            read.startDay[at]! < 0 ? '' : isoDay(read.startDay[at]!),
          ].join(' '),
        );
        const wanted = given.edges.map((edge) => {
          const day = dayNumber(edge.startDate);
          const shown = day === undefined ? '' : isoDay(day);
          return [edge.source, edge.target, edge.relation, edge.modality, Math.min(edge.claims, 255), shown].join(' ');
        });
        expect(edges.sort()).toEqual(wanted.sort());
      }),
    );
  });

  it('keeps positions to a fraction of the space between two nodes', () => {
    const given = plantedGraph(3000, 9000);
    const layout = computeLayout(given.nodes, given.edges);
    const read = decodeGraphPayload(encodeGraphPayload(given, layout));
    layout.ids.forEach((each, at) => {
      const node = read.ids.find(each);
      expect(Math.abs(read.x[node]! - layout.x[at]!)).toBeLessThan(1);
      expect(Math.abs(read.y[node]! - layout.y[at]!)).toBeLessThan(1);
    });
  });

  it('lets an edge without dates take those of the event that it touches', () => {
    const [person, meeting] = ['a', 'b'].map((letter) => letter.repeat(64)) as [string, string];
    const read = decodeGraphPayload(
      sent({
        version: 'v',
        nodes: [
          { id: person, kind: 'Person', name: 'Ada' },
          { id: meeting, kind: 'Meeting', name: 'Forum', startDate: '2018-11-07', endDate: '2018-11-08' },
        ],
        edges: [{ source: person, target: meeting, relation: 'ATTENDED', modality: 'occurred', claims: 1 }],
      }),
    );
    expect([isoDay(read.startDay[0]!), isoDay(read.endDay[0]!)]).toEqual(['2018-11-07', '2018-11-08']);
  });

  it('stays within 230 KB for 10,000 nodes and 40,000 edges', () => {
    expect(gzipSync(sent(plantedGraph(10_000, 40_000)), { level: 6 }).length).toBeLessThanOrEqual(230_000);
  });

  it('stays within 2.1 MB for 100,000 nodes and 300,000 edges, and tells all their ids apart', () => {
    const given = plantedGraph(100_000, 300_000);
    const payload = encodeGraphPayload(given, plantedLayout(given));
    expect(gzipSync(payload, { level: 6 }).length).toBeLessThanOrEqual(2_100_000);
    const { ids } = decodeGraphPayload(payload);
    expect(new Set(Array.from({ length: ids.count }, (_unused, at) => ids.at(at))).size).toBe(100_000);
  }, 180_000);

  it('refuses bytes that are no payload, and payloads that were cut', () => {
    const whole = sent(plantedGraph(50, 80));
    expect(() => decodeGraphPayload(new Uint8Array([1, 2, 3]))).toThrow(RangeError);
    expect(() => decodeGraphPayload(whole.subarray(0, whole.length - 5))).toThrow(RangeError);
  });
});
