// Documents of the store bench: many entities, each in few documents, fifteen claims a document.
import type { DocumentCommit } from '../../../src/ports/graph-store.ts';
import { aDocument } from '../../contract/a-document.ts';

const CLAIMS = 15;
/** About five new people a document and ten known ones, so that facts are three times the entities. */
const NEW_PEOPLE = 5;

export function* benchDocuments(count: number): Iterable<DocumentCommit> {
  let seed = 42;
  const next = (below: number): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  for (let at = 0; at < count; at++) {
    const text = aDocument()
      .says(`Report number ${at}, with words of its own: ${seed.toString(36)}.`)
      .described({ title: `Report ${at}` });
    const person = (number: number): string => text.names('Person', personName(number));
    const fresh = Array.from({ length: NEW_PEOPLE }, (_, index) => person(at * NEW_PEOPLE + index));
    for (let claim = 0; claim < CLAIMS; claim++) {
      const other = person(next((at + 1) * NEW_PEOPLE));
      const one = fresh[claim % NEW_PEOPLE]!;
      if (other !== one)
        text.relates('MET_WITH', one, other, { startDate: `2024-${String(1 + (claim % 12)).padStart(2, '0')}` });
    }
    yield { ...text.build(), source: `bench/${at}.txt` };
  }
}

/** Names that no two people share the block of: the bench is of storing, not of linking. */
export const personName = (number: number): string => `P${letters(number)} Q${letters(number * 7 + 3)}`;

function letters(number: number): string {
  let word = '';
  for (let rest = number + 1; rest > 0; rest = Math.floor(rest / 20)) word += 'bcdfghjklmnpqrstvwxz'[rest % 20]!;
  return Array.from(word).join('a');
}

export function batchesOf(documents: readonly DocumentCommit[], size: number): readonly (readonly DocumentCommit[])[] {
  return Array.from({ length: Math.ceil(documents.length / size) }, (_, at) =>
    documents.slice(at * size, (at + 1) * size),
  );
}
