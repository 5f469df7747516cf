// The contract of every graph store: one suite, run on each adapter.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GraphStore } from '../../src/ports/graph-store.ts';
import { aDocument } from './a-document.ts';
import { documentCases, linkingCases, readingCases } from './contract-reading.ts';
import { sourceCases, writingCases } from './contract-writing.ts';
import { FIXTURE } from './fixture.ts';
import type { StoreHarness } from './harness.ts';
import { fullTextCases } from './full-text-cases.ts';
import {
  FACT_QUESTIONS,
  NODE_QUESTIONS,
  PROVENANCE_QUESTIONS,
  type Question,
  REFUSED,
  VALUE_QUESTIONS,
} from './questions.ts';

const QUESTIONS: readonly (readonly [string, readonly Question[]])[] = [
  ['nodes', NODE_QUESTIONS],
  ['facts', FACT_QUESTIONS],
  ['provenance', PROVENANCE_QUESTIONS],
  ['values', VALUE_QUESTIONS],
];

export function graphStoreContract(harness: StoreHarness): void {
  describe('the graph of the fixture', () => questionCases(harness));
  describe('writing', () => writingCases(harness));
  describe('sources', () => sourceCases(harness));
  describe('documents', () => documentCases(harness));
  describe('linking', () => linkingCases(harness));
  describe('reading', () => readingCases(harness));
}

function questionCases(harness: StoreHarness): void {
  let store: GraphStore;
  beforeAll(async () => {
    store = await harness.open();
    await store.commit(FIXTURE);
  });
  afterAll(() => store.close());

  describe.each(QUESTIONS)('%s', (_topic, questions) => {
    it.each(questions.map((question) => [question.title, question] as const))('%s', async (_title, question) => {
      const { rows } = await store.read(question.cypher, question.parameters ?? {});
      expect(rows).toEqual(question.rows);
    });
  });

  it.each(REFUSED)('refuses %s', async (_title, cypher) => {
    await expect(store.read(cypher, {})).rejects.toMatchObject({ name: 'AppError', code: 'InvalidInput' });
  });

  it('says which Neo4j code a wrong query has', async () => {
    await expect(store.read('MATCH (n RETURN n', {})).rejects.toMatchObject({
      details: { neo4jCode: 'Neo.ClientError.Statement.SyntaxError' },
    });
  });

  it('counts entities by kind and facts by type', async () => {
    expect(await store.stats()).toMatchObject({
      documents: 7,
      claims: 17,
      entities: { Agency: 2, City: 3, Meeting: 2, Official: 2, Organisation: 1, Person: 3, Topic: 1 },
      relations: { ATTENDED: 2, HOLDS_POSITION: 4, MET_WITH: 1, TOOK_PLACE_IN: 2, VISITED: 2 },
    });
  });

  describe('search', () => searchCases(() => store));
  describe('full text by Cypher', () => fullTextCases(() => store));
}

function searchCases(store: () => GraphStore): void {
  const names = async (
    query: string,
    scope: 'entities' | 'documents' | 'both' = 'entities',
    limit = 10,
  ): Promise<string[]> => (await store().searchText(query, { limit, in: scope })).map(({ name }) => name);

  it.each([
    ['a whole name', 'To Lam', 'To Lam'],
    ['an alias', 'Tô Lâm', 'To Lam'],
    ['a name without its marks', 'to lam', 'To Lam'],
    ['the beginning of a word', 'patr', 'Nikolai Patrushev'],
    ['words in another order', 'patrushev nikolai', 'Nikolai Patrushev'],
    ['a name that linking merged away', 'Sergey Lavrov', 'Sergei Lavrov'],
    ['a name with punctuation', "st. petersburg's", 'St. Petersburg'],
    ['an ordinal', '12th meeting', '12th International Meeting'],
  ])('finds %s', async (_case, query, name) => {
    expect((await names(query))[0]).toBe(name);
  });

  it('finds đ by d', async () => {
    const text = aDocument();
    text.names('Person', 'Đặng Thị Ngọc Thịnh');
    const commit = { ...text.build(), source: 'news/dang.txt' };
    await store().commit([commit]);
    expect(await names('dang')).toEqual(['Đặng Thị Ngọc Thịnh']);
    await store().remove(commit.source);
    expect(await names('dang')).toEqual([]);
  });

  it('puts the whole name before names that begin with it', async () => {
    expect((await names('Moscow'))[0]).toBe('Moscow');
  });

  it('finds documents by their words, with the passage', async () => {
    const [hit] = await store().searchText('chess club', { limit: 5, in: 'documents' });
    expect(hit).toMatchObject({ kind: 'document', name: 'A closer look' });
    expect(hit?.excerpt).toContain('Chess Club');
  });

  it('finds documents by their title', async () => {
    expect(await names('closer look', 'documents')).toEqual(['A closer look']);
  });

  it('finds entities and documents together, entities first', async () => {
    const hits = await store().searchText('Lavrov', { limit: 10 });
    expect(hits.map(({ kind }) => kind)).toEqual(['entity', 'document', 'document']);
  });

  it('says the labels of a hit', async () => {
    const [hit] = await store().searchText('To Lam', { limit: 1, in: 'entities' });
    expect([...hit!.labels].sort()).toEqual(['Entity', 'Official', 'Person']);
  });

  it('keeps to the limit', async () => {
    expect(await names('ministry', 'both', 2)).toHaveLength(2);
  });

  it.each([
    ['nothing', ''],
    ['only punctuation', '"*:()-+'],
    ['a word that is nowhere', 'zzzz'],
    ['operators as words that are nowhere together', 'AND OR NOT NEAR'],
  ])('finds nothing for %s', async (_case, query) => {
    expect(await names(query, 'both')).toEqual([]);
  });
}
