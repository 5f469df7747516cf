// Everything drawn around sigma's own layers, frame by frame: hulls, rings, labels, and what the pointer is over.
import type Sigma from 'sigma';
import type { GraphModel } from '../graph/graph-model.ts';
import type { Point } from '../graph/hull.ts';
import { communitiesShown, MOST_TINTED } from '../graph/community-names.ts';
import { bundlesOf } from './bundles.ts';
import type { Emphasis } from './emphasis.ts';
import { lineNear, pathOf } from './hit-lines.ts';
import type { PlacedLabel } from './labels.ts';
import { addLayer, fitHighlights, shrinkUnused } from './layer.ts';
import type { DrawnGraph } from './drawn-graph.ts';
import type { DrawnNode } from './looks.ts';
import { endsOf, Naming, type Pointed } from './naming.ts';
import { isOverlap, type GroundShape, type Rect } from './near-grid.ts';
import {
  coatsOf,
  drawBundles,
  drawHulls,
  drawLabels,
  drawRing,
  hullsOf,
  strandsOf,
  type Bundle,
  type Coat,
  type Hull,
  type Strand,
} from './overlay.ts';
import { PlaceGrid } from './place-grid.ts';
import { PointerLayer } from './pointer-layer.ts';
import { projectionOf, type Projection } from './projection.ts';
import type { Showing } from './stage.ts';
import { drawStrong, type DrawnStroke } from './strong-lines.ts';

/** Pixels beyond the rim of a node that still are the node. */
const FINGER = 1.5;
/** Pixels a pointer may be off a line: a thumb is not a needle. */
const THUMB = 7;
/** Pixels that the paper around letters reaches beyond a label. */
const HALO = 4;
/** Up to this many nodes hulls leave their members wide room. */
const FEW_NODES = 400;

export interface Ground {
  readonly coats: readonly Coat[];
  readonly strands: readonly Strand[];
  readonly projection: Projection;
}

export class Picture {
  isDragged = false;
  /** Labels of the frame, those of them that are drawn now, and those of what the pointer is over. */
  private named: readonly PlacedLabel[] = [];
  private written: readonly PlacedLabel[] = [];
  private pointedNames: readonly PlacedLabel[] = [];
  private pointed: Pointed = { node: undefined, line: undefined };
  private areStrongDrawn = false;
  private readonly sigma: Sigma;
  private readonly model: GraphModel;
  private readonly drawn: DrawnGraph;
  private readonly hullContext: CanvasRenderingContext2D;
  private readonly strongContext: CanvasRenderingContext2D;
  private readonly labelContext: CanvasRenderingContext2D;
  private readonly pointerLayer: PointerLayer;
  private readonly naming: Naming;
  private hulls: ReadonlyMap<number, Hull> | undefined;
  private groundShapes: ReadonlyMap<number, GroundShape> | undefined;
  private bundles: readonly Bundle[] | undefined;
  private places: PlaceGrid | undefined;
  private showing: Showing | undefined;
  private emphasis: Emphasis | undefined;
  private projection: Projection | undefined;

  constructor(sigma: Sigma, model: GraphModel, drawn: DrawnGraph) {
    this.sigma = sigma;
    this.model = model;
    this.drawn = drawn;
    this.hullContext = addLayer(sigma, 'hulls', 'edges');
    this.strongContext = addLayer(sigma, 'strong', 'labels');
    this.labelContext = sigma.getCanvases()['labels']!.getContext('2d')!;
    this.pointerLayer = new PointerLayer(sigma);
    shrinkUnused(sigma);
    sigma.on('resize', () => this.fitHighlights());
    this.naming = new Naming(sigma, model, this.labelContext, {
      pixel: (node) => this.pixel(node),
      radius: (node) => this.radius(node),
      path: (line) => this.path(line),
      grounds: () => this.grounds(),
    });
    sigma.on('beforeRender', () => (this.projection = undefined));
    sigma.on('afterRender', () => this.draw());
    // Fonts arrive after the first frame; widths measured before are of another face.
    void document.fonts.ready.then(() => {
      this.naming.forgetWidths();
      this.name();
    });
  }

  update(showing: Showing, emphasis: Emphasis): void {
    this.showing = showing;
    this.emphasis = emphasis;
    this.naming.update(showing, emphasis);
    this.fitHighlights();
    this.bundles = undefined;
    this.moved();
  }

  private fitHighlights(): void {
    fitHighlights(this.sigma, this.emphasis?.bright !== undefined);
  }

  moved(): void {
    this.hulls = undefined;
    this.places = undefined;
  }

  get placed(): readonly PlacedLabel[] {
    return [...this.written, ...this.pointedNames];
  }

