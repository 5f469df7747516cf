// The picture as PNG: the canvas's own layers on paper, with legend and date below.
import type { Explorer } from '../state/explorer.ts';
import { currentTheme } from '../state/explorer.ts';
import { DASHES, INK, PAPER } from '../stage/looks.ts';
import { CAPTION_FONT, CAPTION_MARGIN, CAPTION_TITLE, captionOf, MARKS, type Caption } from './caption.ts';

const LAYERS = ['hulls', 'edges', 'nodes', 'strong', 'labels', 'hoverNodes'] as const;

export async function pictureAsPng(explorer: Explorer, today: Date): Promise<Blob> {
  const { sigma } = explorer.stage!;
  const { width, height } = sigma.getDimensions();
  const ratio = window.devicePixelRatio;
  const caption = captionOf(explorer, today, width);
  const canvas = document.createElement('canvas');
  canvas.width = width * ratio;
  canvas.height = (height + caption.height) * ratio;
  const context = canvas.getContext('2d')!;
  context.fillStyle = PAPER[currentTheme()];
  context.fillRect(0, 0, canvas.width, canvas.height);
  // The drawing buffers are kept until the end of this task only: draw, then copy at once.
  sigma.refresh({ skipIndexation: true });
  const layers = sigma.getCanvases();
  for (const layer of LAYERS) {
    const source = layers[layer];
    if (source !== undefined) context.drawImage(source, 0, 0, width * ratio, height * ratio);
  }
  context.scale(ratio, ratio);
  drawCaption(context, caption, height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) =>
      blob === null ? reject(new Error('The picture is too large for this browser.')) : resolve(blob),
    );
  });
}

function drawCaption(context: CanvasRenderingContext2D, { title, entries }: Caption, top: number): void {
  context.font = CAPTION_FONT;
  context.strokeStyle = context.fillStyle = INK[currentTheme()];
  context.lineWidth = 1.6;
  context.fillText(title, CAPTION_MARGIN, top + CAPTION_TITLE);
  for (const { label, colour, shape, dash, x, y, textX } of entries) {
    const middle = top + y;
    if (shape === undefined) {
      context.setLineDash([...DASHES[dash]!]);
      context.beginPath();
      context.moveTo(x - 8, middle);
      context.lineTo(x + 14, middle);
      context.stroke();
    } else {
      context.save();
      context.translate(x, middle);
      context.fillStyle = colour;
      context.fill(new Path2D(MARKS[shape]), 'evenodd');
      context.restore();
    }
    context.fillText(label, textX, middle + 4);
  }
}
