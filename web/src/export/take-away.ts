// The files a reader can take away; loaded when the first is asked for.
import type { Explorer } from '../state/explorer.ts';
import { save } from './drawn.ts';
import { pictureAsPng } from './png.ts';
import { pictureAsSvg } from './svg.ts';
import { entitiesAsCsv, pictureAsGexf, relationsAsCsv } from './tables.ts';

export type Format = 'png' | 'svg' | 'gexf' | 'entities.csv' | 'relations.csv';

export async function takeAway(explorer: Explorer, format: Format): Promise<void> {
  const today = new Date();
  save(`plenary-${today.toISOString().slice(0, 10)}.${format}`, await contentOf(explorer, format, today));
}

async function contentOf(explorer: Explorer, format: Format, today: Date): Promise<Blob> {
  if (format === 'png') return pictureAsPng(explorer, today);
  if (format === 'svg') return new Blob([pictureAsSvg(explorer, today)], { type: 'image/svg+xml' });
  if (format === 'gexf') return new Blob([pictureAsGexf(explorer, today)], { type: 'application/gexf+xml' });
  // The mark makes spreadsheets read the accents.
  const csv = format === 'entities.csv' ? entitiesAsCsv(explorer) : relationsAsCsv(explorer);
  return new Blob(['\uFEFF', csv], { type: 'text/csv' });
}
