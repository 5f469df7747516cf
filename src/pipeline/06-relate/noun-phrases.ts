// Cuts noun phrases to size: what a statement or a discussion is about, without articles, clauses and filler heads.
import type { Span } from '../../domain/span.ts';
import type { Doc } from '../../language/doc.ts';
import { conjuncts, dependents, isNoun, isVerb, lemmaOf, lower, prepositions } from './syntax.ts';

/** Prepositions that keep a phrase together; what follows any other one is circumstance. */
const KEPT = new Set(['of', 'on', 'in', 'for', 'between', 'against', 'to', 'over', 'with', 'from']);
const DROPPED_LEFT = new Set([
  'det',
  'predet',
  'poss',
  'punct',
  'preconj',
  'cc',
  'nummod',
  'case',
  'advmod',
  'prep',
  'intj',
  'quantmod',
]);
/** A topic longer than this is a sentence, not a noun phrase. */
const LONGEST = 110;

/** Goes through `the importance of X`, `a number of X`, `the issue of X` down to X; a gerund may be what is found. */
export function contentOf(doc: Doc, token: number, fillerHeads: ReadonlySet<string>): number {
  let at = token;
  for (let steps = 0; steps < 6; steps += 1) {
    if (!fillerHeads.has(lemmaOf(doc, at))) return at;
    const inner = subjectPhrase(doc, at);
    const clause = dependents(doc, at, 'acl').find((child) => doc.tag(child) === 'VBN' || doc.tag(child) === 'VBG');
    const related = clause === undefined ? undefined : prepositions(doc, clause)[0];
    const next = inner ?? related;
    if (next === undefined) return at;
    at = next.object;
  }
  return at;
}

/** `experience with partners in crime prevention` is about crime prevention: the nearer to the subject, the earlier in the list. */
const TO_SUBJECT = ['of', 'on', 'about', 'in', 'over', 'to', 'for', 'like', 'with'];

function subjectPhrase(doc: Doc, noun: number): { object: number } | undefined {
  const nouns = conjuncts(doc, noun);
  const phrases = nouns.flatMap((member) => prepositions(doc, member));
  for (const word of TO_SUBJECT) {
    const found = phrases.find(({ prep }) => lower(doc, prep) === word);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Members of a coordination that stand as topics of their own; `crime prevention and control` stays one. */
export function topicHeads(doc: Doc, head: number): number[] {
  const members = conjuncts(doc, head);
  const isList = members.length > 2 || members.slice(1).some((member) => hasOwnPhrase(doc, member));
  return isList ? members : [head];
}

function hasOwnPhrase(doc: Doc, token: number): boolean {
  return isVerb(doc, token) || dependents(doc, token, 'det', 'poss', 'prep').length > 0;
}

/** Span of the phrase around its head, or undefined where no readable phrase can be cut. */
export function phraseSpan(doc: Doc, head: number, isListMember: boolean): Span | undefined {
  const from = leftEdge(doc, head);
  const to = rightEdge(doc, head, isListMember, 0);
  const span = { start: doc.tokenStart[from]!, end: doc.tokenEnd[to]! };
  const text = doc.text.slice(span.start, span.end);
  return text.length > LONGEST || !/\p{L}{2}/u.test(text) || text.includes('\n') ? undefined : span;
}

function leftEdge(doc: Doc, head: number): number {
  if (isVerb(doc, head)) return head;
  const left = doc.children(head).filter((child) => child < head && !DROPPED_LEFT.has(doc.dep(child)));
  const first = left[0];
  if (first === undefined) return head;
  const edge = doc.subtree(first).from;
  for (let token = edge; token < head; token += 1) {
    if (!['DT', 'PRP$', 'CC', 'POS', ',', '``', "''", 'PDT'].includes(doc.tag(token))) return token;
  }
  return head;
}

function rightEdge(doc: Doc, head: number, isListMember: boolean, depth: number): number {
  let edge = head;
  if (depth > 3) return edge;
  for (const child of doc.children(head)) {
    if (child < head || doc.tag(child) === ',') continue;
    const dep = doc.dep(child);
    if (dep === 'prep' && KEPT.has(lower(doc, child)) && child <= edge + 2) {
      const object = dependents(doc, child, 'pobj', 'pcomp')[0];
      if (object === undefined) continue;
      edge = Math.max(edge, rightEdge(doc, object, false, depth + 1));
    } else if (dep === 'conj' && !isListMember && isClose(doc, edge, child)) {
      edge = Math.max(edge, rightEdge(doc, child, false, depth + 1));
    } else if (dep === 'dobj' && isVerb(doc, head)) edge = Math.max(edge, rightEdge(doc, child, false, depth + 1));
    else if (dep === 'compound' || dep === 'nummod') edge = Math.max(edge, child);
  }
  return edge;
}

/** Coordinated without a comma between. */
function isClose(doc: Doc, edge: number, next: number): boolean {
  const gap = doc.text.slice(doc.tokenEnd[edge], doc.tokenStart[next]);
  return !gap.includes(',') && gap.length < 40;
}

/** Name of a phrase: white space folded, no quotes or articles at its ends. */
export function phraseName(doc: Doc, span: Span): string {
  return doc.text
    .slice(span.start, span.end)
    .replace(/\s+/g, ' ')
    .replace(/^["'“”‘’\s]+|["'“”‘’\s,;:.]+$/g, '')
    .replace(/^(?:the|a|an|this|these|those|its|their|his|her|our)\s+/i, '');
}

export function isContentNoun(doc: Doc, token: number): boolean {
  return (
    isNoun(doc, token) || (doc.tag(token) === 'VBG' && ['pcomp', 'nsubj', 'dobj', 'csubj'].includes(doc.dep(token)))
  );
}
