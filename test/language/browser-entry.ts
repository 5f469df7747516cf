// What the browser test loads: the engine, fed with files that the page fetches.
import { Engine } from '../../src/language/engine.ts';
import type { DomainTables, ModelTables } from '../../src/language/model.ts';
import { transcribe } from './transcript.ts';

const open = async (name: string): Promise<Response> => fetch(`model/${name}`);
const bytes = async (name: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await (await open(name)).arrayBuffer());
const unzipped = async (name: string): Promise<Response> =>
  new Response((await open(name)).body!.pipeThrough(new DecompressionStream('gzip')));

async function transcribeInPage(texts: readonly string[]): Promise<string> {
  const domain = {
    tables: (await (await open('domain.json')).json()) as DomainTables,
    weights: new Uint8Array(await (await unzipped('domain.bin.gz')).arrayBuffer()),
  };
  const engine = new Engine({
    tables: (await (await unzipped('tables.json.gz')).json()) as ModelTables,
    weights: await bytes('weights.bin'),
    lemmaIndex: await (await unzipped('lemma-index.txt.gz')).text(),
    kernels: await WebAssembly.compile(await bytes('kernels.wasm')),
    domain,
  });
  return transcribe(engine, texts);
}

Object.assign(globalThis, { transcribeInPage });
