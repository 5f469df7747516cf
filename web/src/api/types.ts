// The answers of the REST interface, as far as the explorer reads them.

export interface EntityRef {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}

export interface Entity extends EntityRef {
  readonly labels: readonly string[];
  readonly aliases: readonly string[];
  readonly attributes: Readonly<Record<string, unknown>>;
}

export interface Fact {
  readonly id: string;
  readonly type: string;
  readonly source: EntityRef;
  readonly target: EntityRef;
  readonly role: string | null;
  readonly modality: string;
  readonly startDate: string | null;
  readonly endDate: string | null;
  readonly datePrecision: string | null;
  readonly claimCount: number;
  readonly documentCount: number;
  readonly independentSources: number;
  readonly confidence: number;
  readonly attributes: Readonly<Record<string, unknown>>;
}

export interface EntityDetails extends Entity {
  readonly posts: readonly Fact[];
  readonly counts: {
    readonly documents: number;
    readonly mentions: number;
    readonly relationships: number;
    readonly byType: Readonly<Record<string, number>>;
  };
}

export interface Page<T> {
  readonly data: readonly T[];
  readonly nextCursor: string | null;
}

export interface NeighbourPage extends Page<{ readonly entity: Entity; readonly fact: Fact }> {
  readonly countsByType: Readonly<Record<string, number>>;
}

export interface EntitySchema {
  readonly kind: string;
  readonly label: string;
  readonly plural: string;
  readonly definition: string;
  readonly lineage: readonly string[];
  readonly appearance: {
    readonly group: string;
    readonly shape: string;
    readonly light: string;
    readonly dark: string;
  };
  readonly attributes: Readonly<Record<string, { readonly type: string; readonly definition: string }>>;
}

export interface RelationSchema {
  readonly type: string;
  readonly label: string;
  readonly inverse: string;
  readonly definition: string;
  readonly symmetric: boolean;
  readonly source: readonly string[];
  readonly target: readonly string[];
}

export interface GraphSchema {
  readonly entities: readonly EntitySchema[];
  readonly relations: readonly RelationSchema[];
}

export interface DocumentRef {
  readonly id: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly publishedOn: string | null;
  readonly language: string | null;
}

export interface Claim {
  readonly id: string;
  readonly fact: string;
  readonly predicate: string;
  readonly quote: string;
  /** Offsets in the document's text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly modality: string;
  readonly polarity: string;
  readonly attributedTo: string | null;
  readonly confidence: number;
  readonly role: string | null;
  readonly startDate: string | null;
  readonly endDate: string | null;
  readonly document: DocumentRef;
}

export interface Evidence extends Claim {
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
  readonly claims: readonly (Claim & { readonly source: EntityRef; readonly target: EntityRef })[];
  readonly unread: readonly UnreadSpan[];
}

export interface DocumentSummary extends DocumentRef {
  readonly mediaType: string | null;
  readonly claimCount: number;
  readonly entityCount: number;
}

export interface FactPath {
  readonly length: number;
  readonly nodes: readonly EntityRef[];
  readonly facts: readonly Fact[];
}

export interface MeetingSummary extends Entity {
  readonly startDate: string | null;
  readonly endDate: string | null;
  readonly participantCount: number;
  readonly places: readonly EntityRef[];
}

export interface Job {
  readonly id: string;
  readonly state: string;
  readonly source: string;
  readonly documentId: string | null;
  readonly message: string;
}
