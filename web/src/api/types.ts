// The answers of the REST interface: the look-ups' own shapes, so that service and explorer cannot drift apart.
import type { Job } from '../../../src/api/jobs.ts';
import type { DocumentSummary, FoundDocument, StatedClaim } from '../../../src/query/documents.ts';
import type { EntityDetails } from '../../../src/query/entities.ts';
import type { ClaimView } from '../../../src/query/evidence.ts';
import type { MeetingSummary } from '../../../src/query/meetings.ts';
import type { FactPath } from '../../../src/query/paths.ts';
import type { Neighbour } from '../../../src/query/relationships.ts';
import type { DocumentRef, EntityRef, EntitySummary, Fact } from '../../../src/query/shapes.ts';
import type { EntitySchema, GraphSchema, RelationSchema } from '../../../src/schema/compile.ts';

export type {
  ClaimView as Claim,
  DocumentRef,
  DocumentSummary,
  EntityDetails,
  EntityRef,
  EntitySchema,
  EntitySummary as Entity,
  Fact,
  FactPath,
  FoundDocument,
  GraphSchema,
  Job,
  MeetingSummary,
  RelationSchema,
};

export interface Page<T> {
  readonly data: readonly T[];
  readonly nextCursor: string | null;
}

export interface NeighbourPage extends Page<Neighbour> {
  readonly countsByType: Readonly<Record<string, number>>;
}

export interface Evidence extends ClaimView {
  readonly context: { readonly before: string; readonly quote: string; readonly after: string } | null;
  readonly page: number | null;
}

export interface UnreadSpan {
  readonly start: number;
  readonly end: number;
  readonly reason: string;
  readonly text: string;
}

export interface DocumentText extends DocumentRef {
  readonly mediaType: string;
  readonly dateline: string | null;
  readonly sources: readonly string[];
  readonly text: string;
  readonly pages: readonly { readonly start: number; readonly end: number; readonly page: number }[];
  readonly claims: readonly StatedClaim[];
  readonly unread: readonly UnreadSpan[];
}
