// Random sets of documents for properties: few names in many spellings, so that linking, facts and sources all have work.
import fc from 'fast-check';
import type { EntityKind, RelationType } from '../../src/schema/index.ts';
import type { Modality, Polarity } from '../../src/domain/claim.ts';
import type { DocumentCommit } from '../../src/ports/graph-store.ts';
import { aDocument, type EntityOptions } from './a-document.ts';

type Named = readonly [kind: EntityKind, name: string, options?: EntityOptions];

const VIETNAM = { attributes: { country: 'Vietnam' } };
const NAMED: readonly Named[] = [
  ['Person', 'Tô Lâm', { ...VIETNAM, aliases: ['Lâm'] }],
  ['Person', 'Lam To', VIETNAM],
  ['Person', 'Sergei Lavrov'],
  ['Person', 'Sergey Lavrov', { attributes: { gender: 'male' } }],
  ['Person', 'Sergey Viktorovich Lavrov'],
  ['Person', 'Nikolai Patrushev'],
  ['Agency', 'Ministry of Public Security', VIETNAM],
  ['Agency', 'Public Security Ministry', VIETNAM],
  ['Agency', 'Ministry of Public Security of China', { attributes: { country: 'China' } }],
  ['Organisation', 'Shanghai Cooperation Organisation', { aliases: ['SCO'] }],
  ['Organisation', 'SCO', { attributes: { organisationKind: 'intergovernmental' } }],
  ['Country', 'Vietnam'],
  ['Meeting', '12th Meeting of High Representatives', { attributes: { ordinal: 12, startDate: '--04-23' } }],
  ['Meeting', '17th Meeting of High Representatives', { attributes: { ordinal: 17, startDate: '2018-11-07' } }],
];

const SHAPES: readonly (readonly [RelationType, readonly EntityKind[], readonly EntityKind[]])[] = [
  ['MET_WITH', ['Person', 'Agency'], ['Person', 'Agency', 'Country']],
  ['HOLDS_POSITION', ['Person'], ['Agency', 'Organisation', 'Country']],
  ['ATTENDED', ['Person', 'Agency', 'Organisation', 'Country'], ['Meeting']],
];

interface RandomClaim {
  readonly shape: number;
  readonly source: number;
  readonly target: number;
  readonly modality: Modality;
  readonly polarity: Polarity;
  readonly date: string | undefined;
  readonly role: string | undefined;
}

const claim: fc.Arbitrary<RandomClaim> = fc.record({
  shape: fc.nat({ max: SHAPES.length - 1 }),
  source: fc.nat({ max: NAMED.length - 1 }),
  target: fc.nat({ max: NAMED.length - 1 }),
  modality: fc.constantFrom<Modality>('occurred', 'occurred', 'planned'),
  polarity: fc.constantFrom<Polarity>('affirmed', 'affirmed', 'affirmed', 'denied'),
  date: fc.constantFrom(undefined, '2024-04-23', '--04-23'),
  role: fc.constantFrom(undefined, 'minister', 'deputy minister'),
});

const content = fc.record({
  named: fc.uniqueArray(fc.nat({ max: NAMED.length - 1 }), { minLength: 1, maxLength: 6 }),
  claims: fc.array(claim, { maxLength: 5 }),
  publishedOn: fc.constantFrom(undefined, '2024-04-24', '2024-05'),
  isWireStory: fc.boolean(),
});

/** Half of the documents share a long wire story, so that sources are not all independent. */
const WIRE_STORY = Array.from({ length: 60 }, (_, at) => `sentence${at} of the wire story`).join(' ');

function documentOf(
  { named, claims, publishedOn, isWireStory }: typeof content extends fc.Arbitrary<infer T> ? T : never,
  at: number,
): DocumentCommit {
  const builder = aDocument().says(`Document ${at}.`);
  if (publishedOn !== undefined) builder.described({ publishedOn, title: `Report ${at}` });
  if (isWireStory) builder.says(WIRE_STORY);
  const ids = new Map<number, string>();
  const idOf = (index: number): string => {
    const [kind, name, options] = NAMED[index]!;
    const id = ids.get(index) ?? builder.names(kind, name, options);
    ids.set(index, id);
    return id;
  };
  named.forEach(idOf);
  for (const { shape, source, target, modality, polarity, date, role } of claims) {
    const [predicate, sources, targets] = SHAPES[shape]!;
    const fits = sources.includes(NAMED[source]![0]) && targets.includes(NAMED[target]![0]);
    if (!fits || idOf(source) === idOf(target)) continue;
    const when = date === undefined ? {} : { startDate: date, datePrecision: 'day' as const };
    builder.relates(predicate, idOf(source), idOf(target), {
      modality,
      polarity,
      ...when,
      ...(role === undefined ? {} : { role }),
    });
  }
  return { ...builder.build(), source: `documents/${at}.txt` };
}

/** Different documents under different sources. */
export const someDocuments = (maxLength = 8): fc.Arbitrary<readonly DocumentCommit[]> =>
  fc.array(content, { minLength: 1, maxLength }).map((contents) => contents.map(documentOf));
