// What is drawn on plain canvases around sigma's: hulls below the lines, rings and labels above the nodes.
import { convexHull, type Point } from '../graph/hull.ts';
import { mix, type Theme } from '../graph/appearance.ts';
import { LABEL_PIXELS, type PlacedLabel } from './labels.ts';
import { INK, PAPER } from './looks.ts';
import type { Projection } from './projection.ts';

export const LABEL_FONT = `${LABEL_PIXELS}px Inter, system-ui, sans-serif`;
export const BOLD_LABEL_FONT = `600 ${LABEL_PIXELS + 0.5}px Inter, system-ui, sans-serif`;
const HULL_PADDING = 16;
/** A hull says "these belong together": two nodes and their line say that already. */
export const LEAST_MEMBERS = 4;

export interface Hull {
  readonly outline: readonly Point[];
  readonly members: number;
}

export function hullsOf(points: ReadonlyMap<number, readonly Point[]>): readonly Hull[] {
  return [...points.values()]
    .filter((members) => members.length >= LEAST_MEMBERS)
    .map((members) => ({ outline: convexHull(withoutStragglers(members)), members: members.length }));
}

/** A hull follows the body of a community; one member far out would stretch it over its neighbours. */
function withoutStragglers(members: readonly Point[]): readonly Point[] {
  if (members.length < 12) return members;
  const x = members.reduce((sum, point) => sum + point.x, 0) / members.length;
  const y = members.reduce((sum, point) => sum + point.y, 0) / members.length;
  const far = (point: Point): number => Math.hypot(point.x - x, point.y - y);
  const limit = members.map(far).sort((a, b) => a - b)[Math.floor(members.length * 0.95)]!;
  return members.filter((point) => far(point) <= limit);
}

export function drawHulls(
  context: CanvasRenderingContext2D,
  hulls: readonly Hull[],
  projection: Projection,
  theme: Theme,
): void {
  context.lineJoin = 'round';
  // Rim first, then body: opaque colours, so that overlaps do not add up to a third shade.
  for (const [colour, extra] of [
    [mix(INK[theme], PAPER[theme], 0.13), 2],
    [mix(INK[theme], PAPER[theme], 0.045), 0],
  ] as const) {
    context.fillStyle = colour;
    context.strokeStyle = colour;
    context.lineWidth = HULL_PADDING * 2 + extra;
    for (const { outline } of hulls) {
      context.beginPath();
      for (const point of outline) context.lineTo(projection.x(point), projection.y(point));
      context.closePath();
      context.stroke();
      context.fill();
    }
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
    context.font = label.bold === true ? BOLD_LABEL_FONT : LABEL_FONT;
    context.globalAlpha = label.dimmed === true ? 0.6 : 0.94;
    context.strokeText(label.text, label.left, label.middle);
    context.globalAlpha = 1;
    context.fillStyle = label.dimmed === true ? mix(INK[theme], PAPER[theme], 0.55) : INK[theme];
    context.fillText(label.text, label.left, label.middle);
  }
}
