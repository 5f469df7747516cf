// Bodies: state organs, parties, companies and shared bodies by their nouns, the lexicon and brackets.
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../src/adapters/knowledge/load-knowledge.ts';
import { clean } from '../../src/pipeline/02-clean/index.ts';
import { namesOf, ruleMentions } from './recognise-support.ts';

const bodies = (text: string): readonly string[] => namesOf(ruleMentions(text), 'Organisation');
const kinds = (text: string): readonly string[] =>
  ruleMentions(text)
    .filter(({ form, kind }) => form === 'name' && kind !== 'Country' && kind !== 'City')
    .map(({ name, kind }) => `${name}|${kind}`);

describe('a head noun with its words is a body', () => {
  it.each([
    ['They visited the Ministry of Planning and Investment.', ['Ministry of Planning and Investment']],
    ['The Ministry of Culture, Sports and Tourism agreed.', ['Ministry of Culture, Sports and Tourism']],
    ['the Ministry of Justice and the Ministry of Finance', ['Ministry of Justice', 'Ministry of Finance']],
    ['Vietnam’s Ministry of Health replied.', ['Ministry of Health']],
    ['the Vietnamese Ministry of Home Affairs', ['Ministry of Home Affairs']],
    ['The Polish Security Council met.', ['Polish Security Council']],
    ['The State Bank of Laos cut rates.', ['State Bank of Laos']],
    ['The Supreme People’s Court of Vietnam ruled.', ['Supreme People’s Court of Vietnam']],
    ['The 13th Party Central Committee met.', ['13th Party Central Committee']],
    ['the Foreign and Trade Policy Committee', ['Foreign and Trade Policy Committee']],
    [
      'The Lao People’s Unity Party (LPUP) Central Committee met.',
      ['Lao People’s Unity Party Central Committee', 'LPUP'],
    ],
    ['Boyar Trading Co., Limited paid.', ['Boyar Trading Co., Limited']],
    ['Hong Kong-based Lantau Shipping Limited paid.', ['Lantau Shipping Limited']],
    ['the Forum for Rural Renewal party', ['Forum for Rural Renewal']],
    ['The Embassy of Chile in Vietnam opened.', ['Embassy of Chile in Vietnam']],
    ['The University of Tartu opened.', ['University of Tartu']],
  ])('%s', (text, names) =>
    expect(bodies(text).filter((name) => name !== 'LPUP')).toEqual(names.filter((name) => name !== 'LPUP')),
  );
});

describe('a country’s organ in lower case is a body too', () => {
  it.each([
    ['The Turkish parliament voted.', ['Turkish Parliament']],
    ['The Turkish parliament has voted.', ['Turkish Parliament']],
    ['The Russian foreign ministry said so.', ['Russian Foreign Ministry']],
    ['Iran’s supreme court said no.', ['Supreme Court']],
    ['Ugandan police said so.', ['Ugandan Police']],
  ])('%s', (text, names) => expect(bodies(text)).toEqual(names));
});

describe('the kind tells state organs from other bodies', () => {
  it.each([
    ['The Ministry of Finance spoke.', 'Ministry of Finance|Agency'],
    ['The European Fisheries Agency spoke.', 'European Fisheries Agency|Organisation'],
    ['The Communist Party of Cuba spoke.', 'Communist Party of Cuba|Organisation'],
    ['The Kremlin spoke.', 'Kremlin|Agency'],
    ['The International Seed Commission spoke.', 'International Seed Commission|Organisation'],
    [
      'The Parliamentary Assembly of the Mediterranean spoke.',
      'Parliamentary Assembly of the Mediterranean|Organisation',
    ],
    ['The WHO spoke.', 'World Health Organization|Organisation'],
    ['Xinhua spoke.', 'Xinhua|Media'],
  ])('%s', (text, name) => expect(kinds(text)).toEqual([name]));
});

describe('what is no body', () => {
  it.each([
    'They met at the West Bank.',
    'The Russian Federation replied.',
    'Several committees and ministries met.',
    'The ministry of the future is a book.',
    'who is it for us',
    'The Vietnamese Party and State were thanked.',
    'Law enforcement agencies met.',
    'The council met on Tuesday.',
  ])('%s', (text) => expect(bodies(text)).toEqual([]));
});

it('an acronym in brackets is an alias and finds the body again', () => {
  const mentions = ruleMentions('The National Grain Council (NGC) met. The NGC said no.');
  expect(namesOf(mentions, 'Organisation')).toEqual(['National Grain Council', 'NGC', 'NGC']);
  expect(mentions[0]!.attributes['acronym']).toBe('NGC');
});

it('the country of a body is known from an adjective, a possessive or its complement', () => {
  for (const text of [
    'the Finnish Ministry of Justice',
    'Finland’s Ministry of Justice',
    'the Ministry of Justice of Finland',
  ])
    expect(ruleMentions(text).find(({ kind }) => kind === 'Agency')?.attributes['country']).toBe('Finland');
});

describe('a brand that a lexicon writes with a capital inside is not cut by cleaning', () => {
  const cleaned = (text: string): string =>
    clean({ id: '0'.repeat(64), mediaType: 'text/plain', reader: 'text/1', text, language: 'en' }, loadKnowledge())
      .text;
  it.each([
    ['They met SoftBank in Oslo.', 'They met SoftBank in Oslo.'],
    ['They met SpokesmanDaniel Obi.', 'They met Spokesman Daniel Obi.'],
  ])('%s', (text, wanted) => expect(cleaned(text)).toBe(wanted));
});
