// Who adopted a text, as the line below its title says: `Adopted by the Security Council at its 5th meeting`.
import type { Reading } from './reading.ts';
import { mentionsWithin } from './sentence-mentions.ts';

const ADOPTED_BY = /^[([]?\s*(?:unanimously )?(?:adopted|approved|endorsed|passed)(?: unanimously)? by (?:the )?$/i;
/** Titles stand this many blocks above at most: a symbol or a subject may stand between. */
const BLOCKS_BACK = 3;

export function relateAdoptionLines(reading: Reading): void {
  const { clean, doc, mentions } = reading.text;
  for (const [at, block] of clean.blocks.entries()) {
    const [body] = mentionsWithin(mentions, block);
    if (body === undefined || reading.familyOfMention(body) !== 'body') continue;
    if (!ADOPTED_BY.test(doc.text.slice(block.start, body.start))) continue;
    const from = clean.blocks[Math.max(0, at - BLOCKS_BACK)]!.start;
    const text = mentions.findLast(
      (mention) =>
        mention.form === 'name' &&
        mention.start >= from &&
        mention.end <= block.start &&
        reading.familyOfMention(mention) === 'instrument',
    );
    const [source] = reading.chainsOf(body.id);
    const [target] = text === undefined ? [] : reading.chainsOf(text.id);
    if (source === undefined || target === undefined) continue;
    const evidence = { start: text!.outer.start, end: block.end };
    reading.add({ type: 'ADOPTED', source, target, trigger: body.outer, evidence, rule: 'adopt.line/1' });
  }
}
