// References: short names, posts, nationalities, pronouns and both sides find who is meant, with agreement and a reason.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameFullName } from '../../src/pipeline/05-references/person-names.ts';
import { referenceOf, resolved } from './recognise-support.ts';

/** Text, the surface that refers, the chain it must stand for. */
const CASES: readonly (readonly [string, string, string])[] = [
  ['President Ana Ruiz arrived. Ruiz spoke.', 'Ruiz', 'Ana Ruiz'],
  ['President Bill Harper came. President William J. Harper, Jr. spoke.', 'Bill Harper', 'William J. Harper Jr.'],
  ['Secretary Jake Sandler came. Jacob Sandler spoke.', 'Jacob Sandler', 'Jake Sandler'],
  ['President Volodymyr Orlenko came. Vladimir Orlenko spoke.', 'Vladimir Orlenko', 'Volodymyr Orlenko'],
  ['Premier Viktor Lakatos came. Mr. Lakatos Viktor spoke.', 'Mr. Lakatos Viktor', 'Viktor Lakatos'],
  ['President Ana Ruiz came. President Ben Ruiz spoke.', 'President Ben Ruiz', 'Ben Ruiz'],
  ['NA Chairman Tran Van Lam left. The National Assembly (NA) met.', 'NA', 'National Assembly'],
  ['General Tran Van Lam arrived. Lam spoke.', 'Lam', 'Tran Van Lam'],
  ['Politburo member Yang Jianguo arrived. Yang spoke.', 'Yang', 'Yang Jianguo'],
  ['Dr. Kao Bora Hourn arrived. Dr. Kao spoke.', 'Dr. Kao', 'Kao Bora Hourn'],
  ['Antonia J. Keller arrived. Secretary Antonia Keller spoke.', 'Secretary Antonia Keller', 'Antonia J. Keller'],
  ['The Minister of Justice, Mr. Pedro Gomes, arrived. The minister spoke.', 'The minister', 'Pedro Gomes'],
  [
    'Vietnamese Deputy Minister Bui Van Ha met Russian Deputy Minister Oleg Orlov. The Russian minister thanked him.',
    'The Russian minister',
    'Oleg Orlov',
  ],
  [
    'Deputy Minister of Public Security Bui Van Ha spoke in Oslo. The Vietnamese representative left.',
    'The Vietnamese representative',
    'Bui Van Ha',
  ],
  ['Lt. Gen. Bui Van Ha spoke in Oslo. The Vietnamese officer left.', 'The Vietnamese officer', 'Bui Van Ha'],
  ['President Ana Ruiz met Premier Ivan Petrov. She thanked him.', 'She', 'Ana Ruiz'],
  ['President Ana Ruiz met Premier Ivan Petrov. She thanked him.', 'him', 'Ivan Petrov'],
  ['Peter Meier spoke first. He left early.', 'He', 'Peter Meier'],
  ['In his remarks sent to the forum, Norwegian President Lars Berg praised the hosts.', 'his', 'Lars Berg'],
  ['Lars Berg met Ivan Petrov in Oslo, where they signed a treaty.', 'they', 'Lars Berg + Ivan Petrov'],
  [
    'Norwegian Foreign Minister Lars Berg met Polish Foreign Minister Jan Nowak. Both ministers spoke.',
    'Both ministers',
    'Lars Berg + Jan Nowak',
  ],
  [
    'Norwegian Foreign Minister Lars Berg met Polish Foreign Minister Jan Nowak. The two sides agreed.',
    'The two sides',
    'Lars Berg + Jan Nowak',
  ],
  [
    'Norwegian Foreign Minister Lars Berg met Polish Foreign Minister Jan Nowak. The two countries agreed.',
    'The two countries',
    'Norway + Poland',
  ],
  ['The 12th Harbour Conference opened in Riga. The event drew experts.', 'The event', '12th Harbour Conference'],
  [
    'The 12th Harbour Conference opened in Riga. The two-day conference drew experts.',
    'The two-day conference',
    '12th Harbour Conference',
  ],
  ['The Norwegian Seed Agency replied. The agency denied it.', 'The agency', 'Norwegian Seed Agency'],
  ['The Ministry of Fisheries replied. The ministry denied it.', 'The ministry', 'Ministry of Fisheries'],
  ['The African Union replied. The bloc denied it.', 'The bloc', 'African Union'],
  ['A Vietnamese delegation came to Oslo. The delegation left.', 'The delegation', 'Vietnamese delegation'],
  ['The National Grain Council (NGC) met. The NGC said no.', 'NGC', 'National Grain Council'],
  ['They signed the Tartu Treaty in 2031. The treaty was kept.', 'The treaty', 'Tartu Treaty'],
  ['The Vietnamese side thanked them.', 'Vietnamese side', 'Vietnam'],
  ['The Vietnamese government thanked them.', 'Vietnamese government', 'Vietnam'],
  ['Ivan Petrov, the general secretary of the Communist Party, left.', 'Ivan Petrov', 'Ivan Petrov'],
];

