// The one ForceAtlas2 step of graphology's package, which ships no types for this file.
declare module 'graphology-layout-forceatlas2/iterate.js' {
  export interface ForceAtlas2Options {
    readonly linLogMode: boolean;
    readonly outboundAttractionDistribution: boolean;
    readonly adjustSizes: boolean;
    readonly edgeWeightInfluence: number;
    readonly scalingRatio: number;
    readonly strongGravityMode: boolean;
    readonly gravity: number;
    readonly slowDown: number;
    readonly barnesHutOptimize: boolean;
    readonly barnesHutTheta: number;
  }
  /** Moves the nodes by one step, in place. */
  export default function iterate(options: ForceAtlas2Options, nodes: Float32Array, edges: Float32Array): void;
}
