// Events and instruments: names with ordinal, series, year and subject; descriptions as nominal mentions; and neither.
import { describe, expect, it } from 'vitest';
import type { Mention } from '../../src/pipeline/types.ts';
import { isA } from '../../src/schema/index.ts';
import { ruleMentions } from './recognise-support.ts';

const things = (text: string, family: 'Event' | 'Instrument', form: Mention['form']): readonly string[] =>
  ruleMentions(text)
    .filter((mention) => mention.kind !== undefined && isA(mention.kind, family) && mention.form === form)
    .map(({ name }) => name);

describe('named events', () => {
  it.each([
    ['They came to the Summit on Peace in Ukraine.', 'Summit on Peace in Ukraine'],
    [
      'He attended the 12th International Meeting of High Envoys for River Issues in Oslo.',
      '12th International Meeting of High Envoys for River Issues',
    ],
    [
      'She left for the 9th meeting of heads of customs, tax and border agencies held in Riga.',
      '9th meeting of heads of customs, tax and border agencies',
    ],
    ['The eighth session of the 14th National Assembly opened.', 'eighth session of the 14th National Assembly'],
    ['The G20 summit opened.', 'G20 summit'],
    ['They met at the NATO Vilnius Summit.', 'NATO Vilnius Summit'],
    ['The U.S.-ASEAN Special Summit opened.', 'U.S.-ASEAN Special Summit'],
    ['the ASEAN Plus Three Finance Ministers’ Meeting in Seoul', 'ASEAN Plus Three Finance Ministers’ Meeting'],
    ['the 10th G7 Speakers’ Meeting in Rome', '10th G7 Speakers’ Meeting'],
    ['the Munich Security Conference', 'Munich Security Conference'],
    [
      'the third conference of the Laos, Vietnam and Thailand fronts',
      'third conference of the Laos, Vietnam and Thailand fronts',
    ],
    ['the Skovde incident', 'Skovde incident'],
    ['the Harbour Festival 2024', 'Harbour Festival 2024'],
    ['after their May 18 phone call', 'May 18 phone call'],
    [
      'the 21st session of the Finnish-Estonian Intergovernmental Commission',
      '21st session of the Finnish-Estonian Intergovernmental Commission',
    ],
  ])('%s', (text, name) => expect(things(text, 'Event', 'name')).toEqual([name]));
});

describe('described events are nominal mentions', () => {
  it.each([
    ['They held a bilateral meeting in Oslo.', 'bilateral meeting'],
    ['He paid an official visit to Laos.', 'official visit'],
    ['The talks went on.', 'talks'],
    ['She made a phone call.', 'phone call'],
    ['The signing ceremony was short.', 'signing ceremony'],
    ['He condemned the attack.', 'attack'],
    ['a two-day conference', 'two-day conference'],
  ])('%s', (text, name) => expect(things(text, 'Event', 'nominal')).toEqual([name]));
});

describe('verbs and modifiers are no events', () => {
  it.each([
    'They will visit Laos.',
    'We call for peace.',
    'He plans to talk.',
    'The conference centre was full.',
    'to attack the town',
    'They meet often.',
  ])('%s', (text) => expect(things(text, 'Event', 'nominal')).toEqual([]));
});

describe('named instruments', () => {
  it.each([
    ['It passed the Law on River Safety.', 'Law on River Safety'],
    ['It passed the Law on Security and Defence.', 'Law on Security and Defence'],
    ['They praised the Belt and Road Initiative.', 'Belt and Road Initiative'],
    ['under UN Security Council Resolution 9901 (2031)', 'UN Security Council Resolution 9901 (2031)'],
    [
      'the Memorandum of Understanding Concerning Seed Exchange',
      'Memorandum of Understanding Concerning Seed Exchange',
    ],
    ['the National Forest Strategy', 'National Forest Strategy'],
    ['They signed the Tartu Declaration.', 'Tartu Declaration'],
    ['in line with the UN Charter', 'UN Charter'],
    ['Decree No. 13/2031/ND-CP was issued.', 'Decree No. 13/2031/ND-CP'],
    ['the 2025-2026 Plan of Consultations', '2025-2026 Plan of Consultations'],
    ['the Agreement on the Transfer of Patients', 'Agreement on the Transfer of Patients'],
  ])('%s', (text, name) => expect(things(text, 'Instrument', 'name')).toEqual([name]));

  it('an article after `and` opens a second one', () =>
    expect(things('It passed the Law on River Safety and the Harbour Strategy.', 'Instrument', 'name')).toEqual([
      'Law on River Safety',
      'Harbour Strategy',
    ]));
});

describe('described instruments are nominal mentions', () => {
  it.each([
    ['They adopted a joint communiqué.', 'joint communiqué'],
    ['The agreement was signed.', 'agreement'],
    ['They signed a memorandum of understanding on seeds.', 'memorandum of understanding on seeds'],
    ['a draft resolution on ports', 'draft resolution on ports'],
  ])('%s', (text, name) => expect(things(text, 'Instrument', 'nominal')).toEqual([name]));
});

describe('law enforcement and party plans are no instruments', () => {
  it.each([
    'Law Enforcement Cooperation grew.',
    'He plans to report.',
    'They act together.',
    'Cooperation MOUs are common.',
  ])('%s', (text) => {
    expect([...things(text, 'Instrument', 'name'), ...things(text, 'Instrument', 'nominal')]).toEqual([]);
  });
});

it('an ordinal and a year are attributes', () => {
  expect(ruleMentions('the 17th Harbour Conference')[0]!.attributes).toMatchObject({ ordinal: 17, form: 'conference' });
  expect(ruleMentions('the 2031 Harbour Summit')[0]!.attributes).toMatchObject({ year: '2031' });
});
