// Word classes that the rules ask for, compiled from the lexicons once.
import type { EntityKind } from '../../schema/generated.ts';
import { type Lexicons, lexiconRows } from '../knowledge.ts';
import { type Gazetteer, PhraseTrie, compileGazetteer, phraseWords } from './gazetteer.ts';
import { foldWord } from './words.ts';

export type PostClass =
  | 'minister'
  | 'state'
  | 'diplomat'
  | 'official'
  | 'military'
  | 'party'
  | 'legal'
  | 'legislator'
  | 'company'
  | 'spokesperson'
  | 'royal'
  | 'religious'
  | 'person';
export type Gender = 'm' | 'f';

export interface PostNoun {
  readonly role: string;
  readonly classes: ReadonlySet<PostClass>;
  readonly gender?: Gender;
  readonly impliedBody?: string;
  readonly plural: boolean;
}

export type PostModifier = 'former' | 'acting' | 'incoming' | 'nominee' | 'current' | 'grade';

export interface HeadNoun {
  readonly noun: string;
  readonly kind: EntityKind;
  readonly form: string;
  readonly marks: ReadonlySet<string>;
}

export interface CommonNoun {
  readonly kind: EntityKind | 'Sides';
  readonly plural: boolean;
  readonly gender?: Gender;
}

export interface Vocabulary {
  readonly gazetteer: Gazetteer;
  readonly posts: PhraseTrie<PostNoun>;
  readonly modifiers: PhraseTrie<PostModifier>;
  readonly portfolios: ReadonlySet<string>;
  readonly ranks: PhraseTrie<string>;
  readonly honorifics: PhraseTrie<Gender | undefined>;
  readonly givenNames: ReadonlyMap<string, Gender | 'n'>;
  readonly familyNames: ReadonlyMap<string, ReadonlySet<string>>;
  readonly particles: ReadonlySet<string>;
  readonly suffixes: ReadonlySet<string>;
  /** Letters after a name: `MP`, `KC`. */
  readonly postNominals: ReadonlySet<string>;
  /** Prefixes of ships, which stand in capitals: `USS`. */
  readonly vessels: ReadonlySet<string>;
  /** Styles that also stand inside a name: `Hassan Sheikh Mohamud`. */
  readonly innerStyles: ReadonlySet<string>;
  readonly notNames: ReadonlySet<string>;
  readonly bodyHeads: PhraseTrie<HeadNoun>;
  readonly eventHeads: PhraseTrie<HeadNoun>;
  readonly instrumentHeads: PhraseTrie<HeadNoun>;
  readonly placeHeads: PhraseTrie<HeadNoun>;
  readonly commonNouns: PhraseTrie<CommonNoun>;
  readonly eventModifiers: ReadonlySet<string>;
  readonly instrumentModifiers: ReadonlySet<string>;
}

function postTrie(lexicons: Lexicons): PhraseTrie<PostNoun> {
  const trie = new PhraseTrie<PostNoun>();
  for (const [noun, classes, gender, implied, full] of lexiconRows(lexicons, 'posts')) {
    const plural = noun === 'Ministers';
    const post = {
      role: full ? full : plural ? 'Minister' : noun!,
      classes: new Set((classes ?? '').split(' ') as PostClass[]),
      ...(gender ? { gender: gender as Gender } : {}),
      ...(implied ? { impliedBody: implied } : {}),
    };
    trie.add(phraseWords(noun!), { ...post, plural });
    if (!plural && !noun!.endsWith('.'))
      for (const many of plurals(noun!)) trie.add(phraseWords(many), { ...post, plural: true });
  }
  return trie;
}

/** `Secretary of State` → `Secretaries of State`, `Attorney General` → `Attorneys General`. */
function plurals(noun: string): readonly string[] {
  const [head, ...rest] = noun.split(/ (?=(?:of|in|General|at)\b)|(?=-General\b|-in-Chief\b|-elect\b)/);
  const many = head!.endsWith('man')
    ? `${head!.slice(0, -3)}men`
    : /[^aeiou]y$/.test(head!)
      ? `${head!.slice(0, -1)}ies`
      : `${head!}s`;
  return [rest.length === 0 ? many : `${many}${noun.slice(head!.length)}`];
}

