// Keeps the address bar and the view in step, in both directions.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { GraphModel } from '../graph/graph-model.ts';
import { firstState, type Explorer } from '../state/explorer.ts';
import { madeOn, readLink, writeLink, type Opened } from '../state/permalink.ts';
import type { ViewState } from '../state/view-state.ts';
import { plural } from './words.ts';

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
      const link = writeLink(explorer.store.state(), explorer.stage?.camera(), explorer.model);
      written.current = link;
      window.history.replaceState(null, '', link === '' ? window.location.pathname : link);
    }, SETTLE_MS);
  }, [explorer]);
  useEffect(write, [state, write]);
  useEffect(() => {
    const follow = (): void => {
      if (window.location.hash === written.current) return;
      const { places } = explorer.store.state();
      const opened = readLink(window.location.hash, explorer.model, { ...firstState(explorer.model), places });
      if (opened === undefined) return;
      explorer.store.change('Open link', () => opened.state);
      if (opened.camera !== undefined) explorer.stage?.setCamera(opened.camera);
      setNote(noteOn(opened, explorer.model));
    };
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, [explorer]);
  return { note, dismiss: () => setNote(undefined), onCamera: write };
}

/** What is different from when the link was made, in one or two sentences. */
export function noteOn(opened: Opened, model: GraphModel): string | undefined {
  const notes = [changeOf(opened, model), opened.isElsewhere ? ELSEWHERE : undefined];
  const said = notes.filter((note) => note !== undefined);
  return said.length === 0 ? undefined : said.join(' ');
}

const ELSEWHERE =
  'It was made on a relaxed layout that only the browser it was made in keeps: here everything stands where the service puts it.';

function changeOf(opened: Opened, model: GraphModel): string | undefined {
  const now = madeOn(model);
  const then = opened.madeOn;
  if (then === undefined || then.version === now.version) return undefined;
  const gone =
    opened.missing === 0
      ? 'Everything the link names is still here.'
      : `${opened.missing} of the entities it names ${opened.missing === 1 ? 'is' : 'are'} no longer in the graph.`;
  const grown = [
    differenceOf(then.entities, now.entities, 'entity', 'entities'),
    differenceOf(then.relations, now.relations, 'relation', 'relations'),
  ].filter((part) => part !== '');
  const change = grown.length === 0 ? '' : `: ${grown.join(' and ')}`;
  return `The graph has changed since this link was made${change}. ${gone}`;
}

function differenceOf(then: number, now: number, one: string, many: string): string {
  if (Number.isNaN(then) || then === now) return '';
  return `${plural(Math.abs(now - then), one, many)} ${now > then ? 'more' : 'fewer'}`;
}
