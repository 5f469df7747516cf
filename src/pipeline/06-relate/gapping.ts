// Clauses that have lost their verb: `Norway was represented by Lee, Chile by Roe and Peru by Cruz`.
import type { Doc } from '../../language/doc.ts';
import { isNoun, lower } from './syntax.ts';

export interface Gap {
  /** What the passive verb is about in the shortened clause. */
  readonly object: number;
  readonly agent: number;
}

/** Agents behind the first one, each with the noun before its `by`, which a comma or `and` parts from what comes before. */
export function gaps(doc: Doc, verb: number): readonly Gap[] {
  const { to } = doc.sentences[doc.sentence[verb]!]!;
  const found: Gap[] = [];
  let isFirst = true;
  for (let by = verb + 1; by < to; by += 1) {
    if (lower(doc, by) !== 'by' || !hangsNear(doc, by, verb)) continue;
    const agent = doc.children(by).find((child) => doc.dep(child) === 'pobj');
    const object = by - 1;
    if (!isFirst && agent !== undefined && isNoun(doc, object) && opensClause(doc, object))
      found.push({ object, agent });
    isFirst = false;
  }
  return found;
}

/** The parser hangs the later agents on the verb, or on the noun that they stand behind. */
function hangsNear(doc: Doc, by: number, verb: number): boolean {
  const head = doc.head[by]!;
  return head === verb || (head === by - 1 && isNoun(doc, head));
}

function opensClause(doc: Doc, noun: number): boolean {
  const before = lower(doc, noun - 1) === 'the' ? noun - 2 : noun - 1;
  return before > 0 && /^(?:,|;|and)$/.test(lower(doc, before));
}
