// Four steps through the demo: find, read, walk through time, ask. Each shows the thing itself.
import { useState } from 'preact/hooks';
import { dayNumber } from '../../../src/adapters/layout/graph-picture.ts';
import { findPath, select, show, within } from '../state/changes.ts';
import type { Explorer } from '../state/explorer.ts';
import { useExplorer } from './hooks.ts';

interface TourStep {
  readonly title: string;
  readonly text: string;
  readonly act: (explorer: Explorer) => void;
}

/** The tie that most sentences support: there is something to read behind it. */
function bestTie({ model }: Explorer): { a: string; b: string; relation: string } | undefined {
  let best = -1;
  let most = 0;
  for (let line = 0; line < model.lines.count; line++) {
    let claims = 0;
    for (let at = model.lines.firstFact[line]!; at < model.lines.firstFact[line + 1]!; at++)
      claims += model.graph.claims[model.lines.facts[at]!]!;
    if (model.modality(line) === 'occurred' && claims > most) {
      most = claims;
      best = line;
    }
  }
  if (best < 0) return undefined;
  const [a, b] = [model.lines.source[best]!, model.lines.target[best]!];
  return { a: model.id(a), b: model.id(b), relation: model.relation(best) };
}

const STEPS: readonly TourStep[] = [
  {
    title: 'Find someone',
    text: 'Type a name above, in any order and without accents. The graph flies there and the panel tells posts, relations and dates.',
    act(explorer) {
      const tie = bestTie(explorer);
      explorer.store.change('Tour', show('graph'));
      if (tie !== undefined) explorer.selectEntity(tie.a, true);
    },
  },
  {
    title: 'Read why',
    text: 'Every line opens the sentences behind it, with who said so. The title of a source opens the document at the sentence.',
    act(explorer) {
      const tie = bestTie(explorer);
      if (tie !== undefined) explorer.select({ type: 'pair', ...tie }, 'Tour');
    },
  },
  {
    title: 'Walk through time',
    text: 'Drag the ends of the time line below, or press Play. What is planned or only demanded is dashed or dotted; switch it on in the legend.',
    act(explorer) {
      const days = explorer.model.graph.startDay.filter((day) => day >= 0).sort();
      const middle = days[Math.floor(days.length / 2)] ?? dayNumber('2018') ?? 0;
      explorer.store.change('Tour', (state) => within({ to: middle })(select(undefined)(state)));
    },
  },
  {
    title: 'Ask',
    text: 'Cypher questions, with examples to start from. Any answer can be shown as a graph. “Path to…” in a panel finds how two are connected.',
    act(explorer) {
      explorer.store.change('Tour', (state) => show('ask')(within({})(findPath(undefined)(state))));
    },
  },
];

export function Tour({ onClose }: { readonly onClose: () => void }) {
  const explorer = useExplorer();
  const [at, setAt] = useState(-1);
  const go = (to: number): void => {
    setAt(to);
    STEPS[to]?.act(explorer);
  };
  const step = STEPS[at];
  return (
    <section class="tour" aria-label="Tour" aria-live="polite">
      <p class="tour-count">{step === undefined ? 'A tour in four steps' : `${at + 1} of ${STEPS.length}`}</p>
      <h2>{step?.title ?? 'Who met whom, and who says so'}</h2>
      <p>
        {step?.text ??
          'Plenary has read these documents and drawn who met whom, who attended what and who proposed what.'}
      </p>
      <div class="tools">
        {at > 0 && (
          <button type="button" onClick={() => go(at - 1)}>
            Back
          </button>
        )}
        <button type="button" class="primary" onClick={() => (at === STEPS.length - 1 ? onClose() : go(at + 1))}>
          {at < 0 ? 'Start' : at === STEPS.length - 1 ? 'Done' : 'Next'}
        </button>
        <button type="button" onClick={onClose}>
          Close
        </button>
      </div>
    </section>
  );
}
