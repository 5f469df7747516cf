// What is drawn on plain canvases around sigma's: bundles and hulls below the lines, rings and labels above the nodes.
import { LEAST_MEMBERS } from '../graph/community-names.ts';
import { convexHull, type Point } from '../graph/hull.ts';
import { mix, type Theme } from '../graph/appearance.ts';
import { fontOf, type PlacedLabel } from './labels.ts';
import { INK, PAPER } from './looks.ts';
import type { Rect, Segment } from './near-grid.ts';
import type { Projection } from './projection.ts';

/**
 * Grounds of the largest communities, all about as light, so that no kind's colour is lost on one; their names stand
 * beside them, in the picture and in the legend.
 */
export const TINTS: Readonly<Record<Theme, readonly string[]>> = {
  light: ['#dfe7fb', '#fbe9c8', '#d5f0e1', '#f8dce9', '#e7defa', '#d3eef4'],
  dark: ['#1a2646', '#3a2c17', '#12342b', '#3a2032', '#2a2149', '#0f3440'],
};

export interface Hull {
  readonly outline: readonly Point[];
  readonly middle: Point;
  /** Place among the tinted communities; undefined for the grey ones. */
  readonly tint: number | undefined;
}

/** Lines from one community to another, drawn as one where there are thousands. */
export interface Bundle {
  readonly from: number;
  readonly to: number;
  /** Share of the strongest. */
  readonly strength: number;
}

/** @param tints communities that have one, by number */
export function hullsOf(
  points: ReadonlyMap<number, readonly Point[]>,
  tints: ReadonlyMap<number, number>,
): ReadonlyMap<number, Hull> {
  const hulls = new Map<number, Hull>();
  for (const [community, members] of points) {
    if (members.length < LEAST_MEMBERS) continue;
    const middle = middleOf(members);
    hulls.set(community, {
      outline: convexHull(withoutStragglers(members, middle)),
      middle,
      tint: tints.get(community),
    });
  }
  return hulls;
}

function middleOf(points: readonly Point[]): Point {
  let [x, y] = [0, 0];
  for (const point of points) {
    x += point.x;
    y += point.y;
  }
  return { x: x / points.length, y: y / points.length };
}

/** A hull follows the body of a community; one member far out would stretch it over its neighbours. */
function withoutStragglers(members: readonly Point[], { x, y }: Point): readonly Point[] {
  if (members.length < 12) return members;
  const far = Float64Array.from(members, (point) => (point.x - x) ** 2 + (point.y - y) ** 2);
  const limit = far.slice().sort()[Math.floor(members.length * 0.95)]!;
  return members.filter((_unused, at) => far[at]! <= limit);
}

/** One opaque coat of a hull: its outline filled, and stroked so wide that it leaves the members room. */
export interface Coat {
  readonly outline: readonly Point[];
  readonly colour: string;
  readonly width: number;
}

interface HullLook {
  readonly padding: number;
  /** What steps back takes its ground along. */
  readonly isFaint: boolean;
}

/** In the order in which they are laid on, for the canvas and for drawings that are taken away. */
export function coatsOf(hulls: Iterable<Hull>, theme: Theme, { padding, isFaint }: HullLook): readonly Coat[] {
  const [ink, paper] = [INK[theme], PAPER[theme]];
  const share = isFaint ? 0.4 : 1;
  // The tinted ones last: where two overlap, the larger is seen whole.
  const ordered = [...hulls].sort((a, b) => (b.tint ?? Infinity) - (a.tint ?? Infinity));
  // Rim first, then body: opaque colours, so that overlaps do not add up to a third shade.
  return ordered.flatMap(({ outline, tint }) => {
    const ground = mix(tint === undefined ? mix(ink, paper, 0.05) : TINTS[theme][tint]!, paper, share);
    const width = (tint === undefined ? padding : padding + 4) * 2;
    return [
      { outline, colour: mix(ink, ground, 0.14 * share), width: width + 2 },
      { outline, colour: ground, width },
    ];
  });
}

export function drawHulls(context: CanvasRenderingContext2D, coats: readonly Coat[], projection: Projection): void {
  context.lineJoin = 'round';
  for (const { outline, colour, width } of coats) {
    context.fillStyle = colour;
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.beginPath();
    for (const point of outline) context.lineTo(projection.x(point), projection.y(point));
    context.closePath();
    context.stroke();
    context.fill();
  }
}

/** A bundle as it is drawn. */
export interface Strand extends Segment {
  readonly colour: string;
  readonly width: number;
}

