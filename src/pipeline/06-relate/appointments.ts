// Posts that somebody is put into: `named Roe as acting premier of Chile`, `was elected head of the agency`.
import { wordList } from './compile-frames.ts';
import { fillersOf } from './fillers.ts';
import { countryChain } from './positions.ts';
import type { Reading } from './reading.ts';
import type { Mention } from '../types.ts';
import { isVerb, lemmaOf, tokenSpan } from './syntax.ts';
import { verbArguments } from './verb-arguments.ts';

const PERSON = { takes: ['person'], group: false } as const;
const BODY = { takes: ['body', 'country'], group: false } as const;
const POST_SLOTS = new Set(['second-object', 'attribute', 'as', 'as~', 'to']);
/** An envoy for a country holds no post in it. */
const SENT = /\b(?:envoy|representative|ambassador|coordinator|rapporteur)\b/i;
const HIGHEST = /^(?:vice |deputy |first deputy )?(?:president|prime minister|premier|chancellor|.*\bminister)$/i;

export function relateAppointments(reading: Reading): void {
  const { doc } = reading.text;
  const verbs = wordList(reading.table, 'appointing-verbs');
  for (let token = 0; token < doc.length; token += 1) {
    if (isVerb(doc, token) && verbs.has(lemmaOf(doc, token))) relateAppointment(reading, token);
  }
}

function relateAppointment(reading: Reading, verb: number): void {
  const { arguments: list } = verbArguments(reading.text.doc, verb);
  const people = list.filter(({ slot }) => slot === 'object').flatMap(({ token }) => fillersOf(reading, token, PERSON));
  const posts = list
    .filter(({ slot }) => POST_SLOTS.has(slot))
    .flatMap(({ token }) => {
      const mention = reading.mentionAt(token);
      return mention?.form === 'nominal' && !mention.plural && mention.posts.length > 0 ? [mention] : [];
    });
  const [mention] = posts;
  if (people.length !== 1 || mention === undefined) return;
  const [post] = mention.posts;
  const target = holderOf(reading, verb, mention);
  if (post === undefined || target === undefined) return;
  reading.add({
    type: 'HOLDS_POSITION',
    source: people[0]!.chain,
    target,
    role: post.role,
    trigger: tokenSpan(reading.text.doc, verb),
    rule: 'post.appointment/1',
    attributes: { status: post.status === 'current' ? 'incoming' : post.status },
  });
}

/** The body or country that the post names; else, for an office of state, the country of whoever appoints. */
function holderOf(reading: Reading, verb: number, mention: Mention): number | undefined {
  const post = mention.posts[0]!;
  const named = post.body === undefined ? undefined : reading.chainsOf(post.body)[0];
  if (named !== undefined) return named;
  const { text } = reading.text.doc;
  const isOwn =
    /^its\b/i.test(text.slice(mention.outer.start)) || /\bits\s+$/i.test(text.slice(0, mention.outer.start));
  if (isOwn) return appointersOf(reading, verb, BODY)[0];
  if (SENT.test(post.role)) return undefined;
  if (post.country !== undefined) return countryChain(reading, post.country, mention);
  if (!HIGHEST.test(post.role)) return undefined;
  const appointers = appointersOf(reading, verb, PERSON);
  const countries = new Set(appointers.flatMap((chain) => reading.chains[chain]!.posts.map(({ country }) => country)));
  const [country] = countries;
  return countries.size === 1 && country !== undefined ? countryChain(reading, country, mention) : undefined;
}

type Wanted = Parameters<typeof fillersOf>[2];

function appointersOf(reading: Reading, verb: number, wanted: Wanted): number[] {
  return verbArguments(reading.text.doc, verb)
    .arguments.filter(({ slot }) => slot === 'subject')
    .flatMap(({ token }) => fillersOf(reading, token, wanted).map(({ chain }) => chain));
}
