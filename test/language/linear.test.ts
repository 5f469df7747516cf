// The work that a text asks of the kernels grows with its length and no faster, up to a megabyte.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MODEL_FOLDER, readModelFiles } from '../../src/adapters/model/load-engine.ts';
import { Engine } from '../../src/language/engine.ts';
import type { Answer } from './compare.ts';

/** Which argument of a kernel says how much it is asked to do; the others do one state or one word a call. */
const SIZE_ARGUMENT: Readonly<Record<string, number>> = {
  convolve: 1,
  packTiles: 2,
  normaliseRows: 1,
  firstConvolution: 1,
  multiplyInteger: 5,
  quantise: 2,
  hashString: 1,
  bestColumns: 1,
};

const sentences = readFileSync(join(import.meta.dirname, 'fixtures', 'reference.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => (JSON.parse(line) as Answer).text)
  .join(' ');

describe('the work of the kernels', () => {
  const Instance = WebAssembly.Instance;
  let work = 0;
  let engine: Engine;

  beforeAll(() => {
    WebAssembly.Instance = class extends Instance {
      override get exports(): WebAssembly.Exports {
        return Object.fromEntries(Object.entries(super.exports).map(([name, kernel]) => [name, counted(name, kernel)]));
      }
    };
    engine = new Engine(readModelFiles(MODEL_FOLDER));
  });
  afterAll(() => {
    WebAssembly.Instance = Instance;
  });

  function counted(name: string, kernel: WebAssembly.ExportValue): (...sizes: number[]) => unknown {
    const argument = SIZE_ARGUMENT[name];
    return (...sizes) => {
      work += argument === undefined ? 1 : sizes[argument]!;
      return (kernel as (...sizes: number[]) => unknown)(...sizes);
    };
  }

  function workFor(text: string): number {
    work = 0;
    engine.analyse(text, { domainEntities: true });
    return work;
  }

  it(
    'is less than two and a half times as much for a megabyte of prose as for half of it',
    { timeout: 600_000 },
    () => {
      const prose = sentences.repeat(Math.ceil(1_000_000 / sentences.length)).slice(0, 1_000_000);
      const half = workFor(prose.slice(0, 500_000));
      expect(half).toBeGreaterThan(500_000);
      expect(workFor(prose) / half).toBeLessThan(2.5);
    },
  );

  it.each([
    ['one word', (n: number) => 'a'.repeat(n)],
    ['brackets', (n: number) => '('.repeat(n / 8)],
    ['numbers without a break', (n: number) => '1 '.repeat(n / 8)],
  ])('is less than two and a half times as much for twice as many %s', (_, make) => {
    expect(workFor(make(400_000)) / workFor(make(200_000))).toBeLessThan(2.5);
  });
});
