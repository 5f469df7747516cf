// Keeps the address bar and the view in step, in both directions.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { firstState, type Explorer } from '../state/explorer.ts';
import { readLink, writeLink, type Opened } from '../state/permalink.ts';
import type { ViewState } from '../state/view-state.ts';

/** A camera that glides reports every frame; the address need not follow each. */
const SETTLE_MS = 250;

export interface AddressNote {
  /** What is different from when the link was made. */
  readonly note: string | undefined;
  readonly dismiss: () => void;
  readonly onCamera: () => void;
}

export function useAddress(explorer: Explorer, state: ViewState): AddressNote {
  const [note, setNote] = useState(explorer.openedNote);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const written = useRef(window.location.hash);
  const write = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const link = writeLink(explorer.store.state(), explorer.stage?.camera(), explorer.model.graph.version);
      written.current = link;
      window.history.replaceState(null, '', link === '' ? window.location.pathname : link);
    }, SETTLE_MS);
  }, [explorer]);
  useEffect(write, [state, write]);
  useEffect(() => {
    const follow = (): void => {
      if (window.location.hash === written.current) return;
      const opened = readLink(window.location.hash, explorer.model, firstState(explorer.model));
      if (opened === undefined) return;
      explorer.store.change('Open link', () => opened.state);
      if (opened.camera !== undefined) explorer.stage?.setCamera(opened.camera);
      setNote(noteOn(opened, explorer.model.graph.version));
    };
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, [explorer]);
  return { note, dismiss: () => setNote(undefined), onCamera: write };
}

export function noteOn(opened: Opened, version: string): string | undefined {
  if (opened.version === undefined || opened.version === version) return undefined;
  const gone =
    opened.missing === 0
      ? 'Everything the link shows is still here.'
      : `${opened.missing} of the entities it names ${opened.missing === 1 ? 'is' : 'are'} no longer in the graph.`;
  return `The graph has changed since this link was made. ${gone}`;
}
