// A graph of the size that the service is measured with: people who met, in documents of their own, always the same.
import type * as Stores from '../../../src/adapters/stores/open.ts';
import type { DocumentCommit } from '../../../src/ports/graph-store.ts';
import { builtUrl } from '../built/build.ts';
import { commitOf } from '../../api/support/world.ts';

/** Short documents are made and read faster: each name is looked for in the whole text. */
const PER_DOCUMENT = 20;
const DOCUMENTS_A_BATCH = 200;

/** Small primes spread the partners: no clusters, a few hubs. */
const partner = (person: number, turn: number, people: number): number =>
  turn === 0 ? (person + 1) % people : (person * 31 + turn * 7919 + 17) % people;

const nameOf = (person: number): string =>
  `Person ${person.toString(36).toUpperCase().padStart(4, 'A')} Number${person}`;

function report(first: number, size: { entities: number; facts: number }): DocumentCommit {
  const turns = Math.round(size.facts / size.entities);
  const people = Array.from({ length: PER_DOCUMENT }, (_, at) => first + at);
  const lines = people.flatMap((person) =>
    Array.from({ length: turns }, (_, turn) => ({
      person,
      other: partner(person, turn, size.entities),
      day: `2024-${String((person % 12) + 1).padStart(2, '0')}-0${turn + 1}`,
    })),
  );
  const text = lines.map(({ person, other, day }) => `${nameOf(person)} met ${nameOf(other)} on ${day}.`).join('\n');
  const named = [...new Set(lines.flatMap(({ person, other }) => [person, other]))];
  return commitOf({
    title: `Meetings from ${first}`,
    publisher: 'The benchmark',
    publishedOn: '2024-12-31',
    text,
    entities: named.map((person) => ({
      kind: 'Person',
      name: nameOf(person),
      attributes: { country: `Country ${person % 40}` },
    })),
    claims: lines.map(({ person, other, day }) => ({
      relation: 'MET_WITH',
      source: nameOf(person),
      target: nameOf(other),
      startDate: day,
      quote: `${nameOf(person)} met ${nameOf(other)} on ${day}.`,
    })),
  });
}

export async function fillStore(url: string, size: { entities: number; facts: number }): Promise<void> {
  const { openStore } = (await import(builtUrl('adapters/stores/open.js'))) as typeof Stores;
  const store = await openStore(url);
  for (let first = 0; first < size.entities; first += PER_DOCUMENT * DOCUMENTS_A_BATCH) {
    const batch = Array.from({ length: DOCUMENTS_A_BATCH }, (_, at) => first + at * PER_DOCUMENT).filter(
      (at) => at < size.entities,
    );
    await store.commit(batch.map((at) => report(at, size)));
  }
  await store.close();
}
