// The store on a Neo4j server or cluster: the same graph, written in one managed transaction a batch.
import type { Parameters } from '../../../cypher/index.ts';
import type { QueryLimits, QueryResult } from '../../../cypher/result.ts';
import type { SourceDocument } from '../../../domain/document.ts';
import { AppError } from '../../../domain/errors.ts';
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
import { canonicalJson, graphVersion, withText } from '../claims-json.ts';
import { FORMAT, STORE_NODE } from '../graph-model.ts';
import { type LedgerPlan, NO_CHANGE, planCommit, planJudgement, planRemoval } from '../ledger-plan.ts';
import { readStats } from '../stats.ts';
import { type SearchableStore, searchStore } from '../text-search.ts';
import { Neo4jConnection, type Neo4jOptions } from './connection.ts';
import { ensureConstraints, hasConstraints } from './constraints.ts';
import { layoutProperty } from './hidden.ts';
import { LedgerMirror, type LedgerRow, type StoreRow } from './ledger-mirror.ts';
import { asInt8 } from './payloads.ts';
import { PlannedChange, StaleMirror } from './planned-change.ts';
import { readQuery } from './read-query.ts';
import * as statements from './statements.ts';
import { propertyMap } from './values.ts';

/** @param isTried the change was sent before, and may be in */
type PlanOn = (mirror: LedgerMirror, isTried: boolean) => LedgerPlan;

interface Write {
  /** The server has all statements, or will get none. */
  readonly isSent: Promise<unknown>;
  readonly done: Promise<unknown>;
}

export class Neo4jStore implements GraphStore, SearchableStore {
  private readonly connection: Neo4jConnection;
  private mirror: LedgerMirror | undefined;
  /** Writes of this process go one after the other: each needs the mirror that the one before it left. */
  private lastWrite: Write = { isSent: Promise.resolve(), done: Promise.resolve() };

  private constructor(connection: Neo4jConnection) {
    this.connection = connection;
  }

  static async open(url: string, options: Neo4jOptions, create: boolean): Promise<Neo4jStore> {
    const connection = new Neo4jConnection(url, options);
    try {
      await connection.check();
      if (create) await ensureConstraints(connection);
      else if (!(await hasConstraints(connection)))
        throw new AppError('NotFound', 'There is no graph of ours in this Neo4j database: run `plenary build` first.');
      const [store] = await connection.query<StoreRow>(statements.STORE);
      if (store !== undefined && store.format > FORMAT)
        throw new AppError(
          'Unsupported',
          'A newer Plenary wrote this graph: update Plenary, or name another database.',
        );
      return new Neo4jStore(connection);
    } catch (error) {
      await connection.close();
      throw error;
    }
  }

  async commit(batch: readonly DocumentCommit[]): Promise<CommitReport> {
    checkBatch(batch);
    return await this.change((mirror) => planCommit(batch, mirror));
  }

  remove(reference: string): Promise<CommitReport> {
    return this.change((mirror, isTried) => {
      const plan = planRemoval(reference, mirror);
      if (plan !== undefined) return plan;
      if (isTried) return NO_CHANGE; // our own removal is in, and only its answer was lost
      throw new AppError('NotFound', 'No document of the store has this id, path or address: name one that it has.');
    });
  }

  async read(cypher: string, parameters: Parameters, limits: QueryLimits = {}): Promise<QueryResult> {
    const session = this.connection.session('READ');
    try {
      return await readQuery(session, cypher, parameters, limits);
    } finally {
      await session.close().catch(() => undefined); // the failure that matters is on its way already
    }
  }

  searchText(query: string, options: SearchOptions): Promise<readonly TextHit[]> {
    return searchStore(this, query, options);
  }

  async entityCandidates(words: readonly string[], limit: number): Promise<readonly string[]> {
    return await this.idsOf(statements.ENTITY_WORDS, { query: beginnings(words), limit: BigInt(limit) });
  }

  async documentCandidates(words: readonly string[], limit: number): Promise<readonly string[]> {
    return await this.idsOf(statements.DOCUMENT_WORDS, { query: beginnings(words), limit: BigInt(limit) });
  }

  async sourceDocument(id: string): Promise<SourceDocument | undefined> {
    return (await this.document(id))?.document;
  }

  async stats(): Promise<StoreStats> {
    return readStats(this, await this.graphVersion());
  }

  async graphVersion(): Promise<string> {
    const rows = await this.connection.query<{ id: string; digest: string }>(statements.DIGESTS);
    const digests = rows.map(({ id, digest }) => [id, digest] as const);
    const [store] = await this.connection.query<StoreRow>(statements.STORE);
    const decided = JSON.parse(store?.judgements ?? '[]') as readonly LinkJudgement[];
    return graphVersion(digests, canonicalJson(decided));
  }

