// Buttons beside the canvas: zoom, fit, and how much is shown.
import { useEffect, useMemo, useState } from 'preact/hooks';
import { communitiesOf } from '../graph/community-names.ts';
import { relax } from '../stage/relax.ts';
import { startFrom } from '../state/changes.ts';
import type { Start } from '../state/view-state.ts';
import { useExplorer, useViewState } from './hooks.ts';
import { plural } from './words.ts';
import { showHidden } from '../state/changes.ts';

interface StageToolsProps {
  /** On narrow screens the legend is a sheet that this opens. */
  readonly isLegendOpen: boolean;
  readonly onLegend: () => void;
}

export function StageTools({ isLegendOpen, onLegend }: StageToolsProps) {
  const explorer = useExplorer();
  const { hidden } = useViewState();
  const { nodeCount, lineCount } = explorer.scene();
  return (
    <div class="stage-foot">
      <p class="shown">
        <span class="shown-count">
          {plural(nodeCount, 'entity', 'entities')}, {plural(lineCount, 'relation')}
        </span>
        {hidden.length > 0 && (
          <button type="button" class="link" onClick={() => explorer.store.change('Show hidden', showHidden)}>
            show {hidden.length} hidden
          </button>
        )}
      </p>
      <button type="button" class="legend-button" aria-expanded={isLegendOpen} onClick={onLegend}>
        Legend
      </button>
      <StartChoice />
      <RelaxButton />
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

/** Where the picture starts: everything, the communities by their hubs, or one of them. */
function StartChoice() {
  const explorer = useExplorer();
  const { start } = useViewState();
  const communities = useMemo(() => communitiesOf(explorer.model), [explorer]);
  const chosen = start.type === 'community' ? `community ${start.community}` : start.type;
  const choose = (value: string): void => {
    const number = /^community (\d+)$/.exec(value)?.[1];
    const next: Start =
      number === undefined
        ? { type: value as 'all' | 'communities' }
        : { type: 'community', community: Number(number) };
    explorer.store.change('Choose part', startFrom(next));
  };
  return (
    <label class="part">
      <span class="visually-hidden">Part of the graph</span>
      <select value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="all">Everything</option>
        <option value="communities">Communities by their hubs</option>
        {(start.type === 'nothing' || start.type === 'around') && <option value={start.type}>Chosen entities</option>}
        {communities.map(({ community, name, size }) => (
          <option key={community} value={`community ${community}`}>
            {name} and {size - 1} more
          </option>
        ))}
      </select>
    </label>
  );
}

function RelaxButton() {
  const explorer = useExplorer();
  const [stop, setStop] = useState<() => void>();
  useEffect(() => stop, [stop]);
  const toggle = (): void => {
    if (stop !== undefined) stop();
    else setStop(() => relax(explorer, () => setStop(undefined)));
  };
  return (
    <button
      type="button"
      class="relax"
      aria-pressed={stop !== undefined}
      title="Let the layout settle from where it is"
      onClick={toggle}
    >
      Relax
    </button>
  );
}
