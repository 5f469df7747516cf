// Sanctions told without an agent: `Roe was designated too`, `allies now subject to UK sanctions include Roe`, in the news of one sanctioner.
import { fillersOf } from './fillers.ts';
import { only } from './only.ts';
import type { Reading } from './reading.ts';
import { dependents, isPassive, isVerb, lemmaOf, lower, prepositions, tokenSpan } from './syntax.ts';
import { verbArguments } from './verb-arguments.ts';

const VERBS = new Set(['sanction', 'designate', 'blacklist']);
const NOUNS = new Set(['sanction', 'sanctions', 'designation']);
const LISTING = new Set(['include', 'comprise']);
/** `designated as its envoy`, `designated to lead`. */
const NO_SANCTION = new Set(['as', 'to', 'oprd', 'xcomp']);

export function relateSanctionLists(reading: Reading): void {
  const { doc } = reading.text;
  const told: number[] = [];
  for (let token = 0; token < doc.length; token += 1) if (sanctionedBy(reading, token).length > 0) told.push(token);
  if (told.length === 0) return;
  const source = soleSanctioner(reading);
  if (source === undefined) return;
  for (const token of told)
    for (const word of sanctionedBy(reading, token))
      for (const { chain } of fillersOf(reading, word, { takes: ['person', 'body'], group: false, mixed: true }))
        if (!reading.tellsOf('SANCTIONED', source, chain))
          reading.add({
            type: 'SANCTIONED',
            source,
            target: chain,
            trigger: tokenSpan(doc, token),
            rule: 'sanction.listed/1',
            confidence: 0.85,
          });
}

/** Tokens of those whom the verb at the token says to be under sanctions by nobody named. */
function sanctionedBy({ text: { doc } }: Reading, verb: number): readonly number[] {
  if (!isVerb(doc, verb)) return [];
  const lemma = lemmaOf(doc, verb);
  if (VERBS.has(lemma) && isPassive(doc, verb)) {
    const list = verbArguments(doc, verb).arguments;
    const hasAgent = list.some(({ slot }) => slot === 'subject' || NO_SANCTION.has(slot));
    const isNamedTo = lemma === 'designate' && dependents(doc, verb, 'xcomp', 'oprd').length > 0;
    return hasAgent || isNamedTo ? [] : list.flatMap(({ slot, token }) => (slot === 'object' ? [token] : []));
  }
  if (!LISTING.has(lemma)) return [];
  const isUnder = dependents(doc, verb, 'nsubj').some((noun) => isUnderSanctions(doc, noun));
  return isUnder ? dependents(doc, verb, 'dobj') : [];
}

/** `oligarchs now subject to UK sanctions`, `allies sanctioned today`, `propagandists who have been designated`. */
function isUnderSanctions(doc: Reading['text']['doc'], noun: number): boolean {
  if (NOUNS.has(lemmaOf(doc, noun))) return false;
  const modifiers = dependents(doc, noun, 'amod', 'acl', 'relcl');
  return modifiers.some(
    (word) =>
      (VERBS.has(lemmaOf(doc, word)) && doc.tag(word) === 'VBN') ||
      (lower(doc, word) === 'subject' && prepositions(doc, word).some(({ object }) => NOUNS.has(lemmaOf(doc, object)))),
  );
}

/** The one state or body whose sanctions the text tells of. */
function soleSanctioner(reading: Reading): number | undefined {
  const { doc } = reading.text;
  const found = new Set(reading.relations.filter(({ type }) => type === 'SANCTIONED').map(({ source }) => source));
  if (found.size === 0)
    for (let token = 0; token < doc.length; token += 1) for (const chain of ownersOf(reading, token)) found.add(chain);
  return only(found);
}

function ownersOf(reading: Reading, token: number): readonly number[] {
  const { doc } = reading.text;
  const isNoun = NOUNS.has(lemmaOf(doc, token)) && !isVerb(doc, token);
  const isVerbal = VERBS.has(lemmaOf(doc, token)) && isVerb(doc, token) && !isPassive(doc, token);
  const words = isNoun
    ? dependents(doc, token, 'compound', 'poss', 'amod', 'nmod')
    : isVerbal
      ? dependents(doc, token, 'nsubj')
      : [];
  return words.flatMap((word) => {
    const mention = reading.mentionAt(word);
    // `Russian sanctions`, `Russia sanctions` may be those on Russia.
    if (mention === undefined || doc.tag(word) === 'JJ' || isOn(reading, word, token)) return [];
    return reading.chainsOf(mention.id).filter((chain) => isActor(reading, chain));
  });
}

/** `the Russia sanctions regime`: with a country in front, the one whose sanctions they are calls itself by letters or owns them. */
const isOn = (reading: Reading, word: number, noun: number): boolean =>
  !isVerb(reading.text.doc, noun) &&
  reading.text.doc.dep(word) !== 'poss' &&
  !/^\p{Lu}[\p{Lu}.]+$/u.test(reading.text.doc.token(word));

const isActor = (reading: Reading, chain: number): boolean =>
  ['country', 'body'].includes(reading.familyOf(chain) ?? '');
