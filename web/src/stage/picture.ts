// Everything drawn around sigma's own layers, frame by frame: hulls, rings, labels, and what the pointer is over.
import type Sigma from 'sigma';
import type { GraphModel } from '../graph/graph-model.ts';
import type { Point } from '../graph/hull.ts';
import { byDegree } from '../graph/scene.ts';
import { communitiesShown, MOST_TINTED } from '../graph/community-names.ts';
import { bundlesOf } from './bundles.ts';
import type { Emphasis } from './emphasis.ts';
import { fontOf, MOST_LABELS, placeLabels, type LabelWish, type PlacedLabel, type Rect } from './labels.ts';
import { drawBundles, drawHulls, drawLabels, drawRing, hullsOf, type Bundle, type Hull } from './overlay.ts';
import { projectionOf, type Projection } from './projection.ts';
import type { Showing } from './stage.ts';

/** Labels beyond the largest hubs are asked for only as far as they may be placed. */
const MOST_WISHES = 400;
/** Discs this large are what a label must not cover; where there are few, none is. */
const HUB_PIXELS = 5;
const FEW_NODES = 400;
/** Beside the hub of each community the best connected of all are named whatever it takes. */
const PROMINENT = 10;
/** Letters of the names of the largest three communities, of the other tinted ones, of any other hub, and of the rest. */
const LETTERS = { main: 15, tinted: 13.5, hub: 12.5, plain: 11.5 } as const;
/** The same on a phone, where a long name would lie over half of the picture. */
const SMALL_LETTERS = { main: 13, tinted: 12, hub: 11.5, plain: 11 } as const;
const PHONE_PIXELS = 480;

export class Picture {
  hoveredNode: number | undefined;
  isDragged = false;
  placed: readonly PlacedLabel[] = [];
  private hoveredLine: number | undefined;
  private areNotesDue = false;
  /** Nodes of the picture in the order in which they are named, before the pointer has a say; and those without a tie. */
  private byWeight: readonly number[] = [];
  private lonely: readonly number[] = [];
  private readonly sigma: Sigma;
  private readonly model: GraphModel;
  private readonly hullContext: CanvasRenderingContext2D;
  private readonly labelContext: CanvasRenderingContext2D;
  private readonly widths = new Map<string, number>();
  /** Nodes that name the picture, with the size of their letters. */
  private hubs: ReadonlyMap<number, number> = new Map();
  private hulls: ReadonlyMap<number, Hull> | undefined;
  private bundles: readonly Bundle[] | undefined;
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

  /** The best connected member of each community names it; the best connected of all are never without a name. */
  private hubsOf({ scene }: Showing): ReadonlyMap<number, number> {
    const hubs = new Map<number, number>();
    const letters = this.letters();
    communitiesShown(this.model, scene).forEach(({ hub }, rank) =>
      hubs.set(hub, rank < 3 ? letters.main : rank < MOST_TINTED ? letters.tinted : letters.hub),
    );
    let named = 0;
    for (const node of byDegree(this.model)) {
      if (named === (this.isPhone() ? 3 : PROMINENT) || this.model.degree[node]! < 2) break;
      if (scene.visible[node] !== 1) continue;
      named++;
      if (!hubs.has(node)) hubs.set(node, letters.hub);
    }
    return hubs;
  }

  private isPhone(): boolean {
    return this.sigma.getDimensions().width < PHONE_PIXELS;
  }

  private letters(): Readonly<Record<keyof typeof LETTERS, number>> {
    return this.isPhone() ? SMALL_LETTERS : LETTERS;
  }

  update(showing: Showing, emphasis: Emphasis): void {
    this.hubs = this.hubsOf(showing);
    this.showing = showing;
    this.emphasis = emphasis;
    const visible = [...showing.scene.visible.keys()].filter((node) => showing.scene.visible[node] === 1);
    const weights = new Map(visible.map((node) => [node, this.weightOf(node, emphasis)]));
    this.byWeight = visible
      .filter((node) => weights.get(node)! > 0)
      .sort((a, b) => weights.get(b)! - weights.get(a)! || a - b);
    this.lonely = visible.filter((node) => this.model.degree[node] === 0);
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
    const wishes = [...this.wishes(emphasis), ...this.lonelyNote(emphasis)];
    this.placed = placeLabels(wishes, this.measure, { width, height }, this.hubDiscs(), this.mostLabels(showing));
    drawLabels(labelContext, this.placed, showing.theme);
  }

