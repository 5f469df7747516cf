// The contract's cases of writing: sets of documents, their sources, what removing leaves.
import { expect, it } from 'vitest';
import { exported } from './exported.ts';
import { FIXTURE } from './fixture.ts';
import { FIRST, freshStore, idOf, SECOND, single, type StoreHarness, THIRD } from './harness.ts';

export function writingCases(harness: StoreHarness): void {
  const store = freshStore(harness);

  it('an empty store has no documents, claims, entities or facts', async () => {
    expect(await store().stats()).toMatchObject({ documents: 0, claims: 0, entities: {}, relations: {} });
  });

  it('says what was added', async () => {
    expect(await store().commit([FIRST])).toEqual({ added: [idOf(FIRST)], unchanged: [], removed: [] });
  });

  it('says what was there already', async () => {
    await store().commit([FIRST]);
    expect(await store().commit([FIRST, SECOND])).toEqual({
      added: [idOf(SECOND)],
      unchanged: [idOf(FIRST)],
      removed: [],
    });
  });

  it('adding twice changes nothing', async () => {
    await store().commit(FIXTURE);
    const once = await exported(store());
    await store().commit(FIXTURE);
    expect(await exported(store())).toBe(once);
  });

  it('one batch and many give the same export', async () => {
    await store().commit(FIXTURE);
    const whole = await exported(store());
    for (const commit of FIXTURE) await store().remove(commit.source);
    for (const commit of [...FIXTURE].reverse()) await store().commit([commit]);
    expect(await exported(store())).toBe(whole);
  });

  it('an empty batch is fine', async () => {
    expect(await store().commit([])).toEqual({ added: [], unchanged: [], removed: [] });
  });

  it('removing a document leaves the graph of the others', async () => {
    await store().commit([FIRST, THIRD]);
    const without = await exported(store());
    await store().commit([SECOND]);
    await store().remove(SECOND.source);
    expect(await exported(store())).toBe(without);
  });

  it('removing the last document leaves nothing', async () => {
    const empty = await exported(store());
    await store().commit([FIRST]);
    await store().remove(FIRST.source);
    expect(await exported(store())).toBe(empty);
    expect(await single(store(), 'MATCH (n) WHERE NOT n:Store RETURN count(n)')).toBe(0n);
  });

  it('what another document still supports stays', async () => {
    await store().commit([FIRST, THIRD]);
    await store().remove(FIRST.source);
    expect(await single(store(), 'MATCH ()-[r:MET_WITH]->() RETURN r.claimCount')).toBe(1n);
  });

  it('an official without a post is a person again', async () => {
    await store().commit([FIRST, THIRD]);
    await store().remove(THIRD.source);
    const { rows } = await store().read("MATCH (p {name: 'To Lam'}) RETURN p:Official, p:Person, p.kind", {});
    expect(rows).toEqual([[false, true, 'Person']]);
  });

  it('refuses what is not there', async () => {
    await expect(store().remove('nowhere.txt')).rejects.toMatchObject({ code: 'NotFound' });
  });

  it('refuses a claim about what its document does not name, and writes nothing of the batch', async () => {
    const broken = { ...SECOND, claims: { ...SECOND.claims, entities: [] } };
    await expect(store().commit([FIRST, broken])).rejects.toMatchObject({ code: 'Unprocessable' });
    expect((await store().stats()).documents).toBe(0);
  });

  it('the version changes with the graph, and comes back with it', async () => {
    await store().commit([FIRST]);
    const { graphVersion } = await store().stats();
    await store().commit([SECOND]);
    expect((await store().stats()).graphVersion).not.toBe(graphVersion);
    await store().remove(SECOND.source);
    expect((await store().stats()).graphVersion).toBe(graphVersion);
  });

  it('writes that are asked for at once all arrive', async () => {
    await Promise.all(FIXTURE.map((commit) => store().commit([commit])));
    const together = await exported(store());
    for (const commit of FIXTURE) await store().remove(commit.source);
    await store().commit(FIXTURE);
    expect(await exported(store())).toBe(together);
  });

  it('is the same after it was closed and opened again', async () => {
    await store().commit(FIXTURE);
    const before = await exported(store());
    await store().close();
    const again = await harness.reopen();
    try {
      expect(await exported(again)).toBe(before);
      expect((await again.commit(FIXTURE)).unchanged).toHaveLength(FIXTURE.length);
    } finally {
      await again.close();
    }
  });
}

export function sourceCases(harness: StoreHarness): void {
  const store = freshStore(harness);

  it('knows each source with its document and extractor, in order', async () => {
    await store().commit([SECOND, FIRST]);
    expect(await store().knownSources()).toEqual(
      [SECOND, FIRST]
        .map((commit) => ({ source: commit.source, documentId: idOf(commit), extractor: 'test/1' }))
        .sort((left, right) => (left.source < right.source ? -1 : 1)),
    );
  });

  it('the same bytes under another source are one document with two sources', async () => {
    await store().commit([FIRST]);
    const { graphVersion } = await store().stats();
    const report = await store().commit([{ ...FIRST, source: 'mirror/copy.txt' }]);
    expect(report.unchanged).toEqual([idOf(FIRST)]);
    expect((await store().document(idOf(FIRST)))?.sources).toEqual(['mirror/copy.txt', FIRST.source]);
    expect((await store().stats()).graphVersion).toBe(graphVersion);
  });

  it('a document stays until its last source goes', async () => {
    await store().commit([FIRST, { ...FIRST, source: 'mirror/copy.txt' }]);
    expect((await store().remove(FIRST.source)).removed).toEqual([]);
    expect((await store().remove('mirror/copy.txt')).removed).toEqual([idOf(FIRST)]);
    expect(await store().document(idOf(FIRST))).toBeUndefined();
  });

  it('by its id a document goes with all its sources', async () => {
    await store().commit([FIRST, { ...FIRST, source: 'mirror/copy.txt' }]);
    expect((await store().remove(idOf(FIRST))).removed).toEqual([idOf(FIRST)]);
    expect(await store().knownSources()).toEqual([]);
  });

  it('a source with new bytes leaves its old document', async () => {
    await store().commit([FIRST]);
    const report = await store().commit([{ ...THIRD, source: FIRST.source }]);
    expect(report).toEqual({ added: [idOf(THIRD)], unchanged: [], removed: [idOf(FIRST)] });
  });

  it('a changed document moves only its own claims', async () => {
    await store().commit([FIRST, SECOND]);
    await store().commit([{ ...THIRD, source: FIRST.source }]);
    const moved = await exported(store());
    for (const { source } of await store().knownSources()) await store().remove(source);
    await store().commit([SECOND, { ...THIRD, source: FIRST.source }]);
    expect(await exported(store())).toBe(moved);
  });

  it('two versions of a source in one batch leave the later one', async () => {
    const report = await store().commit([FIRST, { ...THIRD, source: FIRST.source }]);
    expect(report).toEqual({ added: [idOf(THIRD)], unchanged: [], removed: [] });
    expect((await store().stats()).documents).toBe(1);
  });

  it('another extractor replaces the claims of a document', async () => {
    await store().commit([FIRST]);
    const claims = { ...FIRST.claims, claims: FIRST.claims.claims.slice(0, 1), extractor: 'test/2' };
    expect((await store().commit([{ ...FIRST, claims }])).added).toEqual([idOf(FIRST)]);
    expect((await store().stats()).claims).toBe(1);
    expect((await store().knownSources())[0]?.extractor).toBe('test/2');
  });

  it('sources are not in the export', async () => {
    await store().commit([FIRST]);
    expect(await exported(store())).not.toContain(FIRST.source);
  });
}