function headTrie(lexicons: Lexicons, name: string, caseless: boolean): PhraseTrie<HeadNoun> {
  const trie = new PhraseTrie<HeadNoun>();
  for (const row of lexiconRows(lexicons, name)) {
    const [noun, kind, form, marks] = name === 'place-heads' ? [row[0], row[1], '', row[2]] : row;
    const head: HeadNoun = {
      noun: caseless ? noun!.toLowerCase() : noun!,
      kind: kind as EntityKind,
      form: form,
      marks: new Set(marks!.split(' ')),
    };
    trie.add(phraseWords(noun!), head);
  }
  return trie;
}

function wordSet(lexicons: Lexicons, name: string): ReadonlySet<string> {
  return new Set(
    lexiconRows(lexicons, name)
      .flatMap((fields) => fields.flatMap((field) => field.split(/\s+/)))
      .map(foldWord),
  );
}

function classedWords(lexicons: Lexicons, name: string): ReadonlyMap<string, readonly string[]> {
  return new Map(lexiconRows(lexicons, name).map(([sort, words]) => [sort!, words!.split(/\s+/).map(foldWord)]));
}

function givenNames(lexicons: Lexicons): ReadonlyMap<string, Gender | 'n'> {
  const names = new Map<string, Gender | 'n'>();
  for (const [gender, words] of classedWords(lexicons, 'given-names'))
    for (const word of words)
      names.set(word, names.has(word) && names.get(word) !== gender ? 'n' : (gender as Gender | 'n'));
  return names;
}

export function compileVocabulary(lexicons: Lexicons): Vocabulary {
  const modifiers = new PhraseTrie<PostModifier>();
  for (const [word, use] of lexiconRows(lexicons, 'post-modifiers'))
    modifiers.add(phraseWords(word!), use as PostModifier);
  const ranks = new PhraseTrie<string>();
  for (const [form, full] of lexiconRows(lexicons, 'ranks')) ranks.add(phraseWords(form!), full!);
  const honorifics = new PhraseTrie<Gender | undefined>();
  for (const [form, gender] of lexiconRows(lexicons, 'honorifics'))
    honorifics.add(phraseWords(form!), gender ? (gender as Gender) : undefined);
  const commonNouns = new PhraseTrie<CommonNoun>();
  for (const [noun, kind, number, gender] of lexiconRows(lexicons, 'common-nouns'))
    commonNouns.add(phraseWords(noun!), {
      kind: kind as EntityKind | 'Sides',
      plural: number === 'p',
      ...(gender ? { gender: gender as Gender } : {}),
    });
  const parts = classedWords(lexicons, 'name-parts');
  const nouns = classedWords(lexicons, 'noun-modifiers');
  return {
    gazetteer: compileGazetteer(lexicons),
    posts: postTrie(lexicons),
    modifiers,
    portfolios: wordSet(lexicons, 'portfolios'),
    ranks,
    honorifics,
    givenNames: givenNames(lexicons),
    familyNames: new Map([...classedWords(lexicons, 'family-names')].map(([sort, words]) => [sort, new Set(words)])),
    particles: new Set(parts.get('particle')),
    suffixes: new Set(parts.get('suffix')),
    postNominals: new Set(parts.get('post-nominal')),
    vessels: new Set(parts.get('vessel')),
    innerStyles: new Set(parts.get('inner')),
    notNames: wordSet(lexicons, 'not-names'),
    bodyHeads: headTrie(lexicons, 'body-heads', false),
    eventHeads: headTrie(lexicons, 'event-heads', true),
    instrumentHeads: headTrie(lexicons, 'instrument-heads', true),
    placeHeads: headTrie(lexicons, 'place-heads', true),
    commonNouns,
    eventModifiers: new Set(nouns.get('event')),
    instrumentModifiers: new Set(nouns.get('instrument')),
  };
}

const compiled = new WeakMap<Lexicons, Vocabulary>();

/** Compiled once for a set of lexicons. */
export function vocabularyOf(lexicons: Lexicons): Vocabulary {
  let vocabulary = compiled.get(lexicons);
  if (vocabulary === undefined) compiled.set(lexicons, (vocabulary = compileVocabulary(lexicons)));
  return vocabulary;
}
