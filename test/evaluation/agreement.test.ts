// Our figures are those of the gold's own scorer, on thousands of decisions made at random.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { toExtraction } from '../../src/cli/extraction-json.ts';
import type { GoldDocument, Prediction } from '../../src/evaluation/gold.ts';
import { evaluate, readAnnotations, type GoldText, type Scope } from '../../src/evaluation/index.ts';
import { scoreDocument } from '../../src/evaluation/score.ts';
import { addScores } from '../../src/evaluation/total.ts';
import { extractBytes } from '../../src/ingest/extractor.ts';
import { describeShared } from '../support/shared.ts';

const NAMES = [
  'Ann Lee', 'General Ann Lee', 'Lee', 'Đặng Văn Lâm', 'Dang Van Lam', 'Bob Roe', 'Mr. Bob Roe', 'Rome', 'the Rome', 'Peace Summit',
  'the 3rd Peace Summit in Rome', '4th Peace Summit', 'U.N. Council', 'UN Council', 'Council of Ministers', 'council of the ministers',
  'joint statement on trade', 'trade statement', 'closer trade relations', 'trade', 'Straße der Einheit', 'April 23', 'Russia’s Council',
]; // prettier-ignore
const GOLD_TYPES = ['Person', 'Agency', 'Organisation', 'Place', 'Event', 'Document', 'Topic', 'Proposal', 'Date'];
const GIVEN_TYPES = [...GOLD_TYPES, 'Official', 'Meeting', 'Country', 'Instrument', 'Delegation', 'Thing'];
const RELATIONS = [
  'MET_WITH',
  'ATTENDED',
  'STATED',
  'PROPOSED',
  'HOLDS_POSITION',
  'SPOKE_WITH',
  'TOOK_PLACE_IN',
  'DISCUSSED',
];
const DOCUMENTS = 150;

let state = 11;
const random = (below: number): number => {
  state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
  return Math.floor((state / 0x7fffffff) * below * 0.999999);
};
const pick = <T>(list: readonly T[]): T => list[random(list.length)]!;
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const spans = (): { start: number; end: number }[] =>
  times(random(3), () => {
    const start = random(400);
    return { start, end: start + 1 + random(random(8) === 0 ? 1200 : 120) };
  });

function makeGold(index: number): GoldDocument {
  const entities = times(2 + random(8), (place) => ({
    id: `g${place}`,
    type: pick(GOLD_TYPES),
    name: pick(NAMES),
    aliases: times(random(3), () => pick(NAMES)),
    optional: random(4) === 0,
    type_alternatives: random(4) === 0 ? [pick(GOLD_TYPES)] : [],
    attributes: random(2) === 0 ? { start: '--04-23' } : {},
    mentions: spans(),
  }));
  const id = (): string => pick(entities).id;
  return {
    schema: 'gold-graph/1',
    doc: `doc-${String(index).padStart(3, '0')}`,
    file: 'none.txt',
    split: 'dev',
    entities,
    relations: times(random(10), () => ({
      type: pick(RELATIONS),
      source: id(),
      target: id(),
      optional: random(4) === 0,
      target_alternatives: random(3) === 0 ? [id()] : [],
      source_alternatives: random(6) === 0 ? [id()] : [],
      evidence: spans(),
    })),
    negatives: [
      ...times(random(3), () => ({ kind: 'entity' as const, name: pick(NAMES), reason: '' })),
      ...times(random(3), () => ({
        kind: 'relation' as const,
        type: pick(RELATIONS),
        source: id(),
        target: id(),
        reason: '',
      })),
      ...times(random(2), () => ({ kind: 'duplicate' as const, entity: id(), reason: '' })),
    ],
  };
}

function makePrediction(): Prediction {
  const entities = times(random(10), (place) => ({
    id: `p${place}`,
    type: pick(GIVEN_TYPES),
    name: pick(NAMES),
    aliases: times(random(2), () => pick(NAMES)),
    attributes: random(3) === 0 ? { start: '--04-23' } : {},
  }));
  const id = (): string => (entities.length === 0 ? 'none' : pick(entities).id);
  return {
    entities,
    relations: times(random(12), () => ({
      type: pick([...RELATIONS, 'MET', 'PARTICIPATED_IN']),
      source: id(),
      target: id(),
      evidence: spans(),
    })),
  };
}

const SCOPES = [
  ['all', []],
  ['core', ['--core']],
  ['no-dates', ['--no-dates']],
] as const satisfies readonly (readonly [Scope, readonly string[]])[];

/** What the gold's own scorer says of the predictions in a folder. */
function scored(
  scorer: string,
  goldFolder: string,
  given: string,
  flags: readonly string[],
): { micro: unknown; docs: unknown[] } {
  const dirs = ['--gold-dir', goldFolder, '--pred-dir', given];
  const printed = execFileSync('python3', [scorer, ...dirs, ...flags, '--json'], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  return JSON.parse(printed) as { micro: unknown; docs: unknown[] };
}

describeShared('plenary evaluate and score.py', 'gold', (gold) => {
  const folder = mkdtempSync(join(tmpdir(), 'plenary-evaluate-'));
  const pairs = times(DOCUMENTS, (index) => [makeGold(index), makePrediction()] as const);
  for (const part of ['gold', 'given']) mkdirSync(join(folder, part));
  for (const [wanted, given] of pairs) {
    writeFileSync(join(folder, 'gold', `${wanted.doc}.json`), JSON.stringify(wanted));
    writeFileSync(join(folder, 'given', `${wanted.doc}.json`), JSON.stringify(given));
  }
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(SCOPES)('agree on %s', (scope, flags) => {
    const theirs = scored(join(gold, 'score.py'), join(folder, 'gold'), join(folder, 'given'), flags);
    const ours = pairs.map(([wanted, given]) => scoreDocument(wanted, given, scope).score);
    expect(JSON.parse(JSON.stringify(ours))).toEqual(theirs.docs);
    expect(addScores(ours)).toEqual(theirs.micro);
  });

  it('agree on what we extract from the annotated articles', { timeout: 240_000 }, async () => {
    const texts = readAnnotations(gold, 'gold', [join(gold, '..', 'seeds')]);
    const given = join(folder, 'extracted');
    mkdirSync(given);
    const extracted = new Map<string, Prediction>();
    for (const { gold: wanted, text } of texts) {
      const claims = await extractBytes(Buffer.from(text), wanted.file);
      if (!claims.ok) throw new Error(`${wanted.doc} cannot be read`);
      const prediction = JSON.stringify(toExtraction(claims.value));
      writeFileSync(join(given, `${wanted.doc}.json`), prediction);
      extracted.set(wanted.doc, JSON.parse(prediction) as Prediction);
    }
    const predict = ({ gold: wanted }: GoldText): Promise<Prediction> => Promise.resolve(extracted.get(wanted.doc)!);
    for (const [scope, flags] of SCOPES) {
      const theirs = scored(join(gold, 'score.py'), gold, given, flags);
      const { micro, docs } = await evaluate(texts, scope, predict);
      expect(micro, scope).toEqual(theirs.micro);
      // Ours have the texts at hand and check the quotes as well.
      expect(JSON.parse(JSON.stringify(docs)), scope).toMatchObject(theirs.docs);
    }
  });
});
