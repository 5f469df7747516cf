// What is asked the same queries on the same graph: our interpreter, Neo4j over Bolt, and Grafeo in this process.
import type { Driver } from 'neo4j-driver';
import { type MemoryGraph, type QueryEnvironment, runQuery } from '../../../src/cypher/index.ts';
import { askNeo4j, openDriver } from '../../cypher/support/neo4j-answers.ts';
import { startNeo4j } from '../../neo4j/server.ts';
import { importGrafeo } from './grafeo.ts';

export interface Engine {
  /** In this process, so that its work can be told from the waiting. */
  readonly isHere: boolean;
  /** The number of rows. */
  ask(query: string, parameters: Record<string, unknown>): number | Promise<number>;
  close(): Promise<void> | void;
}

const ENVIRONMENT: QueryEnvironment = {
  epochMs: () => Date.now(),
  elapsedMs: () => performance.now(),
  random: () => 0.5,
};

export const embedded = (graph: MemoryGraph): Engine => ({
  isHere: true,
  ask: (query, parameters) => runQuery(graph, query, parameters, {}, ENVIRONMENT).rows.length,
  close: () => undefined,
});

export async function neo4jWith(graph: MemoryGraph): Promise<Engine> {
  const server = await startNeo4j({ heap: '1g' });
  const driver = openDriver(server);
  await loadNeo4j(driver, graph);
  return {
    isHere: false,
    ask: async (query, parameters) => (await askNeo4j(driver, query, parameters)).rows.length,
    close: async () => {
      await driver.close();
      await server.stop();
    },
  };
}

const BATCH = 10_000;

async function loadNeo4j(driver: Driver, graph: MemoryGraph): Promise<void> {
  await driver.executeQuery('CREATE CONSTRAINT FOR (p:Person) REQUIRE p.id IS UNIQUE');
  const nodes = [...graph.nodes()].map((node) => ({
    ...Object.fromEntries(node.properties()),
    age: BigInt(Number(node.get('age'))),
  }));
  const relationships = [...graph.relationships()].map((each) => ({
    from: each.start.key,
    to: each.end.key,
    type: each.type,
    weight: BigInt(Number(each.get('weight'))),
  }));
  for (let at = 0; at < nodes.length; at += BATCH) {
    await driver.executeQuery('UNWIND $rows AS row CREATE (p:Person) SET p = row', {
      rows: nodes.slice(at, at + BATCH),
    });
  }
  for (const type of ['MET', 'INVITED']) {
    const ofType = relationships.filter((each) => each.type === type);
    const query = `UNWIND $rows AS row MATCH (a:Person {id: row.from}), (b:Person {id: row.to}) CREATE (a)-[:${type} {weight: row.weight}]->(b)`;
    for (let at = 0; at < ofType.length; at += BATCH) {
      await driver.executeQuery(query, { rows: ofType.slice(at, at + BATCH) });
    }
  }
}

/** It has no deadline: what a query of it takes is what the bench waits. */
export async function grafeoWith(graph: MemoryGraph): Promise<Engine> {
  const { GrafeoDB } = importGrafeo();
  const database = GrafeoDB.create();
  const ids = new Map(
    [...graph.nodes()].map((node) => {
      const properties = Object.fromEntries(node.properties());
      return [node.key, database.createNode([...node.labels], properties).id] as const;
    }),
  );
  for (const each of graph.relationships())
    database.createEdge(
      ids.get(each.start.key)!,
      ids.get(each.end.key)!,
      each.type,
      Object.fromEntries(each.properties()),
    );
  await database.executeCypher('CREATE INDEX person_id FOR (p:Person) ON (p.id)', {});
  return {
    isHere: true,
    ask: async (query, parameters) => (await database.executeCypher(query, parameters)).rows().length,
    close: () => database.close(),
  };
}
