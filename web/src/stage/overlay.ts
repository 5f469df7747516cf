// What is drawn on plain canvases around sigma's: bundles and hulls below the lines, rings and labels above the nodes.
import { LEAST_MEMBERS } from '../graph/community-names.ts';
import { convexHull, type Point } from '../graph/hull.ts';
import { mix, type Theme } from '../graph/appearance.ts';
import { fontOf, type PlacedLabel } from './labels.ts';
import { INK, PAPER } from './looks.ts';
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

const middleOf = (points: readonly Point[]): Point => ({
  x: points.reduce((sum, point) => sum + point.x, 0) / points.length,
  y: points.reduce((sum, point) => sum + point.y, 0) / points.length,
});

/** A hull follows the body of a community; one member far out would stretch it over its neighbours. */
function withoutStragglers(members: readonly Point[], { x, y }: Point): readonly Point[] {
  if (members.length < 12) return members;
  const far = (point: Point): number => Math.hypot(point.x - x, point.y - y);
  const limit = members.map(far).sort((a, b) => a - b)[Math.floor(members.length * 0.95)]!;
  return members.filter((point) => far(point) <= limit);
}

export function drawHulls(
  context: CanvasRenderingContext2D,
  hulls: Iterable<Hull>,
  projection: Projection,
  theme: Theme,
  { padding, isFaint }: { readonly padding: number; readonly isFaint: boolean },
): void {
  context.lineJoin = 'round';
  const [ink, paper] = [INK[theme], PAPER[theme]];
  const share = isFaint ? 0.4 : 1;
  // The tinted ones last: where two overlap, the larger is seen whole.
  const ordered = [...hulls].sort((a, b) => (b.tint ?? Infinity) - (a.tint ?? Infinity));
  // Rim first, then body: opaque colours, so that overlaps do not add up to a third shade.
  for (const { outline, tint } of ordered) {
    const ground = mix(tint === undefined ? mix(ink, paper, 0.05) : TINTS[theme][tint]!, paper, share);
    for (const [colour, extra] of [
      [mix(ink, ground, 0.14 * share), 2],
      [ground, 0],
    ] as const) {
      context.fillStyle = colour;
      context.strokeStyle = colour;
      context.lineWidth = (tint === undefined ? padding : padding + 4) * 2 + extra;
      context.beginPath();
      for (const point of outline) context.lineTo(projection.x(point), projection.y(point));
      context.closePath();
      context.stroke();
      context.fill();
    }
  }
}

export function drawBundles(
  context: CanvasRenderingContext2D,
  bundles: readonly Bundle[],
  hulls: ReadonlyMap<number, Hull>,
  projection: Projection,
  theme: Theme,
): void {
  context.lineCap = 'round';
  for (const { from, to, strength } of bundles) {
    const [a, b] = [hulls.get(from)?.middle, hulls.get(to)?.middle];
    if (a === undefined || b === undefined) continue;
    context.strokeStyle = mix(INK[theme], PAPER[theme], 0.06 + 0.08 * strength);
    context.lineWidth = 0.6 + 2.6 * strength;
    context.beginPath();
    context.moveTo(projection.x(a), projection.y(a));
    context.lineTo(projection.x(b), projection.y(b));
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
  context.lineWidth = 4;
  context.strokeStyle = PAPER[theme];
  for (const label of labels) {
    context.font = fontOf(label);
    context.globalAlpha = 0.92;
    context.strokeText(label.text, label.left, label.middle);
    context.globalAlpha = 1;
    context.fillStyle = mix(INK[theme], PAPER[theme], label.isQuiet === true ? 0.66 : label.bold === true ? 1 : 0.86);
    context.fillText(label.text, label.left, label.middle);
  }
}
