// The port to something that proposes claims for a document; proposals stay out of the graph until a person accepts them.
import type { Claim, DocumentEntity } from '../domain/claim.ts';
import type { SourceDocument } from '../domain/document.ts';

/** A proposed claim that did not pass the checks, with the reason a person can act on. */
export interface RejectedProposal {
  readonly reason:
    'unknown-kind' | 'unknown-relation' | 'signature' | 'quote-not-in-text' | 'name-not-in-quote' | 'unknown-entity';
  readonly proposal: string;
}

export interface Proposals {
  readonly documentId: string;
  /** Who proposes, with version: `model:<name>/1`. Every claim's `rule` is this string. */
  readonly proposer: string;
  readonly entities: readonly DocumentEntity[];
  readonly claims: readonly Claim[];
  readonly rejected: readonly RejectedProposal[];
  /** False where the budget ended before the text did. */
  readonly complete: boolean;
}

export interface Proposer {
  /** @throws AppError StoreUnavailable (endpoint away), Unauthenticated, InvalidInput (endpoint or answer unusable) */
  propose(source: SourceDocument): Promise<Proposals>;
}
