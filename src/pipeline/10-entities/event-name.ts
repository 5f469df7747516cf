// A readable name for an event that the text only describes: who with whom, whose visit where.
import { foldName } from '../../domain/names.ts';
import { familyOf, isA } from '../../schema/index.ts';
import type { Chain, Mention, RelatedText } from '../types.ts';

/** Praise and sequence say nothing that tells one event from another. */
const PRAISE =
  /\b(?:successful|friendly|cordial|productive|constructive|candid|fruitful|brief|lengthy|historic|upcoming|forthcoming|recent|latest|last|next|first|separate|two-day|three-day|four-day|five-day|one-day|new)\s+/gi;

const withoutArticle = (name: string): string => name.replace(/^(?:the|a|an)\s+/i, '');

const isUnnamed = (chain: Chain, text: RelatedText): boolean =>
  chain.mentions.every((id) => text.mentions[id]!.form !== 'name');

/** Chains that take part, persons before the bodies and countries that they act for, in text order. */
function participants(chain: Chain, text: RelatedText): readonly Chain[] {
  const ids = new Set<number>();
  for (const relation of text.relations)
    if (relation.target === chain.id && (relation.type === 'ATTENDED' || relation.type === 'CHAIRED'))
      ids.add(relation.source);
  const all = [...ids]
    .map((id) => text.chains[id]!)
    .sort((one, other) => (one.mentions[0] ?? 0) - (other.mentions[0] ?? 0));
  const persons = all.filter(({ kind }) => kind === 'Person');
  return persons.length >= 2 ? persons : all;
}

/** The two whose talks they are: who met, the countries, or who chaired together; not two who came along. */
function principals(present: readonly Chain[], event: Chain, text: RelatedText): readonly Chain[] {
  const met = metPairs(present, text);
  if (met.length > 0) return met.length === 1 ? present.filter(({ id }) => met[0]!.includes(id)) : [];
  const isChair = ({ id }: Chain): boolean =>
    text.relations.some(({ type, source, target }) => type === 'CHAIRED' && source === id && target === event.id);
  const sides = present.filter((chain) => chain.kind === 'Country' || isChair(chain));
  return sides.length === 2 && present.length === 2 ? sides : [];
}

/** Ids of each two of those present of whom the text says that they met or spoke. */
function metPairs(present: readonly Chain[], text: RelatedText): readonly (readonly number[])[] {
  const ids = new Set(present.map(({ id }) => id));
  const pairs = new Map<string, readonly number[]>();
  for (const { type, source, target } of text.relations) {
    if (type !== 'MET_WITH' && type !== 'SPOKE_WITH') continue;
    if (!ids.has(source) || !ids.has(target) || source === target) continue;
    const pair = [source, target].sort((one, other) => one - other);
    pairs.set(pair.join(' '), pair);
  }
  return [...pairs.values()];
}

function placeOf(chain: Chain, text: RelatedText): string | undefined {
  const relation = text.relations.find(({ type, source }) => type === 'TOOK_PLACE_IN' && source === chain.id);
  return relation === undefined ? undefined : text.chains[relation.target]!.name;
}

const mentionStarting = (text: RelatedText, start: number): Mention | undefined =>
  text.mentions.find((mention) => mention.outer.start <= start && start <= mention.start && mention.form === 'name');

/** `Chinh's visit to the United States`: owner and goal as they stand around the words. */
function ownerAndGoal(mention: Mention, text: RelatedText): { readonly owner?: string; readonly goal?: string } {
  const whole = text.clean.text;
  const owner = text.mentions.find(
    ({ form, end, outer }) =>
      form === 'name' &&
      Math.max(end, outer.end) <= mention.start &&
      /^['’]s?\s+(?:\p{L}+\s+)?$/u.test(whole.slice(Math.max(end, outer.end), mention.start)),
  );
  const link = /^\s+(?:to|in)\s+(?:the\s+)?/.exec(whole.slice(mention.end, mention.end + 20));
  const goal = link === null ? undefined : mentionStarting(text, mention.end + link[0].length);
  const ownerChain = owner === undefined ? undefined : text.chainsOf(owner.id)[0];
  return {
    ...(ownerChain === undefined ? {} : { owner: text.chains[ownerChain]!.name }),
    ...(goal?.kind !== undefined && familyOf(goal.kind) === 'Place' ? { goal: goal.name } : {}),
  };
}

/** `Norway – Poland talks`, `Lars Berg’s meeting with Nowak`: the words around the noun name a party already. */
const namesParty = (noun: string, present: readonly Chain[]): boolean =>
  /\p{Lu}\p{L}+\s*[-–—]\s*\p{Lu}/u.test(noun) ||
  present.some(({ name }) =>
    foldName(noun)
      .split(' ')
      .includes(foldName(name).split(' ').at(-1) ?? ''),
  );

/** Undefined where the text names the event, or nothing is known but its noun. */
export function describedEventName(chain: Chain, text: RelatedText): string | undefined {
  if (familyOf(chain.kind) !== 'Event' || !isUnnamed(chain, text)) return undefined;
  const noun = withoutArticle(chain.name).replace(PRAISE, '');
  const around = chain.mentions.map((id) => ownerAndGoal(text.mentions[id]!, text));
  const owner = around.find((found) => found.owner !== undefined)?.owner;
  const goal = around.find((found) => found.goal !== undefined)?.goal ?? placeOf(chain, text);
  const present = participants(chain, text);
  if (isA(chain.kind, 'Visit')) {
    const visitor = owner ?? (present.length === 1 ? present[0]!.name : undefined);
    const place = goal === undefined ? '' : ` to ${goal}`;
    return visitor === undefined && place === ''
      ? undefined
      : `${visitor === undefined ? '' : `${visitor}’s `}${noun}${place}`;
  }
  if (!isA(chain.kind, 'Meeting') && !isA(chain.kind, 'Call')) return undefined;
  if (noun.includes(' of ')) return undefined;
  const sides = principals(present, chain, text);
  if (sides.length !== 2) return undefined;
  if (namesParty(noun, sides)) return noun.replace(/\s*[–—]\s*/gu, ' - ');
  return `${sides[0]!.name} - ${sides[1]!.name} ${noun}`;
}
