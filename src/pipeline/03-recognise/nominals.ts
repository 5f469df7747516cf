// Words that refer back: pronouns, `the two sides`, `the Vietnamese officer`, `the ministry`, `a delegation`.
import type { AttributeValue } from '../../domain/claim.ts';
import type { EntityKind } from '../../schema/generated.ts';
import { type Draft, type Scan, blockOf, claim, draftOf, isFree, isInBlock, nest, textOf } from './scan.ts';
import type { CommonNoun } from './vocabulary.ts';
import { isPossessive } from './words.ts';

interface Pronoun {
  readonly kind?: EntityKind;
  readonly gender?: 'm' | 'f';
  readonly plural: boolean;
}

const HE: Pronoun = { kind: 'Person', gender: 'm', plural: false };
const SHE: Pronoun = { kind: 'Person', gender: 'f', plural: false };
const IT: Pronoun = { plural: false };
const THEY: Pronoun = { plural: true };

const PRONOUNS: ReadonlyMap<string, Pronoun> = new Map([
  ['he', HE],
  ['him', HE],
  ['his', HE],
  ['himself', HE],
  ['she', SHE],
  ['her', SHE],
  ['hers', SHE],
  ['herself', SHE],
  ['it', IT],
  ['its', IT],
  ['itself', IT],
  ['they', THEY],
  ['them', THEY],
  ['their', THEY],
  ['themselves', THEY],
]);
/** `the latter's visit`; `the latter country` is no pronoun. */
const THE_LATTER: Pronoun = { kind: 'Person', plural: false };

