// What is on the canvas now, as plain values for files: nodes and lines with their looks and places in pixels.
import type { Explorer } from '../state/explorer.ts';
import { currentTheme } from '../state/explorer.ts';
import { blankLine, blankNode, Looks, type LineStyle, type NodeStyle } from '../stage/looks.ts';
import { emphasisOf } from '../stage/emphasis.ts';

export interface DrawnNode {
  readonly node: number;
  readonly x: number;
  readonly y: number;
  readonly style: NodeStyle;
}

export interface DrawnEdge {
  readonly line: number;
  readonly style: LineStyle;
}

export interface Drawn {
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
  /** Nodes that the reader looks at. */
  readonly chosen: readonly DrawnNode[];
}

export function whatIsDrawn(explorer: Explorer): Drawn {
  const { model, appearance, stage } = explorer;
  const scene = explorer.scene();
  const emphasis = emphasisOf(model, scene, explorer.attention());
  const looks = new Looks(model, appearance, currentTheme(), scene, emphasis, stage?.nodeScale() ?? 1);
  const nodes: DrawnNode[] = [];
  const edges: DrawnEdge[] = [];
  for (let node = 0; node < model.size; node++) {
    if (scene.visible[node] !== 1) continue;
    const at = stage?.pixel(node) ?? { x: model.graph.x[node]!, y: -model.graph.y[node]! };
    const style = blankNode(at);
    looks.dressNode(node, style);
    nodes.push({ node, x: at.x, y: at.y, style });
  }
  for (let line = 0; line < model.lines.count; line++) {
    if (scene.lineVisible[line] !== 1) continue;
    const style = blankLine();
    looks.dressLine(line, style);
    edges.push({ line, style });
  }
  return { nodes, edges, chosen: nodes.filter(({ node }) => emphasis.chosen.includes(node)) };
}

export function save(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
