// A canvas of ours among sigma's, always as large as they are.
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
