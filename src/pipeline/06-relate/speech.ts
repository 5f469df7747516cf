// Who is speaking: the subject of the sentence's own speech verb, else the last speaker while a quotation goes on.
import { wordList } from './compile-frames.ts';
import { fillersOf } from './fillers.ts';
import type { Reading } from './reading.ts';
import { isVerb, lemmaOf } from './syntax.ts';
import { surfaceSubjects } from './verb-arguments.ts';

const OPENING_QUOTE = /^\s*["“„«‘']/;
const CLOSING_QUOTE = /["”»’']\s*$/;

/** Speaker of each sentence, where the sentence names none but continues somebody's quotation. */
export function quotedSpeakers(reading: Reading): ReadonlyMap<number, number> {
  const { doc } = reading.text;
  const speechVerbs = wordList(reading.table, 'speech-verbs');
  const speakers = new Map<number, number>();
  let last: number | undefined;
  let isOpen = false;
  for (const [at, { from, to }] of doc.sentences.entries()) {
    const text = doc.text.slice(doc.tokenStart[from], doc.tokenEnd[to - 1]);
    const own = explicitSpeaker(reading, from, to, speechVerbs);
    if (own !== undefined) last = own;
    else if (last !== undefined && (isOpen || OPENING_QUOTE.test(text))) speakers.set(at, last);
    isOpen = staysOpen(text, isOpen);
  }
  return speakers;
}

function staysOpen(text: string, wasOpen: boolean): boolean {
  const opened = Math.max(text.lastIndexOf('“'), text.lastIndexOf('«'));
  const closed = Math.max(text.lastIndexOf('”'), text.lastIndexOf('»'));
  if (opened >= 0 || closed >= 0) return opened > closed;
  const straight = text.split('"').length - 1;
  if (straight > 0) return straight % 2 === 1 ? !wasOpen : wasOpen;
  return wasOpen && !CLOSING_QUOTE.test(text);
}

function explicitSpeaker(
  reading: Reading,
  from: number,
  to: number,
  speechVerbs: ReadonlySet<string>,
): number | undefined {
  const { doc } = reading.text;
  let speaker: number | undefined;
  for (let token = from; token < to; token += 1) {
    if (!isVerb(doc, token) || !speechVerbs.has(lemmaOf(doc, token))) continue;
    for (const subject of surfaceSubjects(doc, token)) {
      const found = fillersOf(reading, subject, { takes: ['person'], group: false })[0];
      if (found !== undefined) speaker = found.chain;
    }
  }
  return speaker;
}
