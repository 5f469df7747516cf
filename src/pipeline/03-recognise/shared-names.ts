// Names and acronyms that several bodies share: what this document introduces or speaks of settles which one is meant.
import { acronymAfter, acronymDraft, bracketOwner } from './acronyms.ts';
import { ordinalAt } from './ordinals.ts';
import { owningCountry } from './phrases.ts';
import { type Draft, type Scan, draftOf, textOf } from './scan.ts';

const SMALL = /^(?:of|the|and|for|in|on|to|at|de|du|da|do|des|del|la|y|e|et|&)$/;

/** First letters of a name's capitalised words: `Supreme People’s Assembly` gives SPA. */
const initials = (scan: Scan, body: Draft): string =>
  scan.words
    .slice(body.outerFrom, body.outerTo)
    .filter(({ isCapital, isWord }) => isCapital && isWord)
    .map(({ text }) => text[0]!)
    .join('');

/**
 * Where the name begins whose letters the brackets at `open` give: `Mission to Support the Hudaydah Agreement (MSHA)`.
 * At most two capitalised words may lend no letter.
 */
export function spelledFrom(scan: Scan, open: number): number | undefined {
  const { words } = scan;
  const acronym = acronymAfter(words, open)?.text;
  if (acronym === undefined || !/^\p{Lu}{3,8}$/u.test(acronym)) return undefined;
  let letter = acronym.length - 1;
  let silent = 0;
  for (let index = open - 1; index >= open - 16 && index >= 0; index--) {
    const word = words[index]!;
    if (word.block !== words[open]!.block || (!word.isCapital && !SMALL.test(word.folded))) return undefined;
    if (word.text[0]!.toUpperCase() === acronym[letter]) letter--;
    else if (word.isCapital && ++silent > 2) return undefined;
    if (letter < 0) return word.isCapital && open - index > 1 ? index : undefined;
  }
  return undefined;
}

/** A body that stops short of the name which its acronym spells, drawn out to the bracket. */
export function spelledBody(scan: Scan, open: number, bodies: readonly Draft[]): Draft | undefined {
  const from = spelledFrom(scan, open);
  if (from === undefined) return undefined;
  const core = bodies
    .filter((body) => body.outerFrom < open && body.outerTo > from && body.foundBy === 'body.head/1')
    .sort((one, other) => other.outerTo - other.outerFrom - (one.outerTo - one.outerFrom))[0];
  if (core === undefined) return headedBody(scan, from, open);
  if (core.outerFrom <= from && core.outerTo >= open) return undefined;
  const start = Math.min(from, core.outerFrom);
  return draftOf({ ...core, from: start, outerFrom: start, to: open, outerTo: open, name: textOf(scan, start, open) });
}

/** `Alliance Fleuve Congo (AFC)`: no rule reads it, but it opens or ends with a body's noun. */
function headedBody(scan: Scan, from: number, to: number): Draft | undefined {
  const { bodyHeads } = scan.vocabulary;
  const head = bodyHeads.longest(scan.words, from)?.value ?? bodyHeads.longest(scan.words, to - 1)?.value;
  if (head === undefined) return undefined;
  const { kind, form } = head;
  const attributes = form === '' ? {} : { form };
  return draftOf({ from, to, kind, name: textOf(scan, from, to), attributes, foundBy: 'body.spelled/1' });
}

/** The document numbers its congresses: what is not numbered there is the same meeting, not an organ. */
const isHeldCongress = (scan: Scan, body: Draft): boolean =>
  body.to - body.from === 1 &&
  scan.vocabulary.eventHeads.longest(scan.words, body.from)?.value.marks.has('numbered') === true &&
  scan.words.some(
    (word, index) =>
      word.folded === scan.words[body.from]!.folded &&
      scan.words.slice(Math.max(0, index - 4), index).some((before) => ordinalAt(before) !== undefined),
  );

/** `Congress`, `Department of Justice`: words that would fit the organ of any country. */
function isGeneric(scan: Scan, body: Draft): boolean {
  const head = scan.vocabulary.bodyHeads;
  for (let index = body.from; index < body.to;) {
    const match = head.longest(scan.words, index);
    const { folded, isAllCaps } = scan.words[index]!;
    if (isAllCaps || (match === undefined && !SMALL.test(folded) && !scan.vocabulary.portfolios.has(folded)))
      return false;
    index = match?.to ?? index + 1;
  }
  return true;
}

