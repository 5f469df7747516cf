// Cuts a document's text into runs of one nature, so that it can be shown as text nodes and nothing else.
import type { DocumentText } from '../api/types.ts';

export type Passage =
  | { readonly type: 'plain' | 'claim' | 'chosen' | 'page'; readonly text: string }
  | { readonly type: 'unread'; readonly text: string; readonly reason: string };

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The later in this list wins where spans overlap. */
const RANKS = ['plain', 'unread', 'claim', 'chosen'] as const;
type Rank = (typeof RANKS)[number];

export function cutText(document: DocumentText, chosen: Span | undefined, showsUnread: boolean): readonly Passage[] {
  const spans: { readonly span: Span; readonly rank: Rank; readonly reason?: string }[] = [
    ...(showsUnread ? document.unread.map((span) => ({ span, rank: 'unread' as const, reason: span.reason })) : []),
    ...document.claims.map((span) => ({ span, rank: 'claim' as const })),
    ...(chosen === undefined ? [] : [{ span: chosen, rank: 'chosen' as const }]),
  ];
  const length = document.text.length;
  const pageStarts = new Map(document.pages.map((page) => [page.start, String(page.page)]));
  const cuts = new Set([0, length, ...pageStarts.keys()]);
  for (const { span } of spans) cuts.add(Math.max(0, span.start)).add(Math.min(length, span.end));
  const edges = [...cuts].filter((cut) => cut <= length).sort((a, b) => a - b);
  const passages: Passage[] = [];
  edges.forEach((start, index) => {
    const page = pageStarts.get(start);
    if (page !== undefined && document.pages.length > 1) passages.push({ type: 'page', text: page });
    const end = edges[index + 1];
    if (end === undefined || end === start) return;
    const covering = spans.filter(({ span }) => span.start <= start && span.end >= end);
    const top = covering.reduce<(typeof covering)[number] | undefined>(
      (best, each) => (best === undefined || RANKS.indexOf(each.rank) > RANKS.indexOf(best.rank) ? each : best),
      undefined,
    );
    append(passages, document.text.slice(start, end), top?.rank ?? 'plain', top?.reason ?? '');
  });
  return passages;
}

/** Neighbours of one nature become one run: a sentence that three claims share is one highlight. */
function append(passages: Passage[], text: string, type: Rank, reason: string): void {
  const last = passages.at(-1);
  const continues = last?.type === type && (last.type !== 'unread' || last.reason === reason);
  if (continues) passages[passages.length - 1] = { ...last, text: last.text + text };
  else passages.push(type === 'unread' ? { type, text, reason } : { type, text });
}
