// The truth of the embedded store: documents with their claims in one SQLite file, written in one transaction a batch.
import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import { AppError } from '../../../domain/errors.ts';
import { foldName } from '../../../domain/names.ts';
import type { DocumentClaims } from '../../../domain/claim.ts';
import type {
  CommitReport,
  DocumentCommit,
  KnownSource,
  LinkJudgement,
  StoredDocument,
} from '../../../ports/graph-store.ts';
import { claimsDigest, claimsWithoutText, withText } from '../claims-json.ts';
import { indexedWords } from '../full-text/words.ts';
import { guarded, transaction } from './database.ts';
import { JUDGEMENTS_CHANGE } from './tables.ts';

interface DocumentRow {
  readonly rank: number;
  readonly id: string;
  readonly claims: string;
  readonly text: string;
  readonly bytes: Uint8Array;
}

export class Truth {
  private readonly database: DatabaseSyncInstance;
  private readonly statements = new Map<string, StatementSyncInstance>();

  constructor(database: DatabaseSyncInstance) {
    this.database = database;
  }

  commit(batch: readonly DocumentCommit[]): CommitReport {
    return transaction(this.database, () => {
      const added = new Set<string>();
      const unchanged = new Set<string>();
      const left = new Set<string>();
      for (const { claims, bytes, source } of batch) {
        const { id } = claims.document;
        if (this.put(claims, bytes)) added.add(id);
        else if (!added.has(id)) unchanged.add(id);
        const before = this.one<{ document: string }>('SELECT document FROM source WHERE source = ?', source)?.document;
        if (before === id) continue;
        this.run('INSERT INTO source VALUES(?, ?) ON CONFLICT DO UPDATE SET document = excluded.document', source, id);
        if (before !== undefined) left.add(before);
      }
      const removed = [...left].filter((id) => this.removeWithoutSource(id));
      return {
        added: [...added].filter((id) => !removed.includes(id)),
        unchanged: [...unchanged].filter((id) => !removed.includes(id)),
        removed: removed.filter((id) => !added.has(id)),
      };
    });
  }

  remove(reference: string): CommitReport {
    return transaction(this.database, () => {
      const bySource = this.one<{ document: string }>('SELECT document FROM source WHERE source = ?', reference);
      if (bySource !== undefined) {
        this.run('DELETE FROM source WHERE source = ?', reference);
        const removed = this.removeWithoutSource(bySource.document) ? [bySource.document] : [];
        return { added: [], unchanged: [], removed };
      }
      if (this.one('SELECT 1 FROM document WHERE id = ?', reference) === undefined)
        throw new AppError('NotFound', 'No document of the store has this id, path or address: name one that it has.');
      this.run('DELETE FROM source WHERE document = ?', reference);
      this.removeWithoutSource(reference);
      return { added: [], unchanged: [], removed: [reference] };
    });
  }

  knownSources(): readonly KnownSource[] {
    return this.all<KnownSource>(
      `SELECT source, document AS documentId, extractor FROM source JOIN document ON document.id = source.document
       ORDER BY source`,
    ).map((row) => ({ ...row }));
  }

  document(id: string): StoredDocument | undefined {
    const row = this.one<DocumentRow>('SELECT rank, id, claims, text, bytes FROM document WHERE id = ?', id);
    if (row === undefined) return undefined;
    const claims = withText(row.claims, JSON.parse(row.text) as string);
    const sources = this.all<{ source: string }>('SELECT source FROM source WHERE document = ? ORDER BY source', id);
    return { document: claims.document, bytes: row.bytes, sources: sources.map(({ source }) => source), claims };
  }

  /** The id that follows in id order; documents may come and go while someone walks over them. */
  nextId(after: string): string | undefined {
    return this.one<{ id: string }>('SELECT id FROM document WHERE id > ? ORDER BY id LIMIT 1', after)?.id;
  }

  judgements(): readonly LinkJudgement[] {
    return this.all<Omit<LinkJudgement, 'reasons'> & { reasons: string }>(
      'SELECT "left", "right", outcome, score, reasons FROM judgement ORDER BY "left", "right"',
    ).map((row) => ({ ...row, reasons: JSON.parse(row.reasons) as string[] }));
  }

  judge({ left, right, outcome, score, reasons }: LinkJudgement): void {
    transaction(this.database, () => {
      this.run(
        `INSERT INTO judgement VALUES(?, ?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET outcome = excluded.outcome, score = excluded.score, reasons = excluded.reasons`,
        ...[left, right].sort(),
        outcome,
        score,
        JSON.stringify(reasons),
      );
      this.noteChange(JUDGEMENTS_CHANGE);
    });
  }

  readLayout(name: string): Uint8Array | undefined {
    return this.one<{ bytes: Uint8Array }>('SELECT bytes FROM layout WHERE name = ?', name)?.bytes;
  }

  writeLayout(name: string, bytes: Uint8Array): void {
    transaction(this.database, () =>
      this.run('INSERT INTO layout VALUES(?, ?) ON CONFLICT DO UPDATE SET bytes = excluded.bytes', name, bytes),
    );
  }

