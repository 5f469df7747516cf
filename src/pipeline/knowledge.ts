// What the line knows before it reads a document: the lexicons, the frames and the language engine.
import type { LanguageEngine } from '../language/doc.ts';
import type { CleaningKnowledge } from './02-clean/knowledge.ts';

/** Rows of a lexicon file; each row is its fields, a field with several values still holds them as one string. */
export type LexiconRows = readonly (readonly string[])[];

/** Lexicons by file name without its ending, for example `countries`. */
export type Lexicons = ReadonlyMap<string, LexiconRows>;

/** Read once, shared by all documents, never changed. */
export interface Knowledge extends CleaningKnowledge {
  readonly engine: LanguageEngine;
  readonly lexicons: Lexicons;
  /** Parsed YAML of `seeds/lexicons/frames`, by file name without its ending, in name order. */
  readonly frames: ReadonlyMap<string, unknown>;
}

export function lexiconRows(lexicons: Lexicons, name: string): LexiconRows {
  const rows = lexicons.get(name);
  if (rows === undefined) throw new Error(`The lexicon ${name} is missing from seeds/lexicons.`);
  return rows;
}

/** Values of a field that holds several, separated by semicolons. */
export function lexiconValues(field: string | undefined): readonly string[] {
  if (field === undefined || field === '') return [];
  return field.split(';').map((value) => value.trim());
}
