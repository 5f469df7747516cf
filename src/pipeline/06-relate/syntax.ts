// Small questions about a dependency tree that all frames ask.
import type { Span } from '../../domain/span.ts';
import type { Doc } from '../../language/doc.ts';

/** Dependents of `token` whose label is one of `labels`, in text order. */
export function dependents(doc: Doc, token: number, ...labels: string[]): number[] {
  return doc.children(token).filter((child) => labels.includes(doc.dep(child)));
}

/** The token and everything coordinated with it (`A, B and C` from A), in text order. */
export function conjuncts(doc: Doc, token: number): number[] {
  const found = [token];
  for (let at = 0; at < found.length; at += 1) found.push(...dependents(doc, found[at]!, 'conj'));
  return found.sort((a, b) => a - b);
}

export function isVerb(doc: Doc, token: number): boolean {
  const tag = doc.tag(token);
  return tag.startsWith('VB') || tag.startsWith('MD') || doc.pos(token) === 'VERB';
}

export function isNoun(doc: Doc, token: number): boolean {
  return doc.tag(token).startsWith('NN');
}

export function isRelativePronoun(doc: Doc, token: number): boolean {
  return /^W(P|DT)/.test(doc.tag(token));
}

/** A clause with `which` tells of a thing, never of a person. */
export function isOfThing(doc: Doc, verb: number): boolean {
  return dependents(doc, verb, 'nsubj', 'nsubjpass', 'dobj').some((child) => lower(doc, child) === 'which');
}

export function isPassive(doc: Doc, verb: number): boolean {
  return dependents(doc, verb, 'nsubjpass', 'auxpass', 'csubjpass').length > 0;
}

export function lower(doc: Doc, token: number): string {
  return doc.token(token).toLowerCase();
}

/** Lower-case lemma; some taggers keep capitals of headline verbs. */
export function lemmaOf(doc: Doc, token: number): string {
  return doc.lemma(token).toLowerCase();
}

/** Character span of tokens `from` to `to`, end exclusive. */
export function charSpan(doc: Doc, from: number, to: number): Span {
  return { start: doc.tokenStart[from]!, end: doc.tokenEnd[Math.max(from, to - 1)]! };
}

export function tokenSpan(doc: Doc, token: number): Span {
  return { start: doc.tokenStart[token]!, end: doc.tokenEnd[token]! };
}

/** Character span of the sentence that holds the token. */
export function sentenceSpan(doc: Doc, token: number): Span {
  const sentence = doc.sentences[doc.sentence[token]!]!;
  const span = charSpan(doc, sentence.from, sentence.to);
  const text = doc.text.slice(span.start, span.end);
  return { start: span.end - text.trimStart().length, end: span.start + text.trimEnd().length };
}

/** Nearest verb at or above the token, or -1. */
export function governingVerb(doc: Doc, token: number): number {
  let at = token;
  for (let steps = 0; steps < 60; steps += 1) {
    if (isVerb(doc, at)) return at;
    const up = doc.head[at]!;
    if (up === at) return -1;
    at = up;
  }
  return -1;
}

/** True where `ancestor` is the token or one of its heads. */
export function isBelow(doc: Doc, token: number, ancestor: number): boolean {
  let at = token;
  for (let steps = 0; steps < 100; steps += 1) {
    if (at === ancestor) return true;
    const up = doc.head[at]!;
    if (up === at) return false;
    at = up;
  }
  return false;
}

/**
 * Prepositions below `token` with their objects; nested ones (`along with`, `together with`) count as the inner one.
 * The object of a participle that turned preposition (`following talks`) is labelled as a verb's.
 */
export function prepositions(doc: Doc, token: number): { prep: number; object: number }[] {
  const found: { prep: number; object: number }[] = [];
  const first = dependents(doc, token, 'prep', 'dative', 'agent', 'prt', 'advmod');
  // `signed by Lee and by Roe`
  const more = first.flatMap((prep) => dependents(doc, prep, 'conj').filter((other) => doc.tag(other) === 'IN'));
  for (const prep of [...first, ...more]) {
    for (const object of dependents(doc, prep, 'pobj', 'pcomp', 'dobj')) found.push({ prep, object });
    for (const inner of dependents(doc, prep, 'prep')) {
      for (const object of dependents(doc, inner, 'pobj', 'pcomp')) found.push({ prep: inner, object });
    }
  }
  return found;
}

/** `Roe met with Lee of Peru; Kim, the envoy; and Cruz`: whoever comes after the verb is no second subject. */
export const isBeyondVerb = (doc: Doc, subject: number, other: number): boolean =>
  doc.dep(subject) === 'nsubj' && doc.head[subject]! > subject && other > doc.head[subject]!;

/** Names behind the country of a person: `Roe of Kenya, Lee of Uganda`. */
export function behindCountry(doc: Doc, person: number): number[] {
  const of = prepositions(doc, person).filter(({ prep }) => lower(doc, prep) === 'of');
  return of.flatMap(({ object }) => conjuncts(doc, object));
}

/** `A met B, and C said …`: C begins a clause of its own and is no member of the list. */
export function startsClause(doc: Doc, token: number, listStart: number): boolean {
  if (!/^nsubj/.test(doc.dep(token))) return false;
  const verb = doc.head[token]!;
  return verb > token && doc.tokenStart[verb]! > listStart;
}

/** End of the sentence, and of the one after it where a colon parts the two. */
export function endOfList(doc: Doc, sentence: number): number {
  const { from, to } = doc.sentences[sentence]!;
  const next = doc.token(to - 1) === ':' ? doc.sentences[sentence + 1] : undefined;
  return charSpan(doc, from, next?.to ?? to).end;
}
