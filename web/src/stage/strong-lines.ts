// Lines of what the reader looks at, on a canvas of their own: above the nodes that step back, below those that do not.
import type { Point } from '../graph/hull.ts';
import { bendOf } from './hit-lines.ts';
import { DASHES, type LineStyle } from './looks.ts';

/** A line with its place in pixels. */
export interface DrawnStroke {
  readonly from: Point;
  readonly to: Point;
  readonly style: LineStyle;
}

/** @param scale pixels of a line of width 1 */
export function drawStrong(context: CanvasRenderingContext2D, strokes: Iterable<DrawnStroke>, scale: number): void {
  context.lineCap = 'butt';
  for (const { from, to, style } of strokes) {
    context.strokeStyle = style.color;
    context.lineWidth = style.size * scale;
    context.setLineDash([...DASHES[style.dash]!]);
    context.beginPath();
    context.moveTo(from.x, from.y);
    const bend = bendOf(from, to, style.curve);
    context.quadraticCurveTo(bend.x, bend.y, to.x, to.y);
    context.stroke();
  }
}