  async knownSources(): Promise<readonly KnownSource[]> {
    return await this.connection.query<KnownSource & Record<string, unknown>>(statements.SOURCES);
  }

  async document(id: string): Promise<StoredDocument | undefined> {
    const [row] = await this.connection.query<LedgerRow & { bytes: Int8Array }>(statements.DOCUMENT, { id });
    if (row === undefined) return undefined;
    const claims = withText(row.claims, JSON.parse(row.text) as string);
    return { document: claims.document, bytes: Uint8Array.from(row.bytes), sources: row.sources, claims };
  }

  async *documents(): AsyncIterable<StoredDocument> {
    for (let after = ''; ;) {
      const [id] = await this.idsOf(statements.NEXT_DOCUMENT, { after });
      const document = id === undefined ? undefined : await this.document(id);
      if (id === undefined) return;
      if (document !== undefined) yield document;
      after = id;
    }
  }

  async judgements(): Promise<readonly LinkJudgement[]> {
    await this.lastWrite.done.catch(() => undefined); // its caller knows of its failure
    return (await this.currentMirror()).judgements();
  }

  async judge(judgement: LinkJudgement): Promise<void> {
    await this.change((mirror) => planJudgement(judgement, mirror.decided));
  }

  async readLayout(name: string): Promise<Uint8Array | undefined> {
    const [row] = await this.connection.query<{ bytes: Int8Array | null }>(statements.readLayout(layoutProperty(name)));
    return row?.bytes ? Uint8Array.from(row.bytes) : undefined;
  }

  async writeLayout(name: string, bytes: Uint8Array): Promise<void> {
    const parameters = { bytes: asInt8(bytes), properties: propertyMap(STORE_NODE.properties) };
    await this.connection.write((tx) => tx.run(statements.writeLayout(layoutProperty(name)), parameters));
  }

  async close(): Promise<void> {
    await this.lastWrite.done.catch(() => undefined); // its caller knows of its failure
    await this.connection.close();
  }

  /** Writes go one after the other; while the server has one at work, we plan and project the next. */
  private change(planOn: PlanOn): Promise<CommitReport> {
    const before = this.lastWrite;
    let sent!: () => void;
    const isSent = new Promise<void>((resolve) => (sent = resolve));
    const done = this.changeInTurn(planOn, before, sent).finally(sent);
    this.lastWrite = { done, isSent };
    return done;
  }

  private async changeInTurn(planOn: PlanOn, before: Write, sent: () => void): Promise<CommitReport> {
    await before.isSent;
    // What cannot be planned now may well be when the change before has failed.
    const ahead = await this.planned(planOn).catch(() => undefined);
    await before.done.catch(() => undefined); // its caller knows of its failure
    let change = ahead !== undefined && ahead.mirror === this.mirror ? ahead : await this.planned(planOn);
    // After a lost answer the batch may be there already: what we report is what our first look found.
    const { report } = change;
    for (; !change.isEmpty; change = await this.planned(planOn, true)) {
      const { mirror } = change;
      try {
        await this.connection.write((tx) => change.write(tx, sent));
        break;
      } catch (error) {
        if (this.mirror === mirror) this.mirror = undefined;
        if (!(error instanceof AppError && error.cause instanceof StaleMirror)) throw error;
      }
    }
    return report;
  }

  private async planned(planOn: PlanOn, isTried = false): Promise<PlannedChange> {
    const mirror = (this.mirror ??= await LedgerMirror.load(this.connection));
    const plan = planOn(mirror, isTried);
    this.mirror = undefined; // were the projection to fail, it would stand between two states
    const change = new PlannedChange(plan, mirror);
    this.mirror = mirror;
    return change;
  }

  /** Brought up to date where another process has written. */
  private async currentMirror(): Promise<LedgerMirror> {
    const [store] = await this.connection.query<StoreRow>(statements.STORE);
    if (this.mirror !== undefined && this.mirror.sequence !== (store?.sequence ?? 0n)) this.mirror = undefined;
    return (this.mirror ??= await LedgerMirror.load(this.connection));
  }

  private async idsOf(cypher: string, parameters: Readonly<Record<string, unknown>>): Promise<readonly string[]> {
    return (await this.connection.query<{ id: string }>(cypher, parameters)).map(({ id }) => id);
  }
}

/**
 * A Lucene query: words with all these beginnings. Folded words hold nothing that Lucene would read as an operator; the index has
 * each ideograph as a word of its own.
 */
const beginnings = (words: readonly string[]): string =>
  words
    .flatMap((word) => word.split(/(?<=\p{sc=Han})|(?=\p{sc=Han})/u))
    .map((word) => `+${word}*`)
    .join(' ');
