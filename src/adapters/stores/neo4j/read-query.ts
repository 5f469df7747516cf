// A user's query on Neo4j: gate, READ access, and the limits that the embedded store keeps too.
import { Neo4jError, type Session } from 'neo4j-driver';
import { checkQuery, type Parameters } from '../../../cypher/index.ts';
import type { QueryLimits, QueryResult, ResultValue } from '../../../cypher/result.ts';
import { asAppError } from '../cypher-failure.ts';
import { neo4jFailure } from './failures.ts';
import { withoutHidden } from './hidden.ts';
import { exactParameters } from './exact-parameters.ts';
import { parameter, resultValue } from './values.ts';

const isExact = (parameters: Parameters): parameters is ReadonlyMap<string, ResultValue> => parameters instanceof Map;

type Stop = NonNullable<QueryResult['stopped']>['reason'];

export async function readQuery(
  session: Session,
  cypher: string,
  parameters: Parameters,
  limits: QueryLimits,
): Promise<QueryResult> {
  try {
    checkQuery(cypher); // READ access alone still lets LOAD CSV read files and addresses
  } catch (error) {
    throw asAppError(error);
  }
  try {
    const result = await session.executeRead(
      async (transaction) => {
        const rows = new RowCollector(limits);
        const given = isExact(parameters) ? exactParameters(parameters) : parameter(parameters);
        const answer = transaction.run(cypher, given);
        try {
          for await (const record of answer)
            if (!rows.add(record.keys.map((key) => resultValue(record.get(key))))) break;
        } catch (error) {
          if (!isTimeout(error)) throw error;
          rows.stopped = 'time';
        }
        return rows.result(rows.stopped === 'time' ? [] : await answer.keys());
      },
      limits.timeoutMs === undefined ? {} : { timeout: limits.timeoutMs },
    );
    return withoutHidden(result);
  } catch (error) {
    throw neo4jFailure(error);
  }
}

function isTimeout(error: unknown): boolean {
  return error instanceof Neo4jError && /TransactionTimedOut|Transaction\.Terminated/.test(error.code);
}

class RowCollector {
  stopped: Stop | undefined;
  private readonly rows: (readonly ResultValue[])[] = [];
  private bytes = 0;
  private readonly limits: QueryLimits;

  constructor(limits: QueryLimits) {
    this.limits = limits;
  }

  /** @returns false where no more rows are wanted */
  add(row: readonly ResultValue[]): boolean {
    const { maxRows = Infinity, maxBytes = Infinity, signal } = this.limits;
    if (this.rows.length >= maxRows) this.stopped = 'rows';
    else if (signal?.aborted === true) this.stopped = 'cancelled';
    else if (maxBytes < Infinity && (this.bytes += sizeOf(row)) > maxBytes) this.stopped = 'size';
    if (this.stopped !== undefined) return false;
    this.rows.push(row);
    return true;
  }

  result(columns: readonly string[]): QueryResult {
    if (this.stopped === undefined) return { columns, rows: this.rows };
    const message = `Stopped after ${this.rows.length} rows: ${REASONS[this.stopped]}`;
    return { columns, rows: this.rows, stopped: { reason: this.stopped, message } };
  }
}

const REASONS: Readonly<Record<Stop, string>> = {
  rows: 'there are more; narrow the query or raise the row limit.',
  time: 'the query ran out of time; narrow it or raise the time limit.',
  size: 'the answer grew too large; return fewer properties or raise the size limit.',
  memory: 'the query needs more memory than it may have; narrow it.',
  cancelled: 'it was cancelled.',
};

const sizeOf = (row: readonly ResultValue[]): number =>
  JSON.stringify(row, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value)).length;
