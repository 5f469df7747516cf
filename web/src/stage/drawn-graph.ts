// The graph that sigma draws, with what it keeps of nodes and lines at hand by number: changed in place, without an event each.
import { MultiUndirectedGraph } from 'graphology';
import type { GraphModel } from '../graph/graph-model.ts';
import type { Point } from '../graph/hull.ts';
import type { Scene } from '../graph/scene.ts';
import { blankLine, blankNode, type DrawnNode, type LineStyle, type Looks } from './looks.ts';

/** Keys of what sigma has to draw anew. */
export interface Changed {
  readonly nodes: string[];
  readonly edges: string[];
}

export class DrawnGraph {
  readonly graph = new MultiUndirectedGraph();
  /** By number; undefined for what was never shown. */
  readonly nodes: (DrawnNode | undefined)[];
  readonly lines: (LineStyle | undefined)[];
  private readonly model: GraphModel;
  private looks: Looks | undefined;

  constructor(model: GraphModel) {
    this.model = model;
    this.nodes = new Array<DrawnNode | undefined>(model.size).fill(undefined);
    this.lines = new Array<LineStyle | undefined>(model.lines.count).fill(undefined);
  }

  /** @returns whether something came in that was not there; it has no looks yet */
  grow(scene: Scene, placeOf: (node: number) => Point): boolean {
    const { graph, model, nodes, lines } = this;
    const { source, target } = model.lines;
    const before = graph.order + graph.size;
    for (let node = 0; node < model.size; node++) {
      if (scene.visible[node] !== 1 || nodes[node] !== undefined) continue;
      graph.addNode(node, (nodes[node] = blankNode(placeOf(node))));
    }
    for (let line = 0; line < model.lines.count; line++) {
      if (scene.lineVisible[line] !== 1 || lines[line] !== undefined) continue;
      graph.addEdgeWithKey(line, source[line]!, target[line]!, (lines[line] = blankLine()));
    }
    return graph.order + graph.size > before;
  }

  /** Where only switches were flipped, only what came or went is looked at. */
  restyle(looks: Looks, isGrown: boolean): Changed {
    const { nodes, lines } = this;
    const before = isGrown || this.looks?.isAlike(looks) !== true ? undefined : this.looks.scene;
    this.looks = looks;
    const { visible, lineVisible } = looks.scene;
    const changed: Changed = { nodes: [], edges: [] };
    for (let node = 0; node < nodes.length; node++) {
      const drawn = nodes[node];
      if (drawn === undefined || before?.visible[node] === visible[node]) continue;
      if (looks.dressNode(node, drawn)) changed.nodes.push(String(node));
    }
    for (let line = 0; line < lines.length; line++) {
      const drawn = lines[line];
      if (drawn === undefined || before?.lineVisible[line] === lineVisible[line]) continue;
      if (looks.dressLine(line, drawn)) changed.edges.push(String(line));
    }
    return changed;
  }

  /** @returns whether anything stands elsewhere now */
  move(placeOf: (node: number) => Point): boolean {
    let moved = false;
    this.nodes.forEach((drawn, node) => {
      if (drawn !== undefined) moved = moveTo(drawn, placeOf(node)) || moved;
    });
    return moved;
  }
}

export function moveTo(drawn: DrawnNode, { x, y }: Point): boolean {
  if (drawn.x === x && drawn.y === y) return false;
  drawn.x = x;
  drawn.y = y;
  return true;
}
