// The embedded store: SQLite holds the truth, a thread holds the graph, one process at a time writes.
import type { Parameters } from '../../../cypher/index.ts';
import type { QueryLimits, QueryResult } from '../../../cypher/result.ts';
import type { SourceDocument } from '../../../domain/document.ts';
import type {
  CommitReport,
  DocumentCommit,
  GraphStore,
  KnownSource,
  LinkJudgement,
  SearchOptions,
  StoredDocument,
  StoreStats,
  TextHit,
} from '../../../ports/graph-store.ts';
import { checkBatch } from '../check-batch.ts';
import { readStats } from '../stats.ts';
import { searchStore, type SearchableStore } from '../text-search.ts';
import { openDatabase, prepareFolder } from './database.ts';
import { GraphThread } from './graph-thread.ts';
import { Truth } from './truth.ts';
import { WriterLock } from './writer-lock.ts';

export interface EmbeddedOptions {
  /** Make the store where there is none. */
  readonly create: boolean;
  /** Hold the writer's lock until the store is closed, not only while something is written. */
  readonly own: boolean;
}

export class EmbeddedStore implements GraphStore, SearchableStore {
  private readonly folder: string;
  private readonly truth: Truth;
  private readonly graph: GraphThread;
  /** A second graph for queries that may take long; made for the first of them. */
  private longGraph: GraphThread | undefined;
  private readonly lock: WriterLock | undefined;
  private hasWritten = false;
  private closed: Promise<void> | undefined;

  constructor(folder: string, { create, own }: EmbeddedOptions) {
    prepareFolder(folder, create);
    this.folder = folder;
    this.lock = own ? new WriterLock(folder) : undefined;
    try {
      this.truth = new Truth(openDatabase(folder));
    } catch (error) {
      this.lock?.release();
      throw error;
    }
    this.graph = new GraphThread({ folder, writes: own });
  }

  async commit(batch: readonly DocumentCommit[]): Promise<CommitReport> {
    checkBatch(batch);
    return await this.writing(() => this.truth.commit(batch));
  }

  async remove(reference: string): Promise<CommitReport> {
    return await this.writing(() => this.truth.remove(reference));
  }

  async read(
    cypher: string,
    parameters: Parameters,
    { signal, mayTakeLong = false, ...limits }: QueryLimits = {},
  ): Promise<QueryResult> {
    const graph = mayTakeLong
      ? (this.longGraph ??= new GraphThread({ folder: this.folder, writes: false }))
      : this.graph;
    return await graph.read({ cypher, parameters, limits }, signal);
  }

  searchText(query: string, options: SearchOptions): Promise<readonly TextHit[]> {
    return searchStore(this, query, options);
  }

  entityCandidates(words: readonly string[], limit: number): Promise<readonly string[]> {
    return this.graph.ask('canonical', { ids: this.truth.entitiesNamed(beginnings(words), limit) });
  }

  documentCandidates(words: readonly string[], limit: number): Promise<readonly string[]> {
    return Promise.resolve(this.truth.documentsWith(beginnings(words), limit));
  }

  sourceDocument(id: string): Promise<SourceDocument | undefined> {
    return Promise.resolve(this.truth.document(id)?.document);
  }

  async stats(): Promise<StoreStats> {
    return readStats(this, await this.graphVersion());
  }

  graphVersion(): Promise<string> {
    return this.graph.ask('version', {});
  }

  knownSources(): Promise<readonly KnownSource[]> {
    return Promise.resolve(this.truth.knownSources());
  }

  document(id: string): Promise<StoredDocument | undefined> {
    return Promise.resolve(this.truth.document(id));
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- SQLite answers at once; the port serves Neo4j too
  async *documents(): AsyncIterable<StoredDocument> {
    for (let id = this.truth.nextId(''); id !== undefined; id = this.truth.nextId(id)) {
      const document = this.truth.document(id);
      if (document !== undefined) yield document;
    }
  }

  judgements(): Promise<readonly LinkJudgement[]> {
    return this.graph.ask('judgements', {});
  }

  judge(judgement: LinkJudgement): Promise<void> {
    return this.writing(() => this.truth.judge(judgement));
  }

  readLayout(name: string): Promise<Uint8Array | undefined> {
    return Promise.resolve(this.truth.readLayout(name));
  }

  writeLayout(name: string, bytes: Uint8Array): Promise<void> {
    this.truth.writeLayout(name, bytes);
    return Promise.resolve();
  }

  close(): Promise<void> {
    this.closed ??= this.closeAll();
    return this.closed;
  }

  private async closeAll(): Promise<void> {
    await Promise.all([this.graph.close(this.hasWritten || this.lock !== undefined), this.longGraph?.close(false)]);
    this.truth.close();
    this.lock?.release();
  }

  /** Durable when it answers; the graph follows, and every later answer waits for it. */
  private writing<T>(work: () => T): Promise<T> {
    const lock = this.lock ?? new WriterLock(this.folder);
    try {
      const result = work();
      this.hasWritten = true;
      void this.graph.ask('sync', {}).catch(() => undefined); // what it cannot read it says at the next question
      return Promise.resolve(result);
    } finally {
      if (lock !== this.lock) lock.release();
    }
  }
}

/** An FTS5 expression: words with all these beginnings. Folded words hold no quotes. */
const beginnings = (words: readonly string[]): string => words.map((word) => `"${word}"*`).join(' AND ');
