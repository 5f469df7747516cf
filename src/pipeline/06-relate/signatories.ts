// Who signs for whom, where a passive lists them: `was signed by Ann Lee for Norway and Juan Roe for Chile`.
import type { Lexicons } from '../knowledge.ts';
import type { Mention } from '../types.ts';
import { type Filler, headToken } from './filler.ts';
import { fillersOf } from './fillers.ts';
import { countryOfAdjective } from './nationalities.ts';
import { countryChain } from './positions.ts';
import { recentInstrument } from './setting.ts';
import type { Reading } from './reading.ts';
import type { Argument } from './predication.ts';
import { isVerb, lemmaOf, sentenceSpan, tokenSpan } from './syntax.ts';
import { verbArguments } from './verb-arguments.ts';

const FOR = /^,?\s*(?:\([^()]*\)\s*)?(?:for|on behalf of)\s+(?:the\s+)?(?:Government\s+of\s+(?:the\s+)?)?$/;
const SIGNERS = { takes: ['person', 'country', 'body'], group: false } as const;
const INSTRUMENT = { takes: ['instrument'], group: false } as const;

export function relateSignatories(reading: Reading, lexicons: Lexicons): void {
  const { doc } = reading.text;
  for (let token = 0; token < doc.length; token += 1) {
    if (isVerb(doc, token) && ['sign', 'initial', 'ink'].includes(lemmaOf(doc, token)))
      relateSigning(reading, token, lexicons);
  }
}

function relateSigning(reading: Reading, verb: number, lexicons: Lexicons): void {
  const { isPassive, arguments: list } = verbArguments(reading.text.doc, verb);
  relateParties(reading, verb, list, isPassive);
  if (isPassive) relateListed(reading, verb, list);
  relateSides(reading, verb, list, lexicons);
}

/** `was signed by Ann Lee for Norway and Juan Roe for Chile`. */
function relateListed(reading: Reading, verb: number, list: readonly Argument[]): void {
  const { doc, mentions } = reading.text;
  const { end } = sentenceSpan(doc, verb);
  const after = mentions.filter(({ outer }) => outer.start > doc.tokenEnd[verb]! && outer.end <= end);
  const texts = textsOf(reading, verb, list);
  for (const [at, signer] of after.entries()) {
    if (signer.form !== 'name') continue;
    // `on behalf of the University`: the party may be called what it is.
    const party = after
      .slice(at + 1)
      .find(({ id, outer }) => outer.start >= signer.outer.end && reading.chainsOf(id).length > 0);
    if (party === undefined || !FOR.test(doc.text.slice(signer.outer.end, party.outer.start))) continue;
    relatePair(reading, verb, signer, party, texts[0]?.chain);
  }
}

/** `Lee signed it on the Peruvian side and Roe, Inspector General, on the Chilean side`. */
function relateSides(reading: Reading, verb: number, list: readonly Argument[], lexicons: Lexicons): void {
  const { doc, mentions } = reading.text;
  const { start, end } = sentenceSpan(doc, verb);
  if (!doc.text.slice(start, end).includes(' side')) return;
  const text = textsOf(reading, verb, list)[0]?.chain;
  const signers = mentions.filter(
    ({ form, kind, outer }) => form === 'name' && kind === 'Person' && outer.start >= start && outer.end <= end,
  );
  for (const [at, signer] of signers.entries()) {
    const between = doc.text.slice(signer.outer.end, signers[at + 1]?.outer.start ?? end);
    const side = /\b(?:on|for|from) the (\p{Lu}[\p{L}-]+) side\b/u.exec(between);
    const country = side === null ? undefined : countryOfAdjective(lexicons, side[1]!);
    const person = reading.chainsOf(signer.id).find((chain) => reading.familyOf(chain) === 'person');
    if (country === undefined || person === undefined) continue;
    const stated = { source: person, trigger: tokenSpan(doc, verb), rule: 'sign.side/1' };
    const target = countryChain(reading, country, signer.outer);
    reading.add({ type: 'REPRESENTS', target, ...stated });
    if (text !== undefined) reading.add({ type: 'SIGNED', target: text, ...stated });
  }
}

function textsOf(reading: Reading, verb: number, list: readonly Argument[]): Filler[] {
  return [...list.filter(({ slot }) => slot === 'object'), ...recentInstrument(reading, verb)].flatMap(({ token }) =>
    fillersOf(reading, token, INSTRUMENT),
  );
}

/** `signed documents, among them a memorandum on trade between A and B`, `signed an agreement on trade with A`. */
function relateParties(reading: Reading, verb: number, list: readonly Argument[], isPassive: boolean): void {
  const { doc } = reading.text;
  const texts = list
    .filter(({ slot }) => slot === 'object')
    .flatMap(({ token }) => fillersOf(reading, token, INSTRUMENT));
  const stated = { type: 'SIGNED', trigger: tokenSpan(doc, verb), rule: 'sign.parties/1' } as const;
  const isTold = isPassive || list.some(({ slot }) => slot === 'with' || slot === 'with~');
  for (const text of texts) {
    const parties = [...partiesBehind(reading, text.token, BETWEEN), ...(isTold ? [] : partner(reading, text.token))];
    for (const source of parties) reading.add({ source, target: text.chain, ...stated });
  }
}

const BETWEEN = /^(?:\s+(?:on|for|in|of)\s[^,;.:()]{2,80}?)?\s+between\s+(?:the\s+)?$/;
const WITH = /^(?:\s+(?:on|for|in)\s[^,;.:()]{2,80}?)?\s+with\s+(?:the\s+|its\s+|his\s+|her\s+)?$/;

const partner = (reading: Reading, token: number): number[] => partiesBehind(reading, token, WITH).slice(0, 1);

/** Who stands behind `between` or `with` after a text's name, where the parser hangs them on the subject matter. */
function partiesBehind(reading: Reading, token: number, link: RegExp): number[] {
  const { doc, mentions } = reading.text;
  const text = reading.mentionAt(token);
  const next = text === undefined ? undefined : mentions.find(({ outer }) => outer.start >= text.outer.end);
  if (text === undefined || next?.form !== 'name') return [];
  if (!link.test(doc.text.slice(text.outer.end, next.outer.start))) return [];
  return fillersOf(reading, headToken(doc, next), SIGNERS).map(({ chain }) => chain);
}

function relatePair(reading: Reading, verb: number, signer: Mention, party: Mention, text: number | undefined): void {
  const person = reading.chainsOf(signer.id).find((chain) => reading.familyOf(chain) === 'person');
  const side = reading.chainsOf(party.id).find((chain) => ['country', 'body'].includes(reading.familyOf(chain) ?? ''));
  if (person === undefined || side === undefined) return;
  const stated = { trigger: tokenSpan(reading.text.doc, verb), rule: 'sign.by-for/1' };
  reading.add({ type: 'REPRESENTS', source: person, target: side, ...stated });
  if (text === undefined) return;
  for (const source of [person, side]) reading.add({ type: 'SIGNED', source, target: text, ...stated });
}
