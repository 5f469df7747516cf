// Topics: the chain that a noun phrase stands for, made where no mention has one.
import { wordList } from './compile-frames.ts';
import type { Filler } from './filler.ts';
import { contentOf, isContentNoun, phraseName, phraseSpan, topicHeads } from './noun-phrases.ts';
import type { Reading } from './reading.ts';
import { dependents, lemmaOf } from './syntax.ts';

/** Chains that a phrase is about: a named event, text or place itself, else topics cut from it. */
export function topicsAt(reading: Reading, token: number): Filler[] {
  const { doc } = reading.text;
  const content = contentOf(doc, token, wordList(reading.table, 'filler-heads'));
  const heads = topicHeads(doc, content);
  return heads.flatMap((head) => topicAt(reading, head, heads.length > 1));
}

function topicAt(reading: Reading, token: number, isListMember: boolean): Filler[] {
  const { doc } = reading.text;
  const head = contentOf(doc, token, wordList(reading.table, 'filler-heads'));
  const mention = reading.mentionAt(head);
  if (mention !== undefined) {
    const known = reading.chainsOf(mention.id);
    const isAbout = known.some((chain) =>
      ['event', 'incident', 'instrument', 'place', 'country', 'topic'].includes(reading.familyOf(chain) ?? ''),
    );
    if (isAbout) return known.map((chain) => ({ chain, token: head }));
    if (known.length > 0 || mention.form !== 'name') return [];
  }
  const start = doc.tokenStart[head]!;
  if (reading.text.times.some((time) => time.start <= start && start < time.end)) return [];
  if (!isContentNoun(doc, head) || wordList(reading.table, 'no-topics').has(lemmaOf(doc, head))) return [];
  const span = phraseSpan(doc, head, isListMember);
  if (span === undefined) return [];
  const name = phraseName(doc, span);
  const isBare = !name.includes(' ');
  if (name.length < 4 || (isBare && isVague(reading, head))) return [];
  return [{ chain: reading.chainFor({ kind: 'Topic', name, span }), token: head }];
}

/** One word alone is a topic only where it is no anaphor (`the deal`) and says something. */
function isVague(reading: Reading, head: number): boolean {
  const { doc } = reading.text;
  return (
    dependents(doc, head, 'det', 'poss').length > 0 || wordList(reading.table, 'vague-topics').has(lemmaOf(doc, head))
  );
}
