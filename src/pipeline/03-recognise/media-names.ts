// Outlets that no lexicon knows, named by what they are: `the daily El Heraldo`, `newspaper Kayhan`.
import { foreignRunEnd } from './foreign-run.ts';
import { opensPersonalName } from './phrases.ts';
import { type Draft, type Scan, blockOf, draftOf, isInBlock, textOf } from './scan.ts';

const OUTLET = /^(?:daily|weekly|newspaper|newsweekly|tabloid|broadsheet|magazine|broadcaster|website)$/;
/** Nouns of outlets that are as often adjectives: `the daily Cabinet meeting`. */
const ADJECTIVE = /^(?:daily|weekly)$/;
/** Articles that open the names of newspapers and of few people. */
const ARTICLE = /^(?:el|la|le|les|il|lo|o|der|die|das|de)$/;
const FOLLOWS =
  /^(?:said|says|reported|reports|wrote|writes|quoted|cited|published|that|and|which|in|on|has|had|was|is|[.,;:)”"])$/;

/** The outlet named after the lower-case noun at `index`. */
export function outletAfter(scan: Scan, index: number): Draft | undefined {
  const { words } = scan;
  const from = index + 1;
  const noun = words[index]!.folded;
  if (words[index]!.isCapital || !OUTLET.test(noun) || !isInBlock(scan, from, index)) return undefined;
  if (!words[from]!.isCapital || blockOf(scan, from).isTitleCase) return undefined;
  const to = foreignRunEnd(scan, from);
  // `the newspaper Madagascar Matin`; `the newspaper Reuters` is known.
  const hit = scan.hitAt[from];
  if (hit !== undefined && (hit.to >= to || !/^(?:country|city|region)$/.test(hit.entry.class))) return undefined;
  const hasArticle = ARTICLE.test(words[from]!.folded) && to - from > 1;
  if (!hasArticle && (opensPersonalName(scan, from) || scan.vocabulary.posts.longest(words, from) !== undefined))
    return undefined;
  const next = isInBlock(scan, to, from) ? words[to]!.folded : '.';
  if (ADJECTIVE.test(noun) && !hasArticle && !FOLLOWS.test(next)) return undefined;
  const country = scan.hitOver[index - 1];
  const home = country?.entry.class === 'adjective' && country.to === index ? country.entry.country : undefined;
  return draftOf({
    from,
    to,
    kind: 'Media',
    name: textOf(scan, from, to),
    attributes: { form: 'media', ...(home === undefined ? {} : { country: home }) },
    foundBy: 'body.outlet/1',
  });
}
