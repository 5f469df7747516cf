// Reads from the SQLite file what changed since the last reading, for the thread that keeps the graph.
import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import { type LedgerEntry, ledgerEntry } from '../../../projection/ledger.ts';
import type { LinkJudgement } from '../../../ports/graph-store.ts';
import { withText } from '../claims-json.ts';
import { guarded } from './database.ts';
import { JUDGEMENTS_CHANGE } from './tables.ts';

export interface LedgerPage {
  readonly put: readonly (LedgerEntry & { readonly digest: string })[];
  readonly removed: readonly string[];
  /** Present where judgements changed: all of them. */
  readonly judgements?: readonly LinkJudgement[];
  /** Read up to here. */
  readonly sequence: number;
  readonly hasMore: boolean;
}

interface ChangeRow {
  readonly document: string;
  readonly sequence: number;
  readonly digest: string | null;
  readonly claims: string | null;
  readonly text: string | null;
}

/** What a version of the graph is made of. */
export interface LedgerVersion {
  readonly sequence: number;
  readonly digests: ReadonlyMap<string, string>;
  readonly judged: readonly LinkJudgement[];
}

/** Bounds what lies in memory twice while a large store is loaded. */
const PAGE_DOCUMENTS = 500;

export class LedgerReader {
  private readonly changes: StatementSyncInstance;
  private readonly judged: StatementSyncInstance;
  private readonly last: StatementSyncInstance;
  private readonly database: DatabaseSyncInstance;

  constructor(database: DatabaseSyncInstance) {
    this.database = database;
    this.last = database.prepare('SELECT coalesce(max(sequence), 0) AS sequence FROM change');
    this.changes = database.prepare(
      `SELECT change.document, sequence, digest, claims, text FROM change LEFT JOIN document ON document.id = change.document
       WHERE sequence > ? ORDER BY sequence LIMIT ?`,
    );
    this.judged = database.prepare(
      'SELECT "left", "right", outcome, score, reasons FROM judgement ORDER BY "left", "right"',
    );
  }

  lastSequence(): number {
    return guarded(() => (this.last.get() as { sequence: number }).sequence);
  }

  /** Of one moment, whatever is written meanwhile. */
  version(): LedgerVersion {
    return guarded(() => {
      this.database.exec('BEGIN');
      try {
        const rows = this.database.prepare('SELECT id, digest FROM document').all() as { id: string; digest: string }[];
        const digests = new Map(rows.map(({ id, digest }) => [id, digest]));
        return { sequence: this.lastSequence(), digests, judged: this.judgements() };
      } finally {
        this.database.exec('COMMIT');
      }
    });
  }

  changesAfter(sequence: number, { upTo = Infinity, documents: limit = PAGE_DOCUMENTS } = {}): LedgerPage {
    return guarded(() => {
      const found = this.changes.all(sequence, limit) as ChangeRow[];
      const rows = found.filter((row) => row.sequence <= upTo);
      const documents = rows.filter(({ document }) => document !== JUDGEMENTS_CHANGE);
      return {
        put: documents.flatMap(({ claims, text, digest }) =>
          claims === null || text === null || digest === null
            ? []
            : { ...ledgerEntry(withText(claims, JSON.parse(text) as string)), digest },
        ),
        removed: documents.filter(({ claims }) => claims === null).map(({ document }) => document),
        ...(documents.length < rows.length ? { judgements: this.judgements() } : {}),
        sequence: rows.at(-1)?.sequence ?? sequence,
        hasMore: rows.length === limit,
      };
    });
  }

  close(): void {
    this.database.close();
  }

  private judgements(): readonly LinkJudgement[] {
    return (this.judged.all() as (Omit<LinkJudgement, 'reasons'> & { reasons: string })[]).map((row) => ({
      ...row,
      reasons: JSON.parse(row.reasons) as string[],
    }));
  }
}
