// Sentences per CPU second beside spaCy in Python: same texts, one thread each, turn by turn in the same run.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnalyseOptions, LanguageEngine } from '../../src/language/doc.ts';
import { sharedFolder } from '../support/shared.ts';
import { build, builtUrl } from './built/build.ts';
import { SpacyProcess } from './spacy/process.ts';

const ROUNDS = 5;
/** Texts that the engine is given at once; spaCy's own pipe takes batches too, of 256. */
const BATCH = 256;
const ENGINE = 'adapters/model/load-engine.js';
const TASKS = [
  { name: 'full', title: 'tag + parse + entities', target: 6, options: {} },
  { name: 'names', title: 'entities only', target: 10, options: { parse: false } },
] as const satisfies readonly { name: string; title: string; target: number; options: AnalyseOptions }[];

const cpuSeconds = (since?: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
};

function benchTexts(): string[] {
  const bench = sharedFolder('bench');
  const file =
    bench === undefined
      ? join(import.meta.dirname, '..', 'language', 'fixtures', 'reference.jsonl')
      : join(bench, 'crossner-politics-dev.jsonl');
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line) => (JSON.parse(line) as { text: string }).text);
}

function pass(engine: LanguageEngine, texts: readonly string[], options: AnalyseOptions): number {
  const started = process.cpuUsage();
  for (let from = 0; from < texts.length; from += BATCH)
    engine.analyseAll(texts.slice(from, from + BATCH).map((text) => ({ text, ...options })));
  return cpuSeconds(started);
}

/** Peak memory of a process that loads the built engine and analyses every text. */
function peakMemory(texts: readonly string[]): string {
  const script = `
    const { loadEnglish } = await import(${JSON.stringify(builtUrl(ENGINE))});
    const engine = loadEnglish();
    for await (const line of (await import('node:readline')).createInterface({ input: process.stdin }))
      engine.analyse(JSON.parse(line));
    console.log(process.resourceUsage().maxRSS / 1024);`;
  const input = texts.map((text) => JSON.stringify(text)).join('\n');
  const child = spawnSync(process.execPath, ['--input-type=module', '-e', script], { input, encoding: 'utf8' });
  return `peak memory: ${Number(child.stdout).toFixed(0)} MB (target 150)`;
}

/** CPU seconds of longer and longer texts: twice the text, less than two and a half times the time. */
function growth(engine: LanguageEngine, texts: readonly string[]): string {
  const prose = texts.join(' ');
  const seconds = [250_000, 500_000, 1_000_000].map((length) =>
    pass(engine, [prose.repeat(Math.ceil(length / prose.length)).slice(0, length)], {}),
  );
  const ratios = seconds.slice(1).map((whole, i) => (whole / seconds[i]!).toFixed(2));
  const spelled = seconds.map((value) => value.toFixed(1)).join(', ');
  return `250 kB, 500 kB, 1 MB as one text: ${spelled} s of CPU, ratios ${ratios.join(' and ')} (target below 2.5)`;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

export async function run(): Promise<void> {
  build();
  const { loadEnglish } = (await import(builtUrl(ENGINE))) as { loadEnglish: () => LanguageEngine };
  const started = process.cpuUsage();
  const engine = loadEnglish();
  // Parts are built when they are first asked for, so a first sentence belongs to the loading.
  engine.analyse('Anna Keller met Omar Haddad in Geneva.');
  console.log(`load and a first sentence: ${(1000 * cpuSeconds(started)).toFixed(0)} ms of CPU (target 300)`);
  const texts = benchTexts();
  const spacy = new SpacyProcess(texts);
  const hasSpacy = await spacy.isReady();
  if (!hasSpacy) console.log('spaCy was not measured: set PLENARY_PYTHON to a Python that has it');
  for (const { name, title, target, options } of TASKS) {
    const ours: number[] = [];
    const theirs: number[] = [];
    // The first round of each warms caches and compilers and is not counted.
    for (let round = 0; round <= ROUNDS; round++) {
      const [mine, other] = [pass(engine, texts, options), hasSpacy ? await spacy.pass(name) : Number.NaN];
      if (round === 0) continue;
      ours.push(texts.length / mine);
      theirs.push(texts.length / other);
    }
    const ratio = median(ours) / median(theirs);
    console.log(
      `${title}: ${median(ours).toFixed(0)} sentences per CPU second` +
        (hasSpacy ? `, spaCy ${median(theirs).toFixed(0)}, ratio ${ratio.toFixed(1)} (target ${target})` : ''),
    );
  }
  spacy.stop();
  console.log(growth(engine, texts));
  console.log(peakMemory(texts));
}
