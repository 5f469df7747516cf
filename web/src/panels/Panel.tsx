// The panel beside the canvas: whatever is selected, with one way to close it.
import { useEffect, useRef } from 'preact/hooks';
import { findPath, select } from '../state/changes.ts';
import { useExplorer, useViewState } from '../components/hooks.ts';
import { DocumentPanel } from './DocumentPanel.tsx';
import { EntityPanel } from './EntityPanel.tsx';
import { ExpandSection } from './ExpandSection.tsx';
import { PairPanel } from './PairPanel.tsx';
import { PathPanel } from './PathPanel.tsx';

interface PanelProps {
  /** Entity whose neighbours are being chosen. */
  readonly expanding: string | undefined;
  readonly onExpand: (id: string | undefined) => void;
}

export function Panel({ expanding, onExpand }: PanelProps) {
  const { store } = useExplorer();
  const { selection, path } = useViewState();
  const body = useRef<HTMLDivElement>(null);
  const shown = JSON.stringify([selection, path]);
  useEffect(() => body.current?.scrollTo(0, 0), [shown]);
  const close = (): void =>
    path === undefined
      ? store.change('Close details', select(undefined))
      : store.change('Close path', findPath(undefined));
  return (
    <aside class="panel" aria-label="Details">
      <button type="button" class="close" aria-label="Close details" onClick={close}>
        ×
      </button>
      <div class="panel-body" ref={body} tabIndex={0} role="region" aria-label="Details, text">
        {path !== undefined ? (
          <PathPanel from={path.from} to={path.to} />
        ) : (
          <>
            {selection?.type === 'entity' && expanding === selection.id && (
              <ExpandSection id={selection.id} onClose={() => onExpand(undefined)} />
            )}
            {selection?.type === 'entity' && <EntityPanel id={selection.id} onExpand={onExpand} />}
            {selection?.type === 'pair' && <PairPanel a={selection.a} b={selection.b} relation={selection.relation} />}
            {selection?.type === 'document' && (
              <DocumentPanel id={selection.id} start={selection.start} end={selection.end} />
            )}
          </>
        )}
      </div>
    </aside>
  );
}
