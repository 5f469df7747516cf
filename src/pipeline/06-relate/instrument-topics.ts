// ADDRESSES from an instrument's own name: `Law on Cyber Security` is about cyber security.
import type { Reading } from './reading.ts';

const SUBJECT = /\b(?:on|concerning|regarding|relating to)\s+(?:the\s+)?(\p{L}.{3,90})$/iu;

export function relateInstrumentTopics(reading: Reading): void {
  for (const mention of reading.text.mentions) {
    const chain = reading.chainsOf(mention.id)[0];
    if (chain === undefined || reading.familyOf(chain) !== 'instrument') continue;
    const surface = reading.text.doc.text.slice(mention.start, mention.end);
    // `the Law on Fisheries and the Shipping Strategy`: the second text is no subject of the first.
    const subject = SUBJECT.exec(surface)?.[1]?.split(/\s+and\s+the\s+(?=\p{Lu})/u)[0];
    if (subject === undefined) continue;
    const start = mention.start + surface.lastIndexOf(subject);
    const span = { start, end: start + subject.length };
    const name = subject.replace(/\s+/g, ' ');
    const topic = reading.chainFor({ kind: 'Topic', name, span });
    reading.add({
      type: 'ADDRESSES',
      source: chain,
      target: topic,
      trigger: span,
      rule: 'address.name/1',
      confidence: 0.8,
    });
  }
}