  private drawGround(showing: Showing): void {
    const { model, hullContext } = this;
    const { scene, theme } = showing;
    const tinted = communitiesShown(model, scene).slice(0, MOST_TINTED);
    this.hulls ??= hullsOf(
      this.membersByCommunity(showing),
      new Map(tinted.map(({ community }, rank) => [community, rank])),
    );
    this.bundles ??= bundlesOf(model, scene);
    const projection = (this.projection ??= projectionOf(this.sigma));
    drawBundles(hullContext, this.bundles, this.hulls, projection, theme);
    // What steps back takes its ground along.
    const isFaint = this.emphasis?.bright !== undefined;
    drawHulls(hullContext, this.hulls.values(), projection, theme, {
      padding: scene.nodeCount > FEW_NODES ? 5 : 14,
      isFaint,
    });
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
    const atFirst = scene.nodeCount < 2000 ? 44 : 26;
    return Math.min(MOST_LABELS, Math.round(atFirst / Math.sqrt(this.sigma.getCamera().getState().ratio)));
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

  /** Better connected nodes are larger: the first that is too small is the last that is looked at. */
  private hubDiscs(): readonly Rect[] {
    const discs: Rect[] = [];
    const graph = this.sigma.getGraph();
    const least = (this.showing?.scene.nodeCount ?? 0) > FEW_NODES ? HUB_PIXELS : 0;
    for (const node of byDegree(this.model)) {
      if (!graph.hasNode(node)) continue;
      const attributes = graph.getNodeAttributes(node);
      const radius = this.sigma.scaleSize(attributes['size'] as number);
      if (radius < least) break;
      if (attributes['hidden'] === true || this.emphasis?.bright?.has(node) === false) continue;
      const { x, y } = this.pixel(node);
      const reach = radius * 0.8;
      discs.push({ left: x - reach, right: x + reach, top: y - reach, bottom: y + reach });
    }
    return discs;
  }

  private wishes(emphasis: Emphasis): readonly LabelWish[] {
    const { width, height } = this.sigma.getDimensions();
    const isWithin = (node: number): boolean => {
      const { x, y } = this.pixel(node);
      return x >= 0 && y >= 0 && x <= width && y <= height;
    };
    const named = new Set(this.pointedAt());
    for (const node of this.byWeight) {
      if (named.size === MOST_WISHES) break;
      if (isWithin(node)) named.add(node);
    }
    return [...named].map((node) => this.wishOf(node, this.weightOf(node, emphasis), emphasis));
  }

  private pointedAt(): readonly number[] {
    const { source, target } = this.model.lines;
    const ends = this.hoveredLine === undefined ? [] : [source[this.hoveredLine]!, target[this.hoveredLine]!];
    return this.hoveredNode === undefined ? ends : [this.hoveredNode, ...ends];
  }

  /** Entities that no document relates to anything lie together; a word says what they are. */
  private lonelyNote({ bright }: Emphasis): readonly LabelWish[] {
    const { lonely } = this;
    if (bright !== undefined || lonely.length < 8) return [];
    const places = lonely.map((node) => this.pixel(node));
    const x = places.reduce((sum, place) => sum + place.x, 0) / lonely.length;
    const bottom = Math.max(...places.map((place) => place.y));
    const text = `${lonely.length} without a relation`;
    return [{ text, x, y: bottom + 16, radius: -LETTERS.plain, weight: 5e4, size: LETTERS.plain, isQuiet: true }];
  }

  private wishOf(node: number, weight: number, { chosen, bright }: Emphasis): LabelWish {
    const isMeant = chosen.includes(node) || node === this.hoveredNode;
    const isHub = this.hubs.has(node) && bright === undefined;
    const letters = this.letters();
    return {
      text: shorten(this.model.name(node), this.isPhone() ? 24 : 36),
      ...this.pixel(node),
      radius: this.radius(node),
      weight,
      size: isMeant ? letters.tinted : isHub ? this.hubs.get(node)! : letters.plain,
      bold: isMeant || isHub,
    };
  }

  /** Chosen and hovered first, then what is bright, then hubs; what is dimmed has no label. */
  private weightOf(node: number, { chosen, bright }: Emphasis): number {
    const degree = this.model.degree[node]!;
    if (node === this.hoveredNode) return 4e6 + degree;
    if (this.hoveredLine !== undefined && this.isEndOf(node, this.hoveredLine)) return 3e6 + degree;
    if (chosen.includes(node)) return 2e6 + degree;
    if (bright === undefined) return (this.hubs.get(node) ?? 0) * 1e4 + degree + 0.5;
    return bright.has(node) ? 1e6 + degree : 0;
  }

  private isEndOf(node: number, line: number): boolean {
    return this.model.lines.source[line] === node || this.model.lines.target[line] === node;
  }

  private readonly measure = (wish: LabelWish): number => {
    const font = fontOf(wish);
    const key = `${font} ${wish.text}`;
    let width = this.widths.get(key);
    if (width === undefined) {
      this.labelContext.font = font;
      width = this.labelContext.measureText(wish.text).width;
      this.widths.set(key, width);
    }
    return width;
  };
}

/** Names of meetings run to a hundred characters; the panel has them whole. */
export function shorten(name: string, most = 36): string {
  if (name.length <= most) return name;
  // A letter outside the basic plane is two units: half of it would be drawn as a box.
  const cut = name.codePointAt(most - 3)! > 0xffff ? most - 3 : most - 2;
  return `${name.slice(0, cut).trimEnd()}…`;
}
