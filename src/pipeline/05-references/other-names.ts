// Names of bodies, places, events and instruments become chains by folded name, acronym, ordinal and country.
import { foldName } from '../../domain/names.ts';
import { familyOf } from '../../schema/index.ts';
import { ordinalOf } from '../03-recognise/ordinals.ts';
import type { Mention } from '../types.ts';
import { type ChainTable, type GrowingChain, compatible } from './chain-table.ts';

/** `Foreign Ministry` and `Ministry of Foreign Affairs` compare as the same words. */
export function bodyKey(name: string): string {
  const folded = foldName(name)
    .replace(/\bdefense\b/g, 'defence')
    .replace(/\borganization\b/g, 'organisation')
    .replace(/\bprogram\b/g, 'programme')
    .replace(/\blabor\b/g, 'labour')
    .replace(/\bcenter\b/g, 'centre')
    .replace(/^(ministry|department) of the /, '$1 of ');
  const short =
    /^(?:(.+) )?(foreign|defence|interior|finance|justice|health|trade|energy|economy|education|public security|unification|tourism|culture|environment|labour|agriculture|transport|commerce|industry) (ministry|department)$/.exec(
      folded,
    );
  if (short === null) return folded.replace(/^national defence/, 'defence');
  const portfolio = short[2] === 'foreign' ? 'foreign affairs' : short[2];
  return `${short[3]} of ${portfolio}`;
}

function sameCountry(mention: Mention, chain: GrowingChain): boolean {
  return compatible(mention.attributes['country'], chain.attributes['country']);
}

/** `13th Party Central Committee` and `Party Central Committee`; `Russian Security Council` and `Security Council` of Russia. */
function isShorterName(short: string, long: string, country: unknown): boolean {
  if (!long.endsWith(` ${short}`)) return false;
  const extra = long.slice(0, -short.length - 1);
  return (
    /^\d+(?:st|nd|rd|th)$/.test(extra) || (typeof country === 'string' && short.includes(' ') && !extra.includes(' '))
  );
}

/** `OSCE Minsk Group` and `Minsk Group`: the letters before it are a body's that the text names. */
const isOrganOf = (table: ChainTable, short: string, long: string): boolean =>
  short.includes(' ') &&
  long.endsWith(` ${short}`) &&
  /^\p{L}{2,6}$/u.test(long.slice(0, -short.length - 1)) &&
  table.find('Organisation', long.slice(0, -short.length - 1)) !== undefined;

/** `National Assembly` and `National Assembly of Vietnam`; `Ministerial Council` and `Ministerial Council of the Arctic Union`. */
function isNameWithOwner(table: ChainTable, short: string, long: string): boolean {
  if (!long.startsWith(`${short} of `)) return false;
  const owner = long.replace(`${short} of `, '').replace(/^the /, '');
  const isOwner = ({ kind, name }: Mention): boolean =>
    kind === 'Country'
      ? foldName(name) === owner
      : short.includes(' ') && kind === 'Organisation' && bodyKey(name) === owner;
  return table.text.mentions.some(isOwner);
}

const UN_ORGANS = new Set(['security council', 'general assembly', 'human rights council', 'secretariat']);

/** `the Security Council` of no country is the United Nations' own, where the document speaks of that. */
function unitedNationsOrgan(table: ChainTable, mention: Mention, key: string): GrowingChain | undefined {
  if (!UN_ORGANS.has(key) || mention.attributes['country'] !== undefined) return undefined;
  const national = table.text.mentions.some(
    (other) => other.attributes['country'] !== undefined && bodyKey(other.name).endsWith(` ${key}`),
  );
  const isUnited = table.text.mentions.some(({ name }) => /^(?:United Nations|UN) ?/.test(name));
  if (national || !isUnited) return undefined;
  const known = table.find('Organisation', `UN ${key}`);
  if (known !== undefined) return known;
  const chain = table.start({ ...mention, kind: 'Organisation' }, 'Organisation', `UN ${mention.name}`);
  chain.attributes['form'] = 'intergovernmental';
  return chain;
}

function findBody(table: ChainTable, mention: Mention): GrowingChain | undefined {
  const key = bodyKey(mention.name);
  const acronymOf = mention.attributes['acronymOf'];
  if (typeof acronymOf === 'string') {
    const named = table.find('Organisation', acronymOf);
    if (named !== undefined) return named;
  }
  const candidates = table.chains.filter(
    (chain) => familyOf(chain.kind) === 'Organisation' && sameCountry(mention, chain),
  );
  const organ = unitedNationsOrgan(table, mention, key);
  if (organ !== undefined) return organ;
  const exact = candidates.find((chain) => [...chain.keys].some((known) => known === key || bodyKey(known) === key));
  if (exact !== undefined) return exact;
  return candidates.find((chain) => {
    const known = bodyKey(chain.name);
    const country = chain.attributes['country'] ?? mention.attributes['country'];
    const isShorter = isShorterName(key, known, country) || isShorterName(known, key, country);
    if (isOrganOf(table, key, known) || isOrganOf(table, known, key)) return true;
    return isShorter || isNameWithOwner(table, key, known) || isNameWithOwner(table, known, key);
  });
}

