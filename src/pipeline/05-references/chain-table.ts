// The chains while they grow: which mention stands for which, and why.
import type { AttributeValue } from '../../domain/claim.ts';
import { foldName } from '../../domain/names.ts';
import { type EntityKind, familyOf, isA } from '../../schema/index.ts';
import type { Chain, Mention, ParsedText, Post } from '../types.ts';

type ChainPost = Chain['posts'][number];

export interface GrowingChain {
  readonly id: number;
  kind: EntityKind;
  name: string;
  readonly aliases: Set<string>;
  readonly attributes: Record<string, AttributeValue>;
  readonly mentions: number[];
  readonly links: { readonly mention: number; readonly reason: string }[];
  readonly posts: ChainPost[];
  readonly inferred: boolean;
  /** Folded name and aliases of named mentions. */
  readonly keys: Set<string>;
}

/** Attributes of a mention that say something about it alone, not about what it names. */
const OWN_TO_MENTION = new Set(['acronymOf', 'count', 'counterpart']);

export class ChainTable {
  readonly text: ParsedText;
  readonly chains: GrowingChain[] = [];
  readonly #of = new Map<number, readonly number[]>();
  readonly #byKey = new Map<string, GrowingChain>();

  constructor(text: ParsedText) {
    this.text = text;
  }

  chainsOf(mention: number): readonly number[] {
    return this.#of.get(mention) ?? [];
  }

  chainOf(mention: Mention): GrowingChain | undefined {
    const [first] = this.chainsOf(mention.id);
    return first === undefined ? undefined : this.chains[first];
  }

  /** Chain of a family by folded name or alias. */
  find(family: string, name: string, country?: string): GrowingChain | undefined {
    const key = foldName(name);
    const exact = country === undefined ? undefined : this.#byKey.get(`${family}|${key}|${country}`);
    return exact ?? this.#byKey.get(`${family}|${key}`);
  }

  start(mention: Mention, kind: EntityKind, name = mention.name): GrowingChain {
    const chain = this.#open(kind, name, false);
    this.#take(chain, mention);
    return chain;
  }

  infer(kind: EntityKind, name: string, country: string | undefined, mention: number): GrowingChain {
    const known = this.find(familyOf(kind), name, country);
    if (known !== undefined && (country === undefined || compatible(known.attributes['country'], country)))
      return known;
    const chain = this.#open(kind, name, true);
    if (country !== undefined) chain.attributes['country'] = country;
    chain.mentions.push(mention);
    this.#index(chain, name);
    return chain;
  }

  link(mention: Mention, chain: GrowingChain, reason: string): void {
    chain.links.push({ mention: mention.id, reason });
    this.#take(chain, mention);
  }

  /** A mention that stands for several chains, `the two sides`; it is a mention of none. */
  linkAll(mention: Mention, chains: readonly GrowingChain[], reason: string): void {
    for (const chain of chains) chain.links.push({ mention: mention.id, reason });
    this.#of.set(
      mention.id,
      chains.map((chain) => chain.id),
    );
  }

  addPost(chain: GrowingChain, post: Post): void {
    const { body, ...rest } = post;
    const bodyChain = body === undefined ? this.#impliedBody(chain, post) : this.chainsOf(body)[0];
    const known = chain.posts.findIndex(
      (other) =>
        other.role.toLowerCase() === post.role.toLowerCase() &&
        other.bodyChain === bodyChain &&
        other.status === post.status,
    );
    if (known < 0) chain.posts.push(bodyChain === undefined ? rest : { bodyChain, ...rest });
    // `former President Roe … who was President of Mali`: one post, of which the text says more later.
    else if (chain.posts[known]!.country === undefined && post.country !== undefined)
      chain.posts[known] = { ...chain.posts[known]!, country: post.country, span: post.span };
  }

  #impliedBody(chain: GrowingChain, post: Post): number | undefined {
    const { impliedBody } = post;
    if (impliedBody === undefined) return undefined;
    const country = post.country ?? chain.attributes['country'];
    const home = typeof country === 'string' ? country : undefined;
    return this.infer(impliedBody.kind, impliedBody.name, home, chain.mentions[0]!).id;
  }

  #open(kind: EntityKind, name: string, inferred: boolean): GrowingChain {
    const chain: GrowingChain = {
      id: this.chains.length,
      kind,
      name,
      inferred,
      aliases: new Set(),
      attributes: {},
      mentions: [],
      links: [],
      posts: [],
      keys: new Set(),
    };
    this.chains.push(chain);
    return chain;
  }

  #take(chain: GrowingChain, mention: Mention): void {
    chain.mentions.push(mention.id);
    this.#of.set(mention.id, [chain.id]);
    if (mention.form !== 'name') return;
    for (const [key, value] of Object.entries(mention.attributes))
      if (!OWN_TO_MENTION.has(key)) chain.attributes[key] ??= value;
    if (mention.name !== chain.name) chain.aliases.add(mention.name);
    if (
      mention.kind !== undefined &&
      mention.kind !== chain.kind &&
      isA(mention.kind, chain.kind) &&
      chain.attributes['form'] !== 'intergovernmental'
    )
      chain.kind = mention.kind;
    this.#index(chain, mention.name);
    const acronym = mention.attributes['acronym'];
    if (typeof acronym === 'string') {
      chain.aliases.add(acronym);
      this.#index(chain, acronym);
    }
  }

  #index(chain: GrowingChain, name: string): void {
    const family = familyOf(chain.kind);
    const key = foldName(name);
    chain.keys.add(key);
    const country = chain.attributes['country'];
    if (typeof country === 'string') this.#byKey.set(`${family}|${key}|${country}`, chain);
    if (!this.#byKey.has(`${family}|${key}`)) this.#byKey.set(`${family}|${key}`, chain);
  }

  /** Gives a chain a better display name; the old one stays an alias. */
  rename(chain: GrowingChain, name: string): void {
    chain.aliases.add(chain.name);
    chain.aliases.delete(name);
    chain.name = name;
    this.#index(chain, name);
  }

  finished(): readonly Chain[] {
    return this.chains.map(({ id, kind, name, inferred, links, posts, aliases, attributes, mentions }) => ({
      id,
      kind,
      name,
      inferred,
      links,
      posts,
      aliases: [...aliases].filter((alias) => alias !== name).sort(),
      attributes: Object.fromEntries(Object.entries(attributes).sort(([one], [other]) => (one < other ? -1 : 1))),
      mentions: [...mentions].sort((one, other) => one - other),
    }));
  }
}

/** Two values agree where one of them is unknown. */
export const compatible = (one: unknown, other: unknown): boolean =>
  one === undefined || other === undefined || one === other;
