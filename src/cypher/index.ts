// The public face of the library: check a query, run a query on a property graph.
export { writeRows } from './answer-json.ts';
export { CypherError, type CypherErrorKind, type SourcePosition } from './errors.ts';
export { MemoryGraph, type FullTextSearch, type PropertyEntries } from './memory-graph.ts';
export { checkQuery, type GateReport } from './parse/gate.ts';
export type { FullTextHit, PropertyGraph } from './property-graph.ts';
export type { QueryEnvironment, RunLimits } from './run/limits.ts';
export type { Parameters } from './run/parameters.ts';
export { runQuery } from './run/run-query.ts';
export { Float, type StoredValue } from './values/stored-value.ts';
