// Attendance lists of minutes: who stands after `Present:` was at the meeting that the minutes are of.
import { familyOf } from '../../schema/index.ts';
import type { Mention } from '../types.ts';
import type { Reading } from './reading.ts';
import { eventMentionBefore } from './sentence-mentions.ts';

const LABEL = /\b(?:(?:Also |Members )?[Pp]resent|(?:Also i|I)n attendance|Attendance|Attendees|Participants)[ \t]*:/gu;
/** The list ends with its line, or where the next label begins. */
const END = /\n|\b(?:apolog(?:y|ies)|absent|excused|regrets|in attendance|also present|secretary)[ \t]*:/iu;
const IN_THE_CHAIR = /^\s*\((?:in the )?(?:co-)?(?:chair|chairman|chairwoman|chairperson|presiding)\)/iu;

/** `Chairperson: Ambassador Lee`, `In the chair: Ann Lee`: a label of its own at the head of a line. */
const CHAIR_LABEL =
  /(?:^|\n)[ \t]*(?:In the chair|(?:Co-)?[Cc]hair(?:man|woman|person)?s?|CHAIR(?:MAN|PERSON)?|Presiding(?: officer)?|Moderators?)[ \t]*:[ \t]*(?=\S)/gu;

function relateChairLabels(reading: Reading): void {
  const { doc } = reading.text;
  for (const label of doc.text.matchAll(CHAIR_LABEL)) {
    const start = label.index + label[0].length;
    const meeting = partBefore(reading, label.index);
    const length = doc.text.slice(start).search(/[\n;]/);
    const end = length < 0 ? doc.text.length : start + length;
    if (meeting === undefined) continue;
    for (const mention of reading.text.mentions) {
      const source = mention.start >= start && mention.end <= end ? personOf(reading, mention) : undefined;
      const trigger = { start: mention.start, end: mention.end };
      if (source !== undefined)
        reading.add({ type: 'CHAIRED', source, target: meeting, trigger, rule: 'chair.label/1', confidence: 0.85 });
    }
  }
}

export function relateAttendanceLists(reading: Reading): void {
  const { doc } = reading.text;
  relateChairLabels(reading);
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

/** `10:15 – 12:00 Session 2: …`: a part of the programme without a name that we read has a chair of its own. */
const NEXT_PART =
  /\s\d{1,2}[:.h]\d{2}\b|\n[ \t]*(?:day|item|panel|part|plenary|round ?table|segment|session|track|working group)\b/iu;

function partBefore(reading: Reading, at: number): number | undefined {
  const found = eventMentionBefore(reading, at);
  const isOther = found === undefined || NEXT_PART.test(reading.text.doc.text.slice(found.end, at));
  return isOther ? undefined : reading.chainsOf(found.id)[0];
}

function meetingBefore(reading: Reading, at: number): number | undefined {
  const found = eventMentionBefore(reading, at);
  return found === undefined ? undefined : reading.chainsOf(found.id)[0];
}

function relateListed(reading: Reading, mention: Mention, meeting: number): void {
  const person = personOf(reading, mention);
  if (person === undefined) return;
  const isChair = IN_THE_CHAIR.test(reading.text.doc.text.slice(mention.end));
  const stated = { source: person, target: meeting, trigger: { start: mention.start, end: mention.end } };
  if (isChair) reading.add({ type: 'CHAIRED', rule: 'chair.listed/1', ...stated });
  else reading.add({ type: 'ATTENDED', rule: 'attend.listed/1', ...stated });
}

function personOf(reading: Reading, { id, form }: Mention): number | undefined {
  const [person] = reading.chainsOf(id);
  const isPerson = person !== undefined && form === 'name' && familyOf(reading.chains[person]!.kind) === 'Person';
  return isPerson ? person : undefined;
}
