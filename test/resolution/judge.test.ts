// Judgements on pairs: what is one, what stays two, and what a person should be asked.
import { describe, expect, it } from 'vitest';
import { blockKeys } from '../../src/resolution/blocking.ts';
import { judge } from '../../src/resolution/judge.ts';
import type { LinkProfile } from '../../src/resolution/profile.ts';
import { aProfile } from './a-profile.ts';

const outcome = (left: LinkProfile, right: LinkProfile): string => judge(left, right).outcome;
const shareBlock = (left: LinkProfile, right: LinkProfile): boolean =>
  blockKeys(left).some((key) => blockKeys(right).includes(key));

describe('people are one', () => {
  it.each([
    ['Tô Lâm', 'To Lam'],
    ['Đặng Văn Lâm', 'Dang Van Lam'],
    ['Sergei Lavrov', 'Sergey Lavrov'],
    ['Volodymyr Zelenskyy', 'Volodymyr Zelensky'],
    ['Muhammad bin Salman', 'Mohammed bin Salman'],
    ['Ursula von der Leyen', 'Ursula Leyen'],
    ['Kim Jong-un', 'Kim Jong Un'],
    ['Kim Jong Un', 'Kim Jongun'],
    ['Nikolai Platonovich Patrushev', 'Nikolai Patrushev'],
    ['Dr. Angela Merkel', 'Angela Merkel'],
    ['Gen. Bui Van Nam', 'Bui Van Nam'],
    ['Łukasz Øberg', 'Lukasz Oberg'],
  ])('%s and %s', (left, right) => {
    const [a, b] = [aProfile('Person', left), aProfile('Person', right)];
    expect(judge(a, b)).toMatchObject({ outcome: 'same' });
    expect(shareBlock(a, b)).toBe(true);
  });

  it('in another order, where the country agrees', () => {
    const left = aProfile('Person', 'Orban Viktor', { countries: ['hungary'] });
    const right = aProfile('Person', 'Viktor Orban', { countries: ['hungary'] });
    expect(judge(left, right)).toMatchObject({ outcome: 'same' });
    expect(judge(left, right).reasons).toContain('same country: hungary');
  });

  it('with a middle name more, where the post agrees', () => {
    const post = { countries: ['united states'], posts: ['secretary of state|abc'] };
    expect(outcome(aProfile('Person', 'John Forbes Kerry', post), aProfile('Person', 'John Kerry', post))).toBe('same');
  });
});

describe('people stay two', () => {
  it('where countries differ', () => {
    const left = aProfile('Person', 'Nguyen Van An', { countries: ['vietnam'] });
    const right = aProfile('Person', 'Nguyen Van An', { countries: ['france'] });
    expect(outcome(left, right)).toBe('different');
  });

  it('where genders differ', () => {
    const left = aProfile('Person', 'Kim Clark', { genders: ['male'] });
    expect(outcome(left, aProfile('Person', 'Kim Clark', { genders: ['female'] }))).toBe('different');
  });

  it('where only the family name is given', () => {
    expect(outcome(aProfile('Person', 'Patrushev'), aProfile('Person', 'Nikolai Patrushev'))).toBe('different');
  });

  it('where one is the minister and the other the deputy', () => {
    const minister = aProfile('Person', 'Tran Quang', { posts: ['minister|abc'] });
    const deputy = aProfile('Person', 'Quang Tran', { posts: ['deputy minister|abc'] });
    expect(outcome(minister, deputy)).toBe('different');
  });

  it('where initials are all they share', () => {
    expect(outcome(aProfile('Person', 'J. B. Smith'), aProfile('Person', 'John Brown'))).toBe('different');
  });
});

describe('people a person should be asked about', () => {
  it.each([
    ['To Lam', 'Lam To'],
    ['George Bush', 'George W. Bush'],
    ['N. Patrushev', 'Nikolai Ivan Patrushev'],
  ])('%s and %s', (left, right) => {
    expect(outcome(aProfile('Person', left), aProfile('Person', right))).not.toBe('same');
  });

  it('namesakes that one text tells apart', () => {
    const documents = ['shared'];
    const left = aProfile('Person', 'Sergei Ivanov', { documents });
    const right = aProfile('Person', 'Sergey Ivanov', { documents });
    expect(judge(left, right).reasons).toContain('one text names both');
    expect(outcome(left, right)).not.toBe('same');
  });
});

