// Third stage: recognition by rule; each rule lays mentions over the words, in an order that settles who wins.
import type { Knowledge } from '../knowledge.ts';
import type { CleanText, Mention, Post } from '../types.ts';
import { findBodies } from './bodies.ts';
import { findAcronyms } from './acronyms.ts';
import { findEchoes } from './echoes.ts';
import { findNamedEvents, findNominalEvents } from './events.ts';
import { findFacilities } from './facilities.ts';
import { findNamedInstruments, findNominalInstruments } from './instruments.ts';
import { findPersons } from './persons.ts';
import { findPlaces } from './places.ts';
import { type Draft, type DraftPost, type Scan, claim, isFree, openScan } from './scan.ts';
import { findQuotedTitles } from './quoted-titles.ts';
import { findTimes } from './times.ts';
import { vocabularyOf } from './vocabulary.ts';

/** Hand-over to the parser: the table as the rules left it; the parser adds the model's names and closes it. */
export interface RecognisedText {
  readonly scan: Scan;
}

/** Bodies that no longer name has swallowed. */
function claimBodies(scan: Scan): void {
  for (const body of scan.bodyAt.values())
    if (!scan.drafts.includes(body) && isFree(scan, body.outerFrom, body.outerTo)) claim(scan, body);
}

/** The first reading of the clean text; linear in its length. */
export function recognise(clean: CleanText, knowledge: Pick<Knowledge, 'lexicons' | 'words'>): RecognisedText {
  const scan = openScan(clean, vocabularyOf(knowledge.lexicons), knowledge.words);
  findTimes(scan);
  findBodies(scan);
  findQuotedTitles(scan);
  findNamedInstruments(scan);
  findNamedEvents(scan);
  findFacilities(scan);
  findPersons(scan);
  claimBodies(scan);
  findAcronyms(scan);
  findEchoes(scan);
  findNominalEvents(scan);
  findNominalInstruments(scan);
  findPlaces(scan);
  return { scan };
}

const inTextOrder = (one: Draft, other: Draft): number =>
  one.outerFrom - other.outerFrom || other.outerTo - one.outerTo || one.from - other.from;

/** Drafts become mentions: word spans to character spans, drafts in posts to mention ids. */
export function mentionsOf(scan: Scan): readonly Mention[] {
  const drafts = [...scan.drafts].sort(inTextOrder);
  const idOf = new Map(drafts.map((draft, id) => [draft, id]));
  const bySpan = new Map(drafts.map((draft, id) => [`${draft.from}:${draft.to}`, id]));
  const at = (from: number, to: number) => ({ start: scan.words[from]!.start, end: scan.words[to - 1]!.end });
  const postOf = (post: DraftPost): Post => {
    const { body } = post;
    const bodyId = body === undefined ? undefined : (idOf.get(body) ?? bySpan.get(`${body.from}:${body.to}`));
    return {
      role: post.role,
      status: post.status,
      span: at(post.from, post.to),
      ...(bodyId === undefined ? {} : { body: bodyId }),
      ...(post.impliedBody === undefined ? {} : { impliedBody: post.impliedBody }),
      ...(post.country === undefined ? {} : { country: post.country }),
      ...(post.abroad === undefined ? {} : { abroad: post.abroad }),
    };
  };
  return drafts.map((draft, id) => ({
    id,
    ...at(draft.from, draft.to),
    outer: at(draft.outerFrom, draft.outerTo),
    form: draft.form,
    kind: draft.kind,
    plural: draft.plural,
    name: draft.name,
    attributes: draft.attributes,
    posts: draft.posts.map(postOf),
    foundBy: draft.foundBy,
  }));
}
