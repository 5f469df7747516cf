// Canvases among sigma's: ours, always as large as they are, and those of sigma's that nothing is drawn on.
import type Sigma from 'sigma';

export function addLayer(sigma: Sigma, id: string, beforeLayer: string): CanvasRenderingContext2D {
  const canvas = sigma.createCanvas(id, { beforeLayer });
  const context = canvas.getContext('2d')!;
  const fit = (): void => {
    const { width, height } = sigma.getDimensions();
    const ratio = window.devicePixelRatio;
    canvas.width = width * ratio;
    canvas.height = height * ratio;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
  };
  sigma.on('resize', fit);
  fit();
  return context;
}

/** Copied to the screen frame by frame even where they are empty: they are given one pixel. */
const UNUSED = ['edgeLabels', 'hovers', 'mouse'];

/** Sigma makes every canvas as large as the stage; what is empty need not be, and only costs. */
export function shrinkUnused(sigma: Sigma): void {
  const shrink = (): void => {
    for (const id of UNUSED) {
      const canvas = sigma.getCanvases()[id]!;
      canvas.width = 1;
      canvas.height = 1;
    }
  };
  sigma.on('resize', shrink);
  shrink();
}

/** What is highlighted is drawn once more, on a canvas that is read back from the card even where nothing is. */
export function fitHighlights(sigma: Sigma, isNeeded: boolean): void {
  const canvas = sigma.getCanvases()['hoverNodes']!;
  const ratio = window.devicePixelRatio;
  const size = sigma.getDimensions();
  const [width, height] = isNeeded ? [size.width * ratio, size.height * ratio] : [1, 1];
  if (canvas.width === Math.floor(width) && canvas.height === Math.floor(height)) return;
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('webgl2')?.viewport(0, 0, width, height);
}
