// Head of the page: name, search, undo and redo, dark and light.
import { useEffect, useState } from 'preact/hooks';
import type { Theme } from '../graph/appearance.ts';
import { currentTheme } from '../state/explorer.ts';
import { useExplorer, useViewState } from './hooks.ts';
import { SearchBox } from './SearchBox.tsx';

export function TopBar() {
  const explorer = useExplorer();
  return (
    <header class="topbar">
      <h1 class="wordmark">
        <img src="./icon.svg" alt="" width="22" height="22" />
        Plenary
      </h1>
      <SearchBox
        label="Search names, meetings and documents"
        placeholder="Search names, meetings, documents"
        onPick={(hit) => {
          if (hit.type === 'entity') explorer.selectEntity(hit.id, true);
          else explorer.select({ type: 'document', id: hit.id }, `Open ${hit.name}`);
        }}
      />
      <Past />
      <ThemeSwitch />
    </header>
  );
}

function Past() {
  const { store } = useExplorer();
  useViewState();
  const { undoLabel, redoLabel } = store;
  return (
    <div class="past" role="group" aria-label="Undo and redo">
      <button
        type="button"
        disabled={undoLabel === undefined}
        aria-label={undoLabel === undefined ? 'Undo' : `Undo: ${undoLabel}`}
        title={undoLabel === undefined ? 'Nothing to undo' : `Undo: ${undoLabel}`}
        onClick={() => store.undo()}
      >
        ↶
      </button>
      <button
        type="button"
        disabled={redoLabel === undefined}
        aria-label={redoLabel === undefined ? 'Redo' : `Redo: ${redoLabel}`}
        title={redoLabel === undefined ? 'Nothing to redo' : `Redo: ${redoLabel}`}
        onClick={() => store.redo()}
      >
        ↷
      </button>
    </div>
  );
}

const THEME_KEY = 'plenary.theme';

function ThemeSwitch() {
  const explorer = useExplorer();
  const [theme, setTheme] = useState<Theme>(currentTheme());
  useEffect(() => {
    const kept = localStorage.getItem(THEME_KEY);
    if (kept === 'light' || kept === 'dark') apply(kept);
  }, []);
  const apply = (next: Theme): void => {
    document.documentElement.dataset['theme'] = next;
    localStorage.setItem(THEME_KEY, next);
    setTheme(next);
    explorer.store.replace({ ...explorer.store.state() });
  };
  const other = theme === 'light' ? 'dark' : 'light';
  return (
    <button type="button" class="theme" aria-label={`Switch to ${other}`} title={`Switch to ${other}`} onClick={() => apply(other)}>
      {theme === 'light' ? '☾' : '☀'}
    </button>
  );
}
