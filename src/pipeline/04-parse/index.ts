// Fourth stage: rule spans become one token each, the engine reads the blocks, and its names fill what rules left.
import { findEchoes } from '../03-recognise/echoes.ts';
import { type RecognisedText, mentionsOf } from '../03-recognise/index.ts';
import { findReferences } from '../03-recognise/nominals.ts';
import { type Draft, type Scan, claim } from '../03-recognise/scan.ts';
import type { AnalyseRequest } from '../../language/doc.ts';
import type { Knowledge } from '../knowledge.ts';
import type { ParsedText } from '../types.ts';
import { JoinedDoc } from './joined-doc.ts';
import { mergesOf } from './merges.ts';
import { mayHoldNames, modelDrafts, wordsWithin } from './model-names.ts';

/** Names of each block in text order, the longer of two that start together first. */
function namesByBlock(scan: Scan): readonly (readonly Draft[])[] {
  const names: Draft[][] = scan.blocks.map(() => []);
  for (const draft of scan.drafts) if (draft.form === 'name') names[scan.words[draft.outerFrom]!.block]!.push(draft);
  for (const list of names) list.sort((one, other) => one.outerFrom - other.outerFrom || other.outerTo - one.outerTo);
  return names;
}

export function parse(recognised: RecognisedText, knowledge: Knowledge): ParsedText {
  const { scan } = recognised;
  const { clean } = scan;
  const names = namesByBlock(scan);
  const requests = clean.blocks.map((block, index): AnalyseRequest => {
    const wantsNames = mayHoldNames(scan, scan.blocks[index]!);
    return {
      text: clean.text.slice(block.start, block.end),
      merge: mergesOf(scan, names[index]!, block),
      entities: wantsNames,
      domainEntities: wantsNames,
      namesIn: (start, end) => mayHoldNames(scan, wordsWithin(scan, block.start + start, block.start + end)),
    };
  });
  const docs = knowledge.engine.analyseAll(requests);
  const parts = docs.map((doc, index) => ({ start: clean.blocks[index]!.start, doc }));
  const doc = new JoinedDoc(clean.text, parts);
  for (const draft of modelDrafts(scan, [...doc.entities, ...doc.domainEntities]))
    if (scan.taken.subarray(draft.from, draft.to).every((taken) => taken === 0)) claim(scan, draft);
  findEchoes(scan);
  findReferences(scan);
  return { clean, doc, mentions: mentionsOf(scan), times: scan.times };
}
