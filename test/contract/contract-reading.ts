// The contract's cases of reading: documents as they came, linking decisions, limits and shapes of answers.
import { expect, it } from 'vitest';
import type { ResultValue } from '../../src/cypher/result.ts';
import { aDocument } from './a-document.ts';
import { exported } from './exported.ts';
import { FIXTURE } from './fixture.ts';
import { FIRST, freshStore, idOf, single, type StoreHarness, THIRD } from './harness.ts';

export function documentCases(harness: StoreHarness): void {
  const store = freshStore(harness);

  it('gives back a document as it came', async () => {
    await store().commit([THIRD]);
    const stored = await store().document(idOf(THIRD));
    expect(stored?.claims).toEqual(THIRD.claims);
    expect(stored?.document).toEqual(THIRD.claims.document);
    expect(stored && Buffer.from(stored.bytes)).toEqual(Buffer.from(THIRD.bytes));
  });

  it('gives back what is hard to store', async () => {
    const text = aDocument().says('A null \u0000 inside, a BOM \uFEFF, 𝒳, lone \uD800 halves\r\nand "quotes".');
    text.names('Organisation', 'Organisation “𝒳” \u0000');
    const commit = { ...text.build(), bytes: Uint8Array.from({ length: 256 }, (_, byte) => byte) };
    await store().commit([commit]);
    const stored = await store().document(commit.id);
    expect(stored?.claims).toEqual(commit.claims);
    expect(stored && Buffer.from(stored.bytes)).toEqual(Buffer.from(commit.bytes));
  });

  it('knows no document of another id', async () => {
    expect(await store().document('0'.repeat(64))).toBeUndefined();
  });

  it('walks over all documents in id order', async () => {
    await store().commit(FIXTURE);
    const ids: string[] = [];
    for await (const { document } of store().documents()) ids.push(document.id);
    expect(ids).toEqual(FIXTURE.map(idOf).sort());
  });

  it('keeps a layout by its name, and replaces it', async () => {
    await store().writeLayout('main/1', Uint8Array.of(0, 128, 255));
    await store().writeLayout('main/1', Uint8Array.of(1, 2));
    await store().writeLayout('other', Uint8Array.of(3));
    expect([...((await store().readLayout('main/1')) ?? [])]).toEqual([1, 2]);
    expect(await store().readLayout('nobody')).toBeUndefined();
  });

  it('a layout survives documents that come and go', async () => {
    await store().writeLayout('main', Uint8Array.of(7));
    await store().commit([FIRST]);
    await store().remove(FIRST.source);
    expect([...((await store().readLayout('main')) ?? [])]).toEqual([7]);
  });
}

export function linkingCases(harness: StoreHarness): void {
  const store = freshStore(harness);
  const unsurePair = async (): Promise<void> => {
    for (const [name, source] of [
      ['George Bush', 'bush-1.txt'],
      ['George Walker Bush', 'bush-2.txt'],
    ] as const) {
      const text = aDocument();
      text.relates('VISITED', text.names('Person', name), text.names('City', 'Hanoi'));
      await store().commit([{ ...text.build(), source }]);
    }
  };
  const people = (): Promise<ResultValue | undefined> => single(store(), 'MATCH (p:Person) RETURN count(p)');

  it('lists what it is not sure of, with score and reasons', async () => {
    await unsurePair();
    expect(await store().judgements()).toMatchObject([{ outcome: 'unsure', reasons: ['one name has more parts'] }]);
    expect(await people()).toBe(2n);
  });

  it('a person can say that two are one', async () => {
    await unsurePair();
    const [pair] = await store().judgements();
    await store().judge({ ...pair!, outcome: 'same', score: 1, reasons: ['decided by a person'] });
    expect(await people()).toBe(1n);
    expect(await single(store(), 'MATCH ()-[r:VISITED]->() RETURN r.claimCount')).toBe(2n);
    expect(await store().judgements()).toMatchObject([{ outcome: 'same' }]);
  });

  it('a person can take the word back', async () => {
    await unsurePair();
    const before = await exported(store());
    const [pair] = await store().judgements();
    await store().judge({ ...pair!, outcome: 'same', score: 1, reasons: ['decided by a person'] });
    await store().judge({ ...pair!, outcome: 'different', score: 0, reasons: ['decided by a person'] });
    expect(await people()).toBe(2n);
    const derived = (text: string): string =>
      text
        .split('\n')
        .filter((line) => !line.includes('"judgement"'))
        .join('\n');
    expect(derived(await exported(store()))).toBe(derived(before));
  });

  it('a decision survives that the documents go and come back', async () => {
    await unsurePair();
    const [pair] = await store().judgements();
    await store().judge({ ...pair!, outcome: 'same', score: 1, reasons: ['decided by a person'] });
    const before = await exported(store());
    const stored = await store().document((await store().knownSources())[0]!.documentId);
    await store().remove('bush-1.txt');
    expect(await people()).toBe(1n);
    await store().commit([{ claims: stored!.claims, bytes: stored!.bytes, source: 'bush-1.txt' }]);
    expect(await exported(store())).toBe(before);
  });

  it('a decision changes the version of the graph', async () => {
    await unsurePair();
    const { graphVersion } = await store().stats();
    const [pair] = await store().judgements();
    await store().judge({ ...pair!, outcome: 'same', score: 1, reasons: [] });
    expect((await store().stats()).graphVersion).not.toBe(graphVersion);
  });
}