  /** @returns whether something else is hovered now */
  hover(node: number | undefined, line: number | undefined): boolean {
    if (node === this.pointed.node && line === this.pointed.line) return false;
    this.pointed = { node, line };
    const before = this.written;
    this.drawPointed();
    const isElsewhere = (label: PlacedLabel, others: readonly PlacedLabel[]): boolean => !others.includes(label);
    const changed = [
      ...before.filter((label) => isElsewhere(label, this.written)),
      ...this.written.filter((label) => isElsewhere(label, before)),
    ];
    if (this.showing !== undefined && changed.length > 0) this.drawNotes(this.showing, changed);
    return true;
  }

  pixel(node: number): Point {
    return this.projected(this.at(node));
  }

  /** The node under the pointer, where several overlap the one whose middle is nearest. */
  nodeAt(pointer: Point): number | undefined {
    const place = this.sigma.viewportToGraph(pointer);
    const { scale } = this.now();
    const [size, finger] = [this.sigma.scaleSize(1) / scale, FINGER / scale];
    const at = (node: number): DrawnNode => this.at(node);
    const { seen } = this.naming;
    this.places ??= new PlaceGrid(seen, at);
    // The best connected is the largest.
    const farthest = seen[0] === undefined ? 0 : at(seen[0]).size * size + finger;
    let [found, nearest]: [number | undefined, number] = [undefined, Infinity];
    for (const node of this.places.near(place, farthest)) {
      const { x, y, size: own } = at(node);
      const distance = Math.hypot(x - place.x, y - place.y);
      if (distance < nearest && distance <= own * size + finger) [found, nearest] = [node, distance];
    }
    return found;
  }

  lineAt(pointer: Point): number | undefined {
    const reach = THUMB / this.now().scale;
    return lineNear(this.model, this.drawn.lines, this.sigma.viewportToGraph(pointer), (node) => this.at(node), reach);
  }

  private projected(point: Point): Point {
    const projection = this.now();
    return { x: projection.x(point), y: projection.y(point) };
  }

  /** The projection of this frame. */
  private now(): Projection {
    return (this.projection ??= projectionOf(this.sigma));
  }

  private at(node: number): DrawnNode {
    return this.drawn.nodes[node]!;
  }

  private stroke(line: number): DrawnStroke {
    const { source, target } = this.model.lines;
    const style = this.drawn.lines[line]!;
    return { from: this.pixel(source[line]!), to: this.pixel(target[line]!), style };
  }

  private path(line: number): readonly Point[] {
    const { from, to, style } = this.stroke(line);
    return pathOf(from, to, style.curve);
  }

  private draw(): void {
    const { showing } = this;
    if (showing === undefined) return;
    const { width, height } = this.sigma.getDimensions();
    this.hullContext.clearRect(0, 0, width, height);
    this.groundShapes = undefined;
    this.naming.forgetFrame();
    this.drawGround(showing);
    this.drawStrong(showing);
    this.name();
  }

  private name(): void {
    const { showing } = this;
    if (showing === undefined) return;
    this.named = this.naming.place();
    this.drawPointed();
    this.drawNotes(showing);
  }

  private drawStrong({ scene }: Showing): void {
    const strong = [...(this.emphasis?.strong ?? [])].filter((line) => scene.lineVisible[line] === 1);
    const { width, height } = this.sigma.getDimensions();
    // To clear what is clear costs as much as to draw.
    if (this.areStrongDrawn) this.strongContext.clearRect(0, 0, width, height);
    this.areStrongDrawn = strong.length > 0;
    const strokes = strong.map((line) => this.stroke(line));
    if (this.areStrongDrawn) drawStrong(this.strongContext, strokes, this.sigma.scaleSize(1));
  }

  /** What the pointer is over changes nothing below it. */
  private drawPointed(): void {
    const { showing, pointed } = this;
    if (showing === undefined) return;
    const discs = endsOf(this.model, pointed).map((node) => ({ ...this.pixel(node), radius: this.radius(node) }));
    this.pointedNames = this.naming.namesOf(pointed);
    this.pointerLayer.draw(discs, this.pointedNames, showing.theme);
    const isInWay = ({ node, rect }: PlacedLabel): boolean =>
      this.pointedNames.some((name) => name.node === node || isOverlap(name.rect, rect));
    this.written = this.pointedNames.length === 0 ? this.named : this.named.filter((label) => !isInWay(label));
  }

