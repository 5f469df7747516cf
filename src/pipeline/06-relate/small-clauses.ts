// `appointed Ann Lee head of the agency`: the parser takes the name for a modifier of the post; here they are two arguments.
import type { Doc } from '../../language/doc.ts';
import type { Argument } from './predication.ts';
import type { Reading } from './reading.ts';
import { dependents, lower, prepositions } from './syntax.ts';
import { verbArguments } from './verb-arguments.ts';

/** Arguments of a verb, with the person and the post of a small clause apart. */
export function argumentsWithPosts(reading: Reading, verb: number): ReturnType<typeof verbArguments> {
  const { doc } = reading.text;
  const found = verbArguments(doc, verb);
  if (found.isPassive) return { ...found, arguments: [...found.arguments, ...asOfAgent(doc, found.arguments)] };
  const hasObject = found.arguments.some(({ slot }) => slot === 'object');
  const split = found.arguments.flatMap((argument) => {
    // `named Ann Lee, a banker, to replace him`: the parser takes the one named for what she is named.
    const isNamed = argument.slot === 'attribute' && !hasObject && isPerson(reading, argument.token);
    return isNamed ? [{ slot: 'object', token: argument.token }] : splitPost(reading, argument);
  });
  const late = hasObject ? [] : lateObject(reading, found.arguments);
  return { ...found, arguments: [...split, ...late] };
}

/** `received in Cairo the minister, Roe`: the parser takes an object after a place for an apposition to the place. */
function lateObject(reading: Reading, list: readonly Argument[]): Argument[] {
  const { doc } = reading.text;
  return list
    .filter(({ slot, token }) => /^(?:in|at|on)$/.test(slot) && !isPerson(reading, token))
    .flatMap(({ token }) => dependents(doc, token, 'appos'))
    .filter((token) => isPerson(reading, token))
    .map((token) => ({ slot: 'object', token }));
}

/** `was sworn in by Roe as minister`: the parser hangs the post on the one who swore her in. */
function asOfAgent(doc: Doc, list: readonly Argument[]): Argument[] {
  return list
    .filter(({ slot }) => slot === 'subject')
    .flatMap(({ token }) => prepositions(doc, token))
    .filter(({ prep }) => lower(doc, prep) === 'as')
    .map(({ object }) => ({ slot: 'as', token: object }));
}

function splitPost(reading: Reading, argument: Argument): Argument[] {
  if (argument.slot !== 'object' || !isPost(reading, argument.token)) return [argument];
  const person = dependents(reading.text.doc, argument.token, 'compound', 'nmod', 'poss', 'appos').find((child) =>
    isPerson(reading, child),
  );
  if (person === undefined || person > argument.token) return [argument];
  return [
    { slot: 'object', token: person },
    { slot: 'second-object', token: argument.token },
  ];
}

function isPost(reading: Reading, token: number): boolean {
  const mention = reading.mentionAt(token);
  return mention?.form === 'nominal' && !mention.plural && mention.posts.length > 0;
}

function isPerson(reading: Reading, token: number): boolean {
  const mention = reading.mentionAt(token);
  if (mention?.form !== 'name') return false;
  return reading.chainsOf(mention.id).some((chain) => reading.familyOf(chain) === 'person');
}
