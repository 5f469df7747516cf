// Lists, menus and notes that lie over the picture hide what is below them, and nothing of what is beside them.
import { expect, it, describe } from 'vitest';
import { button, openSmallWorld, page } from '../support/small-world-page.ts';
import { drop } from '../support/drop.ts';

openSmallWorld();

/** Beyond the rim: what a shadow darkens. */
const SHADOW = 40;

/** Pixels of the canvas that differ from the picture before, beyond what lies over it. */
async function changedBeside(overlay: string, before: Buffer): Promise<number> {
  const after = await page.screenshot();
  return page.evaluate(
    async ([selector, room, one, other]) => {
      const pixels = async (base64: string): Promise<ImageData> => {
        const image = await createImageBitmap(
          new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))]),
        );
        const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
        context.drawImage(image, 0, 0);
        return context.getImageData(0, 0, image.width, image.height);
      };
      const [a, b] = [await pixels(one), await pixels(other)];
      const canvas = document.querySelector('.stage-canvas')!.getBoundingClientRect();
      const over = document.querySelector(selector)!.getBoundingClientRect();
      let changed = 0;
      for (let y = Math.ceil(canvas.top); y < canvas.bottom; y++)
        for (let x = Math.ceil(canvas.left); x < canvas.right; x++) {
          if (x > over.left - room && x < over.right + room && y > over.top - room && y < over.bottom + room) continue;
          const at = (y * a.width + x) * 4;
          const channels = [0, 1, 2].map((channel) => Math.abs(a.data[at + channel]! - b.data[at + channel]!));
          if (Math.max(...channels) > 16) changed++;
        }
      return changed;
    },
    [overlay, SHADOW, before.toString('base64'), after.toString('base64')] as const,
  );
}

const OVERLAYS: readonly (readonly [string, string, () => Promise<void>])[] = [
  [
    'the search list',
    '.search-hits',
    async () => {
      await page.getByRole('combobox', { name: /Search names/ }).fill('a');
      await page.locator('.search-hits').getByRole('option').nth(7).waitFor();
    },
  ],
  ['the share menu', '.menu-list', () => button('Share').click()],
  [
    'the note on documents that were dropped',
    '.ingest',
    async () => {
      for (let at = 0; at < 4; at++) await drop(page, `nothing ${at}.pdf`, '%PDF-1.4 this is no PDF');
      await button('Load the new graph').waitFor();
    },
  ],
];

describe('beside what lies over it the picture stays as it was', () => {
  it.each(OVERLAYS)('%s', async (_name, overlay, open) => {
    await page.evaluate(() => document.fonts.ready);
    const before = await page.screenshot();
    await open();
    await page.locator(overlay).waitFor();
    expect(await changedBeside(overlay, before)).toBe(0);
  });
});
