// The domain head: our labels beside the stock ones, on the shared gold no worse than they are.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadEnglish } from '../../src/adapters/model/load-engine.ts';
import type { LabelledSpan } from '../../src/language/doc.ts';
import { describeShared } from '../support/shared.ts';

const engine = loadEnglish();
const LABELS = new Set(['PERSON', 'AGENCY', 'ORGANISATION', 'PLACE', 'EVENT', 'INSTRUMENT']);

describe('the domain head', () => {
  const text =
    'In Hanoi, Foreign Minister Anna Keller and the Ministry of Public Security signed the Treaty on Extradition.';
  const doc = engine.analyse(text, { domainEntities: true });

  it('tells people, state bodies, places and instruments apart', () => {
    const found = doc.domainEntities.map(({ start, end, label }) => `${text.slice(start, end)}/${label}`);
    expect(found).toEqual([
      'Hanoi/PLACE',
      'Anna Keller/PERSON',
      'Ministry of Public Security/AGENCY',
      'Treaty on Extradition/INSTRUMENT',
    ]);
  });

  it('uses only its own labels and leaves the stock spans as they are', () => {
    expect(doc.domainEntities.every(({ label }) => LABELS.has(label))).toBe(true);
    expect(engine.analyse(text).entities).toEqual(doc.entities);
    expect(engine.analyse(text, { entities: false, domainEntities: true }).domainEntities).toEqual(doc.domainEntities);
  });
});

interface Gold {
  readonly file: string;
  readonly entities: readonly { readonly type: string; readonly mentions: readonly { start: number; end: number }[] }[];
}

const GOLD_KINDS: Readonly<Record<string, string>> = { Person: 'P', Agency: 'O', Organisation: 'O', Place: 'L' };
const STOCK: Readonly<Record<string, string>> = { PERSON: 'P', ORG: 'O', GPE: 'L', LOC: 'L', FAC: 'L' };
const OURS: Readonly<Record<string, string>> = { PERSON: 'P', AGENCY: 'O', ORGANISATION: 'O', PLACE: 'L' };

describeShared('the domain head beside the stock head on the shared gold', 'gold', (folder) => {
  it('has at least the F1 of the stock head on persons, organisations and places', () => {
    const documents = readdirSync(folder).filter((name) => name.startsWith('article-') && name.endsWith('.json'));
    const scores = { stock: [0, 0, 0], ours: [0, 0, 0] };
    for (const name of documents) {
      const gold = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Gold;
      const text = readFileSync(join(folder, gold.file), 'utf8');
      const doc = engine.analyse(text, { domainEntities: true });
      const wanted = goldSpans(gold, text);
      count(wanted, doc.entities, STOCK, text, scores.stock);
      count(wanted, doc.domainEntities, OURS, text, scores.ours);
    }
    expect(f1(scores.ours)).toBeGreaterThanOrEqual(f1(scores.stock));
  });
});

/** Longest mentions first; a shorter one inside a longer one is not asked for. */
function goldSpans(gold: Gold, text: string): Set<string> {
  const all = gold.entities.flatMap(({ type, mentions }) =>
    mentions.map(({ start, end }) => ({ start, end, kind: GOLD_KINDS[type] })),
  );
  all.sort((a, b) => b.end - b.start - (a.end - a.start));
  const kept: typeof all = [];
  for (const span of all) {
    if (span.kind !== undefined && !kept.some((other) => span.start < other.end && other.start < span.end))
      kept.push(span);
  }
  return new Set(kept.map(({ start, end, kind }) => `${bare(text, start, end)} ${kind}`));
}

/** A leading article and a final possessive are no part of a name. */
function bare(text: string, start: number, end: number): string {
  const article = /^(?:the|a) /i.exec(text.slice(start, end))?.[0].length ?? 0;
  const possessive = /['’]s$/.test(text.slice(start, end)) ? 2 : 0;
  return `${start + article} ${end - possessive}`;
}

function count(
  wanted: ReadonlySet<string>,
  found: readonly LabelledSpan[],
  kinds: Readonly<Record<string, string>>,
  text: string,
  score: number[],
): void {
  score[0]! += wanted.size;
  for (const { start, end, label } of found) {
    if (kinds[label] === undefined) continue;
    score[1]!++;
    if (wanted.has(`${bare(text, start, end)} ${kinds[label]}`)) score[2]!++;
  }
}

const f1 = ([wanted, found, right]: readonly number[]): number => (2 * right!) / (wanted! + found!);
