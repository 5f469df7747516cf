// Look-ups for drawing: the whole graph or a part of it, best connected entities first.
import { filterParameters, IN_PERIOD, TYPE_AND_MODALITY, type FactFilter } from './cypher-parts.ts';
import { rowsOf, type Read, type Row } from './rows.ts';
import { count, strings, text } from './shapes.ts';

export const GRAPH_NODES = `
MATCH (e:Entity)
WITH e, COUNT { (e)-[]-(:Entity) } AS degree
ORDER BY degree DESC, e.id LIMIT $nodes
RETURN e.id AS id, e.name AS name, e.kind AS kind, labels(e) AS labels, degree,
  e.startDate AS startDate, e.endDate AS endDate`;

/** The entities within reach of one; `hops` is 1, 2 or 3, and a pattern's length can be no parameter. */
export const egoNodes = (hops: number): string => `
MATCH (c:Entity {id: $center})
OPTIONAL MATCH (c)-[rs*1..${hops}]-(n:Entity)
WHERE all(x IN rs WHERE NOT type(x) IN ['SUBJECT', 'OBJECT', 'IN', 'MENTIONED_IN'])
WITH c, collect(DISTINCT n) AS reached
UNWIND reached + [c] AS e
WITH DISTINCT e WHERE e IS NOT NULL
WITH e, COUNT { (e)-[]-(:Entity) } AS degree
ORDER BY e.id = $center DESC, degree DESC, e.id LIMIT $nodes
RETURN e.id AS id, e.name AS name, e.kind AS kind, labels(e) AS labels, degree,
  e.startDate AS startDate, e.endDate AS endDate`;

export const GRAPH_EDGES = `
MATCH (s:Entity)-[r]->(t:Entity)
WHERE ${TYPE_AND_MODALITY} AND ${IN_PERIOD}
RETURN r.id AS id, type(r) AS type, s.id AS source, t.id AS target, r.modality AS modality,
  r.startDate AS startDate, r.endDate AS endDate, r.claimCount AS claimCount
ORDER BY r.claimCount DESC, r.id LIMIT $edges`;

export const EDGES_FROM = `
UNWIND $ids AS id
MATCH (s:Entity {id: id})-[r]->(t:Entity)
WHERE ${TYPE_AND_MODALITY} AND ${IN_PERIOD}
RETURN r.id AS id, type(r) AS type, s.id AS source, t.id AS target, r.modality AS modality,
  r.startDate AS startDate, r.endDate AS endDate, r.claimCount AS claimCount
ORDER BY r.claimCount DESC, r.id LIMIT $edges`;

export interface GraphNode {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly labels: readonly string[];
  readonly degree: number;
  readonly startDate: string | null;
  readonly endDate: string | null;
}

export interface GraphEdge {
  readonly id: string;
  readonly type: string;
  readonly source: string;
  readonly target: string;
  readonly modality: string;
  readonly startDate: string | null;
  readonly endDate: string | null;
  readonly claimCount: number;
}

export interface GraphSelection extends FactFilter {
  readonly center?: string | undefined;
  readonly hops: number;
  readonly maxNodes: number;
  readonly maxEdges: number;
}

export interface GraphExtract {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** True where the selection holds more than the limits let through. */
  readonly cut: boolean;
}

export async function graphExtract(read: Read, selection: GraphSelection): Promise<GraphExtract> {
  const limits = { maxRows: Math.max(selection.maxNodes, selection.maxEdges) + 1 };
  const nodeLimit = BigInt(selection.maxNodes + 1);
  const nodeResult =
    selection.center === undefined
      ? await read(GRAPH_NODES, { nodes: nodeLimit }, limits)
      : await read(egoNodes(selection.hops), { nodes: nodeLimit, center: selection.center }, limits);
  const allNodes = rowsOf(nodeResult);
  const nodes = allNodes.slice(0, selection.maxNodes).map((each) => ({
    id: text(each['id']) ?? '',
    name: text(each['name']) ?? '',
    kind: text(each['kind']) ?? '',
    labels: strings(each['labels'])
      .filter((label) => label !== 'Entity')
      .sort(),
    degree: count(each['degree']),
    startDate: text(each['startDate']),
    endDate: text(each['endDate']),
  }));
  const isWhole = selection.center === undefined && allNodes.length <= selection.maxNodes;
  const edges = await edgesAmong(read, isWhole ? undefined : nodes.map((node) => node.id), selection);
  return {
    nodes,
    edges: edges.slice(0, selection.maxEdges),
    cut: allNodes.length > selection.maxNodes || edges.length > selection.maxEdges,
  };
}

async function edgesAmong(
  read: Read,
  ids: readonly string[] | undefined,
  selection: GraphSelection,
): Promise<readonly GraphEdge[]> {
  // Edges that leave a part are dropped here, not by `IN $ids`, which compares each edge with the whole list.
  const limit = (selection.maxEdges + 1) * (ids === undefined ? 1 : 4);
  const parameters = { ...filterParameters(selection), edges: BigInt(limit), ...(ids === undefined ? {} : { ids }) };
  const result = await read(ids === undefined ? GRAPH_EDGES : EDGES_FROM, parameters, { maxRows: limit });
  const edges = rowsOf(result).map(graphEdge);
  const drawn = new Set(ids);
  return ids === undefined ? edges : edges.filter((edge) => drawn.has(edge.target));
}

function graphEdge(each: Row): GraphEdge {
  return {
    id: text(each['id']) ?? '',
    type: text(each['type']) ?? '',
    source: text(each['source']) ?? '',
    target: text(each['target']) ?? '',
    modality: text(each['modality']) ?? 'occurred',
    startDate: text(each['startDate']),
    endDate: text(each['endDate']),
    claimCount: count(each['claimCount']),
  };
}
