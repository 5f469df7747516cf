// What is written in the picture, and what it must keep off: read from the running explorer, in pixels of the canvas.
import type { Page } from '@playwright/test';
import { crosses, type Rect, type Segment } from '../../../web/src/stage/near-grid.ts';
import { inPicture } from './picture.ts';

export interface WrittenLabel {
  readonly text: string;
  readonly rect: Rect;
  /** The widest line, measured anew in the label's own letters. */
  readonly measured: number;
  /** The line that leads to it, where it stands farther off. */
  readonly leader: Segment | undefined;
}

export interface Written {
  readonly labels: readonly WrittenLabel[];
  readonly width: number;
  readonly height: number;
  /** Discs that are drawn in full colour, or in a crowd those of hubs. */
  readonly discs: readonly { readonly name: string; readonly x: number; readonly y: number; readonly radius: number }[];
  readonly names: readonly string[];
}

/** @param leastRadius of the discs that count, in pixels */
export function whatIsWritten(page: Page, leastRadius: number): Promise<Written> {
  return inPicture(
    page,
    (explorer, least) => {
      const stage = explorer.stage!;
      const { model } = explorer;
      const { bright } = (stage as unknown as { emphasis: { bright: ReadonlySet<number> | undefined } }).emphasis;
      const context = document.createElement('canvas').getContext('2d')!;
      const labels = stage.labels().map(({ lines, rect, size, bold, leader }) => {
        context.font = `${bold ? '600 ' : ''}${size}px Inter, system-ui, sans-serif`;
        const widths = lines.map(({ text }) => context.measureText(text).width);
        return { text: lines.map(({ text }) => text).join(' '), rect, measured: Math.max(...widths), leader };
      });
      const discs = [];
      for (let node = 0; node < model.size; node++) {
        if (explorer.scene().visible[node] !== 1 || bright?.has(node) === false) continue;
        const radius = stage.sigma.scaleSize(stage.sigma.getNodeDisplayData(node)!.size);
        if (radius >= least) discs.push({ name: model.name(node), ...stage.pixel(node), radius });
      }
      return { labels, ...stage.sigma.getDimensions(), discs, names: model.graph.names };
    },
    leastRadius,
  );
}

const overlap = (a: Rect, b: Rect): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const plain = (text: string): string => text.replace(/\s+/g, ' ');

/** Everything that is wrong with the labels, in words; nothing where they are as they should be. */
export function faultsOf({ labels, width, height, discs, names }: Written): readonly string[] {
  const whole = new Set(names.map(plain));
  return labels.flatMap(({ text, rect, measured, leader }, at) => {
    const faults: string[] = [];
    const words = plain(text);
    const isPhrase = [...whole].some((name) => name.startsWith(words) && /^[\s,;:]/.test(name.slice(words.length)));
    if (!whole.has(words) && !isPhrase && !/^\d+ without a relation$/.test(words)) faults.push(`“${text}” is no name`);
    if (measured > rect.right - rect.left) faults.push(`“${text}” is wider than its room`);
    if (rect.left < 0 || rect.top < 0 || rect.right > width || rect.bottom > height) faults.push(`“${text}” is cut`);
    for (const other of labels.slice(at + 1))
      if (overlap(rect, other.rect)) faults.push(`“${text}” overlaps “${other.text}”`);
    for (const other of labels)
      if (other.text !== text && leader !== undefined && crosses(leader, other.rect))
        faults.push(`the line to “${text}” runs through “${other.text}”`);
    for (const { name, x, y, radius } of discs) {
      const dx = x - Math.min(rect.right, Math.max(rect.left, x));
      const dy = y - Math.min(rect.bottom, Math.max(rect.top, y));
      if (Math.hypot(dx, dy) < radius - 0.5) faults.push(`“${text}” lies over ${name}`);
    }
    return faults;
  });
}

/** What of the page lies over the canvas. */
export function overCanvas(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const canvas = document.querySelector('.stage-canvas')!.getBoundingClientRect();
    const parts = ['.topbar', '.side', '.panel', '.stage-foot', '.time', '.tour', '.link-note', '.ingest'];
    return parts.filter((part) =>
      [...document.querySelectorAll(part)].some((element) => {
        const { left, right, top, bottom, width } = element.getBoundingClientRect();
        if (width === 0) return false;
        return left < canvas.right - 1 && right > canvas.left + 1 && top < canvas.bottom - 1 && bottom > canvas.top + 1;
      }),
    );
  });
}
