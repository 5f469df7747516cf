// Runs the first stages on a sentence of ours and shows what they found in one readable line each.
import { loadKnowledge } from '../../src/adapters/knowledge/load-knowledge.ts';
import type { SourceDocument } from '../../src/domain/document.ts';
import { type RecognisedText, mentionsOf, recognise } from '../../src/pipeline/03-recognise/index.ts';
import { parse } from '../../src/pipeline/04-parse/index.ts';
import { resolveReferences } from '../../src/pipeline/05-references/index.ts';
import type { BlockKind, CleanText, Mention, ResolvedText } from '../../src/pipeline/types.ts';
import { type EntityKind, isA } from '../../src/schema/index.ts';

export interface TextOptions {
  readonly publishedOn?: string;
  /** Kind of each paragraph; body where left out. */
  readonly kinds?: readonly BlockKind[];
}

/** Text as cleaning would hand it over: paragraphs are blocks, every character stands for itself. */
export function cleanText(text: string, options: TextOptions = {}): CleanText {
  const source: SourceDocument = {
    id: '0'.repeat(64),
    mediaType: 'text/plain',
    reader: 'text/1',
    text,
    language: 'en',
    ...(options.publishedOn === undefined ? {} : { publishedOn: options.publishedOn }),
  };
  let start = 0;
  const blocks = text.split('\n\n').map((paragraph, index) => {
    const block = { start, end: start + paragraph.length, kind: options.kinds?.[index] ?? ('body' as const) };
    start = block.end + 2;
    return block;
  });
  return { source, text, blocks, rawSpans: (span) => [span] };
}

export const recogniseText = (text: string, options?: TextOptions): RecognisedText =>
  recognise(cleanText(text, options), loadKnowledge());

/** Mentions of the rules alone, without the model; a phrase gets a full stop, for without one it would be a headline. */
export const ruleMentions = (text: string, options?: TextOptions): readonly Mention[] =>
  mentionsOf(recogniseText(/[.!?]$/.test(text) ? text : `${text}.`, options).scan);

export const resolved = (text: string, options?: TextOptions): ResolvedText =>
  resolveReferences(parse(recogniseText(text, options), loadKnowledge()), loadKnowledge());

/** Display names of named mentions of a kind, in text order. */
export const namesOf = (mentions: readonly Mention[], kind: EntityKind): readonly string[] =>
  mentions
    .filter((mention) => mention.form === 'name' && mention.kind !== undefined && isA(mention.kind, kind))
    .map(({ name }) => name);

/** `Ann Lee: former Minister of Finance @ Ministry of Finance (Kenya)`; an implied body in square brackets. */
export function personLines(text: string): readonly string[] {
  const mentions = ruleMentions(text);
  return mentions
    .filter(({ kind, form }) => kind === 'Person' && form === 'name')
    .map((person) => {
      const posts = person.posts.map((post) => {
        const status = post.status === 'current' ? '' : `${post.status} `;
        const body = post.body === undefined ? '' : ` @ ${mentions[post.body]!.name}`;
        const implied = post.impliedBody === undefined ? '' : ` @ [${post.impliedBody.name}]`;
        const country = post.country === undefined ? '' : ` (${post.country})`;
        return `${status}${post.role}${body}${implied}${country}`;
      });
      return posts.length === 0 ? person.name : `${person.name}: ${posts.join('; ')}`;
    });
}

/** Chain name that the mention with this surface stands for, with the reason of the link. */
export function referenceOf(text: ResolvedText, surface: string, occurrence = 0): string {
  const whole = text.clean.text;
  const found = text.mentions.filter(
    ({ outer, start, end }) => whole.slice(outer.start, outer.end) === surface || whole.slice(start, end) === surface,
  );
  const mention = found[occurrence];
  if (mention === undefined) return 'no mention';
  const chains = text.chainsOf(mention.id);
  return chains.length === 0 ? 'nothing' : chains.map((chain) => text.chains[chain]!.name).join(' + ');
}
