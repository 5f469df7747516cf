// A run over files: finds them, leaves out what has not changed, extracts, commits in order, reports.
import { readFileSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { AppError } from '../domain/errors.ts';
import { documentId } from '../domain/ids.ts';
import { EXTRACTOR } from '../pipeline/index.ts';
import type { CommitReport, DocumentCommit, GraphStore, KnownSource } from '../ports/graph-store.ts';
import { keepAccepted } from './accepted-proposals.ts';
import { BatchWriter } from './batch-writer.ts';
import { defaultWorkers, openPool, type ExtractionPool } from './extraction-pool.ts';
import { findFiles } from './find-files.ts';
import type { Candidate, IngestReport, Outcome, SetAside } from './types.ts';

export interface IngestOptions {
  /** Worker threads; 1 extracts in this process. */
  readonly workers?: number;
  /** Stops after the documents that are at work; what is finished is committed. */
  readonly signal?: AbortSignal;
  onStart?(files: number): void;
  /** In the order of the files, as soon as all before it are done. */
  onOutcome?(outcome: Outcome): void;
}

/** Extracts ahead of the reader, hands over in the order of the candidates. */
async function* inOrder(
  candidates: readonly Candidate[],
  pool: ExtractionPool,
  outcomeOf: (candidate: Candidate) => Promise<Outcome>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Outcome> {
  const ahead: Promise<Outcome>[] = [];
  let next = 0;
  const isStopped = (): boolean => signal?.aborted === true;
  for (;;) {
    while (ahead.length < pool.width && next < candidates.length && !isStopped())
      ahead.push(outcomeOf(candidates[next++]!));
    const first = ahead.shift();
    if (first === undefined) return;
    yield await first;
  }
}

/** After so many looks at files, signals and the terminal have their turn. */
const LOOKS_A_TURN = 64;

/**
 * A file whose bytes and extractor are those of the store is not read again. Its bytes are read at once: going through the threads of
 * the system's calls takes longer than a file of this size does.
 */
function isUnchanged(candidate: Candidate, known: KnownSource): boolean {
  if (known.extractor !== EXTRACTOR) return false;
  try {
    return documentId(readFileSync(candidate.path)) === known.documentId;
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
}

class Tally {
  added = 0;
  unchanged = 0;
  replaced = 0;
  readonly setAside: SetAside[] = [];
  readonly skipped: string[] = [];
  readonly unread = new Map<string, number>();

  note(outcome: Outcome): void {
    if (outcome.state === 'unchanged') this.unchanged++;
    if (outcome.state === 'skipped') this.skipped.push(outcome.source);
    if (outcome.state === 'set-aside') {
      const { source, stage, reason, message } = outcome;
      this.setAside.push({ source, stage, reason, message });
    }
    if (outcome.state !== 'extracted') return;
    for (const { reason } of outcome.claims.unread) this.unread.set(reason, (this.unread.get(reason) ?? 0) + 1);
  }

  noteCommit({ added, removed }: CommitReport, documents: number): void {
    this.added += added.length;
    this.unchanged += documents - added.length;
    this.replaced += removed.length;
  }

  report(files: number, interrupted: boolean): IngestReport {
    const unread = [...this.unread].sort(([one], [other]) => (one < other ? -1 : 1));
    return {
      files,
      added: this.added,
      unchanged: this.unchanged,
      replaced: this.replaced,
      setAside: this.setAside.sort((one, other) => (one.source < other.source ? -1 : 1)),
      skipped: this.skipped,
      unread: Object.fromEntries(unread),
      sentencesUnread: unread.reduce((sum, [, count]) => sum + count, 0),
      interrupted,
    };
  }
}

/** A document that is read anew, by a later extractor, keeps what a person accepted for it. */
async function keepingAccepted(
  store: GraphStore,
  commit: DocumentCommit,
  known: ReadonlyMap<string, KnownSource>,
): Promise<DocumentCommit> {
  const id = commit.claims.document.id;
  if (known.get(commit.source)?.documentId !== id) return commit;
  const stored = await store.document(id);
  return stored === undefined ? commit : { ...commit, claims: keepAccepted(commit.claims, stored.claims) };
}

/** @throws AppError where a path does not exist or the store cannot be written; bad documents are in the report */
export async function ingest(
  store: GraphStore,
  paths: readonly string[],
  options: IngestOptions = {},
): Promise<IngestReport> {
  const { candidates, setAside } = await findFiles(paths);
  if (candidates.length === 0 && setAside.length === 0) {
    throw new AppError('InvalidInput', 'There is no file in this folder: name one that holds documents.');
  }
  options.onStart?.(candidates.length);
  const known = new Map((await store.knownSources()).map((row) => [row.source, row]));
  const pool = openPool(
    options.workers ?? defaultWorkers(candidates.filter(({ source }) => !known.has(source)).length),
  );
  const tally = new Tally();
  tally.setAside.push(...setAside);
  const writer = new BatchWriter(store, (report, documents) => tally.noteCommit(report, documents));
  let looked = 0;
  const outcomeOf = async (candidate: Candidate): Promise<Outcome> => {
    const row = known.get(candidate.source);
    if (row !== undefined && ++looked % LOOKS_A_TURN === 0) await nextTurn();
    if (row === undefined || !isUnchanged(candidate, row)) return pool.extract(candidate);
    return { state: 'unchanged', source: candidate.source, documentId: row.documentId };
  };
  let seen = 0;
  try {
    for await (const outcome of inOrder(candidates, pool, outcomeOf, options.signal)) {
      seen++;
      tally.note(outcome);
      if (outcome.state === 'extracted') await writer.add(await keepingAccepted(store, outcome, known));
      options.onOutcome?.(outcome);
    }
    await writer.flush();
  } finally {
    await pool.close();
  }
  return tally.report(candidates.length, seen < candidates.length);
}
