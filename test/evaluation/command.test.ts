// `plenary evaluate` as a user calls it: figures as JSON, and a failed check below the floor.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { plenary, type Finished } from '../support/command-line.ts';

const folder = mkdtempSync(join(tmpdir(), 'plenary-gold-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const TEXT =
  'Norwegian Foreign Minister Espen Barth Eide met Swedish Foreign Minister Tobias Billström in Oslo on 4 March 2024.';
const at = (quote: string): { start: number; end: number } => ({
  start: TEXT.indexOf(quote),
  end: TEXT.indexOf(quote) + quote.length,
});

it('prints the figures and exits 1 where a floor is missed, 0 where it holds', { timeout: 240_000 }, async () => {
  writeFileSync(join(folder, 'one.txt'), TEXT);
  writeFileSync(
    join(folder, 'one.json'),
    JSON.stringify({
      schema: 'gold-graph/1',
      doc: 'one',
      file: 'one.txt',
      entities: [
        { id: 'e', type: 'Person', name: 'Espen Barth Eide', mentions: [at('Espen Barth Eide')] },
        { id: 't', type: 'Person', name: 'Tobias Billström', mentions: [at('Tobias Billström')] },
        { id: 'x', type: 'Person', name: 'Nobody Atall' },
      ],
      relations: [{ type: 'MET_WITH', source: 'e', target: 't', evidence: [{ start: 0, end: TEXT.length }] }],
      negatives: [],
    }),
  );
  const evaluate = (...floors: string[]): Promise<Finished> => plenary(['evaluate', folder, '--core', ...floors]);
  const low = await evaluate('--json', '--min-entity-f1', '0.99');
  expect(low.status).toBe(1);
  expect(low.stderr).toContain('below the floor of 0.99');
  const figures = JSON.parse(low.stdout) as { micro: { entities_typed: { fn: number } }; docs: unknown[] };
  expect(figures.micro.entities_typed.fn).toBe(1);
  expect(figures.docs).toHaveLength(1);
  const table = await evaluate('--errors', '--min-f1', '0');
  expect(table.status).toBe(0);
  expect(table.stdout).toMatch(/relations\s+\d\.\d{3}/u);
  expect(table.stdout).toContain('Person “Nobody Atall”');
});
