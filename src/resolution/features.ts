// Evidence for and against two entities being one, each with its weight and its words.
import { isA } from '../schema/index.ts';
import { comparePersons, type NameComparison } from './compare-persons.ts';
import { compareNames } from './compare-names.ts';
import type { LinkProfile } from './profile.ts';
import { SECOND_ROLE } from './words.ts';

export interface Evidence {
  readonly weight: number;
  readonly reason: string;
}

type Feature = (left: LinkProfile, right: LinkProfile) => Evidence | undefined;

/** People are compared part by part; all other names as sets of words. */
export const compareByFamily = (left: LinkProfile, right: LinkProfile): NameComparison =>
  left.family === 'Person' ? comparePersons(left.names, right.names) : compareNames(left, right);

/** No other evidence outweighs it: the 12th and the 17th meeting stay two. */
const DECISIVE = -1;

const numbers: Feature = (left, right) =>
  left.numbers.join() === right.numbers.join()
    ? undefined
    : {
        weight: DECISIVE,
        reason: `numbers differ: ${left.numbers.join('/') || 'none'} and ${right.numbers.join('/') || 'none'}`,
      };

const countries: Feature = (left, right) => {
  if (left.countries.length === 0 || right.countries.length === 0) return undefined;
  const common = left.countries.find((country) => right.countries.includes(country));
  if (common !== undefined) return { weight: 0.1, reason: `same country: ${common}` };
  return { weight: -0.5, reason: `countries differ: ${left.countries.join('/')} and ${right.countries.join('/')}` };
};

/** Where names of many bodies are alike, one without a country may be anybody's. */
const countryOfOneOnly: Feature = (left, right) =>
  (left.countries.length === 0) !== (right.countries.length === 0)
    ? { weight: -0.15, reason: 'only one is tied to a country' }
    : undefined;

const genders: Feature = (left, right) =>
  left.genders.length > 0 && right.genders.length > 0 && !left.genders.some((gender) => right.genders.includes(gender))
    ? { weight: -0.6, reason: 'genders differ' }
    : undefined;

const dates: Feature = (left, right) => {
  if (left.dates.length === 0 || right.dates.length === 0) return undefined;
  const agree = left.dates.some((date) => right.dates.some((other) => areCompatible(date, other)));
  return agree ? { weight: 0.1, reason: 'dates agree' } : { weight: -0.5, reason: 'dates differ' };
};

/** `--04-23` agrees with `2024-04-23`, `2018-11` with `2018-11-07`. */
function areCompatible(left: string, right: string): boolean {
  const [year, rest] = [left.slice(0, 4).replace(/^--.*/, ''), left.startsWith('--') ? left.slice(2) : left.slice(5)];
  const [otherYear, otherRest] = [
    right.slice(0, 4).replace(/^--.*/, ''),
    right.startsWith('--') ? right.slice(2) : right.slice(5),
  ];
  if (year !== '' && otherYear !== '' && year !== otherYear) return false;
  return rest.startsWith(otherRest) || otherRest.startsWith(rest);
}

const posts: Feature = (left, right) => {
  for (const post of left.posts) {
    const [role, body] = parted(post);
    for (const other of right.posts) {
      const [otherRole, otherBody] = parted(other);
      if (body !== otherBody) continue;
      if (role === otherRole) return { weight: 0.15, reason: `same post: ${role || 'unnamed'}` };
      if (SECOND_ROLE.test(role) !== SECOND_ROLE.test(otherRole))
        return { weight: -0.3, reason: `one is ${role || 'in charge'}, the other ${otherRole || 'in charge'}` };
    }
  }
  return undefined;
};

const parted = (post: string): readonly [role: string, body: string] => {
  const at = post.lastIndexOf('|');
  return [post.slice(0, at), post.slice(at + 1)];
};

/** A summit is no telephone call; a council may be called a body. */
const kinds: Feature = (left, right) =>
  isA(left.kind, right.kind) || isA(right.kind, left.kind)
    ? undefined
    : { weight: -0.2, reason: `kinds differ: ${left.kind} and ${right.kind}` };

/** A text that names both keeps them apart. */
const oneDocument: Feature = (left, right) => {
  const [few, many] = left.documents.size <= right.documents.size ? [left, right] : [right, left];
  for (const document of few.documents.keys())
    if (many.documents.has(document)) return { weight: -0.4, reason: 'one text names both' };
  return undefined;
};

/**
 * Two texts may each have "a joint statement" or "talks": what happens or is written once needs more than its name,
 * and a name without a capital letter is a description.
 */
const nameAlone: Feature = (left, right) => {
  if (left.numbers.length > 0 && left.numbers.join() === right.numbers.join()) return undefined;
  if (left.dates.some((date) => right.dates.some((other) => areCompatible(date, other)))) return undefined;
  const isNamed = [left, right].every(({ names }) => names.some((name) => /\p{Lu}/u.test(name)));
  return { weight: isNamed ? -0.3 : -0.6, reason: 'nothing but the name agrees' };
};

const FEATURES: readonly Feature[] = [numbers, kinds, countries, genders, dates, posts, oneDocument];

const FAMILY_FEATURES: Readonly<Record<string, readonly Feature[]>> = {
  Organisation: [countryOfOneOnly],
  Event: [nameAlone],
  Instrument: [nameAlone],
};

export function evidenceOf(left: LinkProfile, right: LinkProfile): readonly Evidence[] {
  const features = [...FEATURES, ...(FAMILY_FEATURES[left.family] ?? [])];
  return features.flatMap((feature) => feature(left, right) ?? []);
}
