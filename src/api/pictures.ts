// Where the explorer draws each entity: laid out once per graph version, grown from the last picture, kept in the store.
import { EXPLORER_LAYOUT } from '../adapters/exports/places.ts';
import { computeLayout, decodeLayout, encodeLayout, type GraphLayout } from '../adapters/layout/index.ts';
import type { GraphStore } from '../ports/graph-store.ts';
import { graphExtract, type GraphExtract } from '../query/graph.ts';

/** The version of the graph that the layout belongs to is a record beside it. */
const LAYOUT_VERSION = `${EXPLORER_LAYOUT}.version`;
/** Layout is for pictures; a graph beyond this is looked at in parts. */
export const WHOLE = { hops: 1, maxNodes: 200_000, maxEdges: 600_000 } as const;

export interface Picture {
  readonly version: string;
  readonly graph: GraphExtract;
  readonly layout: GraphLayout;
  readonly indexOf: ReadonlyMap<string, number>;
}

/** The picture of the present graph; the first to ask waits for it. */
export class Pictures {
  readonly #store: GraphStore;
  #drawn: { readonly version: string; readonly picture: Promise<Picture> } | undefined;

  constructor(store: GraphStore) {
    this.#store = store;
  }

  of(version: string): Promise<Picture> {
    if (this.#drawn?.version === version) return this.#drawn.picture;
    const picture = this.#draw(version);
    this.#drawn = { version, picture };
    picture.catch(() => {
      if (this.#drawn?.version === version) this.#drawn = undefined;
    });
    return picture;
  }

  async #draw(version: string): Promise<Picture> {
    const graph = await graphExtract(
      (cypher, parameters, limits) => this.#store.read(cypher, parameters, limits),
      WHOLE,
    );
    const layout = await this.#layout(version, graph);
    return { version, graph, layout, indexOf: new Map(layout.ids.map((id, index) => [id, index])) };
  }

  async #layout(version: string, graph: GraphExtract): Promise<GraphLayout> {
    const [stored, storedVersion] = await Promise.all([
      this.#store.readLayout(EXPLORER_LAYOUT),
      this.#store.readLayout(LAYOUT_VERSION),
    ]);
    const previous = stored === undefined ? undefined : decodeLayout(stored);
    const isCurrent = storedVersion !== undefined && new TextDecoder().decode(storedVersion) === version;
    if (previous !== undefined && isCurrent) return previous;
    // Sorted by id: equal graphs are laid out alike, in whatever order a store lists them.
    const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
    const layout = computeLayout([...graph.nodes].sort(byId), [...graph.edges].sort(byId), previous);
    await this.#store.writeLayout(EXPLORER_LAYOUT, encodeLayout(layout));
    await this.#store.writeLayout(LAYOUT_VERSION, new TextEncoder().encode(version));
    return layout;
  }
}
