// Base forms by suffix rules and tables of irregular words, as spaCy's English lemmatizer finds them.
import type { ModelFiles } from '../model.ts';
import type { Attributes } from './attribute-ruler.ts';
import { lowerCase } from './characters.ts';
import { WordList } from './word-list.ts';

interface Part {
  readonly rules: readonly (readonly [string, string])[];
  readonly exceptions: Readonly<Record<string, readonly string[]>>;
  readonly index: WordList;
}

export class Lemmatizer {
  readonly #parts: ReadonlyMap<string, Part>;
  readonly #isAlpha: (text: string) => boolean;

  constructor(files: Pick<ModelFiles, 'tables' | 'lemmaIndex'>, isAlpha: (text: string) => boolean) {
    const index = readIndex(files.lemmaIndex);
    this.#isAlpha = isAlpha;
    this.#parts = new Map(
      Object.entries(files.tables.lemmas).map(([name, part]) => [
        name,
        { ...part, index: index.get(name) ?? new WordList('') },
      ]),
    );
  }

  lemma(text: string, { pos, morph, lemma }: Attributes): string {
    if (lemma !== undefined) return lemma;
    const name = pos.toLowerCase();
    const part = this.#parts.get(name);
    if (name === '' || name === 'space' || isBaseForm(name, morph)) return lowerCase(text);
    if (part === undefined) return name === 'propn' ? text : lowerCase(text);
    return this.#inflected(text, part);
  }

  #inflected(text: string, part: Part): string {
    const lower = lowerCase(text);
    const forms: string[] = [];
    const unknown: string[] = [];
    for (const [ending, replacement] of part.rules) {
      if (!lower.endsWith(ending)) continue;
      const form = lower.slice(0, lower.length - ending.length) + replacement;
      if (form === '') continue;
      if (part.index.has(form)) forms.unshift(form);
      else if (!this.#isAlpha(form)) forms.push(form);
      else unknown.push(form);
    }
    const known = [...new Set(forms)];
    const exceptions = Object.hasOwn(part.exceptions, lower) ? part.exceptions[lower]! : [];
    for (const form of exceptions) if (!known.includes(form)) known.unshift(form);
    return known[0] ?? unknown[0] ?? text;
  }
}

function isBaseForm(pos: string, morph: string): boolean {
  const has = (feature: string): boolean => morph.split('|').includes(feature);
  if (pos === 'noun' && has('Number=Sing')) return true;
  if (pos === 'verb' && has('VerbForm=Fin') && has('Tense=Pres') && !morph.includes('Number=')) return true;
  return has('VerbForm=Inf') || has('Degree=Pos');
}

/** Blocks of words between empty lines, the first line of each the part of speech. */
function readIndex(text: string): Map<string, WordList> {
  return new Map(
    text.split('\n\n').map((block) => {
      const [end, stop] = [block.indexOf('\n') + 1, block.endsWith('\n') ? '' : '\n'];
      return [block.slice(0, end - 1), new WordList(block.slice(end) + stop)];
    }),
  );
}
