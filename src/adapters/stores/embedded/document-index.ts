// The words of all documents' texts, as the full-text table of the SQLite file has them.
import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import type { Postings, WordIndex } from '../full-text/score.ts';
import { guarded } from './database.ts';

/** For one search: what is read once stays as it was. Keys are ranks of documents. */
export class DocumentIndex implements WordIndex<number> {
  private readonly places: StatementSyncInstance;
  private readonly vocabulary: StatementSyncInstance;
  private readonly ids: StatementSyncInstance;
  private readonly lengths: ReadonlyMap<number, number>;
  readonly averageLength: number;

  constructor(database: DatabaseSyncInstance) {
    const prepare = (sql: string): StatementSyncInstance => guarded(() => database.prepare(sql));
    guarded(() =>
      database.exec(
        `CREATE VIRTUAL TABLE IF NOT EXISTS temp.place USING fts5vocab('main', 'document_words', 'instance');
         CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab('main', 'document_words', 'row')`,
      ),
    );
    this.places = prepare('SELECT doc, "offset" AS place FROM temp.place WHERE term = ?');
    this.vocabulary = prepare('SELECT term FROM temp.vocabulary');
    this.ids = prepare('SELECT id FROM document WHERE rank = ?');
    const rows = prepare('SELECT id, sz FROM document_words_docsize').all() as { id: number; sz: Uint8Array }[];
    this.lengths = new Map(rows.map(({ id, sz }) => [id, readVarint(sz)]));
    this.averageLength = [...this.lengths.values()].reduce((sum, length) => sum + length, 0) / this.size;
  }

  get size(): number {
    return this.lengths.size;
  }
  lengthOf(rank: number): number {
    return this.lengths.get(rank) ?? 0;
  }
  *words(): Iterable<string> {
    for (const { term } of this.vocabulary.all() as { term: string }[]) yield term;
  }
  postings(word: string): Postings<number> {
    const places = new Map<number, number[]>();
    const rows = guarded(() => this.places.all(word) as { doc: number; place: number }[]);
    for (const { doc, place } of rows) {
      const known = places.get(doc);
      if (known === undefined) places.set(doc, [place]);
      else known.push(place);
    }
    return places;
  }

  idOf(rank: number): string | undefined {
    return (this.ids.get(rank) as { id: string } | undefined)?.id;
  }
}

/** SQLite's own: seven bits a byte, the highest first; no text has so many words that it takes nine bytes. */
function readVarint(bytes: Uint8Array): number {
  let value = 0;
  for (const byte of bytes) {
    value = value * 128 + (byte & 127);
    if (byte < 128) break;
  }
  return value;
}
