// Tags, parts of speech and lemmas of analysed tokens, from what the network said and the rules made of it.
import { AttributeRuler, type Attributes, type RuledToken } from './attribute-ruler.ts';
import { lowerCase } from './characters.ts';
import type { Lemmatizer } from './lemmatizer.ts';
import type { Lexeme } from './lexicon.ts';

/** What the grammar reads of an analysis; tags and relations are the network's own, before any rule. */
export interface GrammarView {
  readonly lexemes: readonly Lexeme[];
  /** Index of each token's tag; empty where the text was not parsed. */
  readonly tags: Uint8Array;
  /** Relation of each token; empty where the text was not parsed. */
  readonly deps: readonly string[];
}

/** The rules give white space this tag and this relation, whatever the network said. */
const SPACE_TAG = '_SP';
const SPACE_DEP = 'dep';
/** What the rules say of a token, and its lemma once somebody has asked for it. */
export interface KnownAttributes extends Attributes {
  spelled: string | undefined;
}

/** Some megabytes; the words of a thousand documents. */
const MOST_REMEMBERED = 30_000;

export class Grammar {
  readonly #tags: readonly string[];
  readonly #ruler: AttributeRuler;
  readonly #lemmatizer: Lemmatizer;
  /** Attributes by tag, relation and word, where no rule looks at the words around; no key is put together to ask. */
  readonly #alone: Map<string, Map<string, KnownAttributes>>[];
  #remembered = 0;

  constructor(tags: readonly string[], ruler: AttributeRuler, lemmatizer: Lemmatizer) {
    this.#tags = tags;
    this.#alone = tags.map((): Map<string, Map<string, KnownAttributes>> => new Map());
    this.#ruler = ruler;
    this.#lemmatizer = lemmatizer;
  }

  tag(view: GrammarView, index: number): string {
    if (view.lexemes[index]?.isSpace) return SPACE_TAG;
    return this.#tags[view.tags[index] ?? -1] ?? '';
  }

  dep(view: GrammarView, index: number): string {
    const dep = view.deps[index] ?? '';
    return dep !== '' && view.lexemes[index]!.isSpace ? SPACE_DEP : dep;
  }

  attributes(view: GrammarView, index: number): KnownAttributes {
    const { text } = view.lexemes[index]!;
    const [tag, dep] = [view.tags[index], view.deps[index] ?? ''];
    const known = tag === undefined ? undefined : this.#alone[tag]!.get(dep)?.get(text);
    if (known !== undefined) return known;
    const ruled = this.#ruler.attributes(index, (at) => this.#ruled(view, at));
    const attributes: KnownAttributes = { pos: ruled.pos, morph: ruled.morph, lemma: ruled.lemma, spelled: undefined };
    if (tag !== undefined && !this.#ruler.looksAround(this.#ruled(view, index)!))
      this.#remember(tag, dep, text, attributes);
    return attributes;
  }

  #remember(tag: number, dep: string, text: string, attributes: KnownAttributes): void {
    if (this.#remembered >= MOST_REMEMBERED) {
      for (const relations of this.#alone) relations.clear();
      this.#remembered = 0;
    }
    const relations = this.#alone[tag]!;
    const words = relations.get(dep) ?? new Map<string, KnownAttributes>();
    relations.set(dep, words.set(text, attributes));
    this.#remembered++;
  }

  /** `attributes` are those of the token; they are one object for every token alike, and so is the lemma. */
  lemma(view: GrammarView, index: number, attributes: KnownAttributes): string {
    return (attributes.spelled ??= this.#lemmatizer.lemma(view.lexemes[index]!.text, attributes));
  }

  #ruled(view: GrammarView, index: number): RuledToken | undefined {
    const lexeme = view.lexemes[index];
    if (lexeme === undefined) return undefined;
    return {
      tag: this.#tags[view.tags[index] ?? -1] ?? '',
      lower: lowerCase(lexeme.text),
      dep: view.deps[index] ?? '',
      isSpace: lexeme.isSpace,
    };
  }
}
