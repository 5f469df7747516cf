// The annotation formats that can be measured against, and which one a folder holds.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../domain/errors.ts';
import type { GoldText } from '../gold.ts';
import { readBratFolder } from './brat.ts';
import { readCrossReFolder } from './crossre.ts';
import { readGoldFolder } from './gold-folder.ts';

export const GOLD_FORMATS = ['gold', 'brat', 'crossre'] as const;
export type GoldFormat = (typeof GOLD_FORMATS)[number];

function guessFormat(folder: string): GoldFormat {
  const names = readdirSync(folder);
  if (names.some((name) => name.endsWith('.ann'))) return 'brat';
  const json = names.find((name) => /\.jsonl?$/u.test(name));
  if (json !== undefined && /"doc_key"/u.test(readFileSync(join(folder, json), 'utf8').slice(0, 500))) return 'crossre';
  return 'gold';
}

/** @throws AppError InvalidInput where the folder holds no annotated document */
export function readAnnotations(
  folder: string,
  format: GoldFormat | undefined,
  textFolders: readonly string[],
): readonly GoldText[] {
  let texts: readonly GoldText[];
  try {
    const chosen = format ?? guessFormat(folder);
    if (chosen === 'brat') texts = readBratFolder(folder);
    else texts = chosen === 'crossre' ? readCrossReFolder(folder) : readGoldFolder(folder, textFolders);
  } catch (cause) {
    if (cause instanceof AppError || !(cause instanceof Error)) throw cause;
    throw new AppError('InvalidInput', 'The folder cannot be read: name one that holds annotated documents.', {
      cause,
    });
  }
  if (texts.length === 0) {
    throw new AppError(
      'InvalidInput',
      'The folder holds no annotated document: give gold-graph/1, brat or CrossRE files.',
    );
  }
  return texts;
}
