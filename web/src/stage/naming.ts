// Who is named in the picture, in which letters and in which order; and what the names must keep off.
import type Sigma from 'sigma';
import { communitiesShown, MOST_TINTED } from '../graph/community-names.ts';
import type { GraphModel } from '../graph/graph-model.ts';
import type { Point } from '../graph/hull.ts';
import { byDegree } from '../graph/scene.ts';
import type { Emphasis } from './emphasis.ts';
import { waysToWrite } from './label-text.ts';
import { fontOf, MOST_LABELS, placeLabels, type LabelWish, type Obstacles, type PlacedLabel } from './labels.ts';
import { gridOfDiscs, type GroundShape, type Segment } from './near-grid.ts';
import type { Showing } from './stage.ts';

/** Labels beyond the largest hubs are asked for only as far as they may be placed. */
const MOST_WISHES = 240;
/** Discs this large are what a name must not cover in a crowd, where the rest is dust; elsewhere it covers none. */
const HUB_PIXELS = 4;
/** Neighbours of what the reader looks at are all named, if they are not more than this. */
const FEW_BRIGHT = 40;
/** Above this hubs are named beside their communities, since beside themselves they stand in a crowd. */
const CROWD = 2000;
/** A ground larger than this is not read as one thing any more: its hub is named beside itself. */
const LARGEST_GROUND = 190;
/** Up to this many lines names keep off them where they can. */
const FEW_LINES = 800;
/** Beside the hub of each community the best connected of all are named whatever it takes. */
const PROMINENT = 10;
/** Beyond the disc: the ring of what is chosen or hovered. */
const RING = 6;
/** Letters of the names of the largest three communities, of the other tinted ones, of any other hub, and of the rest. */
const LETTERS = { main: 15.5, tinted: 13.5, hub: 12.5, plain: 11.5 } as const;
/** The same on a phone or at twice the size, where a long name would lie over half of the picture. */
const SMALL_LETTERS = { main: 13, tinted: 12, hub: 11.5, plain: 11 } as const;
const PHONE_PIXELS = 480;

/** What the pointer is over. */
export interface Pointed {
  readonly node: number | undefined;
  readonly line: number | undefined;
}

/** Where things are drawn now, in pixels. */
export interface Drawn {
  pixel(node: number): Point;
  radius(node: number): number;
  /** Along the line, from end to end. */
  path(line: number): readonly Point[];
  /** By community. */
  grounds(): ReadonlyMap<number, GroundShape>;
}

/** The node that the pointer is over, or both ends of the line. */
export function endsOf({ lines }: GraphModel, { node, line }: Pointed): readonly number[] {
  if (node !== undefined) return [node];
  return line === undefined ? [] : [lines.source[line]!, lines.target[line]!];
}

export class Naming {
  private readonly sigma: Sigma;
  private readonly model: GraphModel;
  private readonly drawn: Drawn;
  private readonly context: CanvasRenderingContext2D;
  private readonly widths = new Map<string, number>();
  private readonly ways = new Map<string, readonly (readonly string[])[]>();
  /** Nodes that name the picture, with the size of their letters. */
  private hubs: ReadonlyMap<number, number> = new Map();
  /** Nodes of the picture, best connected first. */
  seen: readonly number[] = [];
  /** The same in the order in which they are named; and those without a tie. */
  private byWeight: readonly number[] = [];
  private lonely: readonly number[] = [];
  private showing: Showing | undefined;
  private emphasis: Emphasis = { chosen: [], bright: undefined, strong: new Set() };
  private obstacles: Obstacles | undefined;

  constructor(sigma: Sigma, model: GraphModel, context: CanvasRenderingContext2D, drawn: Drawn) {
    this.sigma = sigma;
    this.model = model;
    this.context = context;
    this.drawn = drawn;
  }

  update(showing: Showing, emphasis: Emphasis): void {
    this.showing = showing;
    this.emphasis = emphasis;
    this.hubs = this.hubsOf(showing);
    const seen: number[] = [];
    for (const node of byDegree(this.model)) if (showing.scene.visible[node] === 1) seen.push(node);
    this.seen = seen;
    const { chosen, bright } = emphasis;
    // What is chosen comes first, then what names the picture; the rest is in its order already, which is much to sort anew.
    const first = [...new Set([...chosen, ...(bright === undefined ? this.hubs.keys() : [])])]
      .filter((node) => showing.scene.visible[node] === 1)
      .sort((a, b) => this.weightOf(b) - this.weightOf(a) || a - b);
    const isFirst = new Set(first);
    this.byWeight = [...first, ...this.seen.filter((node) => bright?.has(node) !== false && !isFirst.has(node))];
    this.lonely = this.seen.filter((node) => this.model.degree[node] === 0);
  }

