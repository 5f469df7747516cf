// Full-text search, the same for both stores: the store finds candidates, this names, ranks and cuts them.
import type { QueryResult } from '../../cypher/result.ts';
import type { SourceDocument } from '../../domain/document.ts';
import type { SearchOptions, TextHit } from '../../ports/graph-store.ts';
import { bestPassage, nameScore, searchWords } from '../../projection/text-match.ts';
import { NAMED_ENTITIES } from '../../query/store.ts';

export interface SearchableStore {
  /** Ids of entities, some of whose names may have words with all these beginnings. */
  entityCandidates(words: readonly string[], limit: number): Promise<readonly string[]>;
  /** Ids of documents whose text has words with all these beginnings, best first. */
  documentCandidates(words: readonly string[], limit: number): Promise<readonly string[]>;
  read(cypher: string, parameters: Readonly<Record<string, unknown>>): Promise<QueryResult>;
  sourceDocument(id: string): Promise<SourceDocument | undefined>;
}

/** Enough that the best names are among them even for a short beginning of a word. */
const ENTITY_CANDIDATES = 1_000;
/** Each one's text is read for its excerpt. */
const DOCUMENT_CANDIDATES = 100;
/** A name that many documents give goes before its namesakes, yet never before a better match. */
const FREQUENCY_WEIGHT = 0.04;

export async function searchStore(
  store: SearchableStore,
  query: string,
  options: SearchOptions,
): Promise<readonly TextHit[]> {
  const words = searchWords(query);
  if (words.length === 0) return [];
  const scope = options.in ?? 'both';
  const hits: TextHit[] = [];
  if (scope !== 'documents') hits.push(...(await entityHits(store, words)));
  if (scope !== 'entities') hits.push(...(await documentHits(store, words)));
  hits.sort(
    (left, right) =>
      right.score - left.score ||
      (left.name < right.name ? -1 : left.name > right.name ? 1 : left.id < right.id ? -1 : 1),
  );
  return hits.slice(0, options.limit);
}

async function entityHits(store: SearchableStore, words: readonly string[]): Promise<TextHit[]> {
  const ids = await store.entityCandidates(words, ENTITY_CANDIDATES);
  if (ids.length === 0) return [];
  const { rows } = await store.read(NAMED_ENTITIES, { ids });
  return rows.flatMap(([id, name, aliases, labels, documents]) => {
    const names = [name as string, ...(aliases as readonly string[])];
    const match = nameScore(words, names);
    if (match === 0) return [];
    const count = Number(documents);
    const score = match * (1 - FREQUENCY_WEIGHT) + FREQUENCY_WEIGHT * (count / (count + 5));
    return {
      kind: 'entity' as const,
      id: id as string,
      name: name as string,
      labels: labels as readonly string[],
      score,
    };
  });
}

async function documentHits(store: SearchableStore, words: readonly string[]): Promise<TextHit[]> {
  const hits: TextHit[] = [];
  for (const id of await store.documentCandidates(words, DOCUMENT_CANDIDATES)) {
    const document = await store.sourceDocument(id);
    if (document === undefined) continue; // removed since
    const title = document.title ?? '';
    const passage = bestPassage(words, document.text);
    hits.push({
      kind: 'document',
      id,
      name: title,
      labels: ['Document'],
      // Below the names: who types a name looks for the person first.
      score: 0.3 * (passage?.score ?? 0) + 0.3 * nameScore(words, [title]),
      ...(passage === undefined ? {} : { excerpt: passage.excerpt }),
    });
  }
  return hits;
}
