// The demo corpus is what its README says: each document is listed, each can be read, and the made ones come from our script.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/adapters/readers/index.ts';

const SEEDS = join(import.meta.dirname, '..', '..', 'seeds');
const names = readdirSync(join(SEEDS, 'corpus')).sort();

describe('seeds/corpus', () => {
  it('is described document by document', () => {
    const readme = readFileSync(join(SEEDS, 'README.md'), 'utf8');
    const listed = [...readme.matchAll(/^\| `([^`]+)` \|/gmu)].map(({ 1: name }) => name);
    expect(listed).toEqual(names);
  });

  it('has every format that is read', () => {
    const endings = new Set(names.map((name) => name.slice(name.lastIndexOf('.'))));
    expect([...endings].sort()).toEqual(['.docx', '.eml', '.html', '.md', '.pdf', '.txt']);
  });

  it.each(names)('%s is read, in English, with nothing lost', async (name) => {
    const result = await readDocument(readFileSync(join(SEEDS, 'corpus', name)), name);
    expect(result).toMatchObject({ ok: true, value: { language: 'en' } });
  });

  it('has a PDF of two pages', async () => {
    const name = '12-asean-foreign-ministers.pdf';
    const result = await readDocument(readFileSync(join(SEEDS, 'corpus', name)), name);
    expect(result.ok && result.value.pages).toHaveLength(2);
  });
});