  /**
   * Rings and labels that stand while the pointer moves.
   * @param changed labels that came or went, where all others stand as they stood
   */
  private drawNotes(showing: Showing, changed?: readonly PlacedLabel[]): void {
    const { labelContext, written } = this;
    const { width, height } = this.sigma.getDimensions();
    labelContext.save();
    const rooms = changed?.map(roomOf);
    if (rooms !== undefined) clipTo(labelContext, rooms);
    labelContext.clearRect(0, 0, width, height);
    this.drawMarks(showing);
    const isNear = (label: PlacedLabel): boolean => rooms?.some((room) => isOverlap(room, roomOf(label))) !== false;
    drawLabels(labelContext, written.filter(isNear), showing.theme);
    labelContext.restore();
  }

  private drawGround(showing: Showing): void {
    const { model, hullContext } = this;
    const { scene } = showing;
    const tinted = communitiesShown(model, scene).slice(0, MOST_TINTED);
    this.hulls ??= hullsOf(
      this.membersByCommunity(showing),
      new Map(tinted.map(({ community }, rank) => [community, rank])),
    );
    this.bundles ??= bundlesOf(model, scene);
    const { coats, strands, projection } = this.ground()!;
    drawBundles(hullContext, strands);
    drawHulls(hullContext, coats, projection);
  }

  private padding(): number {
    return (this.showing?.scene.nodeCount ?? 0) > FEW_NODES ? 5 : 14;
  }

  /** What lies below lines and nodes, as it is drawn now. */
  ground(): Ground | undefined {
    const { showing, hulls, bundles } = this;
    if (showing === undefined || hulls === undefined || bundles === undefined) return undefined;
    const projection = this.now();
    const isFaint = this.emphasis?.bright !== undefined;
    return {
      coats: coatsOf(hulls.values(), showing.theme, { padding: this.padding(), isFaint }),
      strands: strandsOf(bundles, hulls, projection, showing.theme),
      projection,
    };
  }

  private drawMarks(showing: Showing): void {
    const mark = (node: number, isPin: boolean): void => {
      if (showing.scene.visible[node] !== 1) return;
      drawRing(this.labelContext, this.pixel(node), this.radius(node), showing.theme, isPin);
    };
    for (const id of Object.keys(showing.pins)) {
      const node = this.model.find(id);
      if (node >= 0) mark(node, true);
    }
    for (const node of this.emphasis?.chosen ?? []) mark(node, false);
  }

  private radius(node: number): number {
    return this.sigma.scaleSize(this.at(node).size);
  }

  private membersByCommunity({ scene }: Showing): ReadonlyMap<number, readonly Point[]> {
    const members = new Map<number, Point[]>();
    const put = (node: number, point: Point): void => {
      // Without a tie there is nothing to belong to.
      if (this.model.degree[node] === 0) return;
      const community = this.model.graph.community[node]!;
      const points = members.get(community);
      if (points === undefined) members.set(community, [point]);
      else points.push(point);
    };
    const { x, y } = this.model.graph;
    // Where only hubs stand for their communities, the ground still shows how large each is.
    if (scene.isSample) for (let node = 0; node < x.length; node++) put(node, { x: x[node]!, y: y[node]! });
    else
      this.drawn.nodes.forEach((drawn, node) => {
        if (drawn !== undefined && scene.visible[node] === 1) put(node, drawn);
      });
    return members;
  }

  /** How far each ground reaches on the canvas, and where from. */
  private grounds(): ReadonlyMap<number, GroundShape> {
    if (this.groundShapes !== undefined) return this.groundShapes;
    const shapes = new Map<number, GroundShape>();
    const room = this.padding() + 2;
    for (const [community, { outline, middle }] of this.hulls ?? []) {
      const at = this.projected(middle);
      const corners = outline.map((point) => {
        const corner = this.projected(point);
        return { x: corner.x - at.x, y: corner.y - at.y };
      });
      const reach = (dx: number, dy: number): number => {
        let farthest = 0;
        for (const { x, y } of corners) farthest = Math.max(farthest, x * dx + y * dy);
        return farthest + room;
      };
      const radius = Math.max(...corners.map(({ x, y }) => Math.hypot(x, y))) + room;
      shapes.set(community, { ...at, radius, reach });
    }
    return (this.groundShapes = shapes);
  }
}

/** A label with its halo and the line that leads to it. */
function roomOf({ rect, leader }: PlacedLabel): Rect {
  const { x1, y1, x2, y2 } = leader ?? { x1: rect.left, y1: rect.top, x2: rect.right, y2: rect.bottom };
  return {
    left: Math.min(rect.left, x1, x2) - HALO,
    top: Math.min(rect.top, y1, y2) - HALO,
    right: Math.max(rect.right, x1, x2) + HALO,
    bottom: Math.max(rect.bottom, y1, y2) + HALO,
  };
}

function clipTo(context: CanvasRenderingContext2D, rooms: readonly Rect[]): void {
  context.beginPath();
  for (const { left, top, right, bottom } of rooms) context.rect(left, top, right - left, bottom - top);
  context.clip();
}
