// The hand-over objects between the stages of the line; all readonly, all offsets into the clean text unless they say raw.
import type { Attributes, DatePrecision, Modality, Polarity } from '../domain/claim.ts';
import type { SourceDocument } from '../domain/document.ts';
import type { Span } from '../domain/span.ts';
import type { Doc } from '../language/doc.ts';
import type { EntityKind, RelationType } from '../schema/generated.ts';

/** `body` is prose; a `title` and a `caption` may hold facts in a telegraphic style. Furniture is not in the clean text. */
export type BlockKind = 'title' | 'body' | 'caption' | 'list';

export interface Block extends Span {
  readonly kind: BlockKind;
}

/** A document's text as a reader would have typed it, with every character's place in the raw text. */
export interface CleanText {
  readonly source: SourceDocument;
  readonly text: string;
  /** Paragraph-like blocks in text order. */
  readonly blocks: readonly Block[];
  /**
   * Raw spans that a clean span stands for: the first copy, then the copies that were folded into it.
   * Never empty; a raw span may hold characters that cleaning dropped (hyphens at line ends, soft hyphens).
   */
  readonly rawSpans: (span: Span) => readonly Span[];
}

/** The clean text with its analysis; spans that rules fixed are one token each. */
export interface ParsedText {
  readonly clean: CleanText;
  readonly doc: Doc;
  readonly mentions: readonly Mention[];
  readonly times: readonly TimeExpression[];
}

/** A post as the text gives it: role cleaned of country and person, `Minister of Public Security`. */
export interface Post {
  readonly role: string;
  readonly status: 'current' | 'former' | 'acting' | 'nominee' | 'incoming';
  readonly span: Span;
  /** Mention id of the body that the text names (`Director of the Europol`). */
  readonly body?: number;
  /** Body that the post implies (`Ministry of Public Security`), where the text does not name it. */
  readonly impliedBody?: { readonly name: string; readonly kind: EntityKind };
  /** Canonical country name, from an adjective, a possessive or an apposition. */
  readonly country?: string;
  /** The country is where the holder is posted, `Ambassador to Norway`, and not who sent them. */
  readonly abroad?: true;
}

export interface Mention extends Span {
  /** Index in `ParsedText.mentions`, which is in text order. */
  readonly id: number;
  /** Span with titles, ranks, posts and determiner; `start..end` is the name alone. */
  readonly outer: Span;
  readonly form: 'name' | 'nominal' | 'pronoun';
  /** `undefined` where a name was seen and no kind is known. */
  readonly kind: EntityKind | undefined;
  readonly plural: boolean;
  /** Display form of a name: glue undone, titles and possessive removed. Empty for a pronoun. */
  readonly name: string;
  /** country, rank, honorific, acronym, ordinal, gender, … */
  readonly attributes: Attributes;
  readonly posts: readonly Post[];
  /** Rule or model that found it, for example `person.post-name/1` or `model.PERSON`. */
  readonly foundBy: string;
}

export interface TimeExpression extends Span {
  readonly startDate: string;
  readonly endDate?: string;
  readonly datePrecision: DatePrecision;
  /** False where the year or the day was inferred from the publication date. */
  readonly explicit: boolean;
}

/** Mentions of one thing within the document. */
export interface Chain {
  /** Index in `ResolvedText.chains`. */
  readonly id: number;
  readonly kind: EntityKind;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly attributes: Attributes;
  /** Mention ids in text order. */
  readonly mentions: readonly number[];
  /** Why each later mention was joined: surname, post, nationality-role, pronoun, acronym, … */
  readonly links: readonly { readonly mention: number; readonly reason: string }[];
  /** Posts of a person over all mentions, body resolved to a chain. */
  readonly posts: readonly (Omit<Post, 'body'> & { readonly bodyChain?: number })[];
  /** True for a body that a post implies; its only mention is the post's span. */
  readonly inferred: boolean;
}

export interface ResolvedText extends ParsedText {
  readonly chains: readonly Chain[];
  /** Chains that a mention stands for: one, or several for `the two sides` and `both ministers`; none where unresolved. */
  chainsOf(mention: number): readonly number[];
}

/** A relation that one passage states, between chains. Stages after `relate` add what is missing, never change ends. */
export interface Relation {
  readonly type: RelationType;
  readonly source: number;
  readonly target: number;
  readonly role?: string;
  readonly attributes: Attributes;
  readonly evidence: Span;
  readonly trigger: Span;
  readonly rule: string;
  readonly confidence: number;
}

export interface QualifiedRelation extends Relation {
  readonly modality: Modality;
  readonly polarity: Polarity;
  readonly attributedTo?: string;
  readonly startDate?: string;
  readonly endDate?: string;
  readonly datePrecision?: DatePrecision;
}

/** Resolved text plus the proposals, topics and unnamed instruments that relations brought up. */
export interface RelatedText extends ResolvedText {
  readonly relations: readonly Relation[];
}
