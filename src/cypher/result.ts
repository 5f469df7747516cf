// What a read query answers, the same shape from either store; the values survive a structured clone.

/** Integer as bigint, float as number: 1 and 1.0 stay apart and 2^53+1 stays exact. */
export type ResultValue =
  | null
  | boolean
  | bigint
  | number
  | string
  | readonly ResultValue[]
  | ResultMap
  | ResultNode
  | ResultRelationship
  | ResultPath
  | ResultTemporal;

export interface ResultMap {
  readonly type: 'map';
  readonly entries: readonly (readonly [string, ResultValue])[];
}
export interface ResultNode {
  readonly type: 'node';
  readonly elementId: string;
  readonly labels: readonly string[];
  readonly properties: readonly (readonly [string, ResultValue])[];
}
export interface ResultRelationship {
  readonly type: 'relationship';
  readonly elementId: string;
  readonly relationshipType: string;
  readonly startElementId: string;
  readonly endElementId: string;
  readonly properties: readonly (readonly [string, ResultValue])[];
}
export interface ResultPath {
  readonly type: 'path';
  readonly nodes: readonly ResultNode[];
  readonly relationships: readonly ResultRelationship[];
}
export interface ResultTemporal {
  readonly type: 'date' | 'time' | 'localtime' | 'datetime' | 'localdatetime' | 'duration';
  /** ISO 8601, as Cypher's toString() prints it. */
  readonly iso: string;
}

/** Rows as Neo4j's Query API writes them: plain values, or values that name their types. */
export type RowsAsText = 'plain-json' | 'typed-json';

export interface QueryLimits {
  readonly timeoutMs?: number;
  readonly maxRows?: number;
  readonly maxBytes?: number;
  readonly signal?: AbortSignal;
  /** The caller can wait: a store may answer it apart, so that short look-ups are not behind it. */
  readonly mayTakeLong?: boolean;
  /** A store whose graph is in another thread may answer `rowsText` and no rows: a text travels faster. */
  readonly as?: RowsAsText;
}

/** One step of a plan, in the order of execution; EXPLAIN gives the estimates, PROFILE also what was measured. */
export interface PlanStep {
  readonly operator: string;
  readonly details: string;
  /** Steps of a subquery are one deeper than the step that runs it. */
  readonly depth: number;
  readonly estimatedRows?: number;
  readonly rows?: number;
  readonly timeMs?: number;
}

export interface QueryResult {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly ResultValue[])[];
  /** The rows with commas between them, in the form that was asked for; `rows` is empty then. */
  readonly rowsText?: string;
  /** For EXPLAIN (which answers no rows) and PROFILE. */
  readonly plan?: readonly PlanStep[];
  /** Set when the rows are not all: a row cap is an answer with a notice, the others stopped the query before its end. */
  readonly stopped?: {
    readonly reason: 'rows' | 'time' | 'size' | 'memory' | 'cancelled';
    /** One sentence that says how far the query came. */
    readonly message: string;
  };
}
