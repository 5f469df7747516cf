// Who signs for whom, where a passive lists them: `was signed by Ann Lee for Norway and Juan Roe for Chile`.
import type { Mention } from '../types.ts';
import { fillersOf } from './fillers.ts';
import { recentInstrument } from './setting.ts';
import type { Reading } from './reading.ts';
import { isVerb, lemmaOf, sentenceSpan, tokenSpan } from './syntax.ts';
import { verbArguments } from './verb-arguments.ts';

const FOR = /^,?\s*(?:\([^()]*\)\s*)?(?:for|on behalf of)\s+(?:the\s+)?$/;
const INSTRUMENT = { takes: ['instrument'], group: false } as const;

export function relateSignatories(reading: Reading): void {
  const { doc } = reading.text;
  for (let token = 0; token < doc.length; token += 1) {
    if (isVerb(doc, token) && ['sign', 'initial', 'ink'].includes(lemmaOf(doc, token))) relateSigning(reading, token);
  }
}

function relateSigning(reading: Reading, verb: number): void {
  const { doc, mentions } = reading.text;
  const { isPassive, arguments: list } = verbArguments(doc, verb);
  if (!isPassive) return;
  const { end } = sentenceSpan(doc, verb);
  const after = mentions.filter(
    ({ form, outer }) => form === 'name' && outer.start > doc.tokenEnd[verb]! && outer.end <= end,
  );
  const texts = [...list.filter(({ slot }) => slot === 'object'), ...recentInstrument(reading, verb)].flatMap(
    ({ token }) => fillersOf(reading, token, INSTRUMENT),
  );
  for (const [at, signer] of after.entries()) {
    const party = after.slice(at + 1).find(({ outer }) => outer.start >= signer.outer.end);
    if (party === undefined || !FOR.test(doc.text.slice(signer.outer.end, party.outer.start))) continue;
    relatePair(reading, verb, signer, party, texts[0]?.chain);
  }
}

function relatePair(reading: Reading, verb: number, signer: Mention, party: Mention, text: number | undefined): void {
  const person = reading.chainsOf(signer.id).find((chain) => reading.familyOf(chain) === 'person');
  const side = reading.chainsOf(party.id).find((chain) => ['country', 'body'].includes(reading.familyOf(chain) ?? ''));
  if (person === undefined || side === undefined) return;
  const stated = { trigger: tokenSpan(reading.text.doc, verb), rule: 'sign.by-for/1' };
  reading.add({ ...stated, type: 'REPRESENTS', source: person, target: side });
  if (text === undefined) return;
  for (const source of [person, side]) reading.add({ ...stated, type: 'SIGNED', source, target: text });
}
