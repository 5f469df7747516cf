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
    if (person === undefined) return [];
    return mention.posts.map((post) => ({ person, post: chainPost(reading, post), mention }));
  });
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
