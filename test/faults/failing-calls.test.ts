// Every single call of the database fails once: the batch fails whole, the next try succeeds, the result is the same.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import { afterAll, expect, it } from 'vitest';
import { openDatabase, prepareFolder } from '../../src/adapters/stores/embedded/database.ts';
import { Truth } from '../../src/adapters/stores/embedded/truth.ts';
import { AppError } from '../../src/domain/errors.ts';
import { numberedDocument } from './corpus.ts';
import { contentOf } from './embedded-content.ts';

const root = mkdtempSync(join(tmpdir(), 'plenary-failing-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Counts the calls that reach SQLite and lets the given one fail as a disk does. */
class FailingOnce {
  calls = 0;
  readonly database: DatabaseSyncInstance;
  private readonly failing: number;

  constructor(real: DatabaseSyncInstance, failing: number) {
    this.failing = failing;
    this.database = new Proxy(real, {
      get: (target, name) => {
        if (name === 'prepare') return (sql: string) => this.statement(target.prepare(sql));
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        return (...values: unknown[]): unknown => {
          // What ends a transaction without changing anything is not a call that a disk can refuse.
          if (name === 'exec' && values[0] !== 'ROLLBACK') this.count();
          return Reflect.apply(value, target, values);
        };
      },
    });
  }

  private statement(real: StatementSyncInstance): StatementSyncInstance {
    return new Proxy(real, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        return (...values: unknown[]): unknown => {
          this.count();
          return Reflect.apply(value, target, values);
        };
      },
    });
  }

  private count(): void {
    if (++this.calls === this.failing) throw new Error('disk I/O error');
  }
}

/** Adds, changes and removes; each step is tried again once where it failed. */
function work(folder: string, failing: number): { readonly calls: number; readonly failures: number } {
  prepareFolder(folder, true);
  const once = new FailingOnce(openDatabase(folder), failing);
  const truth = new Truth(once.database);
  let failures = 0;
  const again = (step: () => unknown): void => {
    try {
      step();
    } catch (error) {
      expect(error).toBeInstanceOf(AppError);
      expect((error as AppError).code).toBe('StoreUnavailable');
      failures++;
      step();
    }
  };
  again(() => truth.commit([0, 1].map(numberedDocument)));
  again(() => truth.commit([{ ...numberedDocument(2), source: numberedDocument(0).source }]));
  again(() => truth.remove(numberedDocument(1).source));
  truth.close();
  return { calls: once.calls, failures };
}

it('whichever call fails, the store ends the same', () => {
  const { calls } = work(join(root, 'undisturbed'), 0);
  const expected = contentOf(join(root, 'undisturbed'));
  expect(expected.documents).toHaveLength(1);
  expect(calls).toBeGreaterThan(50);
  for (let failing = 1; failing <= calls; failing++) {
    const folder = join(root, String(failing));
    expect(work(folder, failing).failures).toBe(1);
    expect(contentOf(folder), `call ${failing} failed`).toEqual(expected);
    rmSync(folder, { recursive: true });
  }
});
