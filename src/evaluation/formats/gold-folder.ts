// Reads a folder of gold files (gold-graph/1) with their texts.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../domain/errors.ts';
import { goldSchema, type GoldText } from '../gold.ts';

/** The text lies where the file says, from its own folder or one above it, or in a folder that the user names. */
function findText(file: string, folder: string, textFolders: readonly string[]): string | undefined {
  const places = [...textFolders, folder, join(folder, 'texts'), dirname(folder), dirname(dirname(folder))];
  const names = [file, basename(file)];
  return places.flatMap((place) => names.map((name) => join(place, name))).find((path) => existsSync(path));
}

/** @throws AppError InvalidInput where a gold file is broken or its text is not there */
export function readGoldFolder(folder: string, textFolders: readonly string[]): readonly GoldText[] {
  const texts: GoldText[] = [];
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.json')) continue;
    let content: unknown;
    try {
      content = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    } catch (cause) {
      throw new AppError('InvalidInput', `${name} is not JSON: mend it or take it out of the folder.`, { cause });
    }
    if ((content as { schema?: unknown } | null)?.schema !== 'gold-graph/1') continue;
    const parsed = goldSchema.safeParse(content);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      throw new AppError(
        'InvalidInput',
        `${name} is no gold-graph/1 file: mend ${issue?.path.join('.') ?? 'it'} (${issue?.message ?? ''}).`,
      );
    }
    const path = findText(parsed.data.file, folder, textFolders);
    if (path === undefined) {
      throw new AppError(
        'InvalidInput',
        `The text of ${name} (${parsed.data.file}) is not there: name its folder with --texts.`,
      );
    }
    texts.push({ gold: parsed.data, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(readFileSync(path)) });
  }
  return texts;
}
