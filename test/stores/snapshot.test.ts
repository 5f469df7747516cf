// The snapshot of an embedded graph: used only where it shows just what the documents say, rebuilt without a word otherwise.
import fc from 'fast-check';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { openDatabase, openForReading, prepareFolder } from '../../src/adapters/stores/embedded/database.ts';
import { GraphKeeper } from '../../src/adapters/stores/embedded/graph-keeper.ts';
import { LedgerReader } from '../../src/adapters/stores/embedded/ledger-reader.ts';
import { applyDelta, emptyGraph } from '../../src/adapters/stores/embedded/memory-projection.ts';
import { Truth } from '../../src/adapters/stores/embedded/truth.ts';
import { readSnapshot, SNAPSHOT_FILE, writeSnapshot } from '../../src/adapters/stores/embedded/snapshot.ts';
import { canonicalJson, graphVersion } from '../../src/adapters/stores/claims-json.ts';
import { openStore } from '../../src/adapters/stores/open.ts';
import { Float, MemoryGraph, type StoredValue } from '../../src/cypher/index.ts';
import type { QueryResult } from '../../src/cypher/result.ts';
import type { LinkJudgement } from '../../src/ports/graph-store.ts';
import { Projector } from '../../src/projection/projector.ts';
import { someDocuments } from '../contract/random-documents.ts';
import { numberedDocument } from '../faults/corpus.ts';