/** Words that tell events apart besides the ordinal, which is compared as a number. */
const contentWords = (name: string): string[] =>
  foldName(name)
    .split(' ')
    .filter((word) => ordinalOf(word) === undefined && !/^(?:of|the|on|for|and)$/.test(word));

/** A series or place in one name and not in the other makes two events. */
const capitalWords = (names: string): ReadonlySet<string> =>
  new Set((names.match(/\p{Lu}[\p{L}]*/gu) ?? []).map((word) => foldName(word)));

/** `the Doha Forum` where the text numbers one of them: `the 22nd Doha Forum`. */
function isEditionOf(table: ChainTable, mention: Mention, { name, attributes }: GrowingChain): boolean {
  if ((mention.attributes['ordinal'] === undefined) === (attributes['ordinal'] === undefined)) return false;
  const words = contentWords(name).join(' ');
  if (contentWords(mention.name).join(' ') !== words || capitalWords(mention.name).size < 2) return false;
  const editions = table.text.mentions.filter(
    (other) => other.attributes['ordinal'] !== undefined && contentWords(other.name).join(' ') === words,
  );
  return new Set(editions.map((other) => other.attributes['ordinal'])).size === 1;
}

/** Ordinal, head noun and year: `the 12th meeting` is the `12th International Meeting of …` of the same document. */
function isSameEvent(table: ChainTable, mention: Mention, chain: GrowingChain): boolean {
  const ordinal = mention.attributes['ordinal'];
  if (isEditionOf(table, mention, chain)) return true;
  if (ordinal !== chain.attributes['ordinal'] || mention.attributes['form'] !== chain.attributes['form']) return false;
  if (!compatible(mention.attributes['year'], chain.attributes['year'])) return false;
  const [short, long] = [contentWords(mention.name), contentWords(chain.name)].sort((a, b) => a.length - b.length) as [
    string[],
    string[],
  ];
  const extra = long.filter((word) => !short.includes(word));
  if (ordinal !== undefined && isSpelledOut(short, long)) return true;
  if (ordinal === undefined && extra.some((word) => capitalWords(mention.name + ' ' + chain.name).has(word)))
    return false;
  const isInside = short.every((word) => long.includes(word));
  return isInside && (ordinal !== undefined || short.length >= 3 || mention.attributes['year'] !== undefined);
}

/** `141st Assembly of the IPU` and `… of the Inter-Parliamentary Union`: one writes the letters, the other the words. */
function isSpelledOut(short: readonly string[], long: readonly string[]): boolean {
  const letters = short.filter((word) => !long.includes(word));
  const words = long.filter((word) => !short.includes(word)).flatMap((word) => word.split('-'));
  return letters.length === 1 && words.length > 1 && words.map((word) => word[0]).join('') === letters[0];
}

const isShortOf = (short: string, long: string): boolean =>
  short.split(' ').length >= 2 && (long.startsWith(`${short} `) || long.endsWith(` ${short}`));

function findByName(table: ChainTable, mention: Mention, family: string): GrowingChain | undefined {
  const exact = table.find(family, mention.name);
  if (exact !== undefined) return exact;
  const acronymOf = mention.attributes['acronymOf'];
  if (typeof acronymOf === 'string') return table.find(family, acronymOf);
  const same = table.chains.filter((chain) => familyOf(chain.kind) === family);
  if (family === 'Event') return same.find((chain) => isSameEvent(table, mention, chain));
  if (family !== 'Instrument') return undefined;
  const key = foldName(mention.name);
  return same.find((chain) => isShortOf(key, foldName(chain.name)) || isShortOf(foldName(chain.name), key));
}

/** A headline may give the acronym before the text gives the name. */
const fullNamesFirst = (mentions: readonly Mention[]): readonly Mention[] => [
  ...mentions.filter(({ attributes }) => attributes['acronymOf'] === undefined),
  ...mentions.filter(({ attributes }) => attributes['acronymOf'] !== undefined),
];

/** Everything with a name that is no person, in text order. */
export function linkOtherNames(table: ChainTable): void {
  for (const mention of fullNamesFirst(table.text.mentions)) {
    if (mention.form !== 'name' || mention.kind === undefined || mention.kind === 'Person') continue;
    const family = familyOf(mention.kind);
    const known = family === 'Organisation' ? findBody(table, mention) : findByName(table, mention, family);
    if (known !== undefined && table.chainOf(mention) === known) continue;
    if (known === undefined) {
      table.start(mention, mention.kind);
      continue;
    }
    const isFuller =
      family !== 'Place' &&
      mention.attributes['acronymOf'] === undefined &&
      mention.name.length > known.name.length &&
      known.name.split(' ').length > 1;
    table.link(mention, known, mention.attributes['acronymOf'] === undefined ? 'same-name' : 'acronym');
    if (isFuller) table.rename(known, mention.name);
  }
}
