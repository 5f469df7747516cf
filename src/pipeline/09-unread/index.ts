// Ninth stage: the sentences that name a person or a body and gave no claim, each with the reason that is known.
import type { Claim, UnreadSpan } from '../../domain/claim.ts';
import type { Doc, TokenSpan } from '../../language/doc.ts';
import { isA } from '../../schema/index.ts';
import { frameTable, wordList } from '../06-relate/compile-frames.ts';
import type { FrameTable } from '../06-relate/frame.ts';
import { charSpan, isVerb, lemmaOf, sentenceSpan } from '../06-relate/syntax.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Mention, RelatedText } from '../types.ts';

export function findUnread(text: RelatedText, claims: readonly Claim[], knowledge: Knowledge): UnreadSpan[] {
  const { doc, clean } = text;
  const table = frameTable(knowledge.frames);
  const evidence = claims.map((claim) => claim.evidence).sort((a, b) => a.start - b.start);
  const unread: UnreadSpan[] = [];
  for (const sentence of doc.sentences) {
    const names = namesIn(text, sentence);
    if (names.length === 0) continue;
    const raw = clean.rawSpans(sentenceSpan(doc, sentence.from))[0]!;
    if (evidence.some((span) => span.start < raw.end && raw.start < span.end)) continue;
    unread.push({ start: raw.start, end: raw.end, reason: reasonFor(text, table, sentence, names) });
  }
  return unread;
}

/** Names of people and bodies, and names whose kind nobody knows. */
function namesIn({ doc, mentions }: RelatedText, sentence: TokenSpan): Mention[] {
  const span = charSpan(doc, sentence.from, sentence.to);
  return mentions.filter(
    ({ form, start, end, kind }) =>
      form === 'name' &&
      start >= span.start &&
      end <= span.end &&
      (kind === undefined || isA(kind, 'Person') || isA(kind, 'Organisation')),
  );
}

function reasonFor(text: RelatedText, table: FrameTable, sentence: TokenSpan, names: readonly Mention[]): string {
  if (names.every(({ kind }) => kind === undefined)) return 'kind-unknown';
  if (hasUnresolved(text, sentence)) return 'unresolved-reference';
  return knowsSomeVerb(text.doc, table, sentence) ? 'no-frame' : 'unknown-head-verb';
}

function hasUnresolved(text: RelatedText, sentence: TokenSpan): boolean {
  const span = charSpan(text.doc, sentence.from, sentence.to);
  return text.mentions.some(
    ({ form, start, end, id }) =>
      form !== 'name' && start >= span.start && end <= span.end && text.chainsOf(id).length === 0,
  );
}

function knowsSomeVerb(doc: Doc, table: FrameTable, { from, to }: TokenSpan): boolean {
  const speech = wordList(table, 'speech-verbs');
  for (let token = from; token < to; token += 1) {
    const lemma = lemmaOf(doc, token);
    if (isVerb(doc, token) && (table.byVerb.has(lemma) || speech.has(lemma))) return true;
    if (table.byNoun.has(lemma)) return true;
  }
  return false;
}
