// What a run over files hands from step to step, and what it reports.
import type { DocumentClaims } from '../domain/claim.ts';
import type { DocumentId } from '../domain/document.ts';

/** A file that a run may read. */
export interface Candidate {
  readonly path: string;
  /** The path as the store knows it: absolute, with forward slashes. */
  readonly source: string;
  readonly bytes: number;
  /** The user named the file itself and not a folder above it. */
  readonly isNamed: boolean;
}

/** A file that is not in the graph, and why. */
export interface SetAside {
  readonly source: string;
  readonly stage: 'find' | 'read' | 'extract';
  /** Machine-readable, for example `password-protected`. */
  readonly reason: string;
  /** One sentence that says what to do. */
  readonly message: string;
}

export type Outcome =
  | {
      readonly state: 'extracted';
      readonly source: string;
      readonly claims: DocumentClaims;
      readonly bytes: Uint8Array;
    }
  | { readonly state: 'unchanged'; readonly source: string; readonly documentId: DocumentId }
  | { readonly state: 'skipped'; readonly source: string }
  | ({ readonly state: 'set-aside' } & SetAside);

export interface IngestReport {
  /** Files that were looked at. */
  readonly files: number;
  readonly added: number;
  readonly unchanged: number;
  /** Documents whose last source now has other bytes. */
  readonly replaced: number;
  readonly setAside: readonly SetAside[];
  /** Files in folders that hold no document of a supported format. */
  readonly skipped: readonly string[];
  /** Sentences of the documents of this run that hold a name and gave no claim, by reason. */
  readonly unread: Readonly<Record<string, number>>;
  readonly sentencesUnread: number;
  /** True where the run was interrupted: what is reported is in the store, the rest is not. */
  readonly interrupted: boolean;
}
