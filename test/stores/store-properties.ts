// Properties that hold of every store over random sets of documents; `other` is emptied and used again and again.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJsonl, writeJsonl } from '../../src/adapters/exports/jsonl.ts';
import type { DocumentCommit, GraphStore } from '../../src/ports/graph-store.ts';
import { exported } from '../contract/exported.ts';
import { someDocuments } from '../contract/random-documents.ts';

export interface TwoStores {
  /** What all is measured by. */
  readonly one: GraphStore;
  readonly other: GraphStore;
}

/** What was there before must leave no trace. */
async function build(into: GraphStore, documents: readonly DocumentCommit[], size = documents.length): Promise<string> {
  for (const { source } of await into.knownSources()) await into.remove(source);
  for (let at = 0; at < documents.length; at += size) await into.commit(documents.slice(at, at + size));
  return await exported(into);
}

export function storeProperties(stores: () => TwoStores, numRuns: number): void {
  const timeoutMs = 300_000;
  const holds = (
    title: string,
    documents: number,
    property: (stores: TwoStores, documents: readonly DocumentCommit[], number: number) => Promise<void>,
  ): void =>
    it(
      title,
      () =>
        fc.assert(
          fc.asyncProperty(someDocuments(documents), fc.nat({ max: documents }), (some, number) =>
            property(stores(), some, number),
          ),
          { numRuns },
        ),
      timeoutMs,
    );

  describe('a store is a function of its set of documents', () => {
    holds('any order and any batch size give the same export', 6, async ({ one, other }, documents, size) => {
      const whole = await build(one, documents);
      expect(await build(other, [...documents].reverse(), (size % 4) + 1)).toBe(whole);
    });

    holds('four that write at once give the same export as one', 6, async ({ one, other }, documents) => {
      const whole = await build(one, documents);
      await build(other, []);
      const workers = [0, 1, 2, 3].map((worker) => documents.filter((_, at) => at % 4 === worker));
      await Promise.all(workers.map((share) => other.commit(share)));
      expect(await exported(other)).toBe(whole);
    });

    holds('building twice is building once', 6, async ({ other }, documents, size) => {
      const once = await build(other, documents);
      const again = [];
      for (let at = 0; at < documents.length; at += size + 1)
        again.push(await other.commit(documents.slice(at, at + size + 1)));
      expect(again.flatMap(({ added, removed }) => [...added, ...removed])).toEqual([]);
      expect(await exported(other)).toBe(once);
    });

    holds('building A and B and removing B is building A', 6, async ({ one, other }, documents, cut) => {
      const [kept, gone] = [documents.slice(0, cut), documents.slice(cut)];
      const alone = await build(one, kept);
      await build(other, documents);
      for (const { source } of gone) await other.remove(source);
      expect(await exported(other)).toBe(alone);
    });

    holds('a changed document moves only its own claims', 6, async ({ one, other }, documents, at) => {
      const [old, fresh] = [documents[at % documents.length]!, documents.at(-1)!];
      const before = documents.slice(0, -1);
      await build(other, before.length === 0 ? documents : before);
      const others = await claimsOutside(other, [old, fresh]);
      await other.commit([{ ...fresh, source: old.source }]);
      expect(await claimsOutside(other, [old, fresh])).toEqual(others);
      const changed = before.filter(({ source }) => source !== old.source);
      expect(await exported(other)).toBe(await build(one, [...changed, { ...fresh, source: old.source }]));
    });

    holds('what is exported and imported is the same', 5, async ({ one, other }, documents) => {
      const whole = await build(other, documents);
      const imported: DocumentCommit[] = [];
      for await (const { document } of readJsonl(linesOf(other))) if (document !== undefined) imported.push(document);
      expect(await build(one, imported)).toBe(whole);
      expect(await build(other, imported)).toBe(whole);
    });
  });
}

/** Every claim of the other documents, with all that the document says; which fact it supports linking decides. */
async function claimsOutside(store: GraphStore, documents: readonly DocumentCommit[]): Promise<unknown> {
  const { rows } = await store.read(
    `MATCH (c:Claim)-[:IN]->(d:Document) WHERE NOT d.id IN $ids
     RETURN d.id AS document, c.id AS id, c.predicate, c.quote, c.start, c.end, c.modality, c.polarity, c.role
     ORDER BY document, id`,
    { ids: documents.map(({ claims }) => claims.document.id) },
  );
  return rows;
}

async function* linesOf(from: GraphStore): AsyncIterable<string> {
  for await (const line of writeJsonl(from)) yield line.trimEnd();
}
