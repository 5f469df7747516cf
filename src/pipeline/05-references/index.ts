// Fifth stage: mentions of one thing become a chain; names first, then what refers to them, left to right.
import { familyOf } from '../../schema/index.ts';
import { frameTable } from '../06-relate/compile-frames.ts';
import { modalityWords } from '../07-qualify/modality.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Mention, ParsedText, ResolvedText } from '../types.ts';
import { type Capitals, capitalsOf } from './capitals.ts';
import { ChainTable } from './chain-table.ts';
import { EventMoods } from './event-moods.ts';
import { givenFormsOf } from './given-forms.ts';
import { linkOtherNames } from './other-names.ts';
import { linkPersonNames } from './person-names.ts';
import { linkPersonReference } from './person-references.ts';
import { linkPronoun } from './pronouns.ts';
import { Recency } from './recency.ts';
import { linkSides } from './sides.ts';
import { linkBody, linkPlace, linkThing } from './thing-references.ts';

function collectPosts(table: ChainTable): void {
  for (const mention of table.text.mentions) {
    if (mention.form !== 'name') continue;
    const chain = table.chainOf(mention);
    if (chain === undefined) continue;
    for (const post of mention.posts) table.addPost(chain, post);
  }
}

interface Aids {
  readonly capitals: Capitals;
  readonly moods: EventMoods;
}

function linkReference(table: ChainTable, recency: Recency, mention: Mention, { capitals, moods }: Aids): void {
  const { kind } = mention;
  if (mention.form === 'pronoun') return linkPronoun(table, recency, mention);
  if (kind === undefined || (mention.plural && kind === 'Person')) {
    if (mention.outer.start < mention.start || mention.attributes['count'] !== undefined)
      linkSides(table, recency, mention);
    return;
  }
  if (kind === 'Person') return linkPersonReference(table, recency, mention);
  const family = familyOf(kind);
  if (family === 'Organisation') return linkBody(table, recency, mention, kind);
  if (family === 'Place') return linkPlace(table, recency, mention, kind, capitals);
  return linkThing(table, recency, mention, kind, moods);
}

/** A headline repeats what the text says in full, so prose is resolved first. */
function readingOrder(text: ParsedText): readonly Mention[] {
  const isTitle = (mention: Mention): boolean =>
    text.clean.blocks.some(
      ({ kind, start, end }) =>
        (kind === 'title' || kind === 'caption') && mention.start >= start && mention.start < end,
    );
  const titles = text.mentions.filter(isTitle);
  return [
    ...titles.filter(({ form }) => form === 'name'),
    ...text.mentions.filter((mention) => !isTitle(mention)),
    ...titles.filter(({ form }) => form !== 'name'),
  ];
}

export function resolveReferences(text: ParsedText, knowledge: Pick<Knowledge, 'lexicons' | 'frames'>): ResolvedText {
  const table = new ChainTable(text);
  linkPersonNames(table, givenFormsOf(knowledge.lexicons));
  linkOtherNames(table);
  collectPosts(table);
  const recency = new Recency(table);
  const moods = new EventMoods(table, modalityWords(frameTable(knowledge.frames)));
  const aids: Aids = { capitals: capitalsOf(knowledge.lexicons), moods };
  for (const mention of readingOrder(text)) {
    if (mention.form !== 'name') linkReference(table, recency, mention, aids);
    recency.see(mention);
  }
  const chains = table.finished();
  return { chains, chainsOf: (mention) => table.chainsOf(mention), ...text };
}
