// The same documents give the same canonical export from either store, byte for byte.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeJsonl } from '../../src/adapters/exports/jsonl.ts';
import { openStore } from '../../src/adapters/stores/open.ts';
import { ingest } from '../../src/ingest/run.ts';
import type { GraphStore } from '../../src/ports/graph-store.ts';
import { startNeo4j, type Neo4jServer } from '../neo4j/server.ts';
import { canonicalAnswer } from '../tck/expected-value.ts';
import { ANALYST_QUESTIONS } from './analyst-questions.ts';
import { CYPHER_5_PARAMETERS, CYPHER_5_QUESTIONS } from './cypher-5-questions.ts';
import { FULL_TEXT_QUESTIONS } from './full-text-questions.ts';

const CORPUS = join(import.meta.dirname, '..', '..', 'seeds', 'corpus');

/** Questions whose rows must not depend on the store; rows are compared in the order that the query asks for. */
const QUESTIONS = [
  'MATCH (a:Official)-[m:MET_WITH]-(b:Official) RETURN a.name, b.name, m.date ORDER BY a.name, b.name, m.date',
  'MATCH (m:Meeting) OPTIONAL MATCH (m)<-[r:ATTENDED]-(x) RETURN m.name, count(r), min(x.kind) ORDER BY m.name',
  'MATCH (c:Claim)-[:IN]->(d:Document) RETURN d.title, count(*) AS claims, min(c.start) ORDER BY d.title, claims',
  'MATCH p = shortestPath((a:Person {name: "To Lam"})-[*..4]-(b:Person {name: "Antony Blinken"})) RETURN length(p)',
  'MATCH (p:Person) WHERE EXISTS { (p)-[:SIGNED]->(:Agreement) } RETURN p.name ORDER BY p.name',
  'MATCH (p:Person) RETURN p.name, [(p)-[h:HOLDS_POSITION]->(o) | h.role + " / " + o.name] <> [] AS holds ORDER BY p.name, holds',
  'MATCH (e:Event) WHERE e.startDate STARTS WITH "2018" RETURN e.name UNION MATCH (l:Law) RETURN l.name AS `e.name`',
  'MATCH (c:Claim) WHERE c.polarity <> "affirmed" OR c.modality <> "occurred" RETURN c.predicate, c.modality, count(*) AS n ORDER BY c.predicate, c.modality, n',
];

async function exported(store: GraphStore): Promise<string> {
  let all = '';
  for await (const line of writeJsonl(store)) all += line;
  return all;
}

describe('the demo corpus in both stores', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plenary-same-'));
  let server: Neo4jServer;
  let stores: readonly [GraphStore, GraphStore];
  beforeAll(async () => {
    server = await startNeo4j();
    const { uri, user, password } = server;
    stores = [await openStore(`file:${folder}`), await openStore(uri, { user, password })];
    for (const store of stores) await ingest(store, [CORPUS], { workers: 1 });
  }, 300_000);
  afterAll(async () => {
    for (const store of stores) await store.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('gives equal bytes in the canonical export', async () => {
    const [embedded, neo4j] = await Promise.all(stores.map(exported));
    expect(embedded!.length).toBeGreaterThan(10_000);
    expect(neo4j).toBe(embedded);
  });

  it.each(QUESTIONS)('gives the same rows for %s', async (question) => {
    const [embedded, neo4j] = await Promise.all(stores.map((store) => store.read(question, {})));
    expect(embedded!.rows.length).toBeGreaterThan(0);
    expect(neo4j!.rows).toEqual(embedded!.rows);
  });

  it.each([...ANALYST_QUESTIONS, ...CYPHER_5_QUESTIONS, ...FULL_TEXT_QUESTIONS])(
    'answers alike: %s',
    async (question) => {
      const [embedded, neo4j] = await Promise.all(stores.map((store) => store.read(question, CYPHER_5_PARAMETERS)));
      expect(neo4j!.columns).toEqual(embedded!.columns);
      const isOrdered = question.includes('ORDER BY');
      const [left, right] = [embedded!, neo4j!].map(({ rows }) => {
        const texts = rows.map((row) => row.map((value) => canonicalAnswer(value, false)).join(' | '));
        return isOrdered ? texts : texts.toSorted();
      });
      expect(right).toEqual(left);
    },
  );
});
