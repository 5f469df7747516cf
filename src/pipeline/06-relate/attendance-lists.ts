// Attendance lists of minutes: who stands after `Present:` was at the meeting that the minutes are of.
import { familyOf } from '../../schema/index.ts';
import type { Mention } from '../types.ts';
import type { Reading } from './reading.ts';

const LABEL = /\b(?:(?:Also |Members )?[Pp]resent|(?:Also i|I)n attendance|Attendance|Attendees|Participants)[ \t]*:/gu;
/** The list ends with its line, or where the next label begins. */
const END = /\n|\b(?:apolog(?:y|ies)|absent|excused|regrets|in attendance|also present|secretary)[ \t]*:/iu;
const IN_THE_CHAIR = /^\s*\((?:in the )?(?:co-)?(?:chair|chairman|chairwoman|chairperson|presiding)\)/iu;

export function relateAttendanceLists(reading: Reading): void {
  const { doc } = reading.text;
  for (const label of doc.text.matchAll(LABEL)) {
    const start = label.index + label[0].length;
    const meeting = meetingBefore(reading, label.index);
    if (meeting === undefined) continue;
    const rest = doc.text.slice(start);
    const end = start + (END.exec(rest)?.index ?? rest.length);
    for (const mention of reading.text.mentions)
      if (mention.start >= start && mention.end <= end) relateListed(reading, mention, meeting);
  }
}

function meetingBefore(reading: Reading, at: number): number | undefined {
  const before = reading.text.mentions.filter((mention) => mention.end <= at).toReversed();
  return before.flatMap(({ id }) => reading.chainsOf(id)).find((chain) => reading.familyOf(chain) === 'event');
}

function relateListed(reading: Reading, mention: Mention, meeting: number): void {
  const person = reading.chainsOf(mention.id)[0];
  if (person === undefined || mention.form !== 'name' || familyOf(reading.chains[person]!.kind) !== 'Person') return;
  const isChair = IN_THE_CHAIR.test(reading.text.doc.text.slice(mention.end));
  const stated = { source: person, target: meeting, trigger: { start: mention.start, end: mention.end } };
  if (isChair) reading.add({ type: 'CHAIRED', rule: 'chair.listed/1', ...stated });
  else reading.add({ type: 'ATTENDED', rule: 'attend.listed/1', ...stated });
}
