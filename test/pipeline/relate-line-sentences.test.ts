// Posts, references and parties through the whole line: each short text gives exactly the relations that are listed below it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/domain/claim.ts';
import { readPageFacts } from '../../src/pipeline/02-clean/page-facts.ts';
import { read } from './relate-line.ts';

const LEFT_OUT = new Set(['STATED', 'PROPOSED', 'DISCUSSED', 'ADDRESSES', 'PART_OF', 'REPRESENTS']);

function readTexts(file: string): { text: string; relations: string[] }[] {
  const lines = readFileSync(join(import.meta.dirname, file), 'utf8').split('\n');
  const texts: { text: string; relations: string[] }[] = [];
  for (const line of lines) {
    if (line.startsWith('#') || line === '') continue;
    if (line.startsWith('  ')) texts.at(-1)!.relations.push(line.trim());
    else texts.push({ text: line, relations: [] });
  }
  return texts;
}

/** `HOLDS_POSITION former director: Ann Lee | World Bank (negated)`; of a symmetric relation the ends are in the text's order. */
function relationsIn(text: string): string[] {
  const { claims, entities } = read(text, readPageFacts(text, 'text/plain'));
  const nameOf = (id: string): string => entities.find((entity) => entity.id === id)?.name ?? '?';
  const inOrder = ({ predicate, subject, object }: Claim): string[] => {
    const ends = [nameOf(subject), nameOf(object)];
    const isSymmetric = predicate === 'MET_WITH' || predicate === 'SPOKE_WITH';
    return isSymmetric ? ends.sort((one, other) => text.indexOf(one) - text.indexOf(other)) : ends;
  };
  return claims
    .filter(({ predicate }) => !LEFT_OUT.has(predicate))
    .map((claim) => {
      const { predicate, modality, polarity, role, attributes } = claim;
      const post = predicate === 'HOLDS_POSITION' ? ` ${String(attributes['status'])} ${role ?? ''}` : '';
      const meant = [modality, polarity].filter((word) => word !== 'occurred' && word !== 'affirmed');
      return `${predicate}${post}: ${inOrder(claim).join(' | ')}${meant.length > 0 ? ` (${meant.join(', ')})` : ''}`;
    });
}

describe.each(['relate-line-sentences.txt', 'relate-news-sentences.txt', 'relate-dispatch-sentences.txt'])(
  'the line on %s',
  (file) => {
    it.each(readTexts(file))('reads $text', ({ text, relations }) => {
      expect(relationsIn(text).sort()).toEqual([...relations].sort());
    });
  },
);
