// Organs of a country or a city that are written small: `the Russian foreign ministry`, `Oslo police`.
import { type Draft, type Scan, draftOf, isInBlock, textOf } from './scan.ts';
import { isPossessive } from './words.ts';

export const smallOrganAt = (scan: Scan, from: number): Draft | undefined =>
  organOfCountry(scan, from) ?? cityPolice(scan, from);

const inCapitals = (name: string): string => name.replace(/(?<![\p{L}'’])\p{Ll}/gu, (letter) => letter.toUpperCase());

const LOWER_ORGANS = new Set(['ministry', 'parliament', 'court', 'police', 'military', 'bank', 'embassy']);
const AFTER_NOUN =
  /^(?:said|says|has|have|had|is|was|were|will|would|and|or|in|on|to|at|by|of|for|from|with|that|which|who|also|announced|told|[.,;:)”"]|\p{L}{2,}ed|found|held|shot|took|sent|won|began|seeks|plans|backs)$/u;

/** `the Russian foreign ministry`, `Iran's supreme court`, `Tokyo's foreign ministry`: lower case, but one of its country. */
function organOfCountry(scan: Scan, from: number): Draft | undefined {
  const { words, vocabulary } = scan;
  const hit = scan.hitAt[from];
  const isCity = hit?.entry.class === 'city' && isPossessive(words[hit.to]);
  if (hit?.entry.country === undefined || !(isCity || hit.entry.class === 'adjective' || hit.entry.class === 'country'))
    return undefined;
  let index = hit.to;
  if (isPossessive(words[index])) index++;
  else if (hit.entry.class === 'country') return undefined;
  const start = index;
  while (index < start + 4 && isInBlock(scan, index, from)) {
    const head = vocabulary.bodyHeads.longest(words, index);
    const follows = head === undefined ? undefined : (words[head.to]?.folded ?? '.');
    if (head !== undefined && LOWER_ORGANS.has(head.value.form) && AFTER_NOUN.test(follows!)) {
      if (words[index]!.isCapital || (head.value.noun === 'Bank' && index === start)) return undefined;
      // Only a state has ministries; a city has a police of its own.
      if (head.value.form === 'ministry' ? index === start : isCity) return undefined;
      const nameFrom = isPossessive(words[hit.to]) ? start : from;
      return draftOf({
        from: nameFrom,
        to: head.to,
        outerFrom: from,
        kind: 'Agency',
        name: inCapitals(textOf(scan, nameFrom, head.to)),
        attributes: { country: hit.entry.country, form: head.value.form },
        foundBy: 'body.organ/1',
      });
    }
    const word = words[index]!;
    if (!vocabulary.portfolios.has(word.folded) && word.folded !== 'and') return undefined;
    index++;
  }
  return undefined;
}

const LEVEL =
  /^(?:city|state|regional|provincial|metropolitan|municipal|district|county|federal|traffic|riot|military|local)$/;
/** `police officers in Oslo` are not the force. */
const AFTER_POLICE =
  /^(?:said|says|has|have|had|is|was|were|will|would|and|or|in|on|to|at|by|of|for|from|with|that|which|who|also|announced|told|found|held|shot|took|chief|commissioner|commander|spokesman|spokeswoman|spokesperson|inspector|director|[.,;:)”"]|\p{L}{2,}ed)$/u;

/** `Oslo police`, `Lima provincial police`: a city or region has a police of its own. */
function cityPolice(scan: Scan, from: number): Draft | undefined {
  const { words } = scan;
  const hit = scan.hitAt[from];
  if (hit === undefined || !/^(?:city|region)$/.test(hit.entry.class) || !words[from]!.isCapital) return undefined;
  let index = hit.to;
  while (isInBlock(scan, index, from) && LEVEL.test(words[index]!.text)) index++;
  if (!isInBlock(scan, index, from) || words[index]!.text !== 'police') return undefined;
  const next = isInBlock(scan, index + 1, from) ? words[index + 1]!.text : '.';
  if (!AFTER_POLICE.test(next)) return undefined;
  const country = hit.entry.country === undefined ? {} : { country: hit.entry.country };
  return draftOf({
    from,
    to: index + 1,
    kind: 'Agency',
    name: inCapitals(textOf(scan, from, index + 1)),
    attributes: { ...country, form: 'police' },
    foundBy: 'body.police/1',
  });
}
