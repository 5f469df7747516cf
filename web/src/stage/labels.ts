// Places labels so that none overlaps another label or a drawn disc, none is cut, and never more than sixty are shown.
import {
  crosses,
  depthIn,
  depthOn,
  gridOfRects,
  type Disc,
  type GroundShape,
  type NearGrid,
  type Rect,
  type Segment,
} from './near-grid.ts';

export interface LabelWish {
  /** What is named; undefined for a note. */
  readonly node?: number;
  /** Ways to write it, in lines, the most pleasing first. */
  readonly ways: readonly (readonly string[])[];
  /** Centre of what is labelled and how far it reaches, ring included, in pixels. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** The higher goes first. */
  readonly weight: number;
  /** Height of the letters in pixels. */
  readonly size: number;
  /** Names what the picture is read by: where there is no room near, it stands farther off at the end of a line. */
  readonly bold?: boolean;
  /** What the reader looks at: it may lie over what steps back. */
  readonly isMeant?: boolean;
  /** The pointer is over it: its name is shown wherever that is. */
  readonly isPointed?: boolean;
  readonly isQuiet?: boolean;
  /** The ground of the community that it is the hub of. */
  readonly ground?: GroundShape;
  /** Place of that community among the tinted ones: where room is scarce its name stands on paper of the same tint. */
  readonly tint?: number;
  /** In a crowd a hub's name stands beside that ground in any case, where it hides nobody. */
  readonly isInCrowd?: boolean;
  /** Without this name the picture would not be understood: rather over a neighbour's ground than not at all. */
  readonly isNeeded?: boolean;
}

type Align = 'left' | 'centre' | 'right';

/** One line of a label: its left end and the middle of its letters. */
export interface PlacedLine {
  readonly text: string;
  readonly left: number;
  readonly middle: number;
  readonly width: number;
}

export interface PlacedLabel {
  readonly node: number | undefined;
  readonly lines: readonly PlacedLine[];
  readonly rect: Rect;
  readonly size: number;
  readonly bold: boolean;
  readonly isQuiet: boolean;
  /** Strong lines run below it: it stands on paper of its own. */
  readonly hasPlate: boolean;
  /** Paper of this tint below it, so that nobody takes it for the name of another ground. */
  readonly tint: number | undefined;
  /** From what is labelled to the label, where it does not stand beside it. */
  readonly leader: Segment | undefined;
}

/** What labels keep off, in pixels. */
export interface Obstacles {
  /** Every disc that is drawn. */
  readonly discs: NearGrid<Disc>;
  /** Those among them that nothing may cover, whatever it is: all, or what does not step back. */
  readonly hubs: NearGrid<Disc>;
  /** Grounds of communities: a name on one is taken for its name. */
  readonly grounds: readonly Disc[];
  /** Lines that had better not run through a name, where they are few. */
  readonly lines: readonly Segment[];
  /** They are strong, and a name that one runs through is hard to read. */
  readonly areStrong: boolean;
}

export const MOST_LABELS = 60;
const LINE_HEIGHT = 1.2;
const GAP = 4;
const MARGIN = 6;
/** Beside the letters, within the label's own room: more where that is drawn. */
const paddingOf = ({ tint }: Pick<LabelWish, 'tint'>): number => (tint === undefined ? 2 : 5);
/** Pixels between a hub and a name that found no room beside it. */
const FAR = [16, 30, 48] as const;
/** And, where it must stand somewhere, of one that found none there either. */
const FARTHEST = [70, 95, 120, 150] as const;

/** How far, in pixels. */
const FARTHEST_ALONG = 60;

/** What a line through a name costs beside a less usual place; more than a few of them make no difference. */
const CROSSING = { plain: 1, strong: 3 } as const;
const MOST_CROSSINGS = 4;

/** Pixels between a name and a ground that it might be taken for the name of. */
const NEARBY = 8;
/** What it costs to lead to a name across the ground of another community. */
const STRAYING = 9;

export const fontOf = ({ size, bold }: Pick<LabelWish, 'size' | 'bold'>): string =>
  `${bold === true ? '600 ' : ''}${size}px Inter, system-ui, sans-serif`;

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Spot {
  readonly rect: Rect;
  readonly align: Align;
  readonly lines: readonly string[];
  readonly isFar: boolean;
  /** How much worse than the best one: farther off, or in an unusual direction. */
  readonly cost: number;
}

