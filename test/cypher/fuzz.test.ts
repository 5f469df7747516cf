// Mutated queries: rows or a coded error, never a crash, a hang or a write. PLENARY_FUZZ_QUERIES=50000 makes it the long run.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkQuery, CypherError, type MemoryGraph } from '../../src/cypher/index.ts';
import { readFeature } from '../tck/gherkin.ts';
import { ask } from './support/people.ts';
import { Dice, QueryWriter, randomGraph } from './support/random-query.ts';

const COUNT = Number(process.env['PLENARY_FUZZ_QUERIES'] ?? 4000);
const PIECES = [
  ...[
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    "'",
    '"',
    '`',
    '*',
    '..',
    '->',
    '<-',
    '-',
    '|',
    '&',
    '!',
    '%',
    ':',
    '$x',
    ';',
    ',',
    '=',
  ],
  ...[
    'MATCH',
    'RETURN',
    'WITH',
    'WHERE',
    'UNWIND',
    'NOT',
    'NULL',
    'count(*)',
    'CREATE (n)',
    'DELETE n',
    'SET n.a = 1',
    '1e999',
  ],
  ...[
    '-9223372036854775808',
    '0x',
    '\\u0041',
    '//',
    '/*',
    '😀',
    '\u0000',
    'CALL { ',
    'EXISTS { ',
    '*0..99',
    '{1,}',
    '9'.repeat(40),
  ],
];

function corpus(): readonly string[] {
  const folder = join(import.meta.dirname, '..', 'tck', 'features');
  const scenarios = readdirSync(folder).flatMap((file) => readFeature(readFileSync(join(folder, file), 'utf8')));
  const written = scenarios.flatMap(({ steps }) =>
    steps.flatMap((step) => (/^executing query/.test(step.text) ? [step.docString!] : [])),
  );
  return [...written, ...Array.from({ length: 200 }, (_query, seed) => new QueryWriter(seed).query())];
}

function mutate(text: string, other: string, dice: Dice): string {
  const at = dice.roll(text.length + 1);
  const length = dice.roll(8);
  switch (dice.roll(6)) {
    case 0:
      return text.slice(0, at) + text.slice(at + length);
    case 1:
      return `${text.slice(0, at)} ${dice.pick(PIECES)} ${text.slice(at)}`;
    case 2:
      return text.slice(0, at) + other.slice(dice.roll(other.length));
    case 3:
      return text.slice(0, at) + text.slice(at, at + 20).repeat(dice.roll(4)) + text.slice(at);
    case 4:
      return text.slice(0, at) + dice.pick(PIECES) + text.slice(at + length);
    default:
      return text.slice(0, at) + String.fromCharCode(dice.roll(0x3000)) + text.slice(at + 1);
  }
}

function outcome(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    if (error instanceof CypherError && error.code.startsWith('Neo.ClientError.')) return error.code;
    throw error;
  }
}

const state = (graph: MemoryGraph): string => {
  const entities = [...graph.nodes(), ...graph.relationships()];
  return JSON.stringify(entities.map((entity) => [entity.key, [...entity.properties()].map(String)]));
};

describe('mutated queries', () => {
  it('give rows or a coded error, and change nothing', { timeout: 7_200_000 }, () => {
    const graph = randomGraph(3);
    const before = state(graph);
    const queries = corpus();
    const dice = new Dice(2024);
    let answered = 0;
    for (let at = 0; at < COUNT; at++) {
      let text = dice.pick(queries);
      for (let times = 1 + dice.roll(3); times > 0; times--) text = mutate(text, dice.pick(queries), dice);
      const limits = { timeoutMs: 100, maxRows: 1000, maxMemoryBytes: 50_000_000 };
      try {
        outcome(() => checkQuery(text));
        const answer = outcome(() => ask(graph, text, { x: 1 }, limits));
        if (typeof answer === 'object') answered++;
      } catch (error) {
        throw new Error(`No answer and no coded error for: ${text}`, { cause: error });
      }
    }
    expect(state(graph)).toBe(before);
    expect(answered).toBeGreaterThan(COUNT / 50);
  });

  it.each([
    ['brackets', `RETURN ${'('.repeat(1500)}1${')'.repeat(1500)}`],
    ['open brackets', `RETURN ${'['.repeat(1500)}`],
    ['braces', `RETURN ${'{a:'.repeat(1500)}1${'}'.repeat(1500)}`],
    ['subqueries', 'RETURN COUNT { MATCH (n) WHERE '.repeat(98)],
    ['CASE', `RETURN ${'CASE WHEN true THEN '.repeat(490)}1${' END'.repeat(40)}`],
    ['a long sum', `RETURN 1${'+1'.repeat(4900)}`],
    ['a long list', `RETURN [${'1,'.repeat(4900)}1`],
    ['a long path', `MATCH (a)${'-->()'.repeat(1900)} RETURN a`],
    ['many NOT', `RETURN ${'NOT '.repeat(2400)}true`],
    ['many properties', `RETURN a${'.b'.repeat(4900)}`],
    ['nonsense', 'x '.repeat(4990)],
    ['a list of numbers', `RETURN [${Array.from({ length: 1600 }, (_id, at) => 10_000 + at).join(',')}]`],
    ['an open list', `RETURN [${'1,'.repeat(2400)}`],
  ])('end within 200 ms of the processor for %s', (_what, text) => {
    const graph = randomGraph(3);
    const processorMs = (): number => process.cpuUsage().user / 1000;
    const timed = (run: () => unknown): number => {
      const start = processorMs();
      outcome(run);
      return processorMs() - start;
    };
    // the best of five: compiling and collecting garbage, which this process does meanwhile, count too
    const best = (run: (at: number) => unknown): number =>
      Math.min(...Array.from({ length: 5 }, (_try, at) => timed(() => run(at))));
    expect(best(() => checkQuery(text))).toBeLessThan(200);
    expect(best((at) => ask(graph, `${text} // ${at}`, {}, { timeoutMs: 1000 }))).toBeLessThan(200);
  });
});
