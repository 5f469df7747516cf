// The look of every node and line: colours from the schema, sizes from degrees, steps back where something else is emphasised.
import { radiusOf } from '../../../src/adapters/layout/node-radius.ts';
import { mix, SHAPES, type Appearance, type Theme } from '../graph/appearance.ts';
import type { GraphModel } from '../graph/graph-model.ts';
import type { Scene } from '../graph/scene.ts';
import { isBundled, MANY_LINES } from './bundles.ts';
import type { Emphasis } from './emphasis.ts';

export const PAPER: Readonly<Record<Theme, string>> = { light: '#fbfbfa', dark: '#0f141b' };
export const INK: Readonly<Record<Theme, string>> = { light: '#1c1e22', dark: '#e8eaed' };

export interface NodeStyle {
  readonly color: string;
  readonly size: number;
  readonly shape: number;
  readonly hidden: boolean;
  /** Drawn once more above what steps back. */
  readonly highlighted: boolean;
  readonly zIndex: number;
}

export interface LineStyle {
  readonly color: string;
  readonly size: number;
  readonly type: string;
  readonly curve: number;
  readonly dash: number;
  /** Drawn above the nodes that step back, hence not among the other lines. */
  readonly isStrong: boolean;
  readonly hidden: boolean;
  readonly zIndex: number;
}

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
  private readonly model: GraphModel;
  private readonly scene: Scene;
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
    const paper = PAPER[theme];
    this.nodeColours = model.graph.kinds.map((kind) => appearance.colour(kind, theme));
    this.dustColours = this.nodeColours.map((colour) => mix(colour, paper, 0.62));
    this.dimNodeColours = this.nodeColours.map((colour) => mix(colour, paper, 0.16));
    this.shapes = model.graph.kinds.map((kind) => SHAPES.indexOf(appearance.shape(kind)));
    this.dashes = model.graph.modalities.map(dashOf);
    // Many lines need less ink each, or they become the picture.
    const share = scene.lineCount > MANY_LINES ? 0.17 : scene.lineCount > 800 ? 0.2 : 0.3;
    this.isBundled = isBundled(scene);
    this.lineColours = {
      plain: mix(INK[theme], paper, share),
      dim: mix(INK[theme], paper, 0.05),
      strong: mix(INK[theme], paper, 0.72),
    };
  }

  node(node: number): NodeStyle {
    const { bright, chosen } = this.emphasis;
    const kind = this.model.graph.kind[node]!;
    const isDim = bright !== undefined && !bright.has(node);
    const radius = radiusOf(this.model.degree[node]!, this.crowd);
    const isDust = bright === undefined && radius < DUST;
    return {
      color: (isDim ? this.dimNodeColours : isDust ? this.dustColours : this.nodeColours)[kind]!,
      size: this.scale * radius,
      shape: this.shapes[kind]!,
      hidden: this.scene.visible[node] !== 1,
      highlighted: bright?.has(node) === true,
      zIndex: chosen.includes(node) ? 3 : isDim ? 0 : 1,
    };
  }

  line(line: number): LineStyle {
    const { lines } = this.model;
    const { bright, strong } = this.emphasis;
    const isVisible = this.scene.lineVisible[line] === 1;
    const isStrong = isVisible && strong.has(line);
    const lanes = lines.lanes[line]!;
    const dash = this.dashes[lines.modality[line]!]!;
    const thin = this.scene.lineCount > MANY_LINES ? 0.5 : 0.9;
    return {
      color: isStrong ? this.lineColours.strong : bright === undefined ? this.lineColours.plain : this.lineColours.dim,
      size: isStrong ? 1.8 : dash > 0 ? thin + 0.3 : thin,
      type: lanes > 1 ? 'arc' : 'line',
      curve: curveOf(lines.lane[line]!, lanes, lines.source[line]! > lines.target[line]!),
      dash,
      isStrong,
      hidden: !isVisible || isStrong || (this.isBundled && this.isAcross(line)),
      zIndex: this.isAcross(line) ? 0 : 1,
    };
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
