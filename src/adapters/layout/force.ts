// ForceAtlas2's forces over plain arrays, cooled: bodies push each other, springs pull, and each step goes less far than the one before.
import { Quadtree, type Bodies } from './quadtree.ts';

export interface ForceOptions {
  /** Pull towards the middle, growing with the distance. */
  readonly gravity: number;
  readonly repulsion: number;
}

const DEFAULTS: ForceOptions = { gravity: 0.2, repulsion: 5 };
/** Up to this many bodies all pairs are quicker than a tree. */
const FEW = 120;
/** Half of the way to where the forces balance: the whole of it would swing past. */
const STRIDE = 0.5;

export class ForceField {
  readonly count: number;
  private readonly bodies: Bodies;
  private readonly forceX: Float64Array;
  private readonly forceY: Float64Array;
  private readonly fixed: Uint8Array;
  private readonly source: Uint32Array;
  private readonly target: Uint32Array;
  private readonly weight: Float64Array;
  private readonly options: ForceOptions;
  private readonly tree: Quadtree | undefined;

  constructor(count: number, springCount: number, options: Partial<ForceOptions> = {}) {
    this.count = count;
    const column = (): Float64Array => new Float64Array(count);
    this.bodies = { x: column(), y: column(), mass: column() };
    this.forceX = column();
    this.forceY = column();
    this.fixed = new Uint8Array(count);
    this.source = new Uint32Array(springCount);
    this.target = new Uint32Array(springCount);
    this.weight = new Float64Array(springCount);
    this.options = { ...DEFAULTS, ...options };
    this.tree = count > FEW ? new Quadtree(count) : undefined;
  }

  place(index: number, x: number, y: number, mass: number): void {
    this.bodies.x[index] = x;
    this.bodies.y[index] = y;
    this.bodies.mass[index] = mass;
  }

  fix(index: number): void {
    this.fixed[index] = 1;
  }

  connect(spring: number, source: number, target: number, weight: number): void {
    this.source[spring] = source;
    this.target[spring] = target;
    this.weight[spring] = weight;
  }

  x(index: number): number {
    return this.bodies.x[index]!;
  }

  y(index: number): number {
    return this.bodies.y[index]!;
  }

  /** @param heat the farthest that a body goes in the first step; the last one goes nearly nowhere */
  settle(steps: number, heat: number): void {
    for (let step = 0; step < steps; step++) this.step(heat * ((1 - step / steps) ** 1.5 + 0.002));
  }

  /** @param farthest that a body goes */
  step(farthest: number): void {
    this.sumForces();
    const { x, y, mass } = this.bodies;
    for (let body = 0; body < this.count; body++) {
      if (this.fixed[body] === 1) continue;
      const dx = (this.forceX[body]! / mass[body]!) * STRIDE;
      const dy = (this.forceY[body]! / mass[body]!) * STRIDE;
      const distance = Math.sqrt(dx * dx + dy * dy);
      const share = distance > farthest ? farthest / distance : 1;
      x[body]! += dx * share;
      y[body]! += dy * share;
    }
  }

  private sumForces(): void {
    const { forceX, forceY, source, target, weight, options } = this;
    const { x, y, mass } = this.bodies;
    for (let body = 0; body < this.count; body++) {
      forceX[body] = -x[body]! * options.gravity * mass[body]!;
      forceY[body] = -y[body]! * options.gravity * mass[body]!;
    }
    if (this.tree === undefined) this.repelPairs();
    else {
      this.tree.build(this.bodies);
      this.tree.repel(this.bodies, options.repulsion, forceX, forceY);
    }
    for (let spring = 0; spring < source.length; spring++) {
      const a = source[spring]!;
      const b = target[spring]!;
      const pullX = (x[a]! - x[b]!) * weight[spring]!;
      const pullY = (y[a]! - y[b]!) * weight[spring]!;
      forceX[a]! -= pullX;
      forceY[a]! -= pullY;
      forceX[b]! += pullX;
      forceY[b]! += pullY;
    }
  }

  private repelPairs(): void {
    const { forceX, forceY, options } = this;
    const { x, y, mass } = this.bodies;
    for (let a = 0; a < this.count; a++) {
      for (let b = 0; b < a; b++) {
        const dx = x[a]! - x[b]!;
        const dy = y[a]! - y[b]!;
        const square = dx * dx + dy * dy;
        if (square === 0) continue;
        const push = (options.repulsion * mass[a]! * mass[b]!) / square;
        forceX[a]! += dx * push;
        forceY[a]! += dy * push;
        forceX[b]! -= dx * push;
        forceY[b]! -= dy * push;
      }
    }
  }
}
