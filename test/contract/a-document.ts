// Builds documents with entities and claims for tests: ids, offsets and order are made as extraction makes them.
import type { Attributes, Claim, DocumentClaims, DocumentEntity } from '../../src/domain/claim.ts';
import type { SourceDocument } from '../../src/domain/document.ts';
import { claimId, documentId, entityId } from '../../src/domain/ids.ts';
import { foldName } from '../../src/domain/names.ts';
import type { QuotedSpan } from '../../src/domain/span.ts';
import type { DocumentCommit } from '../../src/ports/graph-store.ts';
import { type EntityKind, familyOf, relationSchema, type RelationType } from '../../src/schema/index.ts';

export interface EntityOptions {
  readonly key?: string;
  readonly aliases?: readonly string[];
  readonly attributes?: Attributes;
}

export type ClaimOptions = Partial<
  Pick<
    Claim,
    | 'role'
    | 'attributes'
    | 'modality'
    | 'polarity'
    | 'attributedTo'
    | 'confidence'
    | 'startDate'
    | 'endDate'
    | 'datePrecision'
  >
>;

/** One sentence a claim, so that every claim has its own evidence. */
export class DocumentBuilder {
  private readonly entities = new Map<string, Omit<DocumentEntity, 'mentions'>>();
  private readonly claims: { readonly claim: Omit<Claim, 'id' | 'evidence'>; readonly sentence: string }[] = [];
  private readonly sentences: string[] = [];
  private about: Partial<SourceDocument> = {};
  private extractor = 'test/1';

  described(about: Partial<SourceDocument>): this {
    this.about = { ...this.about, ...about };
    return this;
  }

  extractedBy(extractor: string): this {
    this.extractor = extractor;
    return this;
  }

  says(sentence: string): this {
    this.sentences.push(sentence);
    return this;
  }

  /** @returns the entity's id */
  names(kind: EntityKind, name: string, { key, aliases = [], attributes = {} }: EntityOptions = {}): string {
    const canonicalKey = key ?? foldName(name);
    const id = entityId(familyOf(kind), canonicalKey);
    this.entities.set(id, { id, kind, name, key: canonicalKey, aliases: [...aliases].sort(), attributes });
    return id;
  }

  relates(predicate: RelationType, source: string, target: string, options: ClaimOptions = {}): this {
    const swap = relationSchema(predicate).symmetric && target < source;
    const [subject, object] = swap ? [target, source] : [source, target];
    const sentence = `${this.nameOf(source)} ${predicate.toLowerCase().replaceAll('_', ' ')} ${this.nameOf(target)} (${this.claims.length + 1}).`;
    this.sentences.push(sentence);
    const claim = {
      modality: 'occurred' as const,
      polarity: 'affirmed' as const,
      attributes: {},
      confidence: 0.9,
      ...options,
      predicate,
      subject,
      object,
      rule: 'test/1',
    };
    this.claims.push({ claim, sentence });
    return this;
  }

  build(): DocumentCommit & { readonly id: string } {
    for (const { name } of this.entities.values())
      if (!this.sentences.some((sentence) => sentence.includes(name))) this.sentences.push(`${name} is named.`);
    const text = this.sentences.join('\n');
    const bytes = new TextEncoder().encode(text);
    const id = documentId(bytes);
    const claims: DocumentClaims = {
      document: { id, mediaType: 'text/plain', reader: 'txt/1', language: 'en', ...this.about, text },
      extractor: this.extractor,
      entities: [...this.entities.values()]
        .map((entity) => ({ ...entity, mentions: occurrences(text, entity.name) }))
        .sort(byId),
      claims: this.claims.map(({ claim, sentence }) => withEvidence(id, text, claim, sentence)).sort(byId),
      unread: [],
    };
    return { id, claims, bytes, source: `${id.slice(0, 12)}.txt` };
  }

  private nameOf(id: string): string {
    return this.entities.get(id)?.name ?? id;
  }
}

export const aDocument = (): DocumentBuilder => new DocumentBuilder();

function withEvidence(document: string, text: string, claim: Omit<Claim, 'id' | 'evidence'>, sentence: string): Claim {
  const start = text.indexOf(sentence);
  const evidence = { start, end: start + sentence.length, quote: sentence };
  const { predicate, subject, object } = claim;
  return { ...claim, id: claimId({ document, predicate, subject, object, ...evidence }), evidence };
}

function occurrences(text: string, name: string): readonly QuotedSpan[] {
  const spans: QuotedSpan[] = [];
  for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + name.length))
    spans.push({ start, end: start + name.length, quote: name });
  return spans;
}

const byId = (left: { readonly id: string }, right: { readonly id: string }): number => (left.id < right.id ? -1 : 1);
