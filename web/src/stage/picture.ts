// Everything drawn around sigma's own layers, frame by frame: hulls, rings, labels, and what the pointer is over.
import type Sigma from 'sigma';
import type { GraphModel } from '../graph/graph-model.ts';
import type { Point } from '../graph/hull.ts';
import type { Emphasis } from './emphasis.ts';
import { MOST_LABELS, placeLabels, type LabelWish, type PlacedLabel, type Rect } from './labels.ts';
import {
  BOLD_LABEL_FONT,
  drawHulls,
  drawLabels,
  drawRing,
  hullsOf,
  LABEL_FONT,
  LEAST_MEMBERS,
  type Hull,
} from './overlay.ts';
import { projectionOf, type Projection } from './projection.ts';
import type { Showing } from './stage.ts';

/** Labels beyond the largest hubs are asked for only as far as they may be placed. */
const MOST_WISHES = 400;
/** Discs this large are what a label must not cover. */
const HUB_PIXELS = 5;

export class Picture {
  hoveredNode: number | undefined;
  isDragged = false;
  placed: readonly PlacedLabel[] = [];
  private hoveredLine: number | undefined;
  private readonly sigma: Sigma;
  private readonly model: GraphModel;
  private readonly hullContext: CanvasRenderingContext2D;
  private readonly labelContext: CanvasRenderingContext2D;
  private readonly widths = new Map<string, number>();
  private hubs: ReadonlySet<number> = new Set();
  private hulls: readonly Hull[] | undefined;
  private showing: Showing | undefined;
  private emphasis: Emphasis | undefined;
  private projection: Projection | undefined;

  constructor(sigma: Sigma, model: GraphModel) {
    this.sigma = sigma;
    this.model = model;
    const hullCanvas = sigma.createCanvas('hulls', { beforeLayer: 'edges' });
    this.hullContext = hullCanvas.getContext('2d')!;
    this.labelContext = sigma.getCanvases()['labels']!.getContext('2d')!;
    sigma.on('resize', () => this.fitHullCanvas(hullCanvas));
    this.fitHullCanvas(hullCanvas);
    sigma.on('beforeRender', () => (this.projection = undefined));
    sigma.on('afterRender', () => this.draw());
    // Fonts arrive after the first frame; widths measured before are of another face.
    void document.fonts.ready.then(() => {
      this.widths.clear();
      sigma.scheduleRender();
    });
  }

  /** The best connected member of each community names it. */
  private hubsOf({ scene }: Showing): ReadonlySet<number> {
    const best = new Map<number, number>();
    const sizes = new Map<number, number>();
    for (let node = 0; node < this.model.size; node++) {
      if (scene.visible[node] !== 1 || this.model.degree[node] === 0) continue;
      const community = this.model.graph.community[node]!;
      sizes.set(community, (sizes.get(community) ?? 0) + 1);
      const before = best.get(community);
      if (before === undefined || this.model.degree[node]! > this.model.degree[before]!) best.set(community, node);
    }
    return new Set([...best].filter(([community]) => sizes.get(community)! >= LEAST_MEMBERS).map(([, node]) => node));
  }

  update(showing: Showing, emphasis: Emphasis): void {
    this.hubs = this.hubsOf(showing);
    this.showing = showing;
    this.emphasis = emphasis;
    this.hulls = undefined;
  }

  moved(): void {
    this.hulls = undefined;
  }

  /** @returns whether something else is hovered now */
  hover(node: number | undefined, line: number | undefined): boolean {
    if (node === this.hoveredNode && line === this.hoveredLine) return false;
    this.hoveredNode = node;
    this.hoveredLine = line;
    this.sigma.scheduleRender();
    return true;
  }

  pixel(node: number): Point {
    const projection = (this.projection ??= projectionOf(this.sigma));
    const at = this.at(node);
    return { x: projection.x(at), y: projection.y(at) };
  }

  private at(node: number): Point {
    return this.sigma.getGraph().getNodeAttributes(node) as unknown as Point;
  }

  private fitHullCanvas(canvas: HTMLCanvasElement): void {
    const { width, height } = this.sigma.getDimensions();
    const ratio = window.devicePixelRatio;
    canvas.width = width * ratio;
    canvas.height = height * ratio;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    this.hullContext.setTransform(ratio, 0, 0, ratio, 0, 0);
  }

  private draw(): void {
    const { showing, emphasis } = this;
    if (showing === undefined || emphasis === undefined) return;
    const { width, height } = this.sigma.getDimensions();
    this.hullContext.clearRect(0, 0, width, height);
    this.hulls ??= hullsOf(this.membersByCommunity(showing));
    const projection = (this.projection ??= projectionOf(this.sigma));
    drawHulls(this.hullContext, this.hulls, projection, showing.theme);
    this.drawMarks(showing, emphasis);
    const discs = this.hubDiscs();
    const most = this.mostLabels(showing);
    this.placed = placeLabels(this.wishes(showing, emphasis), this.measure, { width, height }, discs, most);
    drawLabels(this.labelContext, this.placed, showing.theme);
  }

