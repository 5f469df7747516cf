// Look-ups, paths and aggregations on 100,000 nodes and 300,000 relationships: ours beside Neo4j over Bolt and Grafeo in this process.
import type { MemoryGraph } from '../../src/cypher/index.ts';
import { Dice } from '../cypher/support/random-query.ts';
import { type Case, CASES } from './cypher/cases.ts';
import { embedded, type Engine, grafeoWith, neo4jWith } from './cypher/engines.ts';
import { buildGraph, NODES, RELATIONSHIPS } from './cypher/graph.ts';

interface Timing {
  readonly p50: number;
  readonly p99: number;
  /** The median by the wall clock. */
  readonly wall: number;
  /** By the clock: what a reader waits for, whatever else the machine does. */
  readonly wallP99: number;
  /** Of the first answer. */
  readonly rows: number;
}

/** A peer that takes this long for one case is left at the runs that it has. */
const CASE_SECONDS = 20;
const MEMORY_BYTES = 1024;
const UNCACHED_MS = 1;

/** The same parameters for all; the first tenth warms up and is not counted. */
async function time(engine: Engine, { query, runs, parameters }: Case): Promise<Timing> {
  const dice = new Dice(99);
  const walls: number[] = [];
  const works: number[] = [];
  const warmUp = Math.ceil(runs / 10);
  const deadline = performance.now() + CASE_SECONDS * 1000;
  let rows = -1;
  for (let at = 0; at < runs + warmUp && (walls.length === 0 || performance.now() < deadline); at++) {
    const given = parameters(dice);
    const [start, work] = [performance.now(), processorMs()];
    const found = await engine.ask(query, given);
    if (at >= warmUp) {
      walls.push(performance.now() - start);
      works.push(processorMs() - work);
    }
    if (at === 0) rows = found;
  }
  const wall = quantile(walls, 0.5);
  const counted = engine.isHere ? works : walls;
  return { p50: quantile(counted, 0.5), p99: quantile(counted, 0.99), wall, wallP99: quantile(walls, 0.99), rows };
}

/** Of this process with its threads: what runs beside the bench on the same machine does not count. */
function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}

async function timeOrRefusal(engine: Engine, each: Case): Promise<Timing | string> {
  try {
    return await time(engine, each);
  } catch (error) {
    return String(error instanceof Error ? error.message : error)
      .split('\n')[0]!
      .slice(0, 60);
  }
}

/** Small queries whose text is new each time. */
async function uncached(engine: Engine): Promise<Timing> {
  let next = 0;
  const fresh: Case = { ...CASES[0]!, runs: 500, query: '', parameters: () => ({}) };
  const asking: Engine = {
    ...engine,
    ask: () => engine.ask(`MATCH (p:Person {id: 'p${next}'}) RETURN p.name AS name${next++}`, {}),
  };
  return await time(asking, fresh);
}

const heap = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};

const column = (value: string): string => value.padStart(11);
const milliseconds = (value: number): string => column(value.toFixed(3));
const verdict = (isKept: boolean): string => (isKept ? '' : '  MISSED');

function line(each: Case, ours: Timing, neo4j: Timing, grafeo: Timing | string): string {
  const share = ours.wall / neo4j.wall;
  const measured = [ours.p50, ours.p99, ours.wallP99, ours.wall, neo4j.wall].map(milliseconds).join('');
  const peer =
    typeof grafeo === 'string' ? `${column('-')}  ${grafeo}` : milliseconds(grafeo.wall) + sameRows(ours, grafeo);
  const isKept = share <= each.share && ours.p99 <= each.p99Ms && ours.rows === neo4j.rows;
  return `${each.name.padEnd(14)}${measured}${column(share.toFixed(3))}${column(each.share.toFixed(1))}${peer}${verdict(isKept)}`;
}
const sameRows = (ours: Timing, theirs: Timing): string => (ours.rows === theirs.rows ? '' : '  (other rows)');

export async function run(): Promise<void> {
  const before = heap();
  const graph = buildGraph();
  const bytes = (heap() - before) / RELATIONSHIPS;
  const ours = embedded(graph);
  const neo4j = await neo4jWith(graph);
  const grafeo = await openPeer(graph);
  try {
    console.log(
      `${NODES} nodes, ${RELATIONSHIPS} relationships; milliseconds; p50 and p99 are of the processor, the others medians by the clock; share is ours of Neo4j's`,
    );
    const titles = ['ours p50', 'ours p99', 'clock p99', 'ours', 'Neo4j', 'share', 'allowed', 'Grafeo'];
    console.log(''.padEnd(14) + titles.map(column).join(''));
    for (const each of CASES) {
      const [mine, theirs] = [await time(ours, each), await time(neo4j, each)];
      console.log(line(each, mine, theirs, typeof grafeo === 'string' ? grafeo : await timeOrRefusal(grafeo, each)));
    }
    const [small, theirs] = [await uncached(ours), await uncached(neo4j)];
    const medians = `${small.p50.toFixed(3)} ms of the processor, Neo4j ${theirs.wall.toFixed(3)} ms by the clock`;
    console.log(`small uncached query: ${medians}${verdict(small.p50 <= UNCACHED_MS)}`);
    console.log(`memory: ${bytes.toFixed(0)} bytes a relationship, all in${verdict(bytes <= MEMORY_BYTES)}`);
  } finally {
    await neo4j.close();
    if (typeof grafeo !== 'string') await grafeo.close();
  }
}

/** The peer, or why it is not there. */
async function openPeer(graph: MemoryGraph): Promise<Engine | string> {
  try {
    return await grafeoWith(graph);
  } catch (error) {
    return `not run: ${String(error).split('\n')[0]!.slice(0, 60)}`;
  }
}
