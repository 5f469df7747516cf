// Several posts of one person, a comma between: `Vice President, Prime Minister and Governor of Dubai Ann Lee`.
import { titledNameAt } from './names.ts';
import { afterAcronym } from './post-owners.ts';
import { type PostMatch, postsAt } from './posts.ts';
import { type DraftPost, type Scan, isInBlock } from './scan.ts';

/** Whole offices only: `the president, Prime Minister Lee and others` are two people. */
const isWhole = ({ body, country, role, plural }: DraftPost): boolean =>
  !plural && (body !== undefined || country !== undefined || /^member\b/i.test(role));

/** Posts with commas between them, where a name follows the last; else those that `and` joins. */
export function postListAt(scan: Scan, from: number): PostMatch | undefined {
  const first = postsAt(scan, from);
  if (first === undefined || !first.posts.every(isWhole) || !scan.words[from]!.isCapital) return first;
  const before = scan.words[from - 1];
  if (before?.folded === 'the' && isInBlock(scan, from - 1, from)) return first;
  let last = first;
  const posts = [...first.posts];
  const { country } = first.posts[0]!;
  for (let turn = 0; turn < 3; turn++) {
    const start = nextPostAt(scan, last.to);
    const next = start !== undefined && isInBlock(scan, start, from) ? postsAt(scan, start) : undefined;
    if (next === undefined || next.posts.some(({ plural }) => plural)) break;
    posts.push(...next.posts.map((post) => (country === undefined ? post : { country, ...post })));
    last = next;
  }
  return posts.length > first.posts.length && isNamed(scan, last.to) ? { to: last.to, posts } : first;
}

/** Behind a comma, or at once where a nationality opens it: `OSCE Chairperson-in-Office Slovak Foreign Minister Ann Lee`. */
function nextPostAt({ words, hitAt }: Scan, to: number): number | undefined {
  if (words[to]?.text === ',') return to + 1;
  const hit = hitAt[to];
  return hit?.entry.class === 'adjective' && words[to]!.isCapital ? to : undefined;
}

/** Two words of a name, or one behind a title; a comma may stand before a title. */
function isNamed(scan: Scan, to: number): boolean {
  const start = afterAcronym(scan, to);
  const name = isInBlock(scan, start, to - 1) ? titledNameAt(scan, start) : undefined;
  return name !== undefined && (name.to - name.from > 1 || name.outerFrom < name.from);
}

/** `Lee, Minister of Finance, Chairman of the Fund, said`: more posts after the one in apposition. */
export function furtherPosts(scan: Scan, match: PostMatch): PostMatch {
  let to = match.to;
  const posts = [...match.posts];
  for (let turn = 0; turn < 3; turn++) {
    const isNext = scan.words[to]?.text === ',' && isInBlock(scan, to + 1, match.to - 1);
    const next = isNext && scan.words[to + 1]!.isCapital ? postsAt(scan, to + 1) : undefined;
    if (next === undefined || !next.posts.every(isWhole)) break;
    const closes = scan.words[next.to];
    if (closes !== undefined && isInBlock(scan, next.to, to) && !/^[,.;)]$/.test(closes.text)) break;
    if (closes?.text === ',' && isNamed(scan, next.to + 1)) break;
    posts.push(...next.posts);
    to = next.to;
  }
  return { to, posts };
}
