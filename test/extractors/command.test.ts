// `plenary propose` and `plenary accept` as a user calls them, with a model on loopback.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { documentId } from '../../src/domain/ids.ts';
import type { Proposals } from '../../src/ports/extractor.ts';
import { plenary, type Finished } from '../support/command-line.ts';
import { startModelStub } from './model-endpoint.ts';

const folder = mkdtempSync(join(tmpdir(), 'plenary-propose-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const store = join(folder, 'store');

const onStore = (...argv: string[]): Promise<Finished> => plenary([...argv, '--store', store]);

const meetings = async (): Promise<string> =>
  (await onStore('query', 'MATCH (:Person)-[m:MET_WITH]-(:Person) RETURN m.id', '--format', 'csv')).stdout.trim();

it('asks a model, shows what it proposes, and takes in only what is accepted', { timeout: 480_000 }, async () => {
  const text = join(folder, 'report.txt');
  writeFileSync(text, 'Ana Ruiz broke bread alongside Bo Lind in Oslo.\n');
  expect((await onStore('build', text)).status).toBe(0);
  const document = documentId(readFileSync(text));
  const person = (ref: string, name: string): object => ({ ref, kind: 'Person', name });
  const claim = (quote: string): object => ({
    ...{ relation: 'MET_WITH', subject: 'a', object: 'b', modality: 'occurred', polarity: 'affirmed', quote },
  });
  const stub = await startModelStub(() => ({
    content: {
      entities: [person('a', 'Ana Ruiz'), person('b', 'Bo Lind')],
      claims: [claim('Ana Ruiz broke bread alongside Bo Lind'), claim('Ana Ruiz hit Bo Lind')],
    },
  }));
  const asked = await onStore('propose', document, '--model-url', stub.baseUrl, '--model', 'stub');
  await stub.close();
  expect(asked.status).toBe(0);
  expect(asked.stderr).toContain('dropped (quote-not-in-text)');
  const { claims } = JSON.parse(asked.stdout) as Proposals;
  expect(claims.map(({ attributes }) => attributes)).toEqual([{ proposedBy: 'model' }]);
  const before = await meetings();

  const file = join(folder, 'proposals.json');
  writeFileSync(file, asked.stdout);
  expect((await onStore('accept', file, '--claim', claims[0]!.id)).status).toBe(0);
  expect(before).not.toMatch(/[0-9a-f]{64}/);
  expect(await meetings()).toMatch(/[0-9a-f]{64}/);
});
