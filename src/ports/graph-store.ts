// The port to a graph store. Two adapters (embedded, Neo4j) pass one contract suite.
import type { DocumentClaims } from '../domain/claim.ts';
import type { DocumentId, SourceDocument } from '../domain/document.ts';
import type { LinkJudgement } from '../domain/judgement.ts';
import type { Parameters } from '../cypher/index.ts';
import type { QueryLimits, QueryResult } from '../cypher/result.ts';

export type { LinkJudgement } from '../domain/judgement.ts';

export interface DocumentCommit {
  readonly claims: DocumentClaims;
  /** The bytes as they arrived; the store keeps them so that `verify` can read them again. */
  readonly bytes: Uint8Array;
  /** Normalised path or URI the bytes came from. A source that is read again with new bytes leaves its old document. */
  readonly source: string;
}

export interface CommitReport {
  readonly added: readonly DocumentId[];
  readonly unchanged: readonly DocumentId[];
  /** Documents that lost their last source in this commit. */
  readonly removed: readonly DocumentId[];
}

export interface StoreStats {
  readonly documents: number;
  readonly claims: number;
  readonly entities: Readonly<Record<string, number>>;
  readonly relations: Readonly<Record<string, number>>;
  /** Changes when and only when the graph does: equal graphs have equal versions. */
  readonly graphVersion: string;
}

export interface StoredDocument {
  readonly document: SourceDocument;
  readonly bytes: Uint8Array;
  readonly sources: readonly string[];
  readonly claims: DocumentClaims;
}

export interface TextHit {
  readonly kind: 'entity' | 'document';
  readonly id: string;
  readonly name: string;
  readonly labels: readonly string[];
  readonly score: number;
  /** For documents: the passage that matched. */
  readonly excerpt?: string;
}

export interface SearchOptions {
  readonly limit: number;
  readonly in?: 'entities' | 'documents' | 'both';
}

/** What of a known source is stored, so that an unchanged file is skipped without reading it into claims again. */
export interface KnownSource {
  readonly source: string;
  readonly documentId: DocumentId;
  readonly extractor: string;
}

export interface GraphStore {
  /** One transaction: all documents of the batch or none. Adding the same bytes again changes nothing. */
  commit(batch: readonly DocumentCommit[]): Promise<CommitReport>;
  /** By document id, source path or URI. @throws AppError NotFound */
  remove(reference: string): Promise<CommitReport>;
  /** Read-only Cypher that the gate has let through. @throws AppError InvalidInput, QueryTimeout, StoreUnavailable */
  read(cypher: string, parameters: Parameters, limits?: QueryLimits): Promise<QueryResult>;
  searchText(query: string, options: SearchOptions): Promise<readonly TextHit[]>;
  stats(): Promise<StoreStats>;
  /** That of `stats`, without counting anything. */
  graphVersion(): Promise<string>;
  knownSources(): Promise<readonly KnownSource[]>;
  document(id: DocumentId): Promise<StoredDocument | undefined>;
  /** All documents in id order, for export, verify and rebuilding. */
  documents(): AsyncIterable<StoredDocument>;
  /** Linking decisions that need a person (`unsure`), and those a person has made. */
  judgements(): Promise<readonly LinkJudgement[]>;
  judge(judgement: LinkJudgement): Promise<void>;
  /** Node positions of a layout by name; positions survive re-builds. */
  readLayout(name: string): Promise<Uint8Array | undefined>;
  writeLayout(name: string, bytes: Uint8Array): Promise<void>;
  close(): Promise<void>;
}
