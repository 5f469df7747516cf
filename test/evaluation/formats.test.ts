// Annotations in three formats become documents that can be scored, and errors carry their sentences.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { evaluate, readAnnotations, type GoldText } from '../../src/evaluation/index.ts';
import { parseBrat } from '../../src/evaluation/formats/brat.ts';

const TEXT = 'Ann Lee met Bob Roe in Rome. Lee thanked him. 😀 Ann Lee left Rome.';
const root = mkdtempSync(join(tmpdir(), 'plenary-formats-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function folderWith(name: string, files: Readonly<Record<string, string>>): string {
  const folder = join(root, name);
  mkdirSync(folder);
  for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, file), content);
  return folder;
}

const GOLD = {
  schema: 'gold-graph/1',
  doc: 'one',
  file: 'one.txt',
  split: 'dev',
  entities: [
    { id: 'a', type: 'Person', name: 'Ann Lee', aliases: ['Lee'], mentions: [{ start: 0, end: 7 }] },
    { id: 'b', type: 'Person', name: 'Bob Roe', mentions: [{ start: 12, end: 19 }] },
    { id: 'r', type: 'Place', name: 'Rome', optional: true },
  ],
  relations: [{ type: 'MET_WITH', source: 'a', target: 'b', evidence: [{ start: 0, end: 28 }] }],
  negatives: [{ kind: 'entity', name: 'him', reason: 'a pronoun' }],
};

const nothing = (): Promise<{ entities: []; relations: [] }> => Promise.resolve({ entities: [], relations: [] });

describe('readAnnotations', () => {
  it('reads gold files with the text beside them or in a folder that is named', () => {
    const beside = folderWith('beside', {
      'one.json': JSON.stringify(GOLD),
      'one.txt': TEXT,
      'other.json': '{"schema":"x"}',
    });
    expect(readAnnotations(beside, undefined, []).map(({ gold, text }) => [gold.doc, text])).toEqual([['one', TEXT]]);
    const apart = folderWith('apart', { 'one.json': JSON.stringify(GOLD) });
    expect(() => readAnnotations(apart, 'gold', [])).toThrow('--texts');
    expect(readAnnotations(apart, 'gold', [beside])).toHaveLength(1);
  });

  it('says which file and which field is wrong', () => {
    const broken = folderWith('broken', {
      'one.json': JSON.stringify({ ...GOLD, relations: [{ type: 'MET_WITH' }] }),
      'one.txt': TEXT,
    });
    expect(() => readAnnotations(broken, undefined, [])).toThrow(/one\.json.*relations/u);
    expect(() => readAnnotations(join(root, 'nowhere'), undefined, [])).toThrow('cannot be read');
    expect(() => readAnnotations(folderWith('bare', {}), undefined, [])).toThrow('no annotated document');
  });

  it('reads brat: one entity for a name that stands twice, equivalents joined, code points counted', () => {
    const annotation = [
      'T1\tPerson 0 7\tAnn Lee',
      'T2\tPerson 12 19\tBob Roe',
      'T3\tPerson 29 32\tLee',
      'T4\tPerson 48 55\tAnn Lee',
      'T5\tLocation 61 65\tRome',
      '*\tEquiv T1 T3',
      'R1\tMet Arg1:T1 Arg2:T2\t',
      'A1\tSure T1',
    ].join('\n');
    const { gold, text } = parseBrat('one', TEXT, annotation);
    expect(gold.entities).toMatchObject([
      { type: 'Person', name: 'Ann Lee', aliases: ['Lee'] },
      { type: 'Person', name: 'Bob Roe' },
      { type: 'Place', name: 'Rome' },
    ]);
    for (const { start, end, quote } of gold.entities.flatMap(({ mentions }) => mentions ?? [])) {
      expect(text.slice(start, end)).toBe(quote);
    }
    expect(gold.relations).toMatchObject([{ type: 'MET_WITH', evidence: [{ start: 0, end: 28 }] }]);
    const folder = folderWith('brat', { 'one.txt': TEXT, 'one.ann': annotation });
    expect(readAnnotations(folder, undefined, [])).toHaveLength(1);
  });

  it('reads CrossRE: tokens to offsets, types mapped, relations by token numbers', () => {
    const line = {
      doc_key: 'news-1',
      sentence: ['Ann', 'Lee', 'leads', 'the', 'Harbour', 'Party', '.'],
      ner: [[0, 1, 'politician'], [4, 5, 'politicalparty']], // prettier-ignore
      relations: [[0, 1, 4, 5, 'role', '', false, false]],
    };
    const folder = folderWith('crossre', { 'news-dev.json': `${JSON.stringify(line)}\n` });
    const [document] = readAnnotations(folder, undefined, []);
    expect(document!.text).toBe('Ann Lee leads the Harbour Party .');
    expect(document!.gold.entities).toMatchObject([
      { type: 'Person', name: 'Ann Lee', mentions: [{ start: 0, end: 7 }] },
      { type: 'Organisation', name: 'Harbour Party', type_alternatives: ['Agency'] },
    ]);
    expect(document!.gold.relations).toMatchObject([{ type: 'ROLE' }]);
    expect(() => readAnnotations(folderWith('torn', { 'a.json': '{"doc_key": 1}' }), undefined, [])).toThrow('Line 1');
  });
});

describe('evaluate', () => {
  const texts = [{ gold: { ...GOLD, negatives: [] }, text: TEXT }] as unknown as readonly GoldText[];

  it('lists each miss with its sentence', async () => {
    const { micro, errors } = await evaluate(texts, 'core', nothing);
    expect(micro.relations_strict).toMatchObject({ tp: 0, fn: 1, f1: 0 });
    expect(errors).toContainEqual({
      doc: 'one',
      kind: 'missed-relation',
      what: 'Ann Lee MET_WITH Bob Roe',
      sentence: 'Ann Lee met Bob Roe in Rome.',
    });
  });

  it('lists false edges, wrong kinds and broken negatives', async () => {
    const withNegative = [{ gold: GOLD, text: TEXT }] as unknown as readonly GoldText[];
    const { micro, errors } = await evaluate(withNegative, 'core', () =>
      Promise.resolve({
        entities: [
          { id: '1', type: 'Official', name: 'Ann Lee' },
          { id: '2', type: 'Agency', name: 'Bob Roe' },
          { id: '3', type: 'Person', name: 'him' },
        ],
        relations: [{ type: 'VISITED', source: '1', target: '2', evidence: [{ start: 29, end: 45 }] }],
      }),
    );
    expect(micro.negatives).toMatchObject({ n: 1, of: 1 });
    expect(errors.map(({ kind }) => kind).sort()).toEqual([
      'false-entity',
      'false-relation',
      'missed-relation',
      'negative',
      'wrong-kind',
    ]);
    expect(errors.find(({ kind }) => kind === 'false-relation')?.sentence).toBe('Lee thanked him.');
  });
});
