// Entities of a document: names for readers, keys that other documents share, and keys that keep unnamed things apart.
import { describe, expect, it } from 'vitest';
import type { DocumentEntity } from '../../src/domain/claim.ts';
import { canonicalKey } from '../../src/pipeline/10-entities/canonical-key.ts';
import { toEntities } from '../../src/pipeline/10-entities/index.ts';
import type { RelatedText, Relation } from '../../src/pipeline/types.ts';
import type { EntityKind } from '../../src/schema/index.ts';
import { resolved } from './recognise-support.ts';

const related = (text: string, relations: readonly Relation[] = []): RelatedText => ({ ...resolved(text), relations });

const entitiesOf = (text: string, used: readonly number[] = []): readonly DocumentEntity[] =>
  toEntities(related(text), new Set(used)).entities;

const named = (text: string, name: string): DocumentEntity => {
  const found = entitiesOf(text).find((entity) => entity.name === name);
  if (found === undefined)
    throw new Error(
      `no entity ${name} among ${entitiesOf(text)
        .map((entity) => entity.name)
        .join(', ')}`,
    );
  return found;
};

describe('names for readers', () => {
  it.each([
    ['President Ana Ruiz’s visit began.', 'Ana Ruiz'],
    ['Mr. ORLOV spoke to reporters.', 'Orlov'],
    ['The United States and Laos agreed.', 'United States'],
    ['They thanked the Ministry of Justice of Finland.', 'Ministry of Justice'],
    ['The 12th Harbour Conference opened.', '12th Harbour Conference'],
  ])('%s → %s', (text, name) => expect(entitiesOf(text).map((entity) => entity.name)).toContain(name));

  it('other forms are aliases, and no pronoun is', () => {
    const ruiz = named('President Ana Ruiz came. Ruiz spoke. She left.', 'Ana Ruiz');
    expect(ruiz.aliases).toEqual(['Ruiz']);
    expect(ruiz.mentions.map(({ quote }) => quote)).toEqual(['Ana Ruiz', 'Ruiz']);
  });

  it('an acronym and the full name are one entity', () => {
    const bodies = entitiesOf('The World Health Organization (WHO) met. The WHO left.').filter(
      ({ kind }) => kind === 'Organisation',
    );
    expect(bodies.map(({ name, aliases }) => [name, ...aliases])).toEqual([['World Health Organization', 'WHO']]);
  });
});

it('a gender that a title or a given name says is written out, as the schema has it', () => {
  expect(named('Ms. Ana Ruiz came.', 'Ana Ruiz').attributes['gender']).toBe('female');
  expect(named('Mr. Orlov came.', 'Orlov').attributes['gender']).toBe('male');
  expect(named('Minister Orlov came.', 'Orlov').attributes).not.toHaveProperty('gender');
});

it('a description is an entity only where a claim uses it', () => {
  const text = related('They held talks in Oslo.');
  const talks = text.chains.find(({ kind }) => kind === 'Meeting')!;
  expect(toEntities(text, new Set()).entities.map(({ kind }) => kind)).toEqual(['City']);
  expect(toEntities(text, new Set([talks.id])).entities.map(({ name }) => name)).toContain('talks');
});

it('an unnamed meeting is called after those who met', () => {
  const text = related('Lars Berg held a bilateral meeting with Jan Nowak in Oslo.');
  const chain = (name: string): number => text.chains.find((other) => other.name === name)!.id;
  const meeting = text.chains.find(({ kind }) => kind === 'Meeting')!;
  const span = { start: 0, end: 9 };
  const stated = (type: 'ATTENDED' | 'MET_WITH', source: number, target: number): Relation => ({
    ...{
      type,
      source,
      target,
      attributes: {},
      evidence: span,
      trigger: span,
      rule: 'test/1',
      confidence: 1,
    },
  });
  const [berg, nowak] = [chain('Lars Berg'), chain('Jan Nowak')];
  const attended = [stated('ATTENDED', berg, meeting.id), stated('ATTENDED', nowak, meeting.id)];
  const meetingIn = (relations: readonly Relation[]): { name: string; aliases: readonly string[] } =>
    toEntities({ ...text, relations }, new Set([meeting.id])).entities.find(({ kind }) => kind === 'Meeting')!;
  const entity = meetingIn([...attended, stated('MET_WITH', berg, nowak)]);
  expect(entity.name).toBe('Lars Berg - Jan Nowak bilateral meeting');
  expect(entity.aliases).toEqual(['bilateral meeting']);
  // Two who only came along are not those whose meeting it is.
  expect(meetingIn(attended).name).toBe('bilateral meeting');
});

