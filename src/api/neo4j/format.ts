// Answers as Neo4j's Query API writes them, in its two dialects.
import { writeRows } from '../../cypher/index.ts';
import type { QueryResult, RowsAsText } from '../../cypher/result.ts';

export interface Dialect {
  readonly mediaType: string;
  readonly rowsAs: RowsAsText;
}

export const PLAIN: Dialect = { mediaType: 'application/json', rowsAs: 'plain-json' };
export const TYPED: Dialect = { mediaType: 'application/vnd.neo4j.query', rowsAs: 'typed-json' };

export interface AnswerParts {
  readonly bookmark: string;
  readonly includeCounters: boolean;
}

const NO_UPDATES = {
  containsUpdates: false,
  ...{ nodesCreated: 0, nodesDeleted: 0, propertiesSet: 0, relationshipsCreated: 0, relationshipsDeleted: 0 },
  ...{
    labelsAdded: 0,
    labelsRemoved: 0,
    indexesAdded: 0,
    indexesRemoved: 0,
    constraintsAdded: 0,
    constraintsRemoved: 0,
  },
  ...{ containsSystemUpdates: false, systemUpdates: 0 },
};

/** The whole body of an answer. */
export function writeAnswer(result: QueryResult, { rowsAs }: Dialect, parts: AnswerParts): string {
  const rows = result.rowsText ?? writeRows(result.rows, rowsAs);
  const counters = parts.includeCounters ? `,"counters":${JSON.stringify(NO_UPDATES)}` : '';
  return `{"data":{"fields":${JSON.stringify(result.columns)},"values":[${rows}]}${notifications(result)}${counters},"bookmarks":[${JSON.stringify(parts.bookmark)}]}`;
}

/** A cut answer says so where Neo4j's clients look for warnings. */
function notifications({ stopped }: QueryResult): string {
  if (stopped === undefined) return '';
  const notification = {
    code: 'Neo.ClientNotification.Statement.ResultCut',
    title: 'The result was cut.',
    description: stopped.message,
    severity: 'WARNING',
    category: 'GENERIC',
  };
  return `,"notifications":[${JSON.stringify(notification)}]`;
}