const root = mkdtempSync(join(tmpdir(), 'plenary-snapshot-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let count = 0;
const newFolder = (): string => join(root, `${++count}`);
/** The documents' file alone, without the thread that draws the graph. */
function writing(folder: string, work: (truth: Truth) => void): void {
  prepareFolder(folder, true);
  const truth = new Truth(openDatabase(folder));
  work(truth);
  truth.close();
}

/** A store of some documents whose graph was left behind, whatever its size. */
function storeWithSnapshot(documents = 4): string {
  const folder = newFolder();
  writing(folder, (truth) => truth.commit(Array.from({ length: documents }, (_, at) => numberedDocument(at))));
  leaveSnapshot(folder);
  return folder;
}

/** @param mark a node that no document gives, to tell this graph from one that was drawn from the claims */
function leaveSnapshot(folder: string, mark?: string): void {
  const ledger = new LedgerReader(openForReading(folder));
  const { digests, judged } = ledger.version();
  const { graph, judgements } = drawn(ledger);
  if (mark !== undefined) graph.addNode(mark, ['Mark'], []);
  writeSnapshot(folder, graph, { version: graphVersion(digests, canonicalJson(judged)), judgements });
  ledger.close();
}

function drawn(ledger: LedgerReader): { readonly graph: MemoryGraph; readonly judgements: readonly LinkJudgement[] } {
  const graph = emptyGraph();
  const projector = new Projector();
  applyDelta(graph, projector.apply(ledger.changesAfter(0)));
  return { graph, judgements: projector.judgements() };
}

const marksIn = (keeper: GraphKeeper): number => Number(ask(keeper, 'MATCH (m:Mark) RETURN count(m)')[0]![0]);

function ask(keeper: GraphKeeper, cypher: string): QueryResult['rows'] {
  return keeper.read({ cypher, parameters: {}, limits: {}, cancel: new Int32Array(1) }).rows;
}

function elementsIn(keeper: GraphKeeper): unknown {
  return [
    ask(keeper, 'MATCH (n) WHERE NOT n:Mark RETURN n.id AS id, labels(n), properties(n) ORDER BY id'),
    ask(
      keeper,
      'MATCH (a)-[r]->(b) RETURN type(r) AS type, a.id AS a, b.id AS b, r.id AS id, properties(r) ORDER BY type, a, b, id',
    ),
    keeper.judgements(),
  ];
}

/** @param snapshots where to look for one; an empty folder has none */
function keeperOf(folder: string, snapshots = folder): GraphKeeper {
  const keeper = new GraphKeeper(openForReading(folder), snapshots);
  keeper.sync();
  return keeper;
}

function contentOf(folder: string, snapshots = folder): { readonly elements: unknown; readonly marks: number } {
  const keeper = keeperOf(folder, snapshots);
  const content = { elements: elementsIn(keeper), marks: marksIn(keeper) };
  keeper.close(false);
  return content;
}

describe('a store opens', () => {
  it('from a snapshot that matches it', async () => {
    const folder = storeWithSnapshot();
    const { elements } = contentOf(folder, newFolder());
    leaveSnapshot(folder, 'mark');
    expect(contentOf(folder)).toEqual({ elements, marks: 1 });
    const store = await openStore(`file:${folder}`);
    expect((await store.read('MATCH (m:Mark) RETURN count(m)', {})).rows).toEqual([[1n]]);
    await store.close();
  });

  it('from its claims where a document came, changed or went since', () => {
    const changes: readonly ((truth: Truth) => unknown)[] = [
      (truth) => truth.commit([numberedDocument(9)]),
      (truth) => truth.commit([{ ...numberedDocument(9), source: numberedDocument(0).source }]),
      (truth) => truth.remove(numberedDocument(0).source),
    ];
    for (const change of changes) {
      const folder = storeWithSnapshot();
      leaveSnapshot(folder, 'mark');
      writing(folder, change);
      expect(contentOf(folder)).toEqual({ elements: contentOf(folder, newFolder()).elements, marks: 0 });
    }
  });

  it('from its claims where other code drew the snapshot', () => {
    const folder = storeWithSnapshot();
    leaveSnapshot(folder, 'mark');
    claimOtherCode(folder);
    expect(contentOf(folder).marks).toBe(0);
  });

  it('from its claims where the snapshot is cut, or one byte of it is another', () => {
    const folder = storeWithSnapshot();
    const { elements } = contentOf(folder);
    leaveSnapshot(folder, 'mark');
    const file = join(folder, SNAPSHOT_FILE);
    const sound = readFileSync(file);
    for (let at = 0; at < sound.length; at += Math.ceil(sound.length / 40)) {
      const flipped = Buffer.from(sound);
      flipped[at]! ^= 0x55;
      for (const bytes of [sound.subarray(0, at), flipped]) {
        writeFileSync(file, bytes);
        const content = contentOf(folder);
        expect(content.elements).toEqual(elements);
        // Between two columns stand bytes that mean nothing.
        if (bytes !== flipped) expect(content.marks).toBe(0);
      }
    }
  });
});

/** Has the snapshot say that other code drew it, with its sum made good again. */
function claimOtherCode(folder: string): void {
  const file = join(folder, SNAPSHOT_FILE);
  const bytes = readFileSync(file);
  const [length, json] = [bytes.readUInt32LE(16), 24];
  const header = bytes.toString('latin1', json, json + length).replace(/("code":")./, '$1x');
  bytes.write(header, json, 'latin1');
  bytes.writeUInt32LE(crc32(bytes.subarray(json, json + length)), 20);
  writeFileSync(file, bytes);
}

describe('a graph from a snapshot changes like one from the claims', () => {
  const judgement = (left: string, right: string): LinkJudgement => ({
    left,
    right,
    outcome: 'same',
    score: 1,
    reasons: ['a person said so'],
  });
  const changes: readonly (readonly [string, (truth: Truth, keeper: GraphKeeper) => unknown])[] = [
    ['a document comes', (truth) => truth.commit([numberedDocument(9)])],
    ['a document goes', (truth) => truth.remove(numberedDocument(1).source)],
    [
      'a source has another document',
      (truth) => truth.commit([{ ...numberedDocument(9), source: numberedDocument(0).source }]),
    ],
    [
      'a person decides',
      (truth, keeper) => {
        const ids = ask(keeper, 'MATCH (p:Person) RETURN p.id AS id ORDER BY id LIMIT 2').flat() as string[];
        truth.judge(judgement(ids[0]!, ids[1]!));
      },
    ],
  ];

  it.each(changes)('when %s', (_case, change) => {
    const folder = storeWithSnapshot();
    leaveSnapshot(folder, 'mark');
    const keeper = keeperOf(folder);
    expect(marksIn(keeper)).toBe(1);
    writing(folder, (truth) => change(truth, keeper));
    keeper.sync();
    const { elements } = contentOf(folder, newFolder());
    expect(elementsIn(keeper)).toEqual(elements);
    keeper.close(false);
  });

  it('and need not be drawn again when a document only comes', () => {
    const folder = storeWithSnapshot();
    leaveSnapshot(folder, 'mark');
    const keeper = keeperOf(folder);
    writing(folder, (truth) => truth.commit([numberedDocument(9)]));
    keeper.sync();
    expect(marksIn(keeper)).toBe(1);
    keeper.close(false);
  });

  it('whatever the documents, and whatever changes', () => {
    fc.assert(
      fc.property(someDocuments(5), fc.nat({ max: 5 }), fc.boolean(), (documents, cut, removes) => {
        const folder = newFolder();
        writing(folder, (truth) => truth.commit(documents.slice(0, cut)));
        leaveSnapshot(folder);
        const keeper = keeperOf(folder);
        writing(folder, (truth) => {
          if (removes && cut > 0) truth.remove(documents[0]!.source);
          truth.commit(documents.slice(cut));
        });
        keeper.sync();
        expect(elementsIn(keeper)).toEqual(contentOf(folder, newFolder()).elements);
        keeper.close(false);
      }),
      { numRuns: 20 },
    );
  });
});

describe('the columns of a snapshot', () => {
  const value: fc.Arbitrary<StoredValue> = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constant('\ud800 alone'),
    fc.boolean(),
    fc.integer(),
    fc.bigInt({ min: 2n ** 53n }),
    fc.double({ noNaN: true }).map((number) => (Number.isInteger(number) ? new Float(number + 0) : number)),
    fc.array(fc.string(), { maxLength: 3 }),
  );
  const properties = fc
    .dictionary(fc.string({ minLength: 1 }), value, { maxKeys: 4 })
    .map((map) => Object.entries(map));

  it('give back every node and every edge with all they hold', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 8 }),
        fc.array(fc.tuple(fc.nat(), fc.nat(), properties), { maxLength: 12 }),
        fc.array(properties, { minLength: 8, maxLength: 8 }),
        (keys, edges, nodes) => {
          const graph = new MemoryGraph();
          for (const [at, key] of keys.entries()) graph.addNode(key, at % 2 === 0 ? ['A', 'B'] : ['A'], nodes[at]!);
          for (const [at, [from, to, own]] of edges.entries())
            graph.addRelationship(`edge ${at}`, 'T', keys[from % keys.length]!, keys[to % keys.length]!, own);
          const folder = mkdtempSync(join(root, 'columns-'));
          writeSnapshot(folder, graph, { version: 'v', judgements: [] });
          const again = new MemoryGraph();
          expect(readSnapshot(folder, 'v', again)).toMatchObject({ version: 'v', judgements: [] });
          expect(elements(again)).toEqual(elements(graph));
        },
      ),
    );
  });
});

const elements = (graph: MemoryGraph): unknown => [
  Array.from(graph.nodes(), (node) => [node.key, node.labels, [...node.properties()]]),
  Array.from(graph.relationships(), (edge) => [
    edge.key,
    edge.type,
    edge.start.key,
    edge.end.key,
    [...edge.properties()],
  ]),
];
