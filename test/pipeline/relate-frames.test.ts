// Every frame's own examples, positive and negative, through the whole line.
import { describe, expect, it } from 'vitest';
import { frameTable } from '../../src/pipeline/06-relate/compile-frames.ts';
import { inWords, KNOWLEDGE, read } from './relate-line.ts';

const { frames } = frameTable(KNOWLEDGE.frames);

describe.each(frames.map((frame) => ({ rule: frame.rule, examples: frame.examples })))('$rule', ({ examples }) => {
  it.each(examples.filter(({ gives }) => gives.length > 0))('finds what is stated in: $text', ({ text, gives }) => {
    expect(inWords(read(text))).toEqual(expect.arrayContaining([...gives]));
  });

  it.each(examples.filter(({ not }) => not.length > 0))(
    'does not find what is not stated in: $text',
    ({ text, not }) => {
      const found = inWords(read(text), ({ polarity }) => polarity === 'affirmed');
      for (const wrong of not) expect(found.filter((relation) => relation.startsWith(wrong))).toEqual([]);
    },
  );

  it('has an example', () => {
    expect(examples.length).toBeGreaterThan(0);
  });
});