  private drawMarks(showing: Showing, emphasis: Emphasis): void {
    const context = this.labelContext;
    const mark = (node: number, isPin: boolean): void => {
      if (showing.scene.visible[node] !== 1) return;
      drawRing(context, this.pixel(node), this.radius(node), showing.theme, isPin);
    };
    for (const id of Object.keys(showing.pins)) {
      const node = this.model.find(id);
      if (node >= 0) mark(node, true);
    }
    for (const node of emphasis.chosen) mark(node, false);
    if (this.hoveredNode !== undefined) mark(this.hoveredNode, false);
    if (this.hoveredLine !== undefined) this.markLine(this.hoveredLine, showing);
  }

  private markLine(line: number, showing: Showing): void {
    for (const node of [this.model.lines.source[line]!, this.model.lines.target[line]!])
      drawRing(this.labelContext, this.pixel(node), this.radius(node), showing.theme, false);
  }

  /** A crowded picture is read by its hubs; names follow as one comes closer. */
  private mostLabels({ scene }: Showing): number {
    if (scene.nodeCount < 2000) return MOST_LABELS;
    return Math.min(MOST_LABELS, Math.round(24 / Math.sqrt(this.sigma.getCamera().getState().ratio)));
  }

  private radius(node: number): number {
    return this.sigma.scaleSize(this.sigma.getNodeDisplayData(node)?.size ?? 0);
  }

  private membersByCommunity({ scene }: Showing): ReadonlyMap<number, readonly Point[]> {
    const members = new Map<number, Point[]>();
    this.sigma.getGraph().forEachNode((key, attributes) => {
      const node = Number(key);
      // Without a tie there is nothing to belong to.
      if (scene.visible[node] !== 1 || this.model.degree[node] === 0) return;
      const community = this.model.graph.community[node]!;
      const points = members.get(community);
      const point = attributes as unknown as Point;
      if (points === undefined) members.set(community, [point]);
      else points.push(point);
    });
    return members;
  }

  private hubDiscs(): readonly Rect[] {
    const discs: Rect[] = [];
    this.sigma.getGraph().forEachNode((key, attributes) => {
      const radius = this.sigma.scaleSize(attributes['size'] as number);
      const isDim = this.emphasis?.bright?.has(Number(key)) === false;
      if (attributes['hidden'] === true || radius < HUB_PIXELS || isDim) return;
      const { x, y } = this.pixel(Number(key));
      const reach = radius * 0.8;
      discs.push({ left: x - reach, right: x + reach, top: y - reach, bottom: y + reach });
    });
    return discs;
  }

  private wishes(showing: Showing, emphasis: Emphasis): readonly LabelWish[] {
    const { model } = this;
    const candidates: number[] = [];
    const { width, height } = this.sigma.getDimensions();
    this.sigma.getGraph().forEachNode((key) => {
      const node = Number(key);
      if (showing.scene.visible[node] !== 1) return;
      const { x, y } = this.pixel(node);
      if (x >= 0 && y >= 0 && x <= width && y <= height) candidates.push(node);
    });
    const weight = (node: number): number => this.weightOf(node, emphasis);
    return candidates
      .sort((a, b) => weight(b) - weight(a))
      .slice(0, MOST_WISHES)
      .filter((node) => weight(node) > 0)
      .map((node) => ({
        text: shorten(model.name(node)),
        ...this.pixel(node),
        radius: this.radius(node),
        weight: weight(node),
        bold: emphasis.chosen.includes(node) || node === this.hoveredNode || this.hubs.has(node),
      }));
  }

  /** Chosen and hovered first, then what is bright, then hubs; what is dimmed has no label. */
  private weightOf(node: number, { chosen, bright }: Emphasis): number {
    const degree = this.model.degree[node]!;
    if (node === this.hoveredNode) return 4e6 + degree;
    if (this.hoveredLine !== undefined && this.isEndOf(node, this.hoveredLine)) return 3e6 + degree;
    if (chosen.includes(node)) return 2e6 + degree;
    if (bright === undefined) return this.hubs.has(node) ? 1e5 + degree : degree + 0.5;
    return bright.has(node) ? 1e6 + degree : 0;
  }

  private isEndOf(node: number, line: number): boolean {
    return this.model.lines.source[line] === node || this.model.lines.target[line] === node;
  }

  private readonly measure = (text: string, bold: boolean): number => {
    const key = bold ? `*${text}` : text;
    let width = this.widths.get(key);
    if (width === undefined) {
      this.labelContext.font = bold ? BOLD_LABEL_FONT : LABEL_FONT;
      width = this.labelContext.measureText(text).width;
      this.widths.set(key, width);
    }
    return width;
  };
}

/** Names of meetings run to a hundred characters; the panel has them whole. */
export function shorten(name: string): string {
  if (name.length <= 36) return name;
  // A letter outside the basic plane is two units: half of it would be drawn as a box.
  const cut = name.codePointAt(33)! > 0xffff ? 33 : 34;
  return `${name.slice(0, cut).trimEnd()}…`;
}
