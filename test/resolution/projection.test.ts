// The projected graph is a function of the set of documents: no order, batch or detour leaves a trace.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { someDocuments } from '../contract/random-documents.ts';
import { Drawing } from './graph-dump.ts';

const RUNS = { numRuns: 150 };

it('any order and any batches give the graph of one batch', () => {
  fc.assert(
    fc.property(someDocuments(), fc.infiniteStream(fc.nat()), (documents, dice: Iterator<number>) => {
      const shuffled = documents
        .map((document) => ({ document, at: dice.next().value as number }))
        .sort((left, right) => left.at - right.at)
        .map(({ document }) => document);
      const drawing = new Drawing();
      for (let at = 0; at < shuffled.length;) {
        const size = 1 + ((dice.next().value as number) % 3);
        drawing.put(...shuffled.slice(at, at + size));
        at += size;
      }
      expect(drawing.lines).toEqual(new Drawing().put(...documents).lines);
    }),
    RUNS,
  );
});

it('what was added and removed again leaves the graph of the rest', () => {
  fc.assert(
    fc.property(someDocuments(), someDocuments(3), (documents, others) => {
      const known = new Set(documents.map(({ claims }) => claims.document.id));
      const extra = others.filter(({ claims }) => !known.has(claims.document.id));
      const drawing = new Drawing().put(...documents, ...extra).remove(...extra);
      expect(drawing.lines).toEqual(new Drawing().put(...documents).lines);
    }),
    RUNS,
  );
});

it('adding twice changes nothing', () => {
  fc.assert(
    fc.property(someDocuments(5), (documents) => {
      const once = new Drawing().put(...documents);
      const lines = once.lines;
      expect(once.put(...documents).lines).toEqual(lines);
    }),
    RUNS,
  );
});

it('a document that is read anew with other claims leaves the graph of the new reading', () => {
  fc.assert(
    fc.property(someDocuments(5), someDocuments(5), (first, second) => {
      // The same documents with the entities and claims of others, as another extractor would give them.
      const reread = first.map((commit, at) => {
        const other = second[at % second.length]!.claims;
        const mine = at < second.length ? other : { ...other, entities: [], claims: [] };
        return { ...commit, claims: { ...mine, document: commit.claims.document, extractor: 'test/2' } };
      });
      expect(new Drawing().put(...first).put(...reread).lines).toEqual(new Drawing().put(...reread).lines);
    }),
    RUNS,
  );
});
