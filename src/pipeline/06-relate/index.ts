// Sixth stage: reads from the parsed, resolved text who did what with whom.
import type { Knowledge } from '../knowledge.ts';
import type { RelatedText, ResolvedText } from '../types.ts';
import { frameTable } from './compile-frames.ts';
import { relateContainment } from './containment.ts';
import { relateEvents } from './events.ts';
import { relateInstrumentTopics } from './instrument-topics.ts';
import { matchFrames, predications } from './match.ts';
import { relatePositions } from './positions.ts';
import { Reading } from './reading.ts';
import { relateStatements } from './statements.ts';

export function relate(text: ResolvedText, knowledge: Knowledge): RelatedText {
  const reading = new Reading(text, frameTable(knowledge.frames));
  relatePositions(reading);
  relateContainment(reading);
  relateEvents(reading);
  matchFrames(reading, predications(reading));
  relateStatements(reading);
  relateInstrumentTopics(reading);
  return reading.relatedText();
}
