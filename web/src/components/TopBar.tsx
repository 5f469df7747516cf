// Head of the page: name, search, undo and redo, dark and light.
import { useEffect, useState } from 'preact/hooks';
import type { Theme } from '../graph/appearance.ts';
import { currentTheme } from '../state/explorer.ts';
import { show } from '../state/changes.ts';
import type { View } from '../state/view-state.ts';
import { useExplorer, useViewState } from './hooks.ts';
import { SearchBox } from './SearchBox.tsx';
import { ShareMenu } from './ShareMenu.tsx';

interface TopBarProps {
  readonly onHelp: () => void;
  readonly onTour: () => void;
}

export function TopBar({ onHelp, onTour }: TopBarProps) {
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
      <Views />
      <Past />
      <ShareMenu />
      <button type="button" class="tour-button" onClick={onTour}>
        Tour
      </button>
      <button type="button" class="icon" aria-label="Keys and help" title="Keys and help" onClick={onHelp}>
        ?
      </button>
      <ThemeSwitch />
    </header>
  );
}

const VIEWS: readonly (readonly [View, string])[] = [
  ['graph', 'Graph'],
  ['table', 'Table'],
  ['meetings', 'Meetings'],
  ['ask', 'Ask'],
];

function Views() {
  const { store } = useExplorer();
  const { view } = useViewState();
  return (
    <nav class="views" aria-label="Views">
      {VIEWS.map(([each, label]) => (
        <button
          key={each}
          type="button"
          aria-current={each === view ? 'page' : undefined}
          onClick={() => store.change(`Show ${label.toLowerCase()}`, show(each))}
        >
          {label}
        </button>
      ))}
    </nav>
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
    const scheme = window.matchMedia('(prefers-color-scheme: dark)');
    const follow = (): void => setTheme(currentTheme());
    scheme.addEventListener('change', follow);
    return () => scheme.removeEventListener('change', follow);
  }, []);
  const apply = (next: Theme): void => {
    document.documentElement.dataset['theme'] = next;
    localStorage.setItem(THEME_KEY, next);
    setTheme(next);
    explorer.store.replace({ ...explorer.store.state() });
  };
  const other = theme === 'light' ? 'dark' : 'light';
  return (
    <button
      type="button"
      class="icon"
      aria-label={`Switch to ${other}`}
      title={`Switch to ${other}`}
      onClick={() => apply(other)}
    >
      {theme === 'light' ? '☾' : '☀'}
    </button>
  );
}
