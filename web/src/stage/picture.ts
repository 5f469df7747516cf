// Everything drawn around sigma's own layers, frame by frame: hulls, rings, labels, and what the pointer is over.
import type Sigma from 'sigma';
import type { GraphModel } from '../graph/graph-model.ts';
import type { Point } from '../graph/hull.ts';
import { communitiesShown, MOST_TINTED } from '../graph/community-names.ts';
import { bundlesOf } from './bundles.ts';
import type { Emphasis } from './emphasis.ts';
import { lineNear, pathOf } from './hit-lines.ts';
import type { PlacedLabel } from './labels.ts';
import { addLayer } from './layer.ts';
import type { LineStyle } from './looks.ts';
import { endsOf, Naming, type Pointed } from './naming.ts';
import { isOverlap, type GroundShape } from './near-grid.ts';
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
/** Up to this many nodes hulls leave their members wide room. */
const FEW_NODES = 400;

export interface Ground {
  readonly coats: readonly Coat[];
  readonly strands: readonly Strand[];
  readonly projection: Projection;
}

/** What sigma's graph keeps of a node; the object stays the same, so that it is looked up once. */
interface DrawnAttributes extends Point {
  readonly size: number;
}

export class Picture {
  isDragged = false;
  /** Labels of the frame, those of them that are drawn now, and those of what the pointer is over. */
  private named: readonly PlacedLabel[] = [];
  private written: readonly PlacedLabel[] = [];
  private pointedNames: readonly PlacedLabel[] = [];
  private pointed: Pointed = { node: undefined, line: undefined };
  private isPointingDue = false;
  private readonly sigma: Sigma;
  private readonly model: GraphModel;
  private readonly hullContext: CanvasRenderingContext2D;
  private readonly strongContext: CanvasRenderingContext2D;
  private readonly labelContext: CanvasRenderingContext2D;
  private readonly pointerLayer: PointerLayer;
  private readonly naming: Naming;
  private readonly attributes: DrawnAttributes[] = [];
  private hulls: ReadonlyMap<number, Hull> | undefined;
  private groundShapes: ReadonlyMap<number, GroundShape> | undefined;
  private bundles: readonly Bundle[] | undefined;
  private places: PlaceGrid | undefined;
  private showing: Showing | undefined;
  private emphasis: Emphasis | undefined;
  private projection: Projection | undefined;

  constructor(sigma: Sigma, model: GraphModel) {
    this.sigma = sigma;
    this.model = model;
    this.hullContext = addLayer(sigma, 'hulls', 'edges');
    this.strongContext = addLayer(sigma, 'strong', 'labels');
    this.labelContext = sigma.getCanvases()['labels']!.getContext('2d')!;
    this.pointerLayer = new PointerLayer(sigma);
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
      sigma.scheduleRender();
    });
  }

  update(showing: Showing, emphasis: Emphasis): void {
    this.showing = showing;
    this.emphasis = emphasis;
    this.naming.update(showing, emphasis);
    this.bundles = undefined;
    this.moved();
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
    this.schedulePointing();
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
    const at = (node: number): DrawnAttributes => this.at(node);
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

  lineAt(pointer: Point, styles: readonly (LineStyle | undefined)[]): number | undefined {
    const reach = THUMB / this.now().scale;
    return lineNear(this.model, styles, this.sigma.viewportToGraph(pointer), (node) => this.at(node), reach);
  }

  private projected(point: Point): Point {
    const projection = this.now();
    return { x: projection.x(point), y: projection.y(point) };
  }

  /** The projection of this frame. */
  private now(): Projection {
    return (this.projection ??= projectionOf(this.sigma));
  }

  private at(node: number): DrawnAttributes {
    return (this.attributes[node] ??= this.sigma.getGraph().getNodeAttributes(node) as unknown as DrawnAttributes);
  }

  private stroke(line: number): DrawnStroke {
    const { source, target } = this.model.lines;
    const style = this.sigma.getGraph().getEdgeAttributes(line) as unknown as LineStyle;
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
    this.strongContext.clearRect(0, 0, width, height);
    this.groundShapes = undefined;
    this.naming.forgetFrame();
    this.drawGround(showing);
    this.drawStrong(showing);
    this.named = this.naming.place();
    this.drawPointed();
    this.drawNotes(showing);
  }

  private drawStrong({ scene }: Showing): void {
    const strong = [...(this.emphasis?.strong ?? [])].filter((line) => scene.lineVisible[line] === 1);
    if (strong.length > 0)
      drawStrong(
        this.strongContext,
        strong.map((line) => this.stroke(line)),
        this.sigma.scaleSize(1),
      );
  }

  /** What the pointer is over changes nothing below it. */
  private schedulePointing(): void {
    if (this.isPointingDue) return;
    this.isPointingDue = true;
    requestAnimationFrame(() => {
      this.isPointingDue = false;
      const before = this.written;
      this.drawPointed();
      const isSame = this.written.length === before.length && this.written.every((label, at) => label === before[at]);
      if (this.showing !== undefined && !isSame) this.drawNotes(this.showing);
    });
  }

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

  /** Rings and labels that stand while the pointer moves. */
  private drawNotes(showing: Showing): void {
    const { width, height } = this.sigma.getDimensions();
    this.labelContext.clearRect(0, 0, width, height);
    this.drawMarks(showing);
    drawLabels(this.labelContext, this.written, showing.theme);
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
      this.sigma.getGraph().forEachNode((key, attributes) => {
        if (scene.visible[Number(key)] === 1) put(Number(key), attributes as unknown as Point);
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
      const reach = (dx: number, dy: number): number => Math.max(...corners.map(({ x, y }) => x * dx + y * dy)) + room;
      const radius = Math.max(...corners.map(({ x, y }) => Math.hypot(x, y))) + room;
      shapes.set(community, { ...at, radius, reach });
    }
    return (this.groundShapes = shapes);
  }
}
