// What a writer keeps in memory of the ledger in Neo4j, to know what a batch changes without asking for it.
import type { LinkJudgement } from '../../../ports/graph-store.ts';
import { ledgerEntry } from '../../../projection/ledger.ts';
import { type GraphDelta } from '../../../projection/graph.ts';
import { Projector } from '../../../projection/projector.ts';
import { withText } from '../claims-json.ts';
import type { LedgerPlan, LedgerState } from '../ledger-plan.ts';
import type { Neo4jConnection } from './connection.ts';
import { LEDGER_PAGE, STORE } from './statements.ts';

export interface LedgerRow extends Record<string, unknown> {
  readonly id: string;
  readonly digest: string;
  readonly claims: string;
  readonly text: string;
  readonly sources: readonly string[];
}

export interface StoreRow extends Record<string, unknown> {
  readonly format: bigint;
  readonly schema: string;
  readonly sequence: bigint;
  readonly judgements: string | null;
}

const PAGE_DOCUMENTS = 500;

export class LedgerMirror implements LedgerState {
  readonly digests = new Map<string, string>();
  readonly sources = new Map<string, string>();
  readonly sourcesOf = new Map<string, Set<string>>();
  private readonly projector = new Projector();
  /** What people decided. */
  decided: readonly LinkJudgement[] = [];
  /** The store's sequence that this mirror shows. */
  sequence = 0n;

  static async load(connection: Neo4jConnection): Promise<LedgerMirror> {
    const mirror = new LedgerMirror();
    // Read first: a commit that happens while the pages are read makes the mirror stale, never the other way round.
    const [store] = await connection.query<StoreRow>(STORE);
    mirror.sequence = store?.sequence ?? 0n;
    mirror.decided = JSON.parse(store?.judgements ?? '[]') as readonly LinkJudgement[];
    mirror.projector.apply({ put: [], removed: [], judgements: mirror.decided });
    for (let after = ''; ;) {
      const rows = await connection.query<LedgerRow>(LEDGER_PAGE, { after, limit: BigInt(PAGE_DOCUMENTS) });
      mirror.projector.apply({
        put: rows.map(({ claims, text }) => ledgerEntry(withText(claims, JSON.parse(text) as string))),
        removed: [],
      });
      for (const { id, digest, sources } of rows) {
        mirror.digests.set(id, digest);
        mirror.setSources(id, sources);
      }
      if (rows.length < PAGE_DOCUMENTS) return mirror;
      after = rows.at(-1)!.id;
    }
  }

  /** What people decided, and the pairs that wait for a decision. */
  judgements(): readonly LinkJudgement[] {
    return this.projector.judgements();
  }

  apply({ put, removed, sources, judgements }: LedgerPlan): GraphDelta {
    if (judgements !== undefined) this.decided = judgements;
    for (const { claims, digest } of put) this.digests.set(claims.document.id, digest);
    for (const id of removed) {
      this.digests.delete(id);
      this.setSources(id, []);
    }
    for (const [id, own] of sources) this.setSources(id, own);
    return this.projector.apply({
      put: put.map(({ claims }) => ledgerEntry(claims)),
      removed,
      ...(judgements === undefined ? {} : { judgements }),
    });
  }

  private setSources(id: string, sources: readonly string[]): void {
    for (const source of this.sourcesOf.get(id) ?? []) if (this.sources.get(source) === id) this.sources.delete(source);
    for (const source of sources) this.sources.set(source, id);
    if (sources.length > 0) this.sourcesOf.set(id, new Set(sources));
    else this.sourcesOf.delete(id);
  }
}