  /** Everything may have moved: what names keep off is looked up anew. */
  forgetFrame(): void {
    this.obstacles = undefined;
  }

  /** Fonts arrive after the first frame; widths measured before are of another face. */
  forgetWidths(): void {
    this.widths.clear();
  }

  place(): readonly PlacedLabel[] {
    if (this.showing === undefined) return [];
    this.obstacles ??= this.lookAround();
    const wishes = [...this.wishes(), ...this.lonelyNote()];
    const most = this.mostLabels();
    return placeLabels(wishes, this.measure, this.sigma.getDimensions(), this.obstacles, most);
  }

  /** The names of what the pointer is over, wherever there is room: whatever else is named gives way to them. */
  namesOf(pointed: Pointed): readonly PlacedLabel[] {
    if (this.showing === undefined) return [];
    this.obstacles ??= this.lookAround();
    const wishes = endsOf(this.model, pointed)
      .filter((node) => !this.emphasis.chosen.includes(node))
      .map((node) => this.wishOf(node, true));
    return placeLabels(wishes, this.measure, this.sigma.getDimensions(), this.obstacles);
  }

  /** Width of a line as it will be drawn. */
  readonly measure = (line: string, look: Pick<LabelWish, 'size' | 'bold'>): number => {
    const font = fontOf(look);
    const key = `${font} ${line}`;
    let width = this.widths.get(key);
    if (width === undefined) {
      this.context.font = font;
      width = this.context.measureText(line).width;
      this.widths.set(key, width);
    }
    return width;
  };

  private isCrowd(): boolean {
    const scene = this.showing?.scene;
    return scene !== undefined && (scene.isSample || scene.nodeCount > CROWD);
  }

  /** From far away a crowd is its communities: any other name among them would be taken for one of theirs. */
  private isOverview(): boolean {
    const isFar = this.sigma.getCamera().getState().ratio > 0.6;
    return this.isCrowd() && isFar && this.emphasis.bright === undefined;
  }

  private isPhone(): boolean {
    const { width, height } = this.sigma.getDimensions();
    return Math.min(width, height) < PHONE_PIXELS;
  }

  private letters(): Readonly<Record<keyof typeof LETTERS, number>> {
    return this.isPhone() ? SMALL_LETTERS : LETTERS;
  }

  /** The best connected member of each community names it; the best connected of all are never without a name. */
  private hubsOf({ scene }: Showing): ReadonlyMap<number, number> {
    const hubs = new Map<number, number>();
    const letters = this.letters();
    communitiesShown(this.model, scene).forEach(({ hub }, rank) =>
      hubs.set(hub, rank < 3 ? letters.main : rank < MOST_TINTED ? letters.tinted : letters.hub),
    );
    if (this.isCrowd()) return hubs;
    let named = 0;
    for (const node of byDegree(this.model)) {
      if (named === (this.isPhone() ? 3 : PROMINENT) || this.model.degree[node]! < 2) break;
      if (scene.visible[node] !== 1) continue;
      named++;
      if (!hubs.has(node)) hubs.set(node, letters.hub);
    }
    return hubs;
  }

  /** A crowded picture is read by its hubs; names follow as one comes closer. */
  private mostLabels(): number {
    const atFirst = (this.showing?.scene.nodeCount ?? 0) < CROWD ? 44 : 26;
    return Math.min(MOST_LABELS, Math.round(atFirst / Math.sqrt(this.sigma.getCamera().getState().ratio)));
  }

  private isOnCanvas({ x, y }: Point, beyond = 0): boolean {
    const { width, height } = this.sigma.getDimensions();
    return x >= -beyond && y >= -beyond && x <= width + beyond && y <= height + beyond;
  }

  private lookAround(): Obstacles {
    const { scene } = this.showing!;
    const { bright } = this.emphasis;
    const [discs, hubs] = [gridOfDiscs(), gridOfDiscs()];
    const isCrowd = this.isCrowd();
    const keepOff = (node: number, radius: number): void => {
      const at = this.drawn.pixel(node);
      if (!this.isOnCanvas(at, 20)) return;
      const disc = { ...at, radius: radius + 1 };
      discs.add(disc);
      // What steps back may be covered by the name of what the reader looks at; a hub never.
      if (bright?.has(node) !== false || this.hubs.has(node)) hubs.add(disc);
    };
    for (const node of this.seen) {
      const radius = this.drawn.radius(node);
      // The better connected, the larger: in a crowd all that follow are dust too.
      if (isCrowd && radius < HUB_PIXELS) break;
      keepOff(node, radius);
    }
    if (isCrowd)
      for (const hub of this.hubs.keys()) {
        const radius = this.drawn.radius(hub);
        if (radius < HUB_PIXELS) keepOff(hub, radius);
      }
    const grounds = [...this.drawn.grounds().values()];
    const areStrong = bright !== undefined;
    const lines = scene.lineCount > FEW_LINES && !areStrong ? [] : this.segments();
    return { discs, hubs, grounds, lines, areStrong };
  }

