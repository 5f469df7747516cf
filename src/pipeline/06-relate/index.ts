// Sixth stage: reads from the parsed, resolved text who did what with whom.
import type { Knowledge } from '../knowledge.ts';
import type { RelatedText, ResolvedText } from '../types.ts';
import { relateAppointments } from './appointments.ts';
import { relateAttendanceLists } from './attendance-lists.ts';
import { relateCompanions } from './companions.ts';
import { frameTable } from './compile-frames.ts';
import { relateContainment } from './containment.ts';
import { relateEncounters } from './encounters.ts';
import { relateEvents } from './events.ts';
import { relateGatherings } from './gatherings.ts';
import { relateInstrumentTopics } from './instrument-topics.ts';
import { matchFrames, predications } from './match.ts';
import { relateInvitations } from './invitations.ts';
import { relateOwnedPosts } from './owned-posts.ts';
import { relatePartyMembers } from './party-members.ts';
import { relatePositions } from './positions.ts';
import { Reading } from './reading.ts';
import { relateRepresentation } from './representation.ts';
import { relateRosters } from './rosters.ts';
import { relateSanctionLists } from './sanction-lists.ts';
import { relateSignatories } from './signatories.ts';
import { relateStatements } from './statements.ts';

export function relate(text: ResolvedText, knowledge: Knowledge): RelatedText {
  const reading = new Reading(text, frameTable(knowledge.frames));
  relateContainment(reading, knowledge.lexicons);
  relateEvents(reading);
  relateAppointments(reading);
  relateGatherings(reading);
  matchFrames(reading, predications(reading));
  relateSanctionLists(reading);
  relateInvitations(reading);
  relateAttendanceLists(reading);
  relateRosters(reading);
  relateCompanions(reading);
  relateSignatories(reading, knowledge.lexicons);
  relateRepresentation(reading);
  relatePositions(reading, knowledge.lexicons);
  relateOwnedPosts(reading);
  relatePartyMembers(reading);
  relateEncounters(reading);
  relateStatements(reading);
  relateInstrumentTopics(reading);
  return reading.relatedText();
}
