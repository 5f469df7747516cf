// Official texts (readouts, nominations, communiqués, lists of envoys) and wire reports through the whole line: what each states and what it does not.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inWords, read } from './relate-line.ts';

interface Sample {
  readonly text: string;
  readonly states: string[];
  readonly doesNotState: string[];
}

/** A text on its line, `¶` for a line end; below it what it states, after `not` what it does not: a relation or a whole type. */
function samples(file: string): Sample[] {
  const found: Sample[] = [];
  for (const line of readFileSync(join(import.meta.dirname, file), 'utf8').split('\n')) {
    if (line.startsWith('#') || line === '') continue;
    if (!line.startsWith('  ')) found.push({ text: line.replaceAll('¶', '\n'), states: [], doesNotState: [] });
    else if (line.startsWith('  not ')) found.at(-1)!.doesNotState.push(line.slice(6));
    else found.at(-1)!.states.push(line.trim());
  }
  return found;
}

describe.each([
  ['official texts', 'relate-official-sentences.txt'],
  ['wire reports and read-outs', 'relate-wire-sentences.txt'],
])('%s', (_what, file) => {
  it.each(samples(file))('reads $text', ({ text, states, doesNotState }) => {
    const found = inWords(read(text));
    for (const relation of states) expect(found).toContain(relation);
    for (const unwanted of doesNotState)
      expect(found.filter((relation) => relation === unwanted || relation.startsWith(`${unwanted}:`))).toEqual([]);
  });
});
