// What a layout is: a place and a community for every node.

/** Positions and communities of a graph's nodes, in the order of `ids`. */
export interface GraphLayout {
  readonly ids: readonly string[];
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly community: Uint32Array;
  readonly communityCount: number;
}
