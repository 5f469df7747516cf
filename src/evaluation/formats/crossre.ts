// Reads CrossRE: JSON Lines of tokenised sentences with entities and relations by token numbers.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../domain/errors.ts';
import type { GoldEntity, GoldText } from '../gold.ts';
import { relationType } from '../kinds.ts';

const sentenceSchema = z.object({
  doc_key: z.string(),
  sentence: z.array(z.string()).min(1),
  ner: z.array(z.tuple([z.number().int(), z.number().int(), z.string()])),
  relations: z
    .array(
      z.tuple([z.number().int(), z.number().int(), z.number().int(), z.number().int(), z.string()]).rest(z.unknown()),
    )
    .default([]),
});
type Sentence = z.output<typeof sentenceSchema>;

/** CrossRE's types of the politics and news domains; the others stay what they are called and match nothing of ours. */
const TYPES: Readonly<Record<string, string>> = {
  politician: 'Person',
  person: 'Person',
  scientist: 'Person',
  researcher: 'Person',
  organisation: 'Organisation',
  politicalparty: 'Organisation',
  university: 'Organisation',
  country: 'Place',
  location: 'Place',
  event: 'Event',
  election: 'Event',
  conference: 'Event',
};

/** The text with the tokens' spans: one space between tokens, as the tokeniser left them. */
function joinTokens(tokens: readonly string[]): {
  readonly text: string;
  readonly spans: readonly (readonly [number, number])[];
} {
  let at = 0;
  const spans = tokens.map((token) => {
    const span = [at, at + token.length] as const;
    at += token.length + 1;
    return span;
  });
  return { text: tokens.join(' '), spans };
}

export function toGoldText(sentence: Sentence): GoldText {
  const { text, spans } = joinTokens(sentence.sentence);
  const entities = new Map<string, GoldEntity>();
  const byPlace = new Map<string, string>();
  for (const [first, last, type] of sentence.ner) {
    const [start, end] = [spans[first]?.[0] ?? 0, spans[last]?.[1] ?? text.length];
    const name = text.slice(start, end);
    const kind = TYPES[type.toLowerCase()] ?? type;
    // Agencies are organisations to CrossRE.
    const alternatives = kind === 'Organisation' ? { type_alternatives: ['Agency'] } : {};
    const id = `${kind}:${name.toLowerCase()}`;
    byPlace.set(`${first}-${last}`, id);
    const known = entities.get(id);
    if (known === undefined)
      entities.set(id, { id, type: kind, name, ...alternatives, mentions: [{ start, end, quote: name }] });
    else known.mentions?.push({ start, end, quote: name });
  }
  const relations = sentence.relations.flatMap(([sourceFirst, sourceLast, targetFirst, targetLast, type]) => {
    const source = byPlace.get(`${sourceFirst}-${sourceLast}`);
    const target = byPlace.get(`${targetFirst}-${targetLast}`);
    if (source === undefined || target === undefined) return [];
    return [{ type: relationType(type), source, target, evidence: [{ start: 0, end: text.length }] }];
  });
  const doc = sentence.doc_key;
  return {
    gold: { schema: 'gold-graph/1', doc, file: `${doc}.txt`, entities: [...entities.values()], relations },
    text,
  };
}

export function readCrossReFolder(folder: string): readonly GoldText[] {
  return readdirSync(folder)
    .filter((name) => /\.jsonl?$/u.test(name))
    .sort()
    .flatMap((name) =>
      readFileSync(join(folder, name), 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line, index) => {
          const parsed = sentenceSchema.safeParse(parseLine(line, name, index));
          if (!parsed.success)
            throw new AppError(
              'InvalidInput',
              `Line ${index + 1} of ${name} is no CrossRE sentence: mend it or choose another --format.`,
            );
          return toGoldText(parsed.data);
        }),
    );
}

function parseLine(line: string, name: string, index: number): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new AppError(
      'InvalidInput',
      `Line ${index + 1} of ${name} is not JSON: mend it or choose another --format.`,
      { cause },
    );
  }
}
