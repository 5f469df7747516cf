// Loads the English language engine from the model files that ship with Plenary.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LanguageEngine } from '../../language/doc.ts';
import { Engine } from '../../language/engine.ts';
import type { ModelFiles, ModelTables } from '../../language/model.ts';

/** `models/en` lies beside `src` and beside `dist`. */
const MODEL_FOLDER = join(import.meta.dirname, '..', '..', '..', 'models', 'en');

/** Reads the model files of a folder; the kernels always come from the shipped one. */
export function readModelFiles(folder: string): ModelFiles {
  const weights = readFileSync(join(folder, 'weights.bin'));
  return {
    tables: JSON.parse(readFileSync(join(folder, 'tables.json'), 'utf8')) as ModelTables,
    weights: new Uint8Array(weights).buffer,
    lemmaIndex: readFileSync(join(folder, 'lemma-index.txt'), 'utf8'),
    kernels: new WebAssembly.Module(readFileSync(join(MODEL_FOLDER, 'kernels.wasm'))),
  };
}

let english: LanguageEngine | undefined;

/**
 * The English engine. Synchronous; the files are read on the first call, later calls return the same engine.
 * An engine belongs to one thread: a worker calls this itself.
 */
export function loadEnglish(): LanguageEngine {
  english ??= new Engine(readModelFiles(MODEL_FOLDER));
  return english;
}
