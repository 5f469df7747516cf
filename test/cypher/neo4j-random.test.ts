// Random queries give the same rows as a real Neo4j. PLENARY_RANDOM_QUERIES=20000 makes it the long run.
import type { Driver } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CypherError, runQuery } from '../../src/cypher/index.ts';
import type { ResultValue } from '../../src/cypher/result.ts';
import { type Neo4jServer, startNeo4j } from '../neo4j/server.ts';
import { canonicalAnswer } from '../tck/expected-value.ts';
import { ENVIRONMENT } from './support/environment.ts';
import { askNeo4j, copyGraph, openDriver } from './support/neo4j-answers.ts';
import { QueryWriter, randomGraph } from './support/random-query.ts';

const COUNT = Number(process.env['PLENARY_RANDOM_QUERIES'] ?? 1000);
const GRAPHS = [7, 8];
const AT_ONCE = 4;
const FIRST_SEED = 50_000;

type Answer = { readonly rows: string } | { readonly error: string };

/** Sums and means of floats depend on the order of the rows in their last digits. */
const rounded = (value: ResultValue): ResultValue =>
  typeof value === 'number' && Number.isFinite(value) ? Number(Number(value.toPrecision(10)).toFixed(10)) : value;

function asText(query: string, rows: readonly (readonly ResultValue[])[]): string {
  const lines = rows.map((row) => row.map((value) => canonicalAnswer(rounded(value), true)).join(' | '));
  return (query.includes('ORDER BY') ? lines : lines.toSorted()).join('\n');
}

/** Of 2 and 2.0 either may come first, and either may stand for a group. */
const withoutTies = (rows: string): string =>
  rows
    .replace(/(?<=^|[ [])(-?\d+)\.0(?=$|[\],\s])/gm, '$1')
    .split('\n')
    .sort()
    .join('\n');

/** Neo4j's planner folds a constant after an OPTIONAL MATCH to null, and counts all where a property is to be counted: a WITH prevents both. */
const withBarrier = (query: string): string =>
  query.replaceAll(/ RETURN (?![^{]*\})/g, ' WITH *, 1 AS barrier RETURN ');
/** Neo4j takes the fraction of what a COUNT { } is compared with away. */
const MISJUDGED = /COUNT \{[^}]*\}\)? (?:=|<>|[<>]=?) \(?\d\.5|\d\.5\)? (?:=|<>|[<>]=?) \(?COUNT/;
/** One of the two ran out of time or memory, which a busy machine does to either. */
const STOPPED = /stopped after|TransactionTimedOut|within the timeout|memory/;

describe('random queries', () => {
  let server: Neo4jServer;
  let driver: Driver;
  beforeAll(async () => {
    server = await startNeo4j();
    driver = openDriver(server);
  });
  afterAll(async () => {
    await driver.close();
    await server.stop();
  });

  async function theirs(query: string): Promise<Answer> {
    try {
      return { rows: asText(query, (await askNeo4j(driver, query)).rows) };
    } catch (error) {
      return { error: String(error) };
    }
  }

  it.each(GRAPHS)('answer like Neo4j on graph %i, or both refuse', { timeout: 3_600_000 }, async (graphSeed) => {
    const graph = randomGraph(graphSeed);
    await driver.executeQuery('MATCH (n) DETACH DELETE n');
    await copyGraph(driver, graph);
    const ours = (query: string): Answer => {
      try {
        const { rows, stopped } = runQuery(graph, query, {}, { timeoutMs: 20_000 }, ENVIRONMENT);
        return stopped ? { error: stopped.message } : { rows: asText(query, rows) };
      } catch (error) {
        if (error instanceof CypherError) return { error: error.message };
        throw error;
      }
    };
    const seeds = Array.from({ length: COUNT / GRAPHS.length }, (_seed, at) => FIRST_SEED * graphSeed + at);
    const different: string[] = [];
    let answered = 0;
    let doubtful = 0;
    const work = async (): Promise<void> => {
      for (let seed = seeds.pop(); seed !== undefined; seed = seeds.pop()) {
        const query = new QueryWriter(seed).query();
        const [left, right] = [ours(query), await theirs(query)];
        if ('rows' in left && 'rows' in right) answered++;
        if (isSame(left, right)) continue;
        doubtful++;
        if ([left, right].some((answer) => 'error' in answer && STOPPED.test(answer.error))) continue;
        if (MISJUDGED.test(query) || isSame(left, await theirs(withBarrier(query)))) continue;
        different.push(`${query}\nours: ${show(left)}\nNeo4j: ${show(right)}`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    expect(different).toEqual([]);
    expect(doubtful).toBeLessThanOrEqual(5 + COUNT / GRAPHS.length / 500);
    // most of what the generator writes is valid
    expect(answered).toBeGreaterThan((COUNT / GRAPHS.length) * 0.8);
  });
});

function isSame(left: Answer, right: Answer): boolean {
  if (!('rows' in left)) return 'error' in right;
  return 'rows' in right && (left.rows === right.rows || withoutTies(left.rows) === withoutTies(right.rows));
}

const show = (answer: Answer): string => ('rows' in answer ? answer.rows : answer.error).slice(0, 400);
