// The whole line from text to claims beside spaCy's parse alone in Python: same texts, one thread each, turn by turn.
// "Parse alone" is the stock pipeline, which names too, given the texts and nothing after it; without its names and
// without its tables for lemmas it is printed as well.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceDocument } from '../../src/domain/document.ts';
import type { Knowledge } from '../../src/pipeline/knowledge.ts';
import { build, builtUrl } from './built/build.ts';
import { SpacyProcess, type SpacyTask } from './spacy/process.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const ROUNDS = 6;
/** Documents of the larger heap for each of the smaller one. */
const GROWTH = 4;
const PEERS = [
  { task: 'stock', title: "spaCy's stock pipeline" },
  { task: 'full', title: "spaCy's tags, parse and names" },
  { task: 'parse', title: "spaCy's parse without names" },
] as const satisfies readonly { task: SpacyTask; title: string }[];

interface Line {
  readonly read: (bytes: Uint8Array, name: string) => Promise<{ ok: true; value: SourceDocument } | { ok: false }>;
  readonly extract: (source: SourceDocument, knowledge: Knowledge) => unknown;
  readonly knowledge: Knowledge;
}

async function buildLine(): Promise<Line> {
  build();
  const load = async (path: string): Promise<unknown> => import(builtUrl(path));
  const { readDocument } = (await load('adapters/readers/index.js')) as { readDocument: Line['read'] };
  const { extract } = (await load('pipeline/index.js')) as Pick<Line, 'extract'>;
  const { loadKnowledge } = (await load('adapters/knowledge/load-knowledge.js')) as {
    loadKnowledge: () => Knowledge;
  };
  return { read: readDocument, extract, knowledge: loadKnowledge() };
}

function benchTexts(): readonly string[] {
  const folders = [join(ROOT, 'seeds', 'corpus'), join(ROOT, 'test', 'extraction', 'development')];
  return folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.txt'))
      .sort()
      .map((file) => readFileSync(join(folder, file), 'utf8')),
  );
}

/**
 * The text as another day's: other numbers, and other words wherever no list knows the word. No pass ever sees a
 * document twice, so that what an engine remembers of documents cannot pass for speed.
 */
function variation(text: string, number: number, { words }: Knowledge): string {
  const vowels = 'aeiou';
  const turned = (vowel: string): string => vowels[(vowels.indexOf(vowel) + number) % vowels.length]!;
  return text
    .replace(/\d/g, (digit) => (digit === '0' ? digit : String(1 + ((Number(digit) + number) % 9))))
    .replace(/(?<=\p{Lu}\p{L}*)[aeiou](?=\p{L}*)/gu, (vowel, at: number) => {
      const word = /^\p{L}+/u.exec(text.slice(text.slice(0, at).search(/\p{L}*$/u)))![0].toLowerCase();
      return (words.rank(word) ?? Infinity) > 20_000 ? turned(vowel) : vowel;
    });
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

async function sourcesOf(line: Line, texts: readonly string[]): Promise<SourceDocument[]> {
  const read = await Promise.all(texts.map((text, at) => line.read(Buffer.from(text), `${at}.txt`)));
  return read.map((document) => {
    if (!document.ok) throw new Error('A document of the bench cannot be read.');
    return document.value;
  });
}

async function pass(line: Line, texts: readonly string[]): Promise<number> {
  const sources = await sourcesOf(line, texts);
  const started = process.cpuUsage();
  for (const source of sources) line.extract(source, line.knowledge);
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1e6;
}

export async function run(): Promise<void> {
  const line = await buildLine();
  const originals = benchTexts();
  let number = 0;
  const heap = (size: number): string[] =>
    Array.from({ length: size }, () => ++number).flatMap((at) =>
      originals.map((text) => variation(text, at, line.knowledge)),
    );
  const spacy = new SpacyProcess(originals);
  const hasSpacy = await spacy.isReady();
  if (!hasSpacy) console.log('spaCy was not measured: set PLENARY_PYTHON to a Python that has it');
  const growth: number[] = [];
  const ratios: Record<SpacyTask, number[]> = { stock: [], full: [], parse: [], names: [] };
  // The first rounds warm caches and compilers of both and are not counted.
  for (let round = -2; round < ROUNDS; round++) {
    const texts = heap(GROWTH);
    // What runs right after the other process finds cold caches: neither side's first pass counts.
    await pass(line, heap(1));
    const before = await pass(line, heap(1));
    const ours = await pass(line, texts);
    const small = (before + (await pass(line, heap(1)))) / 2;
    spacy.use(texts);
    if (hasSpacy) await spacy.pass('names');
    for (const { task } of hasSpacy ? PEERS : []) {
      const theirs = await spacy.pass(task);
      if (round >= 0) ratios[task].push(theirs / ours);
    }
    if (round >= 0) growth.push(ours / small);
  }
  console.log(
    `${originals.length} documents, ${GROWTH} variations of each a round, ${ROUNDS} rounds; medians, CPU seconds`,
  );
  for (const { task, title } of hasSpacy ? PEERS : [])
    console.log(`text to claims: ${median(ratios[task]).toFixed(2)} times the sentences of ${title} (target 3)`);
  console.log(`${GROWTH} times the documents cost ${median(growth).toFixed(2)} times (target: below 4.4)`);
  spacy.stop();
}