  private segments(): readonly Segment[] {
    const { lineVisible } = this.showing!.scene;
    const { strong, bright } = this.emphasis;
    const segments: Segment[] = [];
    for (const line of bright === undefined ? lineVisible.keys() : strong) {
      if (lineVisible[line] !== 1) continue;
      let from: Point | undefined;
      for (const to of this.drawn.path(line)) {
        if (from !== undefined) segments.push({ x1: from.x, y1: from.y, x2: to.x, y2: to.y });
        from = to;
      }
    }
    return segments;
  }

  private wishes(): readonly LabelWish[] {
    const wishes: LabelWish[] = [];
    const isOverview = this.isOverview();
    for (const node of this.byWeight) {
      if (wishes.length === MOST_WISHES || (isOverview && !this.hubs.has(node))) break;
      if (this.isOnCanvas(this.drawn.pixel(node))) wishes.push(this.wishOf(node));
    }
    return wishes;
  }

  /** Entities that no document relates to anything lie together; a word says what they are. */
  private lonelyNote(): readonly LabelWish[] {
    const { lonely } = this;
    if (this.emphasis.bright !== undefined || lonely.length < 8) return [];
    const places = lonely.map((node) => this.drawn.pixel(node));
    const x = places.reduce((sum, place) => sum + place.x, 0) / lonely.length;
    const bottom = Math.max(...places.map((place) => place.y));
    const ways = [[`${lonely.length} without a relation`]];
    return [{ ways, x, y: bottom + 4, radius: 2, weight: 5e4, size: LETTERS.plain, isQuiet: true }];
  }

  private wishOf(node: number, isPointed = false): LabelWish {
    const { chosen, bright } = this.emphasis;
    const isChosen = isPointed || chosen.includes(node);
    const isHub = this.hubs.has(node) && bright === undefined;
    const letters = this.letters();
    const size = isChosen ? letters.tinted : isHub ? this.hubs.get(node)! : letters.plain;
    const ground = isHub && !isChosen ? this.groundOf(node) : undefined;
    const isInCrowd = this.isCrowd();
    const hasTint = ground !== undefined && (isInCrowd || this.isPhone());
    const tint = hasTint ? this.tintOf(node) : undefined;
    return {
      node,
      ways: this.waysOf(node, isChosen),
      ...this.drawn.pixel(node),
      radius: this.drawn.radius(node) + (isChosen ? RING : 0),
      weight: this.weightOf(node),
      size,
      bold: isChosen || isHub,
      isMeant: isChosen || (bright?.has(node) === true && bright.size <= FEW_BRIGHT),
      isPointed,
      ...(ground === undefined ? {} : { ground, isInCrowd, isNeeded: size >= letters.tinted }),
      ...(tint === undefined ? {} : { tint }),
    };
  }

  /** Beside a ground stands the name of its hub; any other there would be taken for it. */
  private groundOf(node: number): GroundShape | undefined {
    const community = this.model.graph.community[node]!;
    const isItsHub = communitiesShown(this.model, this.showing!.scene).some(({ hub }) => hub === node);
    const ground = isItsHub ? this.drawn.grounds().get(community) : undefined;
    return ground === undefined || ground.radius > LARGEST_GROUND ? undefined : ground;
  }

  private tintOf(node: number): number | undefined {
    const rank = communitiesShown(this.model, this.showing!.scene).findIndex(({ hub }) => hub === node);
    return rank >= 0 && rank < MOST_TINTED ? rank : undefined;
  }

  private waysOf(node: number, isWhole: boolean): readonly (readonly string[])[] {
    const name = this.model.name(node);
    const key = `${isWhole} ${name}`;
    let ways = this.ways.get(key);
    if (ways === undefined) this.ways.set(key, (ways = waysToWrite(name, isWhole)));
    return ways;
  }

  /** What is chosen first, then what is bright, then hubs; what is dimmed has no label. */
  private weightOf(node: number): number {
    const { chosen, bright } = this.emphasis;
    const degree = this.model.degree[node]!;
    if (chosen.includes(node)) return 2e6 + degree;
    if (bright === undefined) return (this.hubs.get(node) ?? 0) * 1e4 + degree + 0.5;
    return bright.has(node) ? 1e6 + degree : 0;
  }
}
