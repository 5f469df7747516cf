// The graph of an embedded store: from its snapshot or its claims, brought up to date before each answer, asked by Cypher.
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { type MemoryGraph, runQuery, writeRows } from '../../../cypher/index.ts';
import type { QueryResult } from '../../../cypher/result.ts';
import type { LinkJudgement } from '../../../ports/graph-store.ts';
import { Projector } from '../../../projection/projector.ts';
import { canonicalJson, graphVersion } from '../claims-json.ts';
import { FullText } from './full-text.ts';
import type { GraphRequests } from './graph-protocol.ts';
import { LedgerReader } from './ledger-reader.ts';
import { applyDelta, emptyGraph, indexedGraph } from './memory-projection.ts';
import { readSnapshot, writeSnapshot } from './snapshot.ts';
import { SnapshotLinks } from './snapshot-links.ts';
import { WarmUp } from './warm-up.ts';

const ENVIRONMENT = {
  epochMs: () => Date.now(),
  elapsedMs: () => performance.now(),
  random: () => Math.random(),
};

/** A smaller graph is drawn from its claims in less time than a file is worth. */
const SNAPSHOT_FROM_NODES = 5_000;

interface StoppableRead extends Omit<GraphRequests['read'], 'answer'> {
  /** Anything but 0 in its first place stops the query. */
  readonly cancel: Int32Array;
}

export class GraphKeeper {
  private readonly ledger: LedgerReader;
  private readonly folder: string;
  private readonly fullText: FullText;
  private graph!: MemoryGraph;
  /** Where the graph came from a snapshot, only a change makes one. */
  private projector: Projector | undefined;
  private snapshot: SnapshotLinks | undefined;
  private warmUp: WarmUp | undefined;
  private digests!: Map<string, string>;
  private judged: readonly LinkJudgement[] = [];
  private sequence = 0;
  private versionAt: { readonly sequence: number; readonly version: string } | undefined;
  /** The version of the snapshot that we found. */
  private written: string | undefined;
  private isOpen = false;

  constructor(database: DatabaseSyncInstance, folder: string) {
    this.ledger = new LedgerReader(database);
    this.folder = folder;
    this.fullText = new FullText(database);
    this.forget();
  }

  sync(): void {
    this.open();
    const last = this.ledger.lastSequence();
    if (last < this.sequence) this.forget(); // an older file was put in its place
    if (last === this.sequence) return;
    while (this.projector === undefined) this.warm();
    while (this.sequence < last) {
      const page = this.ledger.changesAfter(this.sequence);
      const delta = this.projector.apply(page);
      applyDelta(this.graph, delta);
      this.fullText.apply(this.graph, delta);
      for (const { document, digest } of page.put) this.digests.set(document.id, digest);
      for (const id of page.removed) this.digests.delete(id);
      if (page.judgements !== undefined) this.judged = page.judgements;
      this.sequence = page.sequence;
    }
  }

  /** Prepares a little for the first change. @returns whether there is more to prepare */
  warm(): boolean {
    this.open();
    if (this.projector !== undefined) return false;
    this.warmUp ??= new WarmUp(this.ledger, { sequence: this.sequence, digests: this.digests, judged: this.judged });
    if (this.warmUp.step()) return true;
    this.projector = this.warmUp.projector();
    this.warmUp = undefined;
    if (this.projector === undefined) this.forget();
    else this.snapshot = undefined;
    return false;
  }

  read({ cypher, parameters, limits, cancel }: StoppableRead): QueryResult {
    const result = runQuery(this.graph, cypher, parameters, { ...limits, cancelFlag: cancel }, ENVIRONMENT);
    if (limits.as === undefined) return result;
    return { ...result, rows: [], rowsText: writeRows(result.rows, limits.as) };
  }

  canonical(ids: readonly string[]): readonly string[] {
    const links = (this.projector ?? this.snapshot)!;
    return [...new Set(ids.flatMap((id) => links.canonicalOf(id) ?? []))];
  }

  version(): string {
    if (this.versionAt?.sequence !== this.sequence)
      this.versionAt = { sequence: this.sequence, version: graphVersion(this.digests, canonicalJson(this.judged)) };
    return this.versionAt.version;
  }

  judgements(): readonly LinkJudgement[] {
    return (this.projector ?? this.snapshot)!.judgements();
  }

  /** @param save leave a snapshot for the next start */
  close(save: boolean): void {
    this.ledger.close();
    if (!save || this.graph.nodeCount < SNAPSHOT_FROM_NODES || this.written === this.version()) return;
    const state = { version: this.version(), judgements: this.judgements() };
    this.projector = undefined; // it is most of the memory, and the snapshot needs some
    try {
      writeSnapshot(this.folder, this.graph, state);
    } catch {
      // a full disk is no failure here: the next start draws the graph from the claims
    }
  }

  private readonly searchWords = (index: string, search: string) => this.fullText.search(this.graph, index, search);

  private open(): void {
    if (this.isOpen) return;
    const { sequence, digests, judged } = this.ledger.version();
    const version = graphVersion(digests, canonicalJson(judged));
    const graph = indexedGraph(this.searchWords);
    const state = readSnapshot(this.folder, version, graph);
    this.isOpen = true;
    if (state === undefined) return;
    this.graph = graph;
    this.snapshot = new SnapshotLinks(graph, state.judgements);
    this.projector = undefined;
    this.digests = new Map(digests);
    this.judged = judged;
    this.sequence = sequence;
    this.written = version;
  }

  private forget(): void {
    this.graph = emptyGraph(this.searchWords);
    this.projector = new Projector();
    this.snapshot = undefined;
    this.digests = new Map();
    this.judged = [];
    this.sequence = 0;
  }
}
