// `Ann Lee of the Democratic Party`: who is named with a party is its member.
import type { Reading } from './reading.ts';

const OF = /^\s+of\s+(?:the\s+)?(?:\p{Ll}+\s+){0,2}$/u;

export function relatePartyMembers(reading: Reading): void {
  const { doc, mentions } = reading.text;
  for (const person of mentions) {
    const source = person.form === 'name' ? reading.chainsOf(person.id)[0] : undefined;
    if (source === undefined || reading.familyOf(source) !== 'person' || person.outer.end > person.end) continue;
    let next = person.id + 1;
    while (next < mentions.length && mentions[next]!.outer.start < person.end) next += 1;
    const party = mentions[next];
    if (party?.form !== 'name' || !OF.test(doc.text.slice(person.end, party.outer.start))) continue;
    const target = reading.chainsOf(party.id)[0];
    if (target === undefined || reading.chains[target]!.attributes['form'] !== 'party') continue;
    const trigger = { start: person.start, end: party.end };
    reading.add({ type: 'MEMBER_OF', source, target, trigger, rule: 'member.party/1', confidence: 0.85 });
  }
}