export function placeLabels(
  wishes: readonly LabelWish[],
  measure: (line: string, wish: LabelWish) => number,
  size: Size,
  obstacles: Obstacles,
  most = MOST_LABELS,
): readonly PlacedLabel[] {
  const written = gridOfRects();
  const placed: PlacedLabel[] = [];
  for (const wish of [...wishes].sort((a, b) => b.weight - a.weight)) {
    if (placed.length === most) break;
    if (wish.x < 0 || wish.y < 0 || wish.x > size.width || wish.y > size.height) continue;
    const spots = spotsOf(wish, measure).map((each) => (wish.ground === undefined ? each : movedIn(each, size)));
    const isFree = ({ rect }: Spot): boolean => isWithin(rect, size) && !written.hits(rect);
    const spot = bestSpot(wish, spots.filter(isFree), obstacles);
    if (spot === undefined) continue;
    written.add(spot.rect);
    placed.push({
      node: wish.node,
      lines: linesAt(spot, wish, (line) => measure(line, wish)),
      rect: spot.rect,
      size: wish.size,
      bold: wish.bold === true,
      isQuiet: wish.isQuiet === true,
      hasPlate: wish.isMeant === true,
      tint: wish.tint,
      leader: spot.isFar ? leaderTo(spot.rect, wish) : undefined,
    });
  }
  return placed;
}

function linesAt(
  { rect, lines, align }: Spot,
  wish: LabelWish,
  measure: (line: string) => number,
): readonly PlacedLine[] {
  const padding = paddingOf(wish);
  return lines.map((text, row) => {
    const width = measure(text);
    const free = rect.right - rect.left - width;
    const before = align === 'left' ? padding : align === 'right' ? free - padding : free / 2;
    return { text, width, left: rect.left + before, middle: rect.top + wish.size * LINE_HEIGHT * (row + 0.5) };
  });
}

const isWithin = (rect: Rect, size: Size): boolean =>
  rect.left >= MARGIN && rect.top >= MARGIN && rect.right <= size.width - MARGIN && rect.bottom <= size.height - MARGIN;

/** The name of a ground at the rim of the canvas goes along the ground as far as it has to. */
function movedIn(spot: Spot, { width }: Size): Spot {
  const { left, right, top, bottom } = spot.rect;
  const move = Math.max(0, MARGIN - left) - Math.max(0, right - width + MARGIN);
  if (move === 0 || Math.abs(move) > FARTHEST_ALONG) return spot;
  return { ...spot, rect: { left: left + move, right: right + move, top, bottom }, cost: spot.cost + 1 };
}

function bestSpot(
  wish: LabelWish,
  spots: readonly Spot[],
  { discs, hubs, grounds, lines, areStrong }: Obstacles,
): Spot | undefined {
  const { ground } = wish;
  const others = ground === undefined ? [] : grounds.filter((each) => each !== ground);
  const depth = (rect: Rect, beyond = 0): number =>
    others.reduce((sum, each) => sum + Math.max(0, depthIn(each, rect) + beyond), 0);
  if (ground !== undefined && wish.isInCrowd === true) {
    return cheapest(spots, (spot) => {
      if (hubs.hits(spot.rect)) return Infinity;
      const intrusion = depth(spot.rect);
      if (intrusion > 0 && wish.isNeeded !== true) return Infinity;
      // As near to another ground as to its own, it might be the name of either.
      return spot.cost + (intrusion > 0 ? 12 + 2 * intrusion : Math.min(5, depth(spot.rect, NEARBY)));
    });
  }
  const { isPointed = false, isMeant = false } = wish;
  if (wish.bold !== true && !isMeant) return spots.find(({ rect }) => !discs.hits(rect));
  const foreign = grounds.filter(({ x, y, radius }) => Math.hypot(x - wish.x, y - wish.y) > radius);
  return cheapest(spots, ({ rect, cost, isFar }) => {
    const isOverHub = hubs.hits(rect);
    if (isOverHub && !isPointed) return Infinity;
    const isOverDisc = isOverHub || discs.hits(rect);
    if (isOverDisc && !isMeant) return Infinity;
    const crossed = lines.filter((line) => crosses(line, rect)).length;
    const each = areStrong ? CROSSING.strong : CROSSING.plain;
    const covered = isOverHub ? 20 : isOverDisc ? 2.5 : 0;
    const leader = isFar ? leaderTo(rect, wish) : undefined;
    const strayed = leader === undefined ? 0 : foreign.filter((one) => depthOn(one, leader) > NEARBY).length;
    return cost + covered + each * Math.min(crossed, MOST_CROSSINGS) + depth(rect) / 4 + STRAYING * strayed;
  });
}

function cheapest(spots: readonly Spot[], costOf: (spot: Spot) => number): Spot | undefined {
  let [best, least]: [Spot | undefined, number] = [undefined, Infinity];
  for (const spot of spots) {
    // What lies in the way only adds to it: what is dearer before that is counted need not be looked at.
    if (spot.cost >= least) continue;
    const cost = costOf(spot);
    if (cost < least) [best, least] = [spot, cost];
  }
  return best;
}

