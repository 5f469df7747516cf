// The model's files: small, their changes put together exactly, their letters those of every runtime.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MODEL_FOLDER, readModelFiles } from '../../src/adapters/model/load-engine.ts';
import { KernelMemory } from '../../src/language/network/memory.ts';
import { Tensors } from '../../src/language/network/weights.ts';
import { lowerCase } from '../../src/language/words/characters.ts';

describe('the files of the model', () => {
  it('are at most eight megabytes together', () => {
    const sizes = readdirSync(MODEL_FOLDER).map((name) => statSync(join(MODEL_FOLDER, name)).size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(8_000_000);
  });
});

describe('a tuned network', () => {
  const stock = {
    index: [
      ['a.table', 'f16', 2],
      ['a.weight', 'i16', 2],
      ['a.gain', 'f32', 1],
    ],
  } as const;
  const changes = {
    index: [
      ['b.table', 'i8', 2],
      ['b.weight', 'i8', 2],
    ],
  } as const;
  const tensors = new Tensors(new KernelMemory(readModelFiles(MODEL_FOLDER).kernels), [
    // Half-precision 1 and -0.5, integers 100 and -100, and the single number 2.
    { ...stock, bytes: Uint8Array.from([0x00, 0x3c, 0x00, 0xb8, 100, 0, 0x9c, 0xff, 0, 0, 0, 0x40]) },
    { ...changes, bytes: Uint8Array.from([0, 0xff, 2, 0xff]) },
  ]);
  tensors.tune('b', 'a', { 'b.table': 0.25, 'b.weight': 30 });

  it('has the base’s numbers moved by so many steps', () => {
    expect([...tensors.values('b.table')]).toEqual([1, -0.75]);
    expect([...tensors.values('b.weight')]).toEqual([160, -130]);
  });

  it('shares what has no changes, and leaves the base as it was', () => {
    expect(tensors.address('b.gain')).toBe(tensors.address('a.gain'));
    expect([...tensors.values('a.weight')]).toEqual([100, -100]);
  });
});

describe('lower case', () => {
  it('is that of the Unicode of the model’s tables, whatever the runtime knows', () => {
    expect(lowerCase('ÀB\u{16EA0}C\uA7DAΣ İ')).toBe('àb\u{16EA0}c\uA7DAσ i\u0307');
    expect(lowerCase('ΟΔΟΣ')).toBe('οδος');
  });
});
