// The tool around the loaded graph: head, legend, the chosen view, and the panel of what is selected.
import { lazy, Suspense } from 'preact/compat';
import { useEffect, useState } from 'preact/hooks';
import { loadBacking } from '../api/lookups.ts';
import { Panel } from '../panels/Panel.tsx';
import type { Explorer } from '../state/explorer.ts';
import type { Filters as FilterState } from '../state/view-state.ts';
import { Announcer } from './Announcer.tsx';
import { ChooseFiles, DropZone } from './DropZone.tsx';
import { Filters } from './Filters.tsx';
import { Help } from './Help.tsx';
import { useExplorer, useViewState } from './hooks.ts';
import { Legend } from './Legend.tsx';
import { Loading } from './Notice.tsx';
import { StageTools } from './StageTools.tsx';
import { StageView } from './StageView.tsx';
import { TimeBar } from './TimeBar.tsx';
import { TopBar } from './TopBar.tsx';
import { useAddress } from './use-address.ts';

const TableView = lazy(() => import('../views/TableView.tsx'));
const MeetingsView = lazy(() => import('../views/MeetingsView.tsx'));
const AskView = lazy(() => import('../console/AskView.tsx'));
const Tour = lazy(async () => ({ default: (await import('./Tour.tsx')).Tour }));

export function Workbench({ reload }: { readonly reload: () => void }) {
  const explorer = useExplorer();
  const state = useViewState();
  const { selection, path, view } = state;
  const [expanding, setExpanding] = useState<string>();
  const [overlay, setOverlay] = useState<'help' | 'tour'>();
  const [isLegendOpen, setIsLegendOpen] = useState(false);
  const { note, dismiss, onCamera } = useAddress(explorer, state);
  useBacking(explorer, state.filters);
  useGlobalKeys(explorer, () => setOverlay('help'));
  const hasPanel = selection !== undefined || path !== undefined;
  const expand = (id: string | undefined): void => {
    if (id !== undefined) explorer.selectEntity(id);
    setExpanding(id);
  };
  if (explorer.model.size === 0) return <EmptyGraph reload={reload} />;
  return (
    <div class={`workbench ${view}${hasPanel ? ' with-panel' : ''}${isLegendOpen ? ' legend-open' : ''}`}>
      <TopBar onHelp={() => setOverlay('help')} onTour={() => setOverlay('tour')} />
      <aside class="side" aria-label="Legend and filters">
        <Legend />
        <Filters />
        <ChooseFiles />
      </aside>
      <main class="middle">
        {note !== undefined && (
          <p class="link-note" role="status">
            {note}
            <button type="button" class="link" onClick={dismiss}>
              dismiss
            </button>
          </p>
        )}
        <div class="canvas-view" inert={view !== 'graph'}>
          <StageView onExpand={expand} onCamera={onCamera} />
          <StageTools isLegendOpen={isLegendOpen} onLegend={() => setIsLegendOpen(!isLegendOpen)} />
          <TimeBar />
        </div>
        <Suspense fallback={<Loading what="the view" />}>
          {view === 'table' && <TableView />}
          {view === 'meetings' && <MeetingsView />}
          {view === 'ask' && <AskView />}
          {overlay === 'tour' && <Tour onClose={() => setOverlay(undefined)} />}
        </Suspense>
      </main>
      {hasPanel && <Panel expanding={expanding} onExpand={expand} />}
      {overlay === 'help' && <Help onClose={() => setOverlay(undefined)} />}
      <DropZone reload={reload} />
      <Announcer />
    </div>
  );
}

function EmptyGraph({ reload }: { readonly reload: () => void }) {
  return (
    <main class="boot">
      <h1>No documents yet</h1>
      <p>
        Drop files here or choose them, or build a graph with <code>npx plenary build &lt;folder&gt;</code> and load
        again.
      </p>
      <div class="tools">
        <ChooseFiles />
        <button type="button" onClick={reload}>
          Load again
        </button>
      </div>
      <DropZone reload={reload} />
    </main>
  );
}

/** The claims of the source that the reader asked for decide which lines are drawn. */
function useBacking(explorer: Explorer, { document, publisher }: FilterState): void {
  useEffect(() => {
    if (document === undefined && publisher === undefined) {
      explorer.back(undefined);
      return;
    }
    let isWanted = true;
    const { model } = explorer;
    const known = (entity: string): string => model.id(model.find(entity));
    loadBacking(document, publisher).then(
      (claims) => {
        if (!isWanted) return;
        const drawn = claims.filter(([subject, object]) => model.find(subject) >= 0 && model.find(object) >= 0);
        explorer.back(
          new Set(drawn.map(([subject, object, relation]) => `${known(subject)}|${known(object)}|${relation}`)),
        );
      },
      (error: unknown) => explorer.say(error instanceof Error ? error.message : 'The source did not load.'),
    );
    return () => {
      isWanted = false;
    };
  }, [explorer, document, publisher]);
}

function useGlobalKeys({ store }: Explorer, onHelp: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { target } = event;
      if (target instanceof Element && target.closest('input, textarea, select, dialog, .cm-editor') !== null) return;
      const key = event.key.toLowerCase();
      const isCommand = event.ctrlKey || event.metaKey;
      if (isCommand && key === 'z' && !event.shiftKey) store.undo();
      else if (isCommand && (key === 'y' || key === 'z')) store.redo();
      else if (!isCommand && key === '/') document.querySelector<HTMLInputElement>('.topbar .search-input')?.focus();
      else if (!isCommand && key === '?') onHelp();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [store]);
}
