// The random graph of the Cypher bench: people who met and invited each other.
import { MemoryGraph } from '../../../src/cypher/index.ts';
import { Dice } from '../../cypher/support/random-query.ts';

export const NODES = 100_000;
export const RELATIONSHIPS = 300_000;

export function buildGraph(): MemoryGraph {
  const dice = new Dice(1);
  const graph = new MemoryGraph();
  graph.createIndex('Person', 'id');
  for (let at = 0; at < NODES; at++) {
    graph.addNode(
      `p${at}`,
      ['Person'],
      [
        ['id', `p${at}`],
        ['name', `Person ${at * 7919}`],
        ['age', dice.roll(90)],
      ],
    );
  }
  for (let at = 0; at < RELATIONSHIPS; at++) {
    const type = at % 10 === 0 ? 'INVITED' : 'MET';
    const ends = [`p${dice.roll(NODES)}`, `p${dice.roll(NODES)}`] as const;
    graph.addRelationship(`r${at}`, type, ...ends, [['weight', dice.roll(100)]]);
  }
  return graph;
}