function pronounAt(scan: Scan, index: number): Pronoun | undefined {
  const word = scan.words[index]!;
  const isLatter = word.folded === 'latter' && scan.words[index - 1]?.folded === 'the';
  if (
    isLatter &&
    isInBlock(scan, index + 1, index) &&
    /^(?:['’]s|[,.;]|was|is|had|has|will)$/.test(scan.words[index + 1]!.text)
  )
    return THE_LATTER;
  return PRONOUNS.get(word.folded);
}

const DEFINITE = /^(?:the|this|that|these|those|both|his|her|its|their)$/;
const NUMBERS = /^(?:two|three|four|five|six|both|all|\d+)$/;
const ADJECTIVES =
  /^(?:senior|top|high-ranking|visiting|ruling|same|latter|former|respective|key|military|neighbouring|neighboring|host|chief|ranking|local|federal|national|regional|foreign|high-level|business)$/;
const SIZES = /^(?:member|nation|country|state|strong)$/;

const pronounDraft = (index: number, { kind, plural, gender }: Pronoun): Draft =>
  draftOf({
    from: index,
    to: index + 1,
    form: 'pronoun',
    kind,
    plural,
    name: '',
    attributes: gender === undefined ? {} : { gender },
    foundBy: 'pronoun/1',
  });

interface Before {
  readonly from: number;
  readonly outerFrom: number;
  readonly country?: string;
  readonly determiner?: string;
  readonly count?: string;
}

function beforeNoun(scan: Scan, index: number): Before {
  const { words } = scan;
  let from = index;
  let country: string | undefined;
  let count: string | undefined;
  while (from > index - 4 && isInBlock(scan, from - 1, index) && scan.taken[from - 1] === 0) {
    const word = words[from - 1]!;
    const hit = scan.hitOver[from - 1];
    if (hit?.entry.country !== undefined && hit.to === from && hit.entry.class !== 'city') {
      country ??= hit.entry.country;
      from = hit.from;
      continue;
    }
    // `the 15-member Council`
    if (SIZES.test(word.folded) && words[from - 2]?.text === '-' && /^\d+$/.test(words[from - 3]?.text ?? '')) {
      from -= 3;
      continue;
    }
    if (NUMBERS.test(word.folded)) count ??= word.folded;
    else if (!ADJECTIVES.test(word.folded)) break;
    from--;
  }
  const before = isInBlock(scan, from - 1, index) ? words[from - 1] : undefined;
  let outerFrom = from;
  let determiner: string | undefined;
  if (before !== undefined && (DEFINITE.test(before.folded) || /^an?$/.test(before.folded))) {
    determiner = before.folded;
    if (scan.taken[from - 1] === 0) outerFrom = from - 1;
  } else if (isPossessive(before)) {
    determiner = 'of';
    const owner = scan.hitOver[from - 2];
    if (owner?.entry.class === 'country') country ??= owner.entry.name;
  }
  return {
    from,
    outerFrom,
    ...(country === undefined ? {} : { country }),
    ...(determiner === undefined ? {} : { determiner }),
    ...(count === undefined ? {} : { count }),
  };
}

/** A noun refers back when it is definite, counted `two` or of a country; a delegation also when it is new. */
function isReference(before: Before, noun: CommonNoun, isState: boolean): boolean {
  if (noun.kind === 'Delegation') return before.determiner !== undefined || before.country !== undefined;
  if (noun.kind === 'Sides')
    return (
      before.count === 'two' || before.count === 'both' || before.count === 'three' || before.determiner === 'both'
    );
  if (noun.plural)
    return (
      before.determiner === 'both' ||
      before.count === 'two' ||
      // `Chilean authorities` need no article: they are those of the country.
      (before.country !== undefined && (before.determiner === 'the' || isState))
    );
  if (before.country !== undefined) return before.determiner === 'the' || before.determiner === 'of';
  return before.determiner !== undefined && DEFINITE.test(before.determiner);
}

function addCommonNoun(scan: Scan, index: number, to: number, noun: CommonNoun): void {
  const before = beforeNoun(scan, index);
  const isState = scan.words[index]!.folded === 'authorities';
  if (!isReference(before, noun, isState) || !isFree(scan, before.outerFrom, to)) return;
  if (noun.kind === 'Person' && isInBlock(scan, to, index) && scan.words[to]!.isGlued && scan.words[to]!.text === '-')
    return;
  const attributes: Record<string, AttributeValue> = {};
  if (before.country !== undefined) attributes['country'] = before.country;
  if (noun.gender !== undefined) attributes['gender'] = noun.gender;
  if (before.count !== undefined) attributes['count'] = before.count;
  claim(
    scan,
    draftOf({
      from: before.from,
      to,
      outerFrom: before.outerFrom,
      form: 'nominal',
      kind: noun.kind === 'Sides' ? undefined : noun.kind,
      plural: noun.plural,
      name: textOf(scan, before.from, to),
      attributes,
      foundBy: `noun.${noun.kind.toLowerCase()}/1`,
    }),
  );
  nestCountry(scan, before.from, index);
}

function nestCountry(scan: Scan, from: number, to: number): void {
  const hit = scan.hitAt[from];
  if (hit?.entry.class === 'country' && hit.to <= to)
    nest(scan, draftOf({ from, to: hit.to, kind: 'Country', name: hit.entry.name, foundBy: 'place.in-name/1' }));
}

/** `her official visit` is one description; whose visit it is, `her` says. */
function nestOwners(scan: Scan): void {
  for (const { form, from, outerFrom } of [...scan.drafts]) {
    const pronoun = form === 'nominal' && outerFrom < from ? PRONOUNS.get(scan.words[outerFrom]!.folded) : undefined;
    if (pronoun !== undefined) nest(scan, pronounDraft(outerFrom, pronoun));
  }
}

const PAIR = /^(?:two|pair|duo)$/;
/** What may follow `the two` where no noun does. */
const AFTER_PAIR =
  /^(?:also|later|then|first|last|both|had|have|were|are|will|would|met|meet|agreed|discussed|held|talked|spoke|signed|exchanged|reviewed|reaffirmed|toured|visited|dined|shook|sat|explored|addressed|touched)$/;

/** `The two also met in May`, `the pair signed`: two people, though no noun says so. */
function pairAt(scan: Scan, index: number): Draft | undefined {
  const { words } = scan;
  const isPair = PAIR.test(words[index]!.folded) && words[index - 1]?.folded === 'the';
  if (!isPair || !isInBlock(scan, index + 1, index) || !isInBlock(scan, index - 1, index)) return undefined;
  if (!AFTER_PAIR.test(words[index + 1]!.folded) || !isFree(scan, index - 1, index + 1)) return undefined;
  return draftOf({
    from: index,
    to: index + 1,
    outerFrom: index - 1,
    form: 'nominal',
    kind: 'Person',
    plural: true,
    name: words[index]!.folded,
    attributes: { count: 'two' },
    foundBy: 'noun.pair/1',
  });
}

/** Last of all rules: takes only words that no name has claimed. */
export function findReferences(scan: Scan): void {
  nestOwners(scan);
  for (let index = 0; index < scan.words.length; index++) {
    if (scan.taken[index] === 1) continue;
    const word = scan.words[index]!;
    if (!word.isWord || blockOf(scan, index).isTitleCase) continue;
    const pronoun = pronounAt(scan, index);
    if (pronoun !== undefined && !(word.isAllCaps && word.folded === 'it')) {
      claim(scan, pronounDraft(index, pronoun));
      continue;
    }
    const pair = pairAt(scan, index);
    if (pair !== undefined) {
      claim(scan, pair);
      continue;
    }
    const noun = scan.vocabulary.commonNouns.longest(scan.words, index);
    if (noun !== undefined && isFree(scan, index, noun.to)) addCommonNoun(scan, index, noun.to, noun.value);
  }
}
