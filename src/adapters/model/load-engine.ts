// Loads the English language engine from the model files that ship with Plenary.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { LanguageEngine } from '../../language/doc.ts';
import { Engine } from '../../language/engine.ts';
import type { DomainTables, ModelFiles, ModelTables } from '../../language/model.ts';

/** `models/en` lies beside `src` and beside `dist`. */
export const MODEL_FOLDER = join(import.meta.dirname, '..', '..', '..', 'models', 'en');

/** Reads the model files of a folder; the kernels always come from the shipped one. */
export function readModelFiles(folder: string): ModelFiles {
  const hasDomainHead = existsSync(join(folder, 'domain.json'));
  return {
    tables: parsed(readZipped(join(folder, 'tables.json.gz'))) as ModelTables,
    weights: readBytes(join(folder, 'weights.bin')),
    ...(hasDomainHead && {
      domain: {
        tables: parsed(readFileSync(join(folder, 'domain.json'))) as DomainTables,
        weights: readZipped(join(folder, 'domain.bin.gz')),
      },
    }),
    lemmaIndex: readZipped(join(folder, 'lemma-index.txt.gz')).toString('utf8'),
    kernels: new WebAssembly.Module(readFileSync(join(MODEL_FOLDER, 'kernels.wasm'))),
  };
}

const parsed = (json: Buffer): unknown => JSON.parse(json.toString('utf8'));

const readZipped = (path: string): Buffer => gunzipSync(readFileSync(path));

/** A file's bytes without a second copy of large ones; small files share a pool. */
function readBytes(path: string): Uint8Array {
  return readFileSync(path);
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