export function strandsOf(
  bundles: readonly Bundle[],
  hulls: ReadonlyMap<number, Hull>,
  projection: Projection,
  theme: Theme,
): readonly Strand[] {
  return bundles.flatMap(({ from, to, strength }) => {
    const [a, b] = [hulls.get(from)?.middle, hulls.get(to)?.middle];
    if (a === undefined || b === undefined) return [];
    const ends = { x1: projection.x(a), y1: projection.y(a), x2: projection.x(b), y2: projection.y(b) };
    const colour = mix(INK[theme], PAPER[theme], 0.06 + 0.08 * strength);
    return [{ ...ends, colour, width: 0.6 + 2.6 * strength }];
  });
}

export function drawBundles(context: CanvasRenderingContext2D, strands: readonly Strand[]): void {
  context.lineCap = 'round';
  for (const { x1, y1, x2, y2, colour, width } of strands) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.beginPath();
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
    context.stroke();
  }
}

export function drawRing(
  context: CanvasRenderingContext2D,
  at: Point,
  radius: number,
  theme: Theme,
  isPin = false,
): void {
  context.beginPath();
  context.arc(at.x, at.y, radius + (isPin ? 2.5 : 4), 0, Math.PI * 2);
  context.strokeStyle = isPin ? mix(INK[theme], PAPER[theme], 0.6) : INK[theme];
  context.lineWidth = isPin ? 1 : 2.2;
  context.setLineDash(isPin ? [2, 2] : []);
  context.stroke();
  context.setLineDash([]);
}

export function drawLabels(context: CanvasRenderingContext2D, labels: readonly PlacedLabel[], theme: Theme): void {
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  for (const label of labels) {
    if (label.leader !== undefined) drawLeader(context, label.leader, theme);
    drawPlate(context, label, theme);
    context.font = fontOf(label);
    context.lineWidth = 4;
    context.strokeStyle = haloOf(label, theme);
    context.fillStyle = labelInk(label, theme);
    // All halos first: that of the second line would gnaw at the first.
    context.globalAlpha = 0.92;
    for (const { text, left, middle } of label.lines) context.strokeText(text, left, middle);
    context.globalAlpha = 1;
    for (const { text, left, middle } of label.lines) context.fillText(text, left, middle);
  }
}

/** What a name stands on. */
export interface Plate extends Rect {
  readonly round: number;
  readonly colour: string;
  readonly opacity: number;
  readonly rim: string | undefined;
}

/** A tint has its rim, as its ground has. Where strong lines run below, one sees through where they go. */
export function plateOf({ rect, hasPlate, tint }: PlacedLabel, theme: Theme): Plate | undefined {
  if (tint !== undefined) {
    const colour = TINTS[theme][tint]!;
    return { ...rect, round: 5, colour, opacity: 1, rim: mix(INK[theme], colour, 0.22) };
  }
  return hasPlate ? { ...rect, round: 3, colour: PAPER[theme], opacity: 0.82, rim: undefined } : undefined;
}

export const haloOf = ({ tint }: PlacedLabel, theme: Theme): string =>
  tint === undefined ? PAPER[theme] : TINTS[theme][tint]!;

function drawPlate(context: CanvasRenderingContext2D, label: PlacedLabel, theme: Theme): void {
  const plate = plateOf(label, theme);
  if (plate === undefined) return;
  const { left, top, right, bottom, round, colour, opacity, rim } = plate;
  context.globalAlpha = opacity;
  context.fillStyle = colour;
  context.beginPath();
  context.roundRect(left, top, right - left, bottom - top, round);
  context.fill();
  context.globalAlpha = 1;
  if (rim === undefined) return;
  context.strokeStyle = rim;
  context.lineWidth = 1;
  context.stroke();
}

export const labelInk = ({ isQuiet, bold }: PlacedLabel, theme: Theme): string =>
  mix(INK[theme], PAPER[theme], isQuiet ? 0.66 : bold ? 1 : 0.86);

/** So thin that it is no relation: it only says whose name that is. */
export const leaderLook = (theme: Theme): { readonly colour: string; readonly width: number } => ({
  colour: mix(INK[theme], PAPER[theme], 0.55),
  width: 1,
});

function drawLeader(context: CanvasRenderingContext2D, { x1, y1, x2, y2 }: Segment, theme: Theme): void {
  const { colour, width } = leaderLook(theme);
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.beginPath();
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
  context.stroke();
}
