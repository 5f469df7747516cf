// `db.index.fulltext.queryNodes` on either store: what a search finds, and that it follows every change.
import { expect, it } from 'vitest';
import type { GraphStore } from '../../src/ports/graph-store.ts';
import { aDocument } from './a-document.ts';

const NAMES =
  "CALL db.index.fulltext.queryNodes('entity_names', $words) YIELD node, score RETURN node.name ORDER BY score DESC, node.name";
const TEXTS =
  "CALL db.index.fulltext.queryNodes('document_texts', $words) YIELD node, score RETURN node.title ORDER BY score DESC, node.title";

export function fullTextCases(store: () => GraphStore): void {
  const ask = async (cypher: string, words: string): Promise<unknown[]> =>
    (await store().read(cypher, { words })).rows.flat();

  it.each([
    ['a word', 'patrushev', ['Nikolai Patrushev']],
    ['a word in capitals', 'PATRUSHEV', ['Nikolai Patrushev']],
    ['a name with its marks', 'Tô', ['To Lam']],
    [
      'one word or the other, the rarer first',
      'hanoi ministry',
      ['Hanoi', 'Ministry of Public Security', 'Ministry of Public Security'],
    ],
    ['all words', 'ministry AND lam', []],
    ['words in their order', '"public security"', ['Ministry of Public Security', 'Ministry of Public Security']],
    ['words in another order', '"security public"', []],
    ['the beginning of a word', 'patr*', ['Nikolai Patrushev']],
    ['a word with a slip', 'patrushov~1', ['Nikolai Patrushev']],
    ['a word without another', 'moscow -moscow', []],
    ['a name that linking merged away', 'sergey', ['Sergei Lavrov']],
    ['a word that is nowhere', 'zzzz', []],
  ])('finds %s', async (_case, words, names) => {
    expect(await ask(NAMES, words)).toEqual(names);
  });

  it('finds đ by d and by đ, and nothing once the document is gone', async () => {
    expect(await ask(NAMES, 'dang')).toEqual([]);
    const text = aDocument();
    text.names('Person', 'Đặng Thị Ngọc Thịnh');
    const commit = { ...text.build(), source: 'news/dang.txt' };
    await store().commit([commit]);
    for (const words of ['dang', 'Đặng', 'ngoc AND thinh'])
      expect(await ask(NAMES, words)).toEqual(['Đặng Thị Ngọc Thịnh']);
    expect(await ask(TEXTS, 'Đặng')).toHaveLength(1);
    await store().remove(commit.source);
    expect(await ask(NAMES, 'dang')).toEqual([]);
    expect(await ask(TEXTS, 'Đặng')).toEqual([]);
  });

  it('finds documents by the words of their texts and titles', async () => {
    expect(await ask(TEXTS, '"chess club"')).toEqual(['A closer look']);
    expect(await ask(TEXTS, 'closer')).toEqual(['A closer look']);
  });

  it.each([
    ['an index that is not there', NAMES.replace('entity_names', 'nope'), 'lam'],
    ['nothing to look for', NAMES, ''],
    ['a bracket that stays open', NAMES, '(lam'],
    ['a word that joins nothing', NAMES, 'AND lam'],
  ])('refuses %s', async (_case, cypher, words) => {
    await expect(ask(cypher, words)).rejects.toMatchObject({
      details: { neo4jCode: 'Neo.ClientError.Procedure.ProcedureCallFailed' },
    });
  });
}
