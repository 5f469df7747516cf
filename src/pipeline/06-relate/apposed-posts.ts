// Posts that stand beside a name, a comma between: `The envoy of Chile, Juan Roe,` and `Ann Lee, a former leader of the party`.
import type { Chain, Mention, Post } from '../types.ts';
import type { Reading } from './reading.ts';

type ChainPost = Chain['posts'][number];

const COMMA = /^\s*(?:\([^()]*\)\s*)?,\s*$/;
const NEW = /^(?:a|an|the|its|their|his|her|former|ex-|acting)\b/i;

interface ApposedPost {
  readonly person: number;
  readonly post: ChainPost;
  readonly mention: Mention;
}

/** A described post next to a named person, which recognition left as a mention of its own. */
export function apposedPosts(reading: Reading): ApposedPost[] {
  const { mentions } = reading.text;
  return mentions.flatMap((mention) => {
    if (mention.form !== 'nominal' || mention.posts.length === 0 || mention.plural) return [];
    const person = neighbour(reading, mention);
    if (person === undefined) return careerPosts(reading, mention);
    return mention.posts.map((post) => ({ person, post: chainPost(reading, post), mention }));
  });
}

const YEARS = '(?: (?:from|between|since|until|in) \\d{4}(?:(?: to | and |[-–])(?:\\d{4}|now|date))?)?';
/** Between one post of a career and the next. */
const NEXT_POST = new RegExp(`^${YEARS}(?:,| and|, and|, as well as) (?:the )?$`, 'u');
const LONGEST_CAREER = 6;

/** `was President of Chile from 1992 to 2002, Chairperson of the Commission and Director of the Bank`: the posts after the first. */
function careerPosts(reading: Reading, mention: Mention): ApposedPost[] {
  const { doc, mentions } = reading.text;
  let { start } = mention.outer;
  for (let id = mention.id - 1, steps = 0; id >= 0 && steps < LONGEST_CAREER; id -= 1) {
    const before = mentions[id]!;
    // Countries and bodies inside the post before stand between the two.
    if (before.kind !== 'Person' || before.posts.length === 0 || before.plural) {
      if (start - before.outer.end > 160) return [];
      continue;
    }
    if (!NEXT_POST.test(doc.text.slice(before.outer.end, start))) return [];
    const held = heldBy(reading, before);
    if (held !== undefined)
      return mention.posts.map((post) => ({
        person: held.person,
        post: chainPost(reading, { ...post, status: held.isFormer ? 'former' : post.status }),
        mention,
      }));
    if (before.form === 'name') return [];
    ({ start } = before.outer);
    steps += 1;
  }
  return [];
}

/** Who is said to be, or to have been, what the mention says: `Roe was President`, `Roe, who was President`. */
function heldBy(
  reading: Reading,
  { id, form, start, end, posts }: Mention,
): { person: number; isFormer: boolean } | undefined {
  const { doc } = reading.text;
  if (form === 'name') {
    const person = reading.chainsOf(id)[0];
    const isCareer = posts.some(({ span, status }) => span.start > end && status === 'former');
    return person !== undefined && isCareer ? { person, isFormer: true } : undefined;
  }
  const was = /\b(was|is|served as|serves as|has been|had been) (?:the )?$/.exec(
    doc.text.slice(Math.max(0, start - 16), start),
  );
  const told =
    was === null
      ? undefined
      : reading.relations.find(
          ({ type, role, evidence }) =>
            type === 'HOLDS_POSITION' && role === posts[0]!.role && evidence.start <= start && evidence.end >= start,
        );
  return told === undefined ? undefined : { person: told.source, isFormer: told.attributes['status'] === 'former' };
}

function neighbour(reading: Reading, nominal: Mention): number | undefined {
  const { doc, mentions } = reading.text;
  const text = doc.text.slice(nominal.outer.start, nominal.outer.end);
  const next = mentions.find(
    ({ outer, form }) => form === 'name' && outer.start >= nominal.outer.end && doc.text[outer.start - 1] !== '(',
  );
  if (next !== undefined && /^the\b/i.test(text) && COMMA.test(doc.text.slice(nominal.outer.end, next.outer.start))) {
    const closes = /^\s*(?:[,.;]|and h(?:is|er)\b)/.test(doc.text.slice(next.outer.end, next.outer.end + 8));
    if (closes) return personOf(reading, next);
  }
  const before = mentions.filter(({ outer, form }) => form === 'name' && outer.end <= nominal.outer.start).at(-1);
  const isAfter = before !== undefined && COMMA.test(doc.text.slice(before.outer.end, nominal.outer.start));
  const closes = /^\s*(?:,|\.|;|$|and\b|who\b)/.test(doc.text.slice(nominal.outer.end, nominal.outer.end + 5));
  return isAfter && closes && NEW.test(text) ? personOf(reading, before) : undefined;
}

function personOf(reading: Reading, mention: Mention): number | undefined {
  return reading.chainsOf(mention.id).find((chain) => reading.familyOf(chain) === 'person');
}

function chainPost(reading: Reading, { body, ...post }: Post): ChainPost {
  const bodyChain = body === undefined ? undefined : reading.chainsOf(body)[0];
  return bodyChain === undefined ? post : { bodyChain, ...post };
}
