// What the front matter of a Markdown file says about its document.
import { parse } from 'yaml';
import { findDate } from '../../pipeline/02-clean/page-date.ts';
import type { ReadText } from '../../ports/document-reader.ts';

const FRONT_MATTER = /^\ufeff?---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/u;

type DocumentFacts = Pick<ReadText, 'title' | 'publisher' | 'publishedOn' | 'language'>;

export function readFrontMatter(text: string): DocumentFacts {
  const source = FRONT_MATTER.exec(text)?.[1];
  if (source === undefined) return {};
  let fields: unknown;
  try {
    fields = parse(source, { schema: 'failsafe' });
  } catch {
    // Three dashes may open a text without front matter; then the text says about itself what it says.
    return {};
  }
  const field = (...names: readonly string[]): string | undefined => {
    for (const name of names) {
      const value = (fields as Record<string, unknown> | null)?.[name];
      if (typeof value === 'string' && value.trim() !== '') return value.trim();
    }
    return undefined;
  };
  const title = field('title', 'headline');
  const publisher = field('publisher', 'source', 'outlet');
  const publishedOn = findDate(field('date', 'published', 'publishedOn', 'datePublished') ?? '');
  const language = field('lang', 'language');
  return {
    ...(title !== undefined && { title }),
    ...(publisher !== undefined && { publisher }),
    ...(publishedOn !== undefined && { publishedOn }),
    ...(language !== undefined && { language }),
  };
}