describe('bodies', () => {
  it.each([
    ['Ministry of Public Security', 'Public Security Ministry'],
    ['Ministry of Defence', 'Ministry of Defense'],
    ['The World Bank', 'World Bank'],
  ])('%s and %s are one in one country', (left, right) => {
    const facts = { countries: ['vietnam'] };
    const [a, b] = [aProfile('Agency', left, facts), aProfile('Agency', right, facts)];
    expect(outcome(a, b)).toBe('same');
    expect(shareBlock(a, b)).toBe(true);
  });

  it('with the country in the name and without it are one in one country', () => {
    const facts = { countries: ['vietnam'] };
    const [a, b] = [
      aProfile('Agency', 'Ministry of Public Security of Vietnam', facts),
      aProfile('Agency', 'Ministry of Public Security', facts),
    ];
    expect(outcome(a, b)).toBe('same');
    expect(shareBlock(a, b)).toBe(true);
  });

  it('of two countries stay two', () => {
    const left = aProfile('Agency', 'Ministry of Public Security', { countries: ['vietnam'] });
    const right = aProfile('Agency', 'Ministry of Public Security', { countries: ['china'] });
    expect(outcome(left, right)).toBe('different');
  });

  it('of a country and of none known are for a person to decide', () => {
    const left = aProfile('Agency', 'Ministry of Public Security', { countries: ['vietnam'] });
    expect(outcome(left, aProfile('Agency', 'Ministry of Public Security'))).toBe('unsure');
  });

  it('are one by an acronym that a text gave in brackets', () => {
    const left = aProfile('Organisation', ['Shanghai Cooperation Organisation', 'SCO']);
    expect(outcome(left, aProfile('Organisation', 'SCO'))).toBe('same');
  });

  it('are not merged by an acronym that only fits', () => {
    const left = aProfile('Organisation', 'Shanghai Cooperation Organisation');
    expect(outcome(left, aProfile('Organisation', 'SCO'))).toBe('unsure');
  });
});

describe('series', () => {
  it.each([
    [
      'Meeting',
      '12th International Meeting of High Representatives',
      '17th International Meeting of High Representatives',
    ],
    ['Resolution', 'Resolution 2231', 'Resolution 2232'],
  ] as const)('members of a series stay two: %s', (kind, left, right) => {
    const numbers = (name: string): readonly string[] => name.match(/\d+/g) ?? [];
    const a = aProfile(kind, left, { numbers: numbers(left) });
    expect(outcome(a, aProfile(kind, right, { numbers: numbers(right) }))).toBe('different');
  });

  it('an ordinal that only one has keeps them apart', () => {
    const left = aProfile('Meeting', 'Meeting of High Representatives', { numbers: ['12'] });
    expect(outcome(left, aProfile('Meeting', 'Meeting of High Representatives'))).toBe('different');
  });

  it('one meeting under two word orders is one where the dates agree', () => {
    const left = aProfile('Meeting', 'Security Officials Meeting', { dates: ['--04-23'] });
    const right = aProfile('Meeting', 'Meeting of Security Officials', { dates: ['2024-04-23'] });
    expect(outcome(left, right)).toBe('same');
  });

  it('what two texts describe in the same words is not one thing', () => {
    expect(outcome(aProfile('Statement', 'joint statement'), aProfile('Statement', 'joint statement'))).toBe(
      'different',
    );
  });

  it('a named meeting without a date is for a person to decide', () => {
    const left = aProfile('Meeting', 'Security Officials Meeting');
    expect(outcome(left, aProfile('Meeting', 'Meeting of Security Officials'))).toBe('unsure');
  });

  it('one resolution by its number is one', () => {
    const numbers = ['2231'];
    const left = aProfile('Resolution', 'Resolution 2231', { numbers });
    expect(outcome(left, aProfile('Resolution', 'the Resolution 2231', { numbers }))).toBe('same');
  });

  it('meetings of two years stay two', () => {
    const left = aProfile('Meeting', 'Security Officials Meeting', { dates: ['2023-04-23'] });
    const right = aProfile('Meeting', 'Meeting of Security Officials', { dates: ['2024-04-23'] });
    expect(outcome(left, right)).toBe('different');
  });
});

describe('places', () => {
  it.each([
    ['St. Petersburg', 'Saint Petersburg'],
    ['Viet Nam', 'Vietnam'],
    ['Đà Nẵng', 'Da Nang'],
  ])('%s and %s are one', (left, right) => {
    const [a, b] = [aProfile('Place', left), aProfile('Place', right)];
    expect(outcome(a, b)).toBe('same');
    expect(shareBlock(a, b)).toBe(true);
  });
});

it('a judgement does not depend on the order of its pair', () => {
  const left = aProfile('Person', 'Orban Viktor', { countries: ['hungary'] });
  const right = aProfile('Person', 'Viktor Orban');
  expect(judge(left, right)).toEqual(judge(right, left));
});

it('proposals and topics have no keys: what one text proposes stays its own', () => {
  expect(blockKeys(aProfile('Proposal', 'a joint working group'))).toEqual([]);
  expect(blockKeys(aProfile('Topic', 'cyber security'))).toEqual([]);
});
