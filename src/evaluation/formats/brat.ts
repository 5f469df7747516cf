// Reads brat standoff annotation: `.ann` beside `.txt`, entities and relations; what one text names alike is one entity.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { entityType, relationType } from '../kinds.ts';
import type { GoldEntity, GoldText } from '../gold.ts';

interface Mention {
  readonly id: string;
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/** `T1<tab>Person 0 7<tab>Ann Lee`; of a discontinuous span the whole reach. */
function parseMention(line: string): Mention | undefined {
  const [id = '', place = '', quote = ''] = line.split('\t');
  const offsets = [...place.matchAll(/\d+(?=[ ;]|$)/gu)].map(({ 0: number }) => Number(number));
  const type = place.split(' ')[0] ?? '';
  if (!/^T\d/u.test(id) || offsets.length < 2) return undefined;
  return { id, type, start: Math.min(...offsets), end: Math.max(...offsets), quote };
}

/** `R1<tab>MET_WITH Arg1:T1 Arg2:T2`. */
const RELATION = /^R\S*\t(\S+) \S+?:(T\S+) \S+?:(T\S+)/u;
/** `*<tab>Equiv T1 T2`: mentions of one thing. */
const EQUIVALENCE = /^\*\t\S+ (.+)$/u;

/** brat counts code points, JavaScript code units. */
function unitOffsets(text: string): (point: number) => number {
  const starts: number[] = [];
  let at = 0;
  for (const character of text) {
    starts.push(at);
    at += character.length;
  }
  return (point) => starts[point] ?? text.length;
}

function groupMentions(mentions: readonly Mention[], lines: readonly string[]): ReadonlyMap<string, string> {
  const groupOf = new Map<string, string>();
  const byName = new Map<string, string>();
  for (const { id, type, quote } of mentions) {
    const key = `${type}\t${quote.toLowerCase()}`;
    if (!byName.has(key)) byName.set(key, id);
    groupOf.set(id, byName.get(key)!);
  }
  for (const line of lines) {
    const [first, ...rest] = (EQUIVALENCE.exec(line)?.[1] ?? '').trim().split(/\s+/u);
    const group = groupOf.get(first ?? '');
    if (group === undefined) continue;
    for (const other of rest) {
      const old = groupOf.get(other);
      for (const [id, own] of groupOf) if (own === old) groupOf.set(id, group);
    }
  }
  return groupOf;
}

function sentenceAround(text: string, start: number, end: number): { start: number; end: number } {
  const before = text.slice(0, start).search(/[.!?\n][^.!?\n]*$/u);
  const after = text.slice(end).search(/[.!?](?=\s|$)|\n/u);
  return { start: before < 0 ? 0 : before + 1, end: after < 0 ? text.length : end + after + 1 };
}

export function parseBrat(doc: string, text: string, annotation: string): GoldText {
  const lines = annotation.split(/\r?\n/u);
  const unit = unitOffsets(text);
  const mentions = lines
    .map(parseMention)
    .filter((mention) => mention !== undefined)
    .map((mention) => ({ ...mention, start: unit(mention.start), end: unit(mention.end) }));
  const groupOf = groupMentions(mentions, lines);
  const entities = new Map<string, GoldEntity & { aliases: string[] }>();
  for (const { id, type, quote, start, end } of mentions) {
    const group = groupOf.get(id)!;
    const known = entities.get(group);
    if (known === undefined) {
      entities.set(group, {
        id: group,
        type: entityType(type),
        name: quote,
        aliases: [],
        mentions: [{ start, end, quote }],
      });
    } else {
      if (!known.aliases.includes(quote) && known.name !== quote) known.aliases.push(quote);
      known.mentions?.push({ start, end, quote });
    }
  }
  const placeOf = new Map(mentions.map((mention) => [mention.id, mention]));
  const relations = lines.flatMap((line) => {
    const [, type = '', left = '', right = ''] = RELATION.exec(line) ?? [];
    const [source, target] = [placeOf.get(left), placeOf.get(right)];
    if (source === undefined || target === undefined) return [];
    const evidence = sentenceAround(text, Math.min(source.start, target.start), Math.max(source.end, target.end));
    return [
      { type: relationType(type), source: groupOf.get(left)!, target: groupOf.get(right)!, evidence: [evidence] },
    ];
  });
  return {
    gold: { schema: 'gold-graph/1', doc, file: `${doc}.txt`, entities: [...entities.values()], relations },
    text,
  };
}

export function readBratFolder(folder: string): readonly GoldText[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ann') && existsSync(join(folder, name.replace(/\.ann$/u, '.txt'))))
    .sort()
    .map((name) => {
      const doc = name.replace(/\.ann$/u, '');
      return parseBrat(doc, readFileSync(join(folder, `${doc}.txt`), 'utf8'), readFileSync(join(folder, name), 'utf8'));
    });
}
