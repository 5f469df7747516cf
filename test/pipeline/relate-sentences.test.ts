// Frames and qualifiers on sentences of our own: each gives exactly the relations that are listed below it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../src/adapters/knowledge/load-knowledge.ts';
import { loadEnglish } from '../../src/adapters/model/load-engine.ts';
import { relate } from '../../src/pipeline/06-relate/index.ts';
import { qualify } from '../../src/pipeline/07-qualify/index.ts';
import { markedText } from './relate-marked-text.ts';

interface Sentence {
  readonly marked: string;
  readonly relations: string[];
}

function readSentences(): Sentence[] {
  const lines = readFileSync(join(import.meta.dirname, 'relate-sentences.txt'), 'utf8').split('\n');
  const sentences: Sentence[] = [];
  for (const line of lines) {
    if (line.startsWith('#') || line === '') continue;
    if (line.startsWith('  ')) sentences.at(-1)!.relations.push(line.trim());
    else sentences.push({ marked: line, relations: [] });
  }
  return sentences;
}

const knowledge = loadKnowledge(loadEnglish());

/** `MET_WITH: Ann Lee | Juan Roe (planned, negated)`; statements are tested apart. */
function relationsIn(marked: string): string[] {
  const related = relate(markedText(marked, knowledge.engine), knowledge);
  return qualify(related, knowledge)
    .filter(({ type }) => type !== 'STATED')
    .map(({ type, source, target, modality, polarity }) => {
      const meant = [modality, polarity].filter((word) => word !== 'occurred' && word !== 'affirmed');
      const ends = `${related.chains[source]!.name} | ${related.chains[target]!.name}`;
      return `${type}: ${ends}${meant.length > 0 ? ` (${meant.join(', ')})` : ''}`;
    });
}

describe('the frames', () => {
  const sentences = readSentences();

  it('are tested on more than four hundred sentences, half of which state nothing or not as a fact', () => {
    const isUnstated = ({ relations }: Sentence): boolean => relations.every((relation) => relation.endsWith(')'));
    expect(sentences.length).toBeGreaterThanOrEqual(400);
    expect(sentences.filter(isUnstated).length * 2).toBeGreaterThanOrEqual(sentences.length);
  });

  it.each(sentences)('read $marked', ({ marked, relations }) => {
    expect(relationsIn(marked).sort()).toEqual([...relations].sort());
  });
});
