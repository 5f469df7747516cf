// The look of every node and line: colours from the schema, sizes from degrees, steps back where something else is emphasised.
import { radiusOf } from '../../../src/adapters/layout/node-radius.ts';
import { mix, SHAPES, type Appearance, type Theme } from '../graph/appearance.ts';
import type { GraphModel } from '../graph/graph-model.ts';
import type { Point } from '../graph/hull.ts';
import type { Scene } from '../graph/scene.ts';
import { isBundled, MANY_LINES } from './bundles.ts';
import type { Emphasis } from './emphasis.ts';

export const PAPER: Readonly<Record<Theme, string>> = { light: '#fbfbfa', dark: '#0f141b' };
export const INK: Readonly<Record<Theme, string>> = { light: '#1c1e22', dark: '#e8eaed' };

export interface NodeStyle {
  color: string;
  size: number;
  shape: number;
  hidden: boolean;
  /** Drawn once more above what steps back. */
  highlighted: boolean;
  zIndex: number;
}

/** What sigma's graph keeps of a node. */
export interface DrawnNode extends NodeStyle {
  x: number;
  y: number;
}

export interface LineStyle {
  color: string;
  size: number;
  type: string;
  curve: number;
  dash: number;
  /** Drawn above the nodes that step back, hence not among the other lines. */
  isStrong: boolean;
  hidden: boolean;
  zIndex: number;
}

export const blankNode = ({ x, y }: Point): DrawnNode => ({
  x,
  y,
  color: '',
  size: 0,
  shape: 0,
  hidden: false,
  highlighted: false,
  zIndex: 0,
});

export const blankLine = (): LineStyle => ({
  color: '',
  size: 0,
  type: '',
  curve: 0,
  dash: 0,
  isStrong: false,
  hidden: false,
  zIndex: 0,
});

export const isDrawn = ({ hidden, isStrong }: LineStyle): boolean => isStrong || !hidden;

/** Only a crowd has nodes as small as this, in pixels: paler, they leave the eye to the hubs. */
const DUST = 1.7;

/** Pixels of line and gap by dash; whole lines have none. */
export const DASHES: readonly (readonly number[])[] = [[], [6, 4], [2, 3]];

/** Whole for what occurred, dotted for what was only asked for, dashed for the rest; the words stand beside it everywhere. */
export function dashOf(modality: string): number {
  if (modality === 'occurred') return 0;
  return modality === 'planned' ? 1 : 2;
}

export class Looks {
  private readonly nodeColours: readonly string[];
  private readonly dustColours: readonly string[];
  private readonly dimNodeColours: readonly string[];
  private readonly shapes: readonly number[];
  private readonly dashes: readonly number[];
  private readonly lineColours: Readonly<Record<'plain' | 'dim' | 'strong', string>>;
  private readonly isBundled: boolean;
  private readonly paper: string;
  private readonly thin: number;
  private readonly model: GraphModel;
  readonly scene: Scene;
  private readonly emphasis: Emphasis;
  private readonly scale: number;
  /** As many nodes as share the canvas; those that stand for a community stand close together. */
  private readonly crowd: number;

  /** @param scale of the nodes: 1 on a laptop's canvas, less on a phone's */
  constructor(
    model: GraphModel,
    appearance: Appearance,
    theme: Theme,
    scene: Scene,
    emphasis: Emphasis,
    scale: number,
  ) {
    this.scale = scale;
    this.model = model;
    this.scene = scene;
    this.emphasis = emphasis;
    this.crowd = Math.min(model.size, scene.nodeCount * (scene.isSample ? 8 : 2));
    const paper = (this.paper = PAPER[theme]);
    this.nodeColours = model.graph.kinds.map((kind) => appearance.colour(kind, theme));
    this.dustColours = this.nodeColours.map((colour) => mix(colour, paper, 0.62));
    this.dimNodeColours = this.nodeColours.map((colour) => mix(colour, paper, 0.16));
    this.shapes = model.graph.kinds.map((kind) => SHAPES.indexOf(appearance.shape(kind)));
    this.dashes = model.graph.modalities.map(dashOf);
    // Many lines need less ink each, or they become the picture.
    const share = scene.lineCount > MANY_LINES ? 0.17 : scene.lineCount > 800 ? 0.2 : 0.3;
    this.thin = scene.lineCount > MANY_LINES ? 0.5 : 0.9;
    this.isBundled = isBundled(scene);
    this.lineColours = {
      plain: mix(INK[theme], paper, share),
      dim: mix(INK[theme], paper, 0.05),
      strong: mix(INK[theme], paper, 0.72),
    };
  }

