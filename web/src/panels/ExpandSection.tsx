// Choosing what to add around an entity: by relation, with counts, thirty at a time.
import { add } from '../state/changes.ts';
import { useExplorer, useViewState } from '../components/hooks.ts';
import { Empty } from '../components/Notice.tsx';
import type { GraphModel } from '../graph/graph-model.ts';
import type { Scene } from '../graph/scene.ts';

/** As many as can be taken in at one look. */
const AT_ONCE = 30;

interface Offer {
  readonly relation: string;
  readonly inverse: boolean;
  readonly total: number;
  /** Not in the picture yet, best connected first. */
  readonly missing: readonly number[];
}

export function ExpandSection({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const explorer = useExplorer();
  useViewState();
  const { model, appearance, store } = explorer;
  const node = model.find(id);
  const offers = node < 0 ? [] : offersAround(model, explorer.scene(), node);
  const addNodes = (nodes: readonly number[], what: string): void => {
    store.change(`Add ${what}`, add(nodes.map((each) => model.id(each))));
    explorer.say(`${nodes.length} added`);
  };
  return (
    <section class="expand" aria-label="Expand">
      <h3>
        Expand
        <button type="button" class="link" onClick={onClose}>
          done
        </button>
      </h3>
      {offers.length === 0 && <Empty>Nothing is tied to this.</Empty>}
      <ul>
        {offers.map(({ relation, inverse, total, missing }) => {
          const label = appearance.relationLabel(relation, inverse);
          const next = missing.slice(0, AT_ONCE);
          return (
            <li key={`${relation} ${inverse}`}>
              <span>
                {label}{' '}
                <span class="count">
                  {total - missing.length} of {total} shown
                </span>
              </span>
              {next.length > 0 && (
                <button type="button" onClick={() => addNodes(next, label)}>
                  Add {next.length}
                  {next.length < missing.length ? ` of ${missing.length}` : ''}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

export function offersAround(model: GraphModel, scene: Scene, node: number): readonly Offer[] {
  const offers = new Map<string, { relation: string; inverse: boolean; all: Set<number> }>();
  for (const line of model.linesOf(node)) {
    const relation = model.relation(line);
    const inverse = model.lines.source[line] !== node;
    const key = `${relation} ${inverse}`;
    const offer = offers.get(key) ?? { relation, inverse, all: new Set<number>() };
    offer.all.add(model.otherEnd(line, node));
    offers.set(key, offer);
  }
  return [...offers.values()]
    .map(({ relation, inverse, all }) => ({
      relation,
      inverse,
      total: all.size,
      missing: [...all]
        .filter((other) => scene.member[other] !== 1)
        .sort((a, b) => model.degree[b]! - model.degree[a]! || a - b),
    }))
    .sort((a, b) => b.total - a.total);
}
