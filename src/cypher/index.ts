// The public face of the library: check a query, run a query on a property graph.
export { CypherError, type CypherErrorKind, type SourcePosition } from './errors.ts';
export { MemoryGraph, type FullTextSearch, type PropertyEntries } from './memory-graph.ts';
export { GraphNode, GraphRelationship, type PropertyGraph } from './property-graph.ts';
export { Float, type StoredValue, type Value } from './values/value.ts';
export { checkQuery, type GateReport } from './parse/gate.ts';
export { runQuery, type QueryEnvironment, type RunLimits } from './run/run-query.ts';