  /** Whether everything that both show looks the same. */
  isAlike(other: Looks): boolean {
    return (
      this.paper === other.paper &&
      this.emphasis === other.emphasis &&
      this.scale === other.scale &&
      this.crowd === other.crowd &&
      this.thin === other.thin &&
      this.isBundled === other.isBundled &&
      this.lineColours.plain === other.lineColours.plain
    );
  }

  /** @returns whether it looked otherwise */
  dressNode(node: number, into: NodeStyle): boolean {
    const { bright, chosen } = this.emphasis;
    const kind = this.model.graph.kind[node]!;
    const isDim = bright !== undefined && !bright.has(node);
    const radius = radiusOf(this.model.degree[node]!, this.crowd);
    const isDust = bright === undefined && radius < DUST;
    const color = (isDim ? this.dimNodeColours : isDust ? this.dustColours : this.nodeColours)[kind]!;
    const size = this.scale * radius;
    const shape = this.shapes[kind]!;
    const hidden = this.scene.visible[node] !== 1;
    const highlighted = bright?.has(node) === true;
    const zIndex = chosen.includes(node) ? 3 : isDim ? 0 : 1;
    const isChanged =
      into.color !== color ||
      into.size !== size ||
      into.shape !== shape ||
      into.hidden !== hidden ||
      into.highlighted !== highlighted ||
      into.zIndex !== zIndex;
    into.color = color;
    into.size = size;
    into.shape = shape;
    into.hidden = hidden;
    into.highlighted = highlighted;
    into.zIndex = zIndex;
    return isChanged;
  }

  /** @returns whether it looked otherwise */
  dressLine(line: number, into: LineStyle): boolean {
    const { lines } = this.model;
    const { bright, strong } = this.emphasis;
    const isVisible = this.scene.lineVisible[line] === 1;
    const isStrong = isVisible && strong.has(line);
    const isAcross = this.isAcross(line);
    const lanes = lines.lanes[line]!;
    const dash = this.dashes[lines.modality[line]!]!;
    const { plain, dim, strong: ink } = this.lineColours;
    const color = isStrong ? ink : bright === undefined ? plain : dim;
    const size = isStrong ? 1.8 : dash > 0 ? this.thin + 0.3 : this.thin;
    const hidden = !isVisible || isStrong || (this.isBundled && isAcross);
    const isChanged =
      into.type === '' ||
      into.color !== color ||
      into.size !== size ||
      into.isStrong !== isStrong ||
      into.hidden !== hidden;
    into.color = color;
    into.size = size;
    into.isStrong = isStrong;
    into.hidden = hidden;
    // These follow from the graph alone.
    into.type = lanes > 1 ? 'arc' : 'line';
    into.curve = curveOf(lines.lane[line]!, lanes, lines.source[line]! > lines.target[line]!);
    into.dash = dash;
    into.zIndex = isAcross ? 0 : 1;
    return isChanged;
  }

  private isAcross(line: number): boolean {
    const { lines, graph } = this.model;
    return graph.community[lines.source[line]!] !== graph.community[lines.target[line]!];
  }
}

/** Lanes fan out evenly around the straight line; the side depends on the pair, not on who is source. */
function curveOf(lane: number, lanes: number, isReversed: boolean): number {
  if (lanes < 2) return 0;
  const offset = (lane - (lanes - 1) / 2) * Math.min(0.16, 0.5 / lanes);
  return isReversed ? -offset : offset;
}