it('a meeting whose words name a party already is not named after it again', () => {
  const text = related('The Norway – Poland talks opened in Oslo. Norway thanked Poland.');
  const talks = text.chains.find(({ kind }) => kind === 'Meeting')!;
  const names = toEntities(text, new Set([talks.id])).entities.map(({ name }) => name);
  expect(names.filter((name) => / - .* - /.test(name))).toEqual([]);
});

it('the capital of a state leaves the state a region', () =>
  expect(named('They met in Narvik, capital of Vestmark state.', 'Vestmark').kind).toBe('Region'));

it('an implied ministry has no person’s name among its aliases', () => {
  const text = related('Fuel and Energy Minister Lars Berg spoke. Berg left.');
  const ministry = text.chains.find(({ inferred }) => inferred)!;
  const entity = toEntities(text, new Set([ministry.id])).entities.find(({ kind }) => kind === 'Agency')!;
  expect([entity.name, ...entity.aliases]).toEqual(['Ministry of Fuel and Energy']);
});

it('a visit is called after the visitor and the goal', () => {
  const text = related('They praised Lars Berg’s successful visit to Poland.');
  const visit = text.chains.find(({ kind }) => kind === 'Visit')!;
  expect(toEntities(text, new Set([visit.id])).entities.map(({ name }) => name)).toContain(
    'Lars Berg’s visit to Poland',
  );
});

describe('keys', () => {
  const key = (
    kind: EntityKind,
    name: string,
    attributes: Record<string, string> = {},
    document = 'a',
    isUnnamed = false,
  ): string => canonicalKey({ kind, name, attributes, isUnnamed, document, start: 7 });

  it('the same full name meets across documents, diacritics or not', () => {
    expect(key('Person', 'Đặng Văn Minh', {}, 'a')).toBe(key('Person', 'Dang Van Minh', {}, 'b'));
  });
  it('a lone surname does not', () => {
    expect(key('Person', 'Minh', {}, 'a')).not.toBe(key('Person', 'Minh', {}, 'b'));
  });
  it('ministries of two countries stay apart', () => {
    const ministry = 'Ministry of Defence';
    expect(key('Agency', ministry, { country: 'Laos' })).not.toBe(key('Agency', ministry, { country: 'Chile' }));
    expect(key('Agency', 'Ministry of Defense', { country: 'Laos' })).toBe(
      key('Agency', ministry, { country: 'Laos' }),
    );
  });
  it('ordinals and years tell meetings apart', () => {
    expect(key('Meeting', '12th Harbour Conference')).not.toBe(key('Meeting', '17th Harbour Conference'));
    expect(key('Meeting', 'G20 summit', { year: '2030' })).not.toBe(key('Meeting', 'G20 summit', { year: '2031' }));
    expect(key('Meeting', '2031 G20 summit', { year: '2031' })).toBe('2031 g20 summit');
  });
  it('unnamed talks never meet across documents', () => {
    expect(key('Meeting', 'talks', {}, 'a', true)).not.toBe(key('Meeting', 'talks', {}, 'b', true));
  });
});

it('quotes are the raw text at their offsets', () => {
  const text = 'President Ana Ruiz met Premier Jan Nowak of Poland in Oslo on May 3.';
  for (const { mentions } of entitiesOf(text))
    for (const { start, end, quote } of mentions) expect(text.slice(start, end)).toBe(quote);
});
