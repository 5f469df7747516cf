// A scale-free graph with planted communities, in the shapes of the explorer: what the budgets and the bench are measured on.
import { createHash } from 'node:crypto';
import type { GraphLayout } from '../../../src/adapters/layout/index.ts';
import { seededRandom } from '../../../src/adapters/layout/layout-graph.ts';
import type { GraphPicture, PictureEdge, PictureNode } from '../../../src/adapters/layout/graph-picture.ts';

const GIVEN = ['Anna', 'Jean', 'Minh', 'Petra', 'Luca', 'Ivan', 'Sofia', 'Olga', 'Erik', 'Nina', 'Karl', 'Đức', 'Paul'];
const FAMILY = [
  'Berger',
  'Nguyen',
  'Silva',
  'Novak',
  'Rossi',
  'Jansen',
  'Larsen',
  'Dubois',
  'Moreau',
  'Costa',
  'Weber',
];
const KINDS: readonly (readonly [string, number])[] = [
  ['Person', 0.12],
  ['Official', 0.22],
  ['Agency', 0.1],
  ['Organisation', 0.14],
  ['Meeting', 0.18],
  ['Agreement', 0.1],
  ['City', 0.08],
  ['Topic', 0.06],
];
const RELATIONS: Readonly<Record<string, string>> = {
  Person: 'MET_WITH',
  Official: 'MET_WITH',
  Agency: 'HOLDS_POSITION',
  Organisation: 'MEMBER_OF',
  Meeting: 'ATTENDED',
  Agreement: 'SIGNED',
  City: 'VISITED',
  Topic: 'DISCUSSED',
};

export interface PlantedGraph extends GraphPicture {
  /** The community that each node was planted in. */
  readonly planted: readonly number[];
}

export function plantedGraph(nodeCount: number, edgeCount: number, seed = 1): PlantedGraph {
  const random = seededRandom(seed);
  const communities = Math.max(5, Math.round(Math.sqrt(nodeCount) / 2));
  const planted: number[] = [];
  const nodes: PictureNode[] = [];
  for (let index = 0; index < nodeCount; index++) {
    planted.push(Math.min(communities - 1, Math.floor(communities * random() ** 1.6)));
    nodes.push(plantedNode(index, random));
  }
  const ends = preferentialEnds(planted, communities, edgeCount, random);
  const edges = ends.map(([a, b]) => plantedEdge(nodes[a]!, nodes[b]!, random));
  return { version: `planted-${nodeCount}-${seed}`, nodes, edges, planted };
}

function plantedNode(index: number, random: () => number): PictureNode {
  let left = random();
  const kind = KINDS.find(([, share]) => (left -= share) < 0)?.[0] ?? 'Topic';
  const given = GIVEN[Math.floor(random() * GIVEN.length)]!;
  const family = FAMILY[Math.floor(random() * FAMILY.length)]!;
  const name = kind === 'Person' || kind === 'Official' ? `${given} ${family} ${index}` : `${kind} ${family} ${index}`;
  const id = createHash('sha256').update(`planted ${index}`).digest('hex');
  if (kind !== 'Meeting') return { id, kind, name };
  const year = 2014 + Math.floor(random() * 10);
  return { id, kind, name, startDate: `${year}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-12` };
}

function plantedEdge(a: PictureNode, b: PictureNode, random: () => number): PictureEdge {
  const relation = RELATIONS[b.kind] ?? 'MET_WITH';
  const modality = random() < 0.06 ? 'planned' : 'occurred';
  const claims = 1 + Math.floor(random() ** 4 * 6);
  const dated = relation === 'MET_WITH' && random() < 0.25;
  const month = String(1 + Math.floor(random() * 12)).padStart(2, '0');
  const startDate = dated
    ? { startDate: `${2014 + Math.floor(random() * 10)}-${month}-${random() < 0.5 ? '03' : '21'}` }
    : {};
  return { source: a.id, target: b.id, relation, modality, claims, ...startDate };
}

/** Each node ties itself to well-connected ones, 85 of 100 times within its community. */
function preferentialEnds(planted: readonly number[], communities: number, edgeCount: number, random: () => number) {
  const everywhere: number[] = [];
  const within: number[][] = Array.from({ length: communities }, () => []);
  const seen = new Set<number>();
  const ends: [number, number][] = [];
  const tie = (node: number): void => {
    const home = within[planted[node]!]!;
    const bag = random() < 0.85 && home.length > 0 ? home : everywhere;
    const other = bag[Math.floor(random() * bag.length)];
    if (other === undefined || other === node) return;
    const pair = Math.min(node, other) * planted.length + Math.max(node, other);
    if (seen.has(pair)) return;
    seen.add(pair);
    ends.push([node, other]);
    for (const end of [node, other]) {
      everywhere.push(end);
      within[planted[end]!]!.push(end);
    }
  };
  const perNode = edgeCount / planted.length;
  planted.forEach((community, node) => {
    within[community]!.push(node);
    everywhere.push(node);
    const wanted = Math.round(perNode * (0.35 + 1.3 * random()));
    for (let tries = 0; tries < wanted && ends.length < edgeCount; tries++) tie(node);
  });
  while (ends.length < edgeCount) tie(Math.floor(random() * planted.length));
  return ends;
}

/** The planted communities as discs: what a layout would find, without the minutes of a busy machine. */
export function plantedLayout({ nodes, planted }: PlantedGraph): GraphLayout {
  const random = seededRandom(4);
  const spread = (community: number, angle: number): number => 500 * Math.sqrt(community) * angle;
  const places = planted.map((community) => {
    const [angle, distance] = [random() * 2 * Math.PI, 240 * Math.sqrt(random())];
    return {
      x: spread(community, Math.cos(community * 2.4)) + distance * Math.cos(angle),
      y: spread(community, Math.sin(community * 2.4)) + distance * Math.sin(angle),
    };
  });
  return {
    ids: nodes.map((node) => node.id),
    x: Float64Array.from(places, ({ x }) => x),
    y: Float64Array.from(places, ({ y }) => y),
    community: Uint32Array.from(planted),
    communityCount: Math.max(...new Set(planted)) + 1,
  };
}
