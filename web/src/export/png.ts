// The picture as PNG: the canvas's own layers on paper, with legend and date below.
import type { Explorer } from '../state/explorer.ts';
import { currentTheme } from '../state/explorer.ts';
import { INK, PAPER } from '../stage/looks.ts';
import { captionOf } from './drawn.ts';

const LEGEND_HEIGHT = 56;
const LAYERS = ['hulls', 'edges', 'nodes', 'labels'] as const;

export async function pictureAsPng(explorer: Explorer, today: Date): Promise<Blob> {
  const { sigma } = explorer.stage!;
  const { width, height } = sigma.getDimensions();
  const ratio = window.devicePixelRatio;
  const canvas = document.createElement('canvas');
  canvas.width = width * ratio;
  canvas.height = (height + LEGEND_HEIGHT) * ratio;
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
  drawLegend(context, explorer, height, today);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) =>
      blob === null ? reject(new Error('The picture is too large for this browser.')) : resolve(blob),
    );
  });
}

function drawLegend(context: CanvasRenderingContext2D, explorer: Explorer, top: number, today: Date): void {
  const { title, kinds } = captionOf(explorer, today);
  context.font = '12px Inter, sans-serif';
  context.fillStyle = INK[currentTheme()];
  context.fillText(title, 16, top + 20);
  let x = 16;
  for (const { label, colour } of kinds) {
    context.fillStyle = colour;
    context.beginPath();
    context.arc(x, top + 40, 5, 0, Math.PI * 2);
    context.fill();
    context.fillStyle = INK[currentTheme()];
    context.fillText(label, x + 10, top + 44);
    x += context.measureText(label).width + 30;
  }
}