function countriesOf(scan: Scan): ReadonlySet<string> {
  const countries = new Set<string>();
  for (const hit of scan.hitAt)
    if (hit?.entry.country !== undefined && /^(?:country|adjective|city)$/.test(hit.entry.class))
      countries.add(hit.entry.country);
  return countries;
}

/** `Congress` after `Peru’s Congress` is the one last given an owner. */
function ownerBefore(scan: Scan, body: Draft, surface: string, all: readonly Draft[]): string | undefined {
  const last = all.findLast(
    ({ from, to }) => to <= body.from && owningCountry(scan, from) !== undefined && textOf(scan, from, to) === surface,
  );
  return last === undefined ? undefined : owningCountry(scan, last.from);
}

/** The lexicon's country of a generic name holds where the text speaks of that country; else the name stands alone. */
function settleGeneric(scan: Scan, body: Draft, all: readonly Draft[], countries: ReadonlySet<string>): Draft {
  const country = body.attributes['country'];
  if (typeof country !== 'string' || !isGeneric(scan, body)) return body;
  const surface = textOf(scan, body.from, body.to);
  const owner = owningCountry(scan, body.from) ?? ownerBefore(scan, body, surface, all);
  if (owner !== undefined && owner !== country)
    return { ...body, name: surface, attributes: { ...body.attributes, country: owner }, foundBy: 'body.shared/1' };
  const full = all.find(
    (other) => other !== body && other.name.startsWith(`${surface} of `) && other.to > other.from + 2,
  );
  if (full !== undefined)
    return { ...body, name: full.name, kind: full.kind, attributes: { ...full.attributes }, foundBy: 'body.shared/1' };
  if (countries.has(country)) return body;
  const attributes = Object.fromEntries(Object.entries(body.attributes).filter(([key]) => key !== 'country'));
  return { ...body, name: surface, attributes, foundBy: 'body.shared/1' };
}

/** Bodies of the document by the acronym that brackets give them, else by their first letters. */
function bodiesByAcronym(scan: Scan, all: readonly Draft[]): ReadonlyMap<string, Draft> {
  const byAcronym = new Map<string, Draft>();
  for (const body of all)
    if (body.outerTo - body.outerFrom > 2 && !byAcronym.has(initials(scan, body)))
      byAcronym.set(initials(scan, body), body);
  for (const body of all) {
    const acronym = body.to - body.from < 2 ? undefined : acronymAfter(scan.words, body.outerTo);
    if (acronym !== undefined && /^\p{Lu}{2,}$/u.test(acronym.text))
      byAcronym.set(acronym.text, bracketOwner(scan, body));
  }
  return byAcronym;
}

/** `SPA` is the assembly that this text names in full, not the press agency of the lexicon. */
function settleAcronym(scan: Scan, body: Draft, all: readonly Draft[], byAcronym: ReadonlyMap<string, Draft>): Draft {
  if (body.to - body.from !== 1) return body;
  const { text } = scan.words[body.from]!;
  const own = byAcronym.get(text);
  if (own === undefined || own.name === body.name || body.name === text) return body;
  const isNamedInFull = all.some((other) => other.name === body.name && other.to - other.from > 1);
  return isNamedInFull ? body : acronymDraft(own, body.from, text);
}

/** Bodies of the lexicon as this document means them. */
export function settleSharedNames(scan: Scan, all: readonly Draft[]): readonly Draft[] {
  if (!all.some(({ foundBy }) => foundBy === 'body.lexicon/1')) return all;
  const countries = countriesOf(scan);
  const byAcronym = bodiesByAcronym(scan, all);
  return all
    .filter(
      (body) =>
        body.foundBy !== 'body.lexicon/1' ||
        countries.has(String(body.attributes['country'])) ||
        !isHeldCongress(scan, body),
    )
    .map((body) =>
      body.foundBy === 'body.lexicon/1'
        ? settleAcronym(scan, settleGeneric(scan, body, all, countries), all, byAcronym)
        : body,
    );
}
