// Qualifiers through the whole line: when, how it is meant, and who says so.
import { describe, expect, it } from 'vitest';
import { claimOf, read } from './relate-line.ts';

const PUBLISHED = { publishedOn: '2024-05-16' };

describe('modality', () => {
  it.each([
    ['President Juan Roe met Prime Minister Ann Lee in Oslo.', 'occurred'],
    ['President Juan Roe will meet Prime Minister Ann Lee in Oslo.', 'planned'],
    ['President Juan Roe is to meet Prime Minister Ann Lee in Oslo.', 'planned'],
    ['President Juan Roe is scheduled to meet Prime Minister Ann Lee.', 'planned'],
    ['President Juan Roe plans to meet Prime Minister Ann Lee.', 'planned'],
    ['President Juan Roe offered to meet Prime Minister Ann Lee.', 'proposed'],
    ['President Juan Roe proposed a meeting with Prime Minister Ann Lee.', 'proposed'],
    ['Lawmakers urged President Juan Roe to meet Prime Minister Ann Lee.', 'demanded'],
    ['President Juan Roe could meet Prime Minister Ann Lee in Oslo.', 'conditional'],
    ['If President Juan Roe meets Prime Minister Ann Lee, prices will fall.', 'conditional'],
    ['President Juan Roe said that he met Prime Minister Ann Lee.', 'occurred'],
    ['President Juan Roe met Prime Minister Ann Lee and will visit Chile.', 'occurred'],
  ])('of “%s” is %s', (text, modality) => {
    expect(claimOf(read(text), 'MET_WITH').modality).toBe(modality);
  });

  it('is planned for a day after the day of publication', () => {
    const found = read('President Juan Roe visits Norway on May 20, 2024.', PUBLISHED);
    expect(claimOf(found, 'VISITED').modality).toBe('planned');
  });
});

describe('polarity', () => {
  it.each([
    ['President Juan Roe did not meet Prime Minister Ann Lee.', 'negated'],
    ['President Juan Roe never met Prime Minister Ann Lee.', 'negated'],
    ['President Juan Roe refused to meet Prime Minister Ann Lee.', 'negated'],
    ['President Juan Roe cancelled a meeting with Prime Minister Ann Lee.', 'negated'],
    ['The Kremlin denied that President Juan Roe had met Prime Minister Ann Lee.', 'denied'],
    ['The Kremlin dismissed reports that President Juan Roe had met Prime Minister Ann Lee.', 'denied'],
    ['President Juan Roe met Prime Minister Ann Lee but did not visit Norway.', 'affirmed'],
    ['President Juan Roe, who did not visit Norway, met Prime Minister Ann Lee.', 'affirmed'],
  ])('of “%s” is %s', (text, polarity) => {
    expect(claimOf(read(text), 'MET_WITH').polarity).toBe(polarity);
  });
});

describe('attribution', () => {
  it.each([
    ['According to organisers, Norway hosted the 5th Arctic Summit.', 'HOSTED', 'organisers'],
    ['Ann Lee said that Norway hosted the 5th Arctic Summit.', 'HOSTED', 'Ann Lee'],
    ['Norway hosted the 5th Arctic Summit, Ann Lee said.', 'HOSTED', 'Ann Lee'],
    ['Norway hosted the 5th Arctic Summit in Oslo.', 'HOSTED', undefined],
  ])('of “%s” (%s) is %s', (text, predicate, attributedTo) => {
    expect(claimOf(read(text), predicate).attributedTo).toBe(attributedTo);
  });
});

describe('time', () => {
  it('is that of the clause', () => {
    const claim = claimOf(read('On May 14, 2024, President Juan Roe met Prime Minister Ann Lee.'), 'MET_WITH');
    expect([claim.startDate, claim.datePrecision]).toEqual(['2024-05-14', 'day']);
  });

  it('keeps the year open where neither text nor publication gives it', () => {
    const claim = claimOf(read('On April 23, President Juan Roe met Prime Minister Ann Lee.'), 'MET_WITH');
    expect(claim.startDate).toBe('--04-23');
  });

  it('of an event is passed on to those who attend it', () => {
    const found = read(
      'The 5th Arctic Summit will be held in Oslo from May 20 to 22, 2024. Ann Lee will attend the 5th Arctic Summit.',
    );
    const claim = claimOf(found, 'ATTENDED');
    expect([claim.startDate, claim.endDate]).toEqual(['2024-05-20', '2024-05-22']);
  });

  it('is not the time until which something holds', () => {
    const claim = claimOf(
      read('The Security Council adopted Resolution 2231, extending the mandate until 30 June 2023.'),
      'ADOPTED',
    );
    expect(claim.startDate).toBeUndefined();
  });
});
