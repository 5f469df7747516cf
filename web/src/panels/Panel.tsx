// The panel beside the canvas: whatever is selected, with one way to close it.
import { useEffect, useRef } from 'preact/hooks';
import { select } from '../state/changes.ts';
import { useExplorer, useViewState } from '../components/hooks.ts';
import { DocumentPanel } from './DocumentPanel.tsx';
import { EntityPanel } from './EntityPanel.tsx';
import { PairPanel } from './PairPanel.tsx';

interface PanelProps {
  /** Entity whose neighbours are being chosen. */
  readonly expanding: string | undefined;
  readonly onExpand: (id: string) => void;
}

export function Panel({ onExpand }: PanelProps) {
  const { store } = useExplorer();
  const { selection } = useViewState();
  const body = useRef<HTMLDivElement>(null);
  const shown = JSON.stringify(selection);
  useEffect(() => body.current?.scrollTo(0, 0), [shown]);
  return (
    <aside class="panel" aria-label="Details">
      <button type="button" class="close" aria-label="Close details" onClick={() => store.change('Close details', select(undefined))}>
        ×
      </button>
      <div class="panel-body" ref={body} tabIndex={0} role="region" aria-label="Details, text">
        {selection?.type === 'entity' && <EntityPanel id={selection.id} onExpand={onExpand} />}
        {selection?.type === 'pair' && <PairPanel a={selection.a} b={selection.b} relation={selection.relation} />}
        {selection?.type === 'document' && (
          <DocumentPanel id={selection.id} start={selection.start} end={selection.end} />
        )}
      </div>
    </aside>
  );
}
