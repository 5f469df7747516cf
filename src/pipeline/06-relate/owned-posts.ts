// Posts whose body is an owner before them: `the organisation's secretary general Juan Roe`, `Ann Lee, the group's leader`.
import type { Doc } from '../../language/doc.ts';
import { wordList } from './compile-frames.ts';
import type { Reading } from './reading.ts';
import { charSpan, dependents, governingVerb, isNoun, lemmaOf } from './syntax.ts';

const OWNERS: readonly string[] = ['body', 'country'];

export function relateOwnedPosts(reading: Reading): void {
  const { doc } = reading.text;
  for (let token = 0; token < doc.length; token += 1) {
    if (!isNoun(doc, token)) continue;
    for (const owner of dependents(doc, token, 'poss')) {
      const body = ownerAt(reading, owner);
      if (body !== undefined) relateOwned(reading, token, owner, body);
    }
  }
}

/** Behind `whose`: what its clause hangs on, `the bank, whose president, Juan Roe, left`. */
function ownerOf(doc: Doc, token: number): number {
  if (doc.tag(token) !== 'WP$') return token;
  const verb = governingVerb(doc, token);
  return verb >= 0 && doc.dep(verb) === 'relcl' ? doc.head[verb]! : token;
}

function ownerAt(reading: Reading, token: number): number | undefined {
  const mention = reading.mentionAt(ownerOf(reading.text.doc, token));
  const chains = mention === undefined ? [] : reading.chainsOf(mention.id);
  return chains.length === 1 && OWNERS.includes(reading.familyOf(chains[0]!) ?? '') ? chains[0] : undefined;
}

function relateOwned(reading: Reading, token: number, owner: number, body: number): void {
  const held = titledPerson(reading, token) ?? apposedPerson(reading, token);
  if (held === undefined) return;
  const { doc } = reading.text;
  const evidence = charSpan(doc, Math.min(owner, held.at), Math.max(token, held.at) + 1);
  reading.add({
    type: 'HOLDS_POSITION',
    source: held.person,
    target: body,
    role: held.role,
    trigger: evidence,
    evidence,
    rule: 'post.owned/1',
    attributes: { status: held.status },
  });
}

/** `prime minister` of `Qatar's prime minister, Roe`. */
function roleOf({ text: { doc } }: Reading, token: number): string {
  const words = dependents(doc, token, 'compound', 'amod').filter(
    (word) => !/^(?:former|late|ex)/.test(lemmaOf(doc, word)),
  );
  return [...words, token].map((word) => doc.token(word).toLowerCase()).join(' ');
}

interface Held {
  readonly person: number;
  readonly role: string;
  readonly status: string;
  /** Token of the name. */
  readonly at: number;
}

/** `the organisation's secretary general Juan Roe`: one mention with a post that names no body. */
function titledPerson(reading: Reading, token: number): Held | undefined {
  const mention = reading.mentionAt(token);
  if (mention?.form !== 'name' || mention.posts.length !== 1) return undefined;
  const post = mention.posts[0]!;
  const person = reading.chainsOf(mention.id)[0];
  const isOpen = post.body === undefined && post.impliedBody === undefined && post.country === undefined;
  if (!isOpen || person === undefined || reading.familyOf(person) !== 'person') return undefined;
  return { person, role: post.role, status: post.status, at: token };
}

/** `Ann Lee, the group's leader`, `the group's leader, Ann Lee`. */
function apposedPerson(reading: Reading, token: number): Held | undefined {
  const { doc } = reading.text;
  const post = reading.mentionAt(token);
  const isNominal =
    post?.form === 'nominal' && !post.plural && post.posts.length === 1 && post.posts[0]!.country === undefined;
  if (!isNominal && !wordList(reading.table, 'heading-posts').has(lemmaOf(doc, token))) return undefined;
  const others = doc.dep(token) === 'appos' ? [doc.head[token]!] : dependents(doc, token, 'appos');
  for (const other of others) {
    const mention = reading.mentionAt(other);
    const person = mention?.form === 'name' ? reading.chainsOf(mention.id)[0] : undefined;
    if (person === undefined || reading.familyOf(person) !== 'person') continue;
    const former = dependents(doc, token, 'amod').some((word) => /^(?:former|late|ex)/.test(lemmaOf(doc, word)));
    return { person, role: roleOf(reading, token), status: former ? 'former' : 'current', at: other };
  }
  return undefined;
}
