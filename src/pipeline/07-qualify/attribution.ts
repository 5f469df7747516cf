// Who says so: the subject of the speech verb above, or the one after `according to`.
import type { Doc } from '../../language/doc.ts';
import type { RelatedText } from '../types.ts';
import { charSpan, dependents, lemmaOf, lower } from '../06-relate/syntax.ts';
import { governors } from './clause.ts';

const ATTRIBUTING_LINKS = new Set(['ccomp', 'parataxis', 'xcomp']);
/** `accused Russia of carrying out the attack` is the accuser's word. */
const ACCUSING_VERBS = new Set(['accuse', 'blame', 'suspect', 'charge']);

/** The source in the text's words (a chain's name where it is one), or undefined where the text itself says it. */
export function attributionOf(
  text: RelatedText,
  trigger: number,
  speechVerbs: ReadonlySet<string>,
): string | undefined {
  const { doc } = text;
  for (const { verb, link, below } of governors(doc, trigger)) {
    const according = accordingTo(doc, verb);
    if (according !== undefined) return nameOf(text, according);
    const isSpeech = speechVerbs.has(lemmaOf(doc, verb));
    const isAccusation = link === 'prep' && ACCUSING_VERBS.has(lemmaOf(doc, verb));
    if (below >= 0 && ((ATTRIBUTING_LINKS.has(link) && isSpeech) || isAccusation)) {
      const speaker = dependents(doc, verb, 'nsubj')[0];
      if (speaker !== undefined) return nameOf(text, speaker);
    }
    const parenthesis = dependents(doc, verb, 'parataxis', 'ccomp', 'advcl').find(
      (child) => speechVerbs.has(lemmaOf(doc, child)) && child > verb && isParenthesis(doc, child),
    );
    const speaker = parenthesis === undefined ? undefined : dependents(doc, parenthesis, 'nsubj')[0];
    if (speaker !== undefined) return nameOf(text, speaker);
  }
  return undefined;
}

/** `…, the agency reported.`: a speech verb without a complement after a comma. */
function isParenthesis(doc: Doc, verb: number): boolean {
  return dependents(doc, verb, 'ccomp', 'dobj', 'xcomp', 'mark').length === 0;
}

function accordingTo(doc: Doc, verb: number): number | undefined {
  for (const prep of dependents(doc, verb, 'prep', 'advcl')) {
    if (lower(doc, prep) !== 'according') continue;
    for (const to of dependents(doc, prep, 'prep')) {
      const source = dependents(doc, to, 'pobj')[0];
      if (source !== undefined) return source;
    }
  }
  return undefined;
}

function nameOf(text: RelatedText, token: number): string | undefined {
  const { doc } = text;
  const start = doc.tokenStart[token]!;
  const mention = text.mentions.find(
    (one) => one.outer.start <= start && start < one.outer.end && one.foundBy !== 'relate/1',
  );
  const chain = mention === undefined ? undefined : text.chainsOf(mention.id)[0];
  if (chain !== undefined) return text.chains[chain]!.name;
  if (/^(?:PRP|W)/.test(doc.tag(token))) return undefined;
  const { from, to } = doc.subtree(token);
  const span = charSpan(doc, from, Math.min(to, token + 1));
  return doc.text.slice(span.start, span.end).replace(/^(?:the|a|an)\s+/i, '');
}
