// A document as it was read: its text with what was claimed highlighted, and what was not read said plainly.
import { useEffect, useRef, useState } from 'preact/hooks';
import { loadDocument } from '../api/lookups.ts';
import type { DocumentText } from '../api/types.ts';
import { writeDates } from '../components/dates.ts';
import { useAnswer, useExplorer, useViewState } from '../components/hooks.ts';
import { WhenReady } from '../components/Notice.tsx';
import { plural, titleOf, UNREAD_WORDS } from '../components/words.ts';
import { onlySource } from '../state/changes.ts';
import { cutText, type Passage } from './passages.ts';

interface DocumentPanelProps {
  readonly id: string;
  readonly start: number | undefined;
  readonly end: number | undefined;
}

export function DocumentPanel({ id, start, end }: DocumentPanelProps) {
  const answer = useAnswer(`document ${id}`, () => loadDocument(id));
  return (
    <WhenReady answer={answer} what="the document">
      {(document) => <Sheet document={document} start={start} end={end} />}
    </WhenReady>
  );
}

interface SheetProps {
  readonly document: DocumentText;
  readonly start: number | undefined;
  readonly end: number | undefined;
}

function Sheet({ document, start, end }: SheetProps) {
  const { store } = useExplorer();
  const { filters } = useViewState();
  const [showsUnread, setShowsUnread] = useState(false);
  const isOnly = filters.document === document.id;
  const passages = cutText(
    document,
    start === undefined || end === undefined ? undefined : { start, end },
    showsUnread,
  );
  return (
    <article class="sheet">
      <header>
        <p class="kicker">
          {[document.publisher, writeDates(document.publishedOn)].filter(Boolean).join(' · ') || 'Document'}
        </p>
        <h2 tabIndex={-1}>{titleOf(document)}</h2>
        <p class="counts">
          {plural(document.claims.length, 'claim')} read · {plural(document.unread.length, 'passage')} not read
        </p>
        <div class="tools" role="group" aria-label="Document">
          <button
            type="button"
            aria-pressed={isOnly}
            onClick={() =>
              store.change(
                isOnly ? 'Show all documents' : 'Only this document',
                onlySource(isOnly ? {} : { document: document.id }),
              )
            }
          >
            Only what this says
          </button>
          <button type="button" aria-pressed={showsUnread} onClick={() => setShowsUnread(!showsUnread)}>
            What was not read
          </button>
        </div>
      </header>
      <Text passages={passages} />
    </article>
  );
}

function Text({ passages }: { readonly passages: readonly Passage[] }) {
  const chosen = useRef<HTMLElement>(null);
  const at = passages.findIndex((passage) => passage.type === 'chosen');
  useEffect(() => chosen.current?.scrollIntoView({ block: 'center' }), [at]);
  return (
    <div class="text" lang="en">
      {passages.map((passage, index) => {
        if (passage.type === 'page')
          return (
            <span key={index} class="page-break">
              Page {passage.text}
            </span>
          );
        if (passage.type === 'chosen')
          return (
            <mark key={index} ref={chosen} class="chosen" tabIndex={-1}>
              {passage.text}
            </mark>
          );
        if (passage.type === 'claim') return <mark key={index}>{passage.text}</mark>;
        if (passage.type === 'unread')
          return (
            <span key={index} class="unread">
              {passage.text}
              <span class="unread-reason"> [{UNREAD_WORDS[passage.reason] ?? passage.reason}] </span>
            </span>
          );
        return passage.text;
      })}
    </div>
  );
}
