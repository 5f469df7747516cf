// Ring and name of what the pointer is over, on a small canvas that follows them: to draw it anew costs next to nothing.
import type Sigma from 'sigma';
import type { Theme } from '../graph/appearance.ts';
import type { PlacedLabel } from './labels.ts';
import type { Disc, Rect } from './near-grid.ts';
import { drawLabels, drawRing } from './overlay.ts';

/** Around rings and names: the stroke of the ring, the halo of the letters. */
const ROOM = 8;
/** Pixels that most names need. */
const USUAL = { width: 320, height: 128 };

export class PointerLayer {
  private readonly canvas: HTMLCanvasElement;
  private readonly context: CanvasRenderingContext2D;
  private isClear = true;

  constructor(sigma: Sigma) {
    this.canvas = sigma.createCanvas('pointer', { beforeLayer: 'hovers', style: { willChange: 'transform' } });
    this.context = this.canvas.getContext('2d')!;
    // Sigma makes every canvas of its own as large as the stage.
    sigma.on('resize', () => this.grow(0, 0));
    this.grow(0, 0);
  }

  draw(discs: readonly Disc[], names: readonly PlacedLabel[], theme: Theme): void {
    const { canvas, context } = this;
    const ratio = window.devicePixelRatio;
    const rects = [...discs.map(rectOf), ...names.map(({ rect }) => rect)];
    if (!this.isClear) context.clearRect(0, 0, canvas.width, canvas.height);
    this.isClear = rects.length === 0;
    if (this.isClear) return;
    const left = Math.floor(Math.min(...rects.map((rect) => rect.left))) - ROOM;
    const top = Math.floor(Math.min(...rects.map((rect) => rect.top))) - ROOM;
    this.grow(
      Math.max(...rects.map(({ right }) => right)) + ROOM - left,
      Math.max(...rects.map(({ bottom }) => bottom)) + ROOM - top,
    );
    canvas.style.transform = `translate(${left}px, ${top}px)`;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.translate(-left, -top);
    for (const disc of discs) drawRing(context, disc, disc.radius, theme);
    drawLabels(context, names, theme);
    context.setTransform(1, 0, 0, 1, 0, 0);
  }

  /** Never smaller again: a canvas of another size is laid out anew. */
  private grow(width: number, height: number): void {
    const { canvas } = this;
    const ratio = window.devicePixelRatio;
    const [wide, high] = [Math.max(USUAL.width, width), Math.max(USUAL.height, height)].map(Math.ceil);
    const isStretched = canvas.style.width !== `${canvas.width / ratio}px`;
    if (!isStretched && canvas.width >= wide! * ratio && canvas.height >= high! * ratio) return;
    canvas.width = wide! * ratio;
    canvas.height = high! * ratio;
    canvas.style.width = `${wide}px`;
    canvas.style.height = `${high}px`;
  }
}

const rectOf = ({ x, y, radius }: Disc): Rect => ({
  left: x - radius,
  top: y - radius,
  right: x + radius,
  bottom: y + radius,
});
