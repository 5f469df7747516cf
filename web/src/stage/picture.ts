// Everything drawn around sigma's own layers, frame by frame: hulls, rings, labels, and what the pointer is over.
import type Sigma from 'sigma';
import type { GraphModel } from '../graph/graph-model.ts';
import type { Point } from '../graph/hull.ts';
import { communitiesShown, MOST_TINTED } from '../graph/community-names.ts';
import { bundlesOf } from './bundles.ts';
import type { Emphasis } from './emphasis.ts';
import type { PlacedLabel } from './labels.ts';
import { Naming } from './naming.ts';
import type { Disc } from './near-grid.ts';
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
import { projectionOf, type Projection } from './projection.ts';
import type { Showing } from './stage.ts';

/** Up to this many nodes hulls leave their members wide room. */
const FEW_NODES = 400;

export interface Ground {
  readonly coats: readonly Coat[];
  readonly strands: readonly Strand[];
  readonly projection: Projection;
}

export class Picture {
  hoveredNode: number | undefined;
  isDragged = false;
  placed: readonly PlacedLabel[] = [];
  private hoveredLine: number | undefined;
  private areNotesDue = false;
  private readonly sigma: Sigma;
  private readonly model: GraphModel;
  private readonly hullContext: CanvasRenderingContext2D;
  private readonly labelContext: CanvasRenderingContext2D;
  private readonly naming: Naming;
  private hulls: ReadonlyMap<number, Hull> | undefined;
  private groundDiscs: ReadonlyMap<number, Disc> | undefined;
  private bundles: readonly Bundle[] | undefined;
  private showing: Showing | undefined;
  private emphasis: Emphasis | undefined;
  private projection: Projection | undefined;

  constructor(sigma: Sigma, model: GraphModel) {
    this.sigma = sigma;
    this.model = model;
    this.labelContext = sigma.getCanvases()['labels']!.getContext('2d')!;
    this.naming = new Naming(sigma, model, this.labelContext, {
      pixel: (node) => this.pixel(node),
      radius: (node) => this.radius(node),
      grounds: () => this.grounds(),
    });
    const hullCanvas = sigma.createCanvas('hulls', { beforeLayer: 'edges' });
    this.hullContext = hullCanvas.getContext('2d')!;
    sigma.on('resize', () => this.fitHullCanvas(hullCanvas));
    this.fitHullCanvas(hullCanvas);
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
    this.hulls = undefined;
    this.bundles = undefined;
  }

  moved(): void {
    this.hulls = undefined;
  }

  /** @returns whether something else is hovered now */
  hover(node: number | undefined, line: number | undefined): boolean {
    if (node === this.hoveredNode && line === this.hoveredLine) return false;
    this.hoveredNode = node;
    this.hoveredLine = line;
    this.scheduleNotes();
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
    const { showing } = this;
    if (showing === undefined) return;
    const { width, height } = this.sigma.getDimensions();
    this.hullContext.clearRect(0, 0, width, height);
    this.groundDiscs = undefined;
    this.naming.forgetFrame();
    this.drawGround(showing);
    this.drawNotes();
  }

  /** Rings and labels alone: what the pointer is over changes nothing below them. */
  private scheduleNotes(): void {
    if (this.areNotesDue) return;
    this.areNotesDue = true;
    requestAnimationFrame(() => {
      this.areNotesDue = false;
      this.drawNotes();
    });
  }

  private drawNotes(): void {
    const { showing, emphasis, labelContext } = this;
    if (showing === undefined || emphasis === undefined) return;
    const { width, height } = this.sigma.getDimensions();
    labelContext.clearRect(0, 0, width, height);
    this.drawMarks(showing, emphasis);
    this.placed = this.naming.place({ node: this.hoveredNode, line: this.hoveredLine });
    drawLabels(labelContext, this.placed, showing.theme);
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
    const { coats, strands } = this.ground()!;
    drawBundles(hullContext, strands);
    drawHulls(hullContext, coats, (this.projection ??= projectionOf(this.sigma)));
  }

  private padding(): number {
    return (this.showing?.scene.nodeCount ?? 0) > FEW_NODES ? 5 : 14;
  }

  /** What lies below lines and nodes, as it is drawn now. */
  ground(): Ground | undefined {
    const { showing, hulls, bundles } = this;
    if (showing === undefined || hulls === undefined || bundles === undefined) return undefined;
    const projection = (this.projection ??= projectionOf(this.sigma));
    const isFaint = this.emphasis?.bright !== undefined;
    return {
      coats: coatsOf(hulls.values(), showing.theme, { padding: this.padding(), isFaint }),
      strands: strandsOf(bundles, hulls, projection, showing.theme),
      projection,
    };
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

  private radius(node: number): number {
    return this.sigma.scaleSize(this.sigma.getNodeDisplayData(node)?.size ?? 0);
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
  private grounds(): ReadonlyMap<number, Disc> {
    if (this.groundDiscs !== undefined) return this.groundDiscs;
    const projection = (this.projection ??= projectionOf(this.sigma));
    const discs = new Map<number, Disc>();
    for (const [community, { outline, middle }] of this.hulls ?? []) {
      const reach = Math.max(...outline.map((point) => Math.hypot(point.x - middle.x, point.y - middle.y)));
      const radius = reach * projection.scale + this.padding();
      discs.set(community, { x: projection.x(middle), y: projection.y(middle), radius });
    }
    return (this.groundDiscs = discs);
  }
}
