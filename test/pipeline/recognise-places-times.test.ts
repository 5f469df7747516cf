// Places with their nouns and spellings, and dates with what is known of them.
import { describe, expect, it } from 'vitest';
import { namesOf, recogniseText, ruleMentions } from './recognise-support.ts';

describe('places', () => {
  it.each([
    ['in Viet Nam and the Republic of Korea', ['Vietnam', 'South Korea']],
    ['to the UK, the U.S. and Türkiye', ['United Kingdom', 'United States', 'Turkey']],
    ['in St. Petersburg city', ['St. Petersburg']],
    ['from Kiev to Ha Noi', ['Kyiv', 'Hanoi']],
    ['at Noi Bai International Airport', ['Noi Bai International Airport']],
    ['in Quang Ngai province', ['Quang Ngai']],
    ['on Lake Ohrid', ['Lake Ohrid']],
    ['in the city of Narvik', ['Narvik']],
    ['at the Harbour Palace', ['Harbour Palace']],
    ['US-led and Japan-based', ['United States', 'Japan']],
    ['the South China Sea', ['South China Sea']],
  ])('%s', (text, names) =>
    expect(namesOf(ruleMentions(text), 'Place').map((name) => name.replace(/ Province$/, ''))).toEqual(names),
  );

  it.each([
    'Vietnamese and Russian officials',
    'Caspian oil fields',
    'turkey and china plates',
    'the Paris Process document',
    'us and them',
  ])('none in: %s', (text) => expect(namesOf(ruleMentions(text), 'Place')).toEqual([]));

  it('a city knows its country', () => {
    expect(ruleMentions('in Da Nang')[0]!.attributes['country']).toBe('Vietnam');
  });
});

const dates = (text: string, publishedOn?: string): readonly string[] =>
  recogniseText(text, publishedOn === undefined ? {} : { publishedOn }).scan.times.map(
    ({ startDate, endDate, datePrecision, explicit }) =>
      [startDate, ...(endDate === undefined ? [] : [endDate]), datePrecision, ...(explicit ? [] : ['inferred'])].join(
        ' ',
      ),
  );

describe('dates that the text gives in full', () => {
  it.each([
    ['on 7 November 2018', ['2018-11-07 day']],
    ['on November 7, 2018', ['2018-11-07 day']],
    ['November 7-8, 2018', ['2018-11-07 2018-11-08 day']],
    ['from 30 April to 2 May 2024', ['2024-04-30 2024-05-02 day']],
    ['on 15 and 16 June 2024', ['2024-06-15 2024-06-16 day']],
    ['April 30 to May 2, 2024', ['2024-04-30 2024-05-02 day']],
    ['in March 2021', ['2021-03 month']],
    ['in 2019', ['2019 year']],
    ['on 2024-07-26', ['2024-07-26 day']],
    ['on 26/07/2024', ['2024-07-26 day']],
    ['the 3rd of May 2020', ['2020-05-03 day']],
  ])('%s', (text, expected) => expect(dates(text)).toEqual(expected));
});

describe('a missing year is left open, or taken from the publication date', () => {
  it.each([
    ['from April 23-25', undefined, ['--04-23 --04-25 day inferred']],
    ['on April 23', '2024-05-01', ['2024-04-23 day inferred']],
    ['on December 30', '2024-01-02', ['2023-12-30 day inferred']],
    ['in January', '2023-12-20', ['2024-01 month inferred']],
  ])('%s, published %s', (text, publishedOn, expected) => expect(dates(text, publishedOn)).toEqual(expected));
});

describe('relative dates need the publication date', () => {
  it.each([
    ['They met on Monday.', '2024-06-12', ['2024-06-10 day inferred']],
    ['They will meet on Friday.', '2024-06-12', ['2024-06-14 day inferred']],
    ['They met yesterday.', '2024-06-12', ['2024-06-11 day inferred']],
    ['They met last month.', '2024-01-12', ['2023-12 month inferred']],
    ['three days ago', '2024-03-01', ['2024-02-27 day inferred']],
    ['next week', '2024-06-12', ['2024-06-17 2024-06-23 day inferred']],
    ['They met yesterday.', undefined, []],
    ['They met on Monday.', undefined, []],
  ])('%s, published %s', (text, publishedOn, expected) => expect(dates(text, publishedOn)).toEqual(expected));
});

it.each(['February 30', 'they may 5 times march', '2,000 people', 'Resolution 1325', 'at 10.30 on 45 May'])(
  'no date in: %s',
  (text) => {
    expect(dates(text)).toEqual([]);
  },
);
