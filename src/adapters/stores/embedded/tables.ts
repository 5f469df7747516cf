// The tables of the embedded store's one SQLite file.

/**
 * Texts and claims are JSON: bound text would be cut at U+0000, and JSON escapes it.
 * The full-text tables hold words that are folded by us, since SQLite does not fold đ, ł, ø and ß; the table of texts holds those as
 * written too, with the signs inside them.
 */
export const TABLES = `
CREATE TABLE IF NOT EXISTS store(key TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS document(
  rank INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  digest TEXT NOT NULL,
  extractor TEXT NOT NULL,
  claims TEXT NOT NULL,
  text TEXT NOT NULL,
  bytes BLOB NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS source(source TEXT PRIMARY KEY, document TEXT NOT NULL REFERENCES document(id)) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS source_document ON source(document);
CREATE TABLE IF NOT EXISTS change(document TEXT PRIMARY KEY, sequence INTEGER NOT NULL UNIQUE) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS name(
  rank INTEGER PRIMARY KEY,
  entity TEXT NOT NULL,
  name TEXT NOT NULL,
  documents INTEGER NOT NULL,
  UNIQUE(entity, name)) STRICT;
CREATE TABLE IF NOT EXISTS judgement(
  "left" TEXT NOT NULL,
  "right" TEXT NOT NULL,
  outcome TEXT NOT NULL,
  score REAL NOT NULL,
  reasons TEXT NOT NULL,
  PRIMARY KEY("left", "right")) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS layout(name TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE IF NOT EXISTS document_words USING fts5(words, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0 tokenchars '.:''’‘·․,;_'");
CREATE VIRTUAL TABLE IF NOT EXISTS name_words USING fts5(words, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0", prefix='1 2 3');
`;

/** Stands in the table of changes where a document's id does, when a person's decisions changed. */
export const JUDGEMENTS_CHANGE = 'judgements';
