// What every route stands on: the store, the schema, the limits, the jobs; put together in app.ts.
import type { Config } from '../config.ts';
import type { GraphStore } from '../ports/graph-store.ts';
import type { Read } from '../query/rows.ts';
import type { GraphSchema } from '../schema/index.ts';
import type { AnswerCache } from './answer-cache.ts';
import type { GraphVersion } from './graph-version.ts';
import type { Jobs } from './jobs.ts';
import type { Pictures } from './pictures.ts';

export interface Service {
  readonly config: Config;
  readonly store: GraphStore;
  readonly schema: GraphSchema;
  readonly version: GraphVersion;
  readonly cache: AnswerCache;
  readonly jobs: Jobs;
  readonly pictures: Pictures;
  /** For look-ups: the whole answer under the service's limits, or an error. */
  readonly read: Read;
  /** For users' Cypher: an answer may be cut, and says so. */
  readonly ask: Read;
}
