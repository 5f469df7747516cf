// ForceAtlas2 over plain arrays: a body holds positions and masses, springs hold the edges, `step` moves them.
import iterate, { type ForceAtlas2Options } from 'graphology-layout-forceatlas2/iterate.js';

/** Floats a node and a spring take in the matrices that `iterate` reads; their order is the package's. */
const NODE_STRIDE = 10;
const EDGE_STRIDE = 3;
const X = 0;
const Y = 1;
const MASS = 6;
const CONVERGENCE = 7;
const SIZE = 8;
const FIXED = 9;

const DEFAULTS: ForceAtlas2Options = {
  linLogMode: false,
  outboundAttractionDistribution: false,
  adjustSizes: false,
  edgeWeightInfluence: 1,
  scalingRatio: 10,
  strongGravityMode: true,
  gravity: 0.05,
  slowDown: 5,
  barnesHutOptimize: false,
  // 1.2 costs a third of 0.5 and no eye tells the pictures apart.
  barnesHutTheta: 1.2,
};

export class ForceField {
  readonly count: number;
  private readonly nodes: Float32Array;
  private readonly springs: Float32Array;
  private readonly options: ForceAtlas2Options;

  constructor(count: number, springCount: number, options: Partial<ForceAtlas2Options> = {}) {
    this.count = count;
    this.nodes = new Float32Array(count * NODE_STRIDE);
    this.springs = new Float32Array(springCount * EDGE_STRIDE);
    // Exact repulsion is quicker than building the quadtree for a few hundred bodies.
    this.options = { ...DEFAULTS, barnesHutOptimize: count > 400, ...options };
  }

  place(index: number, x: number, y: number, mass: number, size = 1): void {
    const at = index * NODE_STRIDE;
    this.nodes[at + X] = x;
    this.nodes[at + Y] = y;
    this.nodes[at + MASS] = mass;
    this.nodes[at + CONVERGENCE] = 1;
    this.nodes[at + SIZE] = size;
  }

  fix(index: number): void {
    this.nodes[index * NODE_STRIDE + FIXED] = 1;
  }

  connect(spring: number, source: number, target: number, weight: number): void {
    const at = spring * EDGE_STRIDE;
    this.springs[at] = source * NODE_STRIDE;
    this.springs[at + 1] = target * NODE_STRIDE;
    this.springs[at + 2] = weight;
  }

  step(times: number): void {
    for (let turn = 0; turn < times; turn++) iterate(this.options, this.nodes, this.springs);
  }

  x(index: number): number {
    return this.nodes[index * NODE_STRIDE + X]!;
  }

  y(index: number): number {
    return this.nodes[index * NODE_STRIDE + Y]!;
  }
}
