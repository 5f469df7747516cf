// Looks into the picture from a test: where a node or a line is on the screen, and the colour that was really drawn.
import type { Page } from '@playwright/test';
import type { Explorer } from '../../../web/src/state/explorer.ts';

declare global {
  interface HTMLElement {
    explorer?: Explorer;
  }
}

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Runs in the page; `argument` must survive serialisation. */
export function inPicture<A, R>(page: Page, look: (explorer: Explorer, argument: A) => R, argument: A): Promise<R> {
  const source = `(argument) => (${look.toString()})(document.querySelector('.stage-canvas').explorer, argument)`;
  return page.evaluate(`(${source})(${JSON.stringify(argument)})`);
}

/** Page coordinates of the entity of this name, once the picture has come to rest. */
export async function spotOf(page: Page, name: string): Promise<Spot> {
  for (let before = await spotNow(page, name); ;) {
    await page.waitForTimeout(100);
    const spot = await spotNow(page, name);
    if (Math.hypot(spot.x - before.x, spot.y - before.y) < 0.5) return spot;
    before = spot;
  }
}

async function spotNow(page: Page, name: string): Promise<Spot> {
  const at = await inPicture(
    page,
    (explorer, wanted) => {
      const node = explorer.model.graph.names.indexOf(wanted);
      return explorer.stage!.pixel(node);
    },
    name,
  );
  const box = (await page.locator('.stage-canvas').boundingBox())!;
  return { x: box.x + at.x, y: box.y + at.y };
}

/** A point of the line between two entities where nothing else is as near. */
export async function spotBetween(page: Page, one: string, other: string): Promise<Spot> {
  const at = await inPicture(
    page,
    (explorer, [a, b]) => {
      const { model, stage } = explorer;
      const [from, to] = [a, b].map((name) => model.graph.names.indexOf(name));
      const [p, q] = [stage!.pixel(from!), stage!.pixel(to!)];
      // Lines may be arcs: ask the stage itself which line it finds at places along the way.
      for (let side = 0; side < 40; side++)
        for (let step = 2; step < 19; step++) {
          const t = step / 20;
          const off = (side % 2 === 0 ? 1 : -1) * Math.ceil(side / 2) * 3;
          const length = Math.hypot(q.x - p.x, q.y - p.y) || 1;
          const x = p.x + (q.x - p.x) * t - ((q.y - p.y) / length) * off;
          const y = p.y + (q.y - p.y) * t + ((q.x - p.x) / length) * off;
          const line = stage!.lineAt({ x, y });
          // Another line may run beside it: the pointer, which knows whole pixels only, must find the same one.
          const isSure = [-2, 0, 2].every((dx) =>
            [-2, 0, 2].every((dy) => stage!.lineAt({ x: x + dx, y: y + dy }) === line),
          );
          const isFree = [...model.graph.names.keys()].every((node) => {
            if (explorer.scene().visible[node] !== 1) return true;
            const at = stage!.pixel(node);
            return Math.hypot(at.x - x, at.y - y) > 18;
          });
          if (line === undefined || !isSure || !isFree) continue;
          const ends = [model.lines.source[line], model.lines.target[line]];
          if (ends.includes(from) && ends.includes(to)) return { x, y };
        }
      throw new Error('No free place on the line.');
    },
    [one, other] as const,
  );
  const box = (await page.locator('.stage-canvas').boundingBox())!;
  return { x: box.x + at.x, y: box.y + at.y };
}

/** The pixel at a node's centre as WebGL drew it, and the colour that was asked for. */
export function drawnColour(page: Page, name: string): Promise<{ drawn: readonly number[]; wanted: string }> {
  return inPicture(
    page,
    (explorer, wantedName) => {
      const { sigma } = explorer.stage!;
      const node = explorer.model.graph.names.indexOf(wantedName);
      const at = explorer.stage!.pixel(node);
      sigma.refresh(); // draws at once; the buffer is gone after this task
      const { nodes: gl } = (sigma as unknown as { webGLContexts: { nodes: WebGL2RenderingContext } }).webGLContexts;
      const pixel = new Uint8Array(4);
      const ratio = window.devicePixelRatio;
      const [x, y] = [Math.round(at.x * ratio), Math.round(gl.drawingBufferHeight - at.y * ratio)];
      gl.readPixels(x, y, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
      return { drawn: [...pixel], wanted: sigma.getNodeDisplayData(node)!.color };
    },
    name,
  );
}

export const rgbOf = (hex: string): readonly number[] => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
