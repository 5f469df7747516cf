// The graph of an embedded store: loaded from the claims, brought up to date before each answer, asked by Cypher.
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { type MemoryGraph, runQuery } from '../../../cypher/index.ts';
import type { QueryResult } from '../../../cypher/result.ts';
import type { LinkJudgement } from '../../../ports/graph-store.ts';
import { Projector } from '../../../projection/projector.ts';
import { canonicalJson, graphVersion } from '../claims-json.ts';
import type { GraphRequests } from './graph-protocol.ts';
import { LedgerReader } from './ledger-reader.ts';
import { applyDelta, emptyGraph } from './memory-projection.ts';

const ENVIRONMENT = {
  epochMs: () => Date.now(),
  elapsedMs: () => performance.now(),
  random: () => Math.random(),
};

export class GraphKeeper {
  private readonly ledger: LedgerReader;
  private graph!: MemoryGraph;
  private projector!: Projector;
  private digests!: Map<string, string>;
  private judged: readonly LinkJudgement[] = [];
  private sequence = 0;
  private versionAt: { readonly sequence: number; readonly version: string } | undefined;

  constructor(database: DatabaseSyncInstance) {
    this.ledger = new LedgerReader(database);
    this.forget();
  }

  sync(): void {
    const last = this.ledger.lastSequence();
    if (last < this.sequence) this.forget(); // an older file was put in its place
    while (this.sequence < last) {
      const page = this.ledger.changesAfter(this.sequence);
      applyDelta(this.graph, this.projector.apply(page));
      for (const { document, digest } of page.put) this.digests.set(document.id, digest);
      for (const id of page.removed) this.digests.delete(id);
      if (page.judgements !== undefined) this.judged = page.judgements;
      this.sequence = page.sequence;
    }
  }

  read({ cypher, parameters, limits, cancel }: Omit<GraphRequests['read'], 'answer'>): QueryResult {
    return runQuery(this.graph, cypher, parameters, { ...limits, cancelFlag: cancel }, ENVIRONMENT);
  }

  canonical(ids: readonly string[]): readonly string[] {
    return [...new Set(ids.flatMap((id) => this.projector.canonicalOf(id) ?? []))];
  }

  version(): string {
    if (this.versionAt?.sequence !== this.sequence)
      this.versionAt = { sequence: this.sequence, version: graphVersion(this.digests, canonicalJson(this.judged)) };
    return this.versionAt.version;
  }

  judgements(): readonly LinkJudgement[] {
    return this.projector.judgements();
  }

  close(): void {
    this.ledger.close();
  }

  private forget(): void {
    this.graph = emptyGraph();
    this.projector = new Projector();
    this.digests = new Map();
    this.judged = [];
    this.sequence = 0;
  }
}
