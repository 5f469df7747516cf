// What relating one text has found so far: relations, and the chains that they brought up.
import type { Attributes } from '../../domain/claim.ts';
import type { Span } from '../../domain/span.ts';
import { fitsSignature } from '../../schema/index.ts';
import type { EntityKind, RelationType } from '../../schema/index.ts';
import type { Chain, Mention, RelatedText, Relation, ResolvedText } from '../types.ts';
import type { Family, FrameTable } from './frame.ts';
import { familyOfKind } from './families.ts';
import { sentenceSpan } from './syntax.ts';

/** A longer sentence is cut to the stretch from the first to the last of its trigger and ends. */
const LONGEST_EVIDENCE = 700;

interface Finding {
  readonly type: RelationType;
  readonly source: number;
  readonly target: number;
  readonly trigger: Span;
  readonly rule: string;
  readonly role?: string;
  readonly attributes?: Attributes;
  readonly evidence?: Span;
  readonly confidence?: number;
}

interface NewChain {
  readonly kind: EntityKind;
  readonly name: string;
  readonly span: Span;
  readonly aliases?: readonly string[];
  readonly attributes?: Attributes;
}

const TALKING: readonly RelationType[] = ['MET_WITH', 'SPOKE_WITH'];

/** Collects what the relating rules find in one text; never changes what it was given. */
export class Reading {
  readonly text: ResolvedText;
  readonly table: FrameTable;
  readonly chains: Chain[];
  readonly mentions: Mention[];
  readonly relations: Relation[] = [];
  private readonly seen = new Set<string>();
  private readonly ownChains = new Map<number, readonly number[]>();
  private readonly byName = new Map<string, number>();
  private readonly byToken: Int32Array;

  constructor(text: ResolvedText, table: FrameTable) {
    this.text = text;
    this.table = table;
    this.chains = [...text.chains];
    this.mentions = [...text.mentions];
    this.byToken = mentionsByToken(text);
  }

  /** Mention whose head the token is or may be, or undefined. */
  mentionAt(token: number): Mention | undefined {
    const id = this.byToken[token] ?? -1;
    return id < 0 ? undefined : this.mentions[id];
  }

  chainsOf(mention: number): readonly number[] {
    return this.ownChains.get(mention) ?? this.text.chainsOf(mention);
  }

  /** Family of a chain's kind; undefined where the kind is unknown to the frames. */
  familyOf(chain: number): Family | undefined {
    const found = this.chains[chain];
    return found === undefined ? undefined : familyOfKind(found.kind);
  }

  familyOfMention({ id }: Mention): Family | undefined {
    const [chain] = this.chainsOf(id);
    return chain === undefined ? undefined : this.familyOf(chain);
  }

  /** Chain for a thing that no stage before has seen; the same kind and name give the same chain. */
  chainFor(fresh: NewChain): number {
    const key = `${fresh.kind} ${fresh.name.toLowerCase()}`;
    const mention = this.addMention(fresh);
    const known = this.byName.get(key);
    if (known !== undefined) {
      const chain = this.chains[known]!;
      this.chains[known] = { ...chain, mentions: [...chain.mentions, mention] };
      this.ownChains.set(mention, [known]);
      return known;
    }
    const id = this.chains.length;
    this.chains.push({
      id,
      kind: fresh.kind,
      name: fresh.name,
      aliases: fresh.aliases ?? [],
      attributes: fresh.attributes ?? {},
      mentions: [mention],
      links: [],
      posts: [],
      inferred: false,
    });
    this.byName.set(key, id);
    this.ownChains.set(mention, [id]);
    return id;
  }

  private addMention(fresh: NewChain): number {
    const id = this.mentions.length;
    const { span, kind, name } = fresh;
    this.mentions.push({
      id,
      kind,
      name,
      start: span.start,
      end: span.end,
      outer: span,
      form: 'nominal',
      plural: false,
      attributes: {},
      posts: [],
      foundBy: 'relate/1',
    });
    return id;
  }

