// The graph as both stores hold it: nodes and edges under stable keys, and the changes that lead from one graph to the next.

/** A bigint is an integer and a number is a float; a property without a value is absent, never null. */
export type PropertyValue = string | boolean | bigint | number | readonly string[];
/** In code-point order of the names. */
export type Properties = readonly (readonly [string, PropertyValue])[];

export interface GraphNode {
  readonly key: string;
  readonly labels: readonly string[];
  readonly properties: Properties;
  /** Its labels before this change; absent where the node is new. */
  readonly formerLabels?: readonly string[];
}

export interface GraphEdge {
  readonly key: string;
  readonly type: string;
  readonly source: string;
  readonly target: string;
  readonly properties: Properties;
  /** False where an edge of this key was there before this change and keeps its ends. */
  readonly created: boolean;
}

export interface RemovedNode {
  readonly key: string;
  /** One by which the node can be found. */
  readonly label: string;
}

export type RemovedEdge = Pick<GraphEdge, 'key' | 'type' | 'source' | 'target'>;

/** Applied in the order of its fields. Removing a node removes its edges. */
export interface GraphDelta {
  readonly removedEdges: readonly RemovedEdge[];
  readonly removedNodes: readonly RemovedNode[];
  readonly putNodes: readonly GraphNode[];
  readonly putEdges: readonly GraphEdge[];
}

/** Every entity node has this label beside those of its kind. */
export const ENTITY_LABEL = 'Entity';
export const CLAIM_LABEL = 'Claim';
export const DOCUMENT_LABEL = 'Document';

/** Sorted, without what has no value. */
export function properties(values: Readonly<Record<string, PropertyValue | undefined>>): Properties {
  const present: (readonly [string, PropertyValue])[] = [];
  for (const key of Object.keys(values).sort()) {
    const value = values[key];
    if (value !== undefined) present.push([key, value]);
  }
  return present;
}