/** Right first, as people read; then below, above, left, and the corners. */
const DIRECTIONS = [
  [1, 0],
  [0, 1],
  [0, -1],
  [-1, 0],
  [1, -1],
  [1, 1],
  [-1, -1],
  [-1, 1],
] as const;
/** Names of grounds stand below or above them, as on a map, else somewhere around. */
const AROUND_GROUND = [90, 270, 0, 180, 45, 315, 135, 225, 67, 113, 293, 247, 22, 158, 338, 202].map((degrees) => {
  const angle = (degrees * Math.PI) / 180;
  return [Math.cos(angle), Math.sin(angle)] as const;
});

/** Below and above its middle, which is where the hub mostly is: shares of the ground's radius, the most pleasing first. */
const WITHIN_GROUND = [0.45, 0.7, 0.2] as const;
const BELOW_AND_ABOVE = [
  [0, 1],
  [0, -1],
] as const;

function spotsOf(wish: LabelWish, measure: (line: string, wish: LabelWish) => number): readonly Spot[] {
  const spots: Spot[] = [];
  const { ground } = wish;
  wish.ways.forEach((lines, way) => {
    const width = Math.max(...lines.map((line) => measure(line, wish))) + 2 * paddingOf(wish);
    const block = { lines, width, height: lines.length * wish.size * LINE_HEIGHT };
    if (wish.isInCrowd === true && ground !== undefined) {
      // Where all around is taken, better within than beside another: nobody takes it for the neighbour's name.
      WITHIN_GROUND.forEach((share, at) =>
        spots.push(...spotsAround(ground, ground.radius * share, block, BELOW_AND_ABOVE, 8 + at + way * 2)),
      );
      for (const gap of [GAP, 2 * GAP])
        spots.push(...spotsAround(ground, reachOf(ground, gap), block, AROUND_GROUND, way * 2 + gap / 4));
      if (wish.isNeeded !== true) return;
      const away = FAR.flatMap((gap, at) =>
        spotsAround(ground, reachOf(ground, gap), block, AROUND_GROUND, 20 + way * 2 + at * 4),
      );
      spots.push(...away.map((spot) => ({ ...spot, isFar: true })));
      return;
    }
    spots.push(...spotsAround(wish, wish.radius + GAP, block, DIRECTIONS, way * 2));
    if (wish.bold !== true && wish.isMeant !== true) return;
    // A hub that is crowded in by its own community names the ground: a line to it would run through all of them.
    if (ground !== undefined) spots.push(...spotsAround(ground, reachOf(ground, 2), block, AROUND_GROUND, 4 + way * 2));
    const gaps = wish.isNeeded === true ? [...FAR, ...FARTHEST] : FAR;
    const dear = ground === undefined ? 6 : 16;
    const far = gaps.flatMap((gap, at) =>
      spotsAround(wish, wish.radius + gap, block, DIRECTIONS, dear + way * 2 + at * 4),
    );
    spots.push(...far.map((spot) => ({ ...spot, isFar: true })));
  });
  return spots;
}

type Reach = number | ((dx: number, dy: number) => number);

const reachOf =
  (ground: GroundShape, gap: number): Reach =>
  (dx, dy) =>
    ground.reach(dx, dy) + gap;

/** @param reach from the middle to the label */
function spotsAround(
  { x, y }: Pick<LabelWish, 'x' | 'y'>,
  reach: Reach,
  { lines, width, height }: Size & { readonly lines: readonly string[] },
  directions: readonly (readonly [number, number])[],
  cost: number,
): readonly Spot[] {
  return directions.map(([dx, dy], at) => {
    const off = (typeof reach === 'number' ? reach : reach(dx, dy)) / Math.hypot(dx, dy);
    const left = x + dx * off - (width * (1 - dx)) / 2;
    const top = y + dy * off - (height * (1 - dy)) / 2;
    return {
      rect: { left, top, right: left + width, bottom: top + height },
      align: Math.abs(dx) < 0.5 ? 'centre' : dx > 0 ? 'left' : 'right',
      lines,
      isFar: false,
      cost: cost + at / 2,
    };
  });
}

/** From the rim of the disc to the nearest point of the label. */
function leaderTo(rect: Rect, { x, y, radius }: LabelWish): Segment {
  const x2 = Math.min(rect.right, Math.max(rect.left, x));
  const y2 = Math.min(rect.bottom, Math.max(rect.top, y));
  const share = radius / (Math.hypot(x2 - x, y2 - y) || 1);
  return { x1: x + (x2 - x) * share, y1: y + (y2 - y) * share, x2, y2 };
}