  /** Adds attributes to a chain; what is known stays. */
  describe(chain: number, attributes: Attributes): void {
    const known = this.chains[chain]!;
    const merged = Object.entries({ ...attributes, ...known.attributes }).sort(([a], [b]) => (a < b ? -1 : 1));
    this.chains[chain] = { ...known, attributes: Object.fromEntries(merged) };
  }

  /** Ignores what the schema does not allow between the two kinds. */
  add(finding: Finding): void {
    const { type, source, target, trigger } = finding;
    if (source === target || !fitsSignature(type, this.chains[source]!.kind, this.chains[target]!.kind)) return;
    if (TALKING.includes(type) && (this.isHome(source, target) || this.isHome(target, source))) return;
    const evidence = finding.evidence ?? this.evidenceAround(trigger, source, target);
    const key = [type, source, target, evidence.start, evidence.end].join(' ');
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.relations.push({
      type,
      source,
      target,
      trigger,
      evidence,
      rule: finding.rule,
      ...(finding.role === undefined ? {} : { role: finding.role }),
      attributes: finding.attributes ?? {},
      confidence: finding.confidence ?? 0.9,
    });
  }

  /** `During the meeting with Lee, Norway and Chile agreed`: a country does not meet its own minister. */
  private isHome(country: number, person: number): boolean {
    const { name, kind } = this.chains[country]!;
    return (
      kind === 'Country' && this.familyOf(person) === 'person' && this.chains[person]!.attributes['country'] === name
    );
  }

  has(type: RelationType, source: number, target: number): boolean {
    return this.relations.some((known) => known.type === type && known.source === source && known.target === target);
  }

  /** Whether the two are in a relation of the type, in either order. */
  tellsOf(type: RelationType, one: number, other: number): boolean {
    return this.has(type, one, other) || this.has(type, other, one);
  }

  private evidenceAround(trigger: Span, source: number, target: number): Span {
    const token = this.text.doc.tokenAt(trigger.start);
    if (token < 0) return trigger;
    const sentence = sentenceSpan(this.text.doc, token);
    if (sentence.end - sentence.start <= LONGEST_EVIDENCE) return sentence;
    const ends = [source, target].flatMap((chain) => this.chains[chain]!.mentions.map((id) => this.mentions[id]!));
    const inside = ends.filter((mention) => mention.start >= sentence.start && mention.end <= sentence.end);
    return {
      start: Math.min(trigger.start, ...inside.map((mention) => mention.outer.start)),
      end: Math.max(trigger.end, ...inside.map((mention) => mention.outer.end)),
    };
  }

  relatedText(): RelatedText {
    const { clean, doc, times } = this.text;
    const byId = (mention: number): readonly number[] => this.chainsOf(mention);
    return {
      clean,
      doc,
      times,
      mentions: this.mentions,
      chains: this.chains,
      chainsOf: byId,
      relations: this.relations,
    };
  }
}

/**
 * The mention that each token may head: the one whose name holds the token, innermost first,
 * else the outermost one whose titles hold it. A token that was merged belongs to the widest mention inside it.
 */
function mentionsByToken({ doc, mentions }: ResolvedText): Int32Array {
  const owner = new Int32Array(doc.length).fill(-1);
  const best = new Float64Array(doc.length).fill(Number.NEGATIVE_INFINITY);
  for (const mention of mentions) {
    const first = doc.tokenAt(mention.outer.start);
    if (first < 0) continue;
    for (let token = first; token < doc.length && doc.tokenStart[token]! < mention.outer.end; token += 1) {
      const score = ownership(mention, doc.tokenStart[token]!, doc.tokenEnd[token]!);
      if (score <= best[token]!) continue;
      best[token] = score;
      owner[token] = mention.id;
    }
  }
  return owner;
}

const WIDE = 1e6;

function ownership(mention: Mention, start: number, end: number): number {
  const outerLength = mention.outer.end - mention.outer.start;
  if (start <= mention.outer.start && end >= mention.outer.end) return 2 * WIDE + outerLength;
  if (start >= mention.start && end <= mention.end) return WIDE - (mention.end - mention.start);
  return outerLength - WIDE;
}