export function readingCases(harness: StoreHarness): void {
  const store = freshStore(harness);
  const RANGE = 'UNWIND range(1, $n) AS n RETURN n';

  it('names the columns in order', async () => {
    expect((await store().read('RETURN 1 AS b, 2 AS a', {})).columns).toEqual(['b', 'a']);
  });

  it('stops at the row limit and says so', async () => {
    const { rows, stopped } = await store().read(RANGE, { n: 100 }, { maxRows: 10 });
    expect(rows).toHaveLength(10);
    expect(stopped?.reason).toBe('rows');
  });

  it('says nothing where the rows just fit', async () => {
    const { rows, stopped } = await store().read(RANGE, { n: 10 }, { maxRows: 10 });
    expect(rows).toHaveLength(10);
    expect(stopped).toBeUndefined();
  });

  it('stops at the size limit and says so', async () => {
    const { rows, stopped } = await store().read(
      "UNWIND range(1, 1000) AS n RETURN 'a long enough text'",
      {},
      { maxBytes: 2_000 },
    );
    expect(rows.length).toBeLessThan(1_000);
    expect(stopped?.reason).toBe('size');
  });

  it('stops at the time limit and says so', async () => {
    const endless =
      'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a + b < 0 RETURN count(*)';
    const { stopped } = await store().read(endless, {}, { timeoutMs: 300 });
    expect(stopped?.reason).toBe('time');
    expect(await single(store(), 'RETURN 1')).toBe(1n);
  });

  it('sees what was committed before', async () => {
    await store().commit([FIRST]);
    expect(await single(store(), 'MATCH (d:Document) RETURN count(d)')).toBe(1n);
  });

  it('answers many questions at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => store().read('RETURN $n', { n })));
    expect(answers.map(({ rows }) => rows[0]?.[0])).toEqual(Array.from({ length: 20 }, (_, n) => BigInt(n)));
  });

  it('shows a node with its labels and properties', async () => {
    await store().commit([FIRST]);
    const { rows } = await store().read("MATCH (c {name: 'St. Petersburg'}) RETURN c", {});
    expect(rows[0]?.[0]).toMatchObject({
      type: 'node',
      properties: [
        ['aliases', []],
        ['documentCount', 1n],
        ['id', expect.any(String)],
        ['kind', 'City'],
        ['mentionCount', 1n],
        ['name', 'St. Petersburg'],
      ],
    });
  });

  it('shows a relationship with its type and properties', async () => {
    await store().commit([FIRST]);
    const { rows } = await store().read('MATCH ()-[r:TOOK_PLACE_IN]->() RETURN r', {});
    expect(rows[0]?.[0]).toMatchObject({
      type: 'relationship',
      relationshipType: 'TOOK_PLACE_IN',
      properties: [
        ['claimCount', 1n],
        ['confidence', 0.9],
        ['documentCount', 1n],
        ['id', expect.any(String)],
        ['independentSources', 1n],
        ['modality', 'occurred'],
      ],
    });
  });

  it('shows a path', async () => {
    await store().commit([FIRST]);
    const { rows } = await store().read('MATCH p = (:Meeting)-[:TOOK_PLACE_IN]->(:City) RETURN p', {});
    expect(rows[0]?.[0]).toMatchObject({
      type: 'path',
      nodes: [{ type: 'node' }, { type: 'node' }],
      relationships: [{ type: 'relationship' }],
    });
  });

  it('shows dates and times of a query as ISO text', async () => {
    const { rows } = await store().read("RETURN date('2024-04-23'), duration('P1DT2H')", {});
    expect(rows).toEqual([
      [
        { type: 'date', iso: '2024-04-23' },
        { type: 'duration', iso: 'P1DT2H' },
      ],
    ]);
  });
}
