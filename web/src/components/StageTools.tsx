// Buttons beside the canvas: zoom, fit, and how much is shown.
import { useExplorer, useViewState } from './hooks.ts';
import { plural } from './words.ts';
import { showHidden } from '../state/changes.ts';

export function StageTools() {
  const explorer = useExplorer();
  const { hidden } = useViewState();
  const { nodeCount, lineCount } = explorer.scene();
  return (
    <div class="stage-foot">
      <p class="shown">
        {plural(nodeCount, 'entity', 'entities')}, {plural(lineCount, 'relation')}
        {hidden.length > 0 && (
          <button type="button" class="link" onClick={() => explorer.store.change('Show hidden', showHidden)}>
            show {hidden.length} hidden
          </button>
        )}
      </p>
      <div class="zoom" role="group" aria-label="Camera">
        <button type="button" aria-label="Zoom in" onClick={() => explorer.stage?.zoom(1 / 1.4)}>
          +
        </button>
        <button type="button" aria-label="Zoom out" onClick={() => explorer.stage?.zoom(1.4)}>
          −
        </button>
        <button type="button" aria-label="Show everything" onClick={() => explorer.stage?.fit()}>
          ⤢
        </button>
      </div>
    </div>
  );
}
