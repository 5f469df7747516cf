// The tool around the loaded graph: head, legend, the chosen view, and the panel of what is selected.
import { useEffect, useState } from 'preact/hooks';
import { Panel } from '../panels/Panel.tsx';
import { Announcer } from './Announcer.tsx';
import { useExplorer, useViewState } from './hooks.ts';
import { Legend } from './Legend.tsx';
import { StageView } from './StageView.tsx';
import { StageTools } from './StageTools.tsx';
import { TopBar } from './TopBar.tsx';

export function Workbench({ reload }: { readonly reload: () => void }) {
  const explorer = useExplorer();
  const { selection, path } = useViewState();
  const [expanding, setExpanding] = useState<string>();
  const hasPanel = selection !== undefined || path !== undefined;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => onGlobalKey(event, explorer.store);
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [explorer]);
  const expand = (id: string): void => {
    explorer.selectEntity(id);
    setExpanding(id);
  };
  if (explorer.model.size === 0) return <EmptyGraph reload={reload} />;
  return (
    <div class={hasPanel ? 'workbench with-panel' : 'workbench'}>
      <TopBar />
      <aside class="side" aria-label="Legend and filters">
        <Legend />
      </aside>
      <main class="middle">
        <StageView onExpand={expand} onCamera={() => undefined} />
        <StageTools />
      </main>
      {hasPanel && <Panel expanding={expanding} onExpand={expand} />}
      <Announcer />
    </div>
  );
}

function EmptyGraph({ reload }: { readonly reload: () => void }) {
  return (
    <main class="boot">
      <h1>No documents yet</h1>
      <p>
        Build a graph with <code>npx plenary build &lt;folder&gt;</code>, then load again.
      </p>
      <button type="button" onClick={reload}>
        Load again
      </button>
    </main>
  );
}

function onGlobalKey(event: KeyboardEvent, store: ReturnType<typeof useExplorer>['store']): void {
  const isTyping = event.target instanceof Element && event.target.closest('input, textarea, select, .cm-editor') !== null;
  const key = event.key.toLowerCase();
  if (isTyping) return;
  if ((event.ctrlKey || event.metaKey) && key === 'z') {
    event.preventDefault();
    if (event.shiftKey) store.redo();
    else store.undo();
  } else if ((event.ctrlKey || event.metaKey) && key === 'y') {
    event.preventDefault();
    store.redo();
  } else if (key === '/' && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    document.querySelector<HTMLInputElement>('.topbar .search-input')?.focus();
  }
}
