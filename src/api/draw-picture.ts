// What the drawing thread does: reads the graph, lays it out where that was not done yet, and packs the picture.
import { EXPLORER_LAYOUT } from '../adapters/exports/places.ts';
import {
  computeLayout,
  decodeLayout,
  encodeGraphPayload,
  encodeLayout,
  packPayload,
  type GraphLayout,
} from '../adapters/layout/index.ts';
import { openStore } from '../adapters/stores/open.ts';
import type { GraphStore } from '../ports/graph-store.ts';
import { graphExtract, type GraphExtract } from '../query/graph.ts';

/** The version of the graph that the layout belongs to is a record beside it. */
const LAYOUT_VERSION = `${EXPLORER_LAYOUT}.version`;
/** Layout is for pictures; a graph beyond this is looked at in parts. */
const WHOLE = { hops: 1, maxNodes: 200_000, maxEdges: 600_000 } as const;

export interface Drawing {
  readonly url: string;
  readonly login: { readonly user?: string; readonly password?: string };
  readonly version: string;
}

export interface Drawn {
  /** As `encodeLayout` writes it. */
  readonly layout: Uint8Array;
  /** The format `plenary-graph/1`, packed. */
  readonly payload: Uint8Array;
}

export default async function drawPicture({ url, login, version }: Drawing): Promise<Drawn> {
  const store = await openStore(url, { create: false, ...login });
  try {
    const graph = await graphExtract((cypher, parameters, limits) => store.read(cypher, parameters, limits), WHOLE);
    const layout = await layoutOf(store, version, graph);
    return { layout: encodeLayout(layout), payload: payloadOf(version, graph, layout) };
  } finally {
    await store.close();
  }
}

/** Grown from the last picture, so that what a reader knows stays where it was. */
async function layoutOf(store: GraphStore, version: string, graph: GraphExtract): Promise<GraphLayout> {
  const [stored, storedVersion] = await Promise.all([
    store.readLayout(EXPLORER_LAYOUT),
    store.readLayout(LAYOUT_VERSION),
  ]);
  const previous = stored === undefined ? undefined : decodeLayout(stored);
  const isCurrent = storedVersion !== undefined && new TextDecoder().decode(storedVersion) === version;
  if (previous !== undefined && isCurrent) return previous;
  // Sorted by id: equal graphs are laid out alike, in whatever order a store lists them.
  const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
  const layout = computeLayout([...graph.nodes].sort(byId), [...graph.edges].sort(byId), previous);
  await store.writeLayout(EXPLORER_LAYOUT, encodeLayout(layout));
  await store.writeLayout(LAYOUT_VERSION, new TextEncoder().encode(version));
  return layout;
}

interface Dated {
  readonly startDate: string | null;
  readonly endDate: string | null;
}

function payloadOf(version: string, graph: GraphExtract, layout: GraphLayout): Uint8Array {
  const dates = (dated: Dated) => ({
    ...(dated.startDate === null ? {} : { startDate: dated.startDate }),
    ...(dated.endDate === null ? {} : { endDate: dated.endDate }),
  });
  const nodes = graph.nodes.map((each) => ({ id: each.id, kind: each.kind, name: each.name, ...dates(each) }));
  const edges = graph.edges.map((each) => ({
    source: each.source,
    target: each.target,
    relation: each.type,
    modality: each.modality,
    claims: each.claimCount,
    ...dates(each),
  }));
  return packPayload(encodeGraphPayload({ version, nodes, edges }, layout));
}
