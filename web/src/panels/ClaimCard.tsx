// One claim as a newspaper would print it: the sentence in its passage, then who said so, where and when.
import type { Evidence } from '../api/types.ts';
import { writeDates } from '../components/dates.ts';
import { useExplorer } from '../components/hooks.ts';
import { POLARITY_WORDS, titleOf } from '../components/words.ts';

interface ClaimCardProps {
  readonly claim: Evidence;
  /** How often the document says these words. */
  readonly times: number;
}

export function ClaimCard({ claim, times }: ClaimCardProps) {
  const explorer = useExplorer();
  const { document } = claim;
  const open = (): void =>
    explorer.select({ type: 'document', id: document.id, start: claim.start, end: claim.end }, 'Open document');
  return (
    <figure class={`claim ${claim.polarity}`}>
      <blockquote>
        {claim.context !== null && <span class="context">{marked(claim.context.before, claim.start)}</span>}
        <mark>{claim.quote}</mark>
        {claim.context !== null && <span class="context">{claim.context.after}</span>}
      </blockquote>
      <figcaption>
        {claim.polarity !== 'affirmed' && <span class="badge denied">{POLARITY_WORDS[claim.polarity]}</span>}
        <button type="button" class="link source" onClick={open}>
          {titleOf(document)}
        </button>
        <span class="byline">
          {[document.publisher, writeDates(document.publishedOn), claim.page === null ? '' : `page ${claim.page}`]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {times > 1 && <span class="byline">{times} times in this document</span>}
        {claim.attributedTo !== null && <span class="byline">according to {claim.attributedTo}</span>}
        <span class="rule" title="The rule that read this sentence, and how sure it is">
          {claim.rule} · {Math.round(claim.confidence * 100)} %
        </span>
      </figcaption>
    </figure>
  );
}

/** Says where the passage begins within its text. */
function marked(before: string, start: number): string {
  return start > before.length ? `… ${before}` : before;
}