  /** Ids of documents with all these folded words, best first. */
  documentsWith(match: string, limit: number): readonly string[] {
    return this.all<{ id: string }>(
      `SELECT document.id FROM document_words JOIN document ON document.rank = document_words.rowid
       WHERE words MATCH ? ORDER BY document_words.rank, document.id LIMIT ?`,
      match,
      limit,
    ).map(({ id }) => id);
  }

  /** Ids, as documents give them, of entities with a name that has all these folded words. */
  entitiesNamed(match: string, limit: number): readonly string[] {
    return this.all<{ entity: string }>(
      `SELECT DISTINCT name.entity FROM name_words JOIN name ON name.rank = name_words.rowid
       WHERE words MATCH ? LIMIT ?`,
      match,
      limit,
    ).map(({ entity }) => entity);
  }

  close(): void {
    this.database.close();
  }

  /** @returns false where the same document with the same claims is there already */
  private put(claims: DocumentClaims, bytes: Uint8Array): boolean {
    const { id, text } = claims.document;
    const json = claimsWithoutText(claims);
    const digest = claimsDigest(json);
    const before = this.one<{ digest: string }>('SELECT digest FROM document WHERE id = ?', id);
    if (before?.digest === digest) return false;
    if (before !== undefined) this.takeWords(id);
    this.run(
      `INSERT INTO document(id, digest, extractor, claims, text, bytes) VALUES(?, ?, ?, ?, ?, ?)
       ON CONFLICT(id) DO UPDATE SET digest = excluded.digest, extractor = excluded.extractor, claims = excluded.claims,
         text = excluded.text`,
      id,
      digest,
      claims.extractor,
      json,
      JSON.stringify(text),
      bytes,
    );
    this.putWords(claims);
    this.noteChange(id);
    return true;
  }

  private putWords(claims: DocumentClaims): void {
    const { id, text, title } = claims.document;
    const { rank } = this.one<{ rank: number }>('SELECT rank FROM document WHERE id = ?', id)!;
    this.run(
      'INSERT INTO document_words(rowid, words) VALUES(?, ?)',
      rank,
      indexedWords(`${title ?? ''} ${text}`).join(' '),
    );
    for (const [entity, name] of namesIn(claims)) {
      const row = this.one<{ rank: number; documents: number }>(
        `INSERT INTO name(entity, name, documents) VALUES(?, ?, 1)
         ON CONFLICT DO UPDATE SET documents = documents + 1 RETURNING rank, documents`,
        entity,
        name,
      )!;
      if (row.documents === 1) this.run('INSERT INTO name_words(rowid, words) VALUES(?, ?)', row.rank, foldName(name));
    }
  }

  private takeWords(id: string): void {
    const row = this.one<DocumentRow>('SELECT rank, claims FROM document WHERE id = ?', id)!;
    this.run('DELETE FROM document_words WHERE rowid = ?', row.rank);
    for (const [entity, name] of namesIn(JSON.parse(row.claims) as DocumentClaims)) {
      const counted = this.one<{ rank: number; documents: number }>(
        'UPDATE name SET documents = documents - 1 WHERE entity = ? AND name = ? RETURNING rank, documents',
        entity,
        name,
      )!;
      if (counted.documents > 0) continue;
      this.run('DELETE FROM name_words WHERE rowid = ?', counted.rank);
      this.run('DELETE FROM name WHERE rank = ?', counted.rank);
    }
  }

  private removeWithoutSource(id: string): boolean {
    if (this.one('SELECT 1 FROM source WHERE document = ?', id) !== undefined) return false;
    this.takeWords(id);
    this.run('DELETE FROM document WHERE id = ?', id);
    this.noteChange(id);
    return true;
  }

  /** Readers ask for what changed after the last sequence they saw. */
  private noteChange(what: string): void {
    this.run(
      `INSERT INTO change SELECT ?, coalesce(max(sequence), 0) + 1 FROM change WHERE true
       ON CONFLICT(document) DO UPDATE SET sequence = excluded.sequence`,
      what,
    );
  }

  private prepare(sql: string): StatementSyncInstance {
    let statement = this.statements.get(sql);
    if (statement === undefined) this.statements.set(sql, (statement = this.database.prepare(sql)));
    return statement;
  }

  private run(sql: string, ...values: unknown[]): void {
    this.prepare(sql).run(...values);
  }

  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- names the columns of the statement
  private one<Row>(sql: string, ...values: unknown[]): Row | undefined {
    return guarded(() => this.prepare(sql).get(...values) as Row | undefined);
  }

  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- names the columns of the statement
  private all<Row>(sql: string, ...values: unknown[]): readonly Row[] {
    return guarded(() => this.prepare(sql).all(...values) as Row[]);
  }
}

/** Each name of each entity once. */
function* namesIn({ entities }: DocumentClaims): Iterable<readonly [entity: string, name: string]> {
  for (const { id, name, aliases } of entities) for (const form of new Set([name, ...aliases])) yield [id, form];
}
