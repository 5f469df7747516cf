// Ranked search for names: what the text index finds, put in the order a reader expects.
import { foldName } from '../domain/names.ts';
import { entitiesByIds, type EntityFilter, type RankedEntity } from './entities.ts';
import type { Read } from './rows.ts';

export interface NameHit {
  readonly kind: 'entity' | 'document';
  readonly id: string;
  readonly score: number;
}

export type SearchNames = (
  query: string,
  options: { readonly limit: number; readonly in: 'entities' },
) => Promise<readonly NameHit[]>;

/** More than a reader pages through; a search that finds more should be narrowed. */
export const MAX_HITS = 500;

/** How well a name answers the words asked for; accents, case and the order of the words do not matter. */
export function nameRank(query: string, names: readonly string[]): number {
  const wanted = foldName(query);
  const words = wanted.split(' ').filter((word) => word !== '');
  let best = 0;
  for (const [index, name] of names.entries()) {
    const rank = rankOne(wanted, words, foldName(name)) - (index === 0 ? 0 : 0.5);
    if (rank > best) best = rank;
  }
  return best;
}

function rankOne(wanted: string, words: readonly string[], name: string): number {
  if (name === wanted) return 5;
  const own = name.split(' ');
  if (own.length === words.length && words.every((word) => own.includes(word))) return 4;
  if (name.startsWith(`${wanted} `)) return 3.5;
  if (words.every((word) => own.includes(word))) return 3;
  if (words.every((word) => own.some((part) => part.startsWith(word)))) return 2;
  return words.some((word) => own.includes(word)) ? 1 : 0.6;
}

/** Best first: by the match, then by how connected the entity is, then by the index's score, then by id. */
export async function searchEntities(
  search: SearchNames,
  read: Read,
  query: string,
  filter: EntityFilter,
): Promise<readonly RankedEntity[]> {
  if (foldName(query) === '') return [];
  const hits = await search(query, { limit: MAX_HITS, in: 'entities' });
  const scores = new Map(hits.map((hit) => [hit.id, hit.score]));
  const found = await entitiesByIds(read, [...scores.keys()], filter);
  return found
    .map((entity) => ({ entity, rank: nameRank(query, [entity.name, ...entity.aliases]) }))
    .sort(
      (a, b) =>
        b.rank - a.rank ||
        b.entity.degree - a.entity.degree ||
        (scores.get(b.entity.id) ?? 0) - (scores.get(a.entity.id) ?? 0) ||
        (a.entity.id < b.entity.id ? -1 : 1),
    )
    .map(({ entity }) => entity);
}