describe('a reference finds who or what is meant', () => {
  it.each(CASES)('%s [%s → %s]', (text, surface, chain) => {
    const surfaces = surface === 'NGC' ? 1 : 0;
    expect(referenceOf(resolved(text), surface, surfaces)).toBe(chain);
  });
});

describe('no agreement, no link', () => {
  it.each([
    ['Anna Holm spoke first. He left early.', 'He'],
    ['Polish Foreign Minister Jan Nowak spoke. The Norwegian foreign minister left.', 'The Norwegian foreign minister'],
    ['President Ana Ruiz spoke. A minister left.', 'A minister'],
    ['It is important that they come.', 'It'],
    ['The Ministry of Fisheries replied. The university denied it.', 'The university'],
    ['The two sides agreed.', 'The two sides'],
    ['President Ana Ruiz spoke. The delegates left.', 'The delegates'],
  ])('%s [%s]', (text, surface) => expect(['nothing', 'no mention']).toContain(referenceOf(resolved(text), surface)));
});

it('two ordinals are two meetings', () => {
  const { chains } = resolved('The 12th Harbour Conference followed the 17th Harbour Conference.');
  expect(chains.map(({ name }) => name)).toEqual(['12th Harbour Conference', '17th Harbour Conference']);
});

it('an article opens a new meeting', () => {
  const text = resolved('The bilateral meeting was short. A bilateral meeting followed.');
  expect(text.chains.filter(({ kind }) => kind === 'Meeting')).toHaveLength(2);
});

it('every link says why it was made', () => {
  const text = resolved('President Ana Ruiz arrived. Ruiz spoke. She left. The president slept.');
  const ruiz = text.chains.find(({ name }) => name === 'Ana Ruiz')!;
  expect(ruiz.links.map(({ reason }) => reason)).toEqual(['surname', 'pronoun', 'post']);
});

it('his counterpart bears the nationality, and possessive kin is not the person', () => {
  const text = resolved(
    'Norwegian Premier Lars Berg met his Polish counterpart Jan Nowak. Petrov and his daughter left.',
  );
  expect(text.chains.find(({ name }) => name === 'Jan Nowak')?.attributes['country']).toBe('Poland');
  expect(text.chains.map(({ name }) => name)).not.toContain('daughter');
});

it('a post gives the body that it implies, once for all its holders', () => {
  const text = resolved('Polish Foreign Minister Jan Nowak and Polish Deputy Foreign Minister Ewa Lis came.');
  expect(text.chains.filter(({ inferred }) => inferred).map(({ name }) => name)).toEqual([
    'Ministry of Foreign Affairs',
  ]);
});

describe('full names', () => {
  it.each([
    ['Antony Keller', 'Antony J. Keller'],
    ['Mohammed bin Salman', 'Mohammed bin Salman Al Saud'],
    ['Lula da Silva', 'Luiz Inácio Lula da Silva'],
    ['J. Sullivan', 'Jake Sullivan'],
  ])('%s is %s', (one, other) => expect(isSameFullName(one, other)).toBe(true));
  it.each([
    ['George Bush', 'George Clooney'],
    ['Sullivan', 'Jake Sullivan'],
    ['Anna Holm', 'Jon Holm'],
  ])('%s is not %s', (one, other) => expect(isSameFullName(one, other)).toBe(false));
});

it('every mention lies in the text, whatever the text', { timeout: 60_000 }, () => {
  const words = fc.constantFrom(
    'Minister',
    'General',
    'of',
    'the',
    'Ana',
    'Ruiz',
    'Council',
    'he',
    '12th',
    'Meeting',
    'in',
    'Oslo',
    ',',
    '.',
    '(',
    ')',
    '’s',
    'and',
    'April',
    '23',
    '\n\n',
    '“',
    'UN',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(words, { maxLength: 40 }).map((parts) => parts.join(' ')),
        fc.string({ unit: 'grapheme', maxLength: 80 }),
      ),
      (text) => {
        const result = resolved(text);
        const { mentions, chains, times } = result;
        for (const { id, start, end, outer } of mentions) {
          expect(
            0 <= outer.start && outer.start <= start && start < end && end <= outer.end && outer.end <= text.length,
          ).toBe(true);
          for (const chain of result.chainsOf(id)) expect(chains[chain]!.id).toBe(chain);
        }
        for (const { start, end } of times) expect(start < end && end <= text.length).toBe(true);
      },
    ),
    { numRuns: 150 },
  );
});
