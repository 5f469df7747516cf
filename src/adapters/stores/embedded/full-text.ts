// Answers `db.index.fulltext.queryNodes` on the embedded store: names from memory, texts from SQLite, scores as Lucene's.
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { CypherError, type FullTextSearch, type MemoryGraph } from '../../../cypher/index.ts';
import type { GraphDelta } from '../../../projection/graph.ts';
import { parseTextQuery, type TextQuery } from '../full-text/query.ts';
import { scoreHits } from '../full-text/score.ts';
import { FULL_TEXT } from '../graph-model.ts';
import { DocumentIndex } from './document-index.ts';
import { NameIndex } from './name-index.ts';

type Hits = Exclude<ReturnType<FullTextSearch>, undefined>;

export class FullText {
  private readonly database: DatabaseSyncInstance;
  private names: { readonly graph: MemoryGraph; readonly index: NameIndex } | undefined;

  constructor(database: DatabaseSyncInstance) {
    this.database = database;
  }

  /** Best first, equal ones in the order of the graph. @throws CypherError */
  search(graph: MemoryGraph, index: string, search: string): Hits {
    switch (index) {
      case FULL_TEXT.names:
        return this.namesWith(graph, parseTextQuery(search));
      case FULL_TEXT.texts:
        return this.textsWith(graph, parseTextQuery(search));
      default: {
        const known = Object.values(FULL_TEXT).join(' and ');
        throw new CypherError('ProcedureCallFailed', `There is no full-text index '${index}'; there are ${known}.`);
      }
    }
  }

  /** What has changed in a graph that may have been searched. */
  apply(graph: MemoryGraph, delta: GraphDelta): void {
    if (this.names?.graph === graph) this.names.index.apply(delta);
  }

  private namesWith(graph: MemoryGraph, query: TextQuery): Hits {
    if (this.names?.graph !== graph) this.names = { graph, index: new NameIndex(graph) };
    return ranked(graph, scoreHits(query, this.names.index));
  }

  private textsWith(graph: MemoryGraph, query: TextQuery): Hits {
    const index = new DocumentIndex(this.database);
    const scores = [...scoreHits(query, index)].flatMap(([rank, score]) => {
      const id = index.idOf(rank);
      return id === undefined ? [] : [[id, score] as const];
    });
    return ranked(graph, scores);
  }
}

function ranked(graph: MemoryGraph, scores: Iterable<readonly [key: string, score: number]>): Hits {
  const order = (key: string): number => graph.node(key)?.order ?? 0;
  return [...scores]
    .map(([key, score]) => ({ key, score: Math.fround(score) }))
    .sort((left, right) => right.score - left.score || order(left.key) - order(right.key));
}
