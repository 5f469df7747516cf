// How two entities are connected: the paths, and for each step the sentences behind it.
import { useEffect, useState } from 'preact/hooks';
import { loadPaths, wholeId } from '../api/lookups.ts';
import type { Fact, FactPath } from '../api/types.ts';
import { useAnswer, useExplorer } from '../components/hooks.ts';
import { Empty, WhenReady } from '../components/Notice.tsx';
import { SearchBox } from '../components/SearchBox.tsx';
import { Swatch } from '../components/Swatch.tsx';
import { plural } from '../components/words.ts';
import { add, findPath } from '../state/changes.ts';
import { FactSection } from './PairPanel.tsx';

interface PathPanelProps {
  readonly from: string;
  readonly to: string | undefined;
}

export function PathPanel({ from, to }: PathPanelProps) {
  const explorer = useExplorer();
  return (
    <article class="path">
      <header>
        <p class="kicker">How are they connected?</p>
        <h2 tabIndex={-1}>
          {explorer.nameOf(from)} <span class="and">to</span> {to === undefined ? '…' : explorer.nameOf(to)}
        </h2>
      </header>
      {to === undefined ? (
        <div class="path-target">
          <p>Choose the other end: click it in the graph, or search.</p>
          <SearchBox
            label="Search the other end of the path"
            placeholder="Name"
            withDocuments={false}
            onPick={(hit) => explorer.store.change(`Path to ${hit.name}`, findPath({ from, to: hit.id }))}
          />
        </div>
      ) : (
        <Found from={from} to={to} />
      )}
    </article>
  );
}

function Found({ from, to }: { readonly from: string; readonly to: string }) {
  const answer = useAnswer(`paths ${from} ${to}`, async () =>
    loadPaths(...(await Promise.all([wholeId(from), wholeId(to)]))),
  );
  return (
    <WhenReady answer={answer} what="paths">
      {({ data, cut }) =>
        data.length === 0 ? (
          <Empty>No path of up to six steps connects them.</Empty>
        ) : (
          <Choice paths={surestFirst(data)} cut={cut} />
        )
      }
    </WhenReady>
  );
}

/** Of paths of one length those come first whose steps have happened. */
function surestFirst(paths: readonly FactPath[]): readonly FactPath[] {
  const doubts = ({ facts }: FactPath): number => facts.filter(({ modality }) => modality !== 'occurred').length;
  return [...paths].sort((a, b) => a.length - b.length || doubts(a) - doubts(b));
}

function Choice({ paths, cut }: { readonly paths: readonly FactPath[]; readonly cut: boolean }) {
  const explorer = useExplorer();
  const [chosen, setChosen] = useState(0);
  const path = paths[chosen] ?? paths[0]!;
  const ids = path.nodes.map((node) => node.id);
  const key = ids.join();
  useEffect(() => {
    const { model, store, stage } = explorer;
    const absent = ids.filter((id) => model.find(id) >= 0 && explorer.scene().member[model.find(id)] !== 1);
    if (absent.length > 0) store.change('Show path', add(absent));
    explorer.showPath(ids);
    const frame = requestAnimationFrame(() =>
      stage?.flyTo(ids.map((id) => model.find(id)).filter((node) => node >= 0)),
    );
    return () => {
      cancelAnimationFrame(frame);
      explorer.showPath(undefined);
    };
    // The ids are named by their key.
  }, [explorer, key]);
  return (
    <>
      <p class="counts">
        {plural(paths.length, 'path')} of {plural(path.length, 'step')}
        {cut && ', more exist'}
      </p>
      {paths.length > 1 && (
        <label class="path-choice">
          Path
          <select value={chosen} onChange={(event) => setChosen(Number(event.currentTarget.value))}>
            {paths.map((each, index) => (
              <option key={index} value={index}>
                {index + 1}:{' '}
                {each.nodes
                  .slice(1, -1)
                  .map((node) => node.name)
                  .join(' → ') || 'directly'}
              </option>
            ))}
          </select>
        </label>
      )}
      <ol class="steps">
        {path.facts.map((fact, index) => (
          <Step key={fact.id} fact={fact} from={path.nodes[index]!.id} />
        ))}
      </ol>
    </>
  );
}

function Step({ fact, from }: { readonly fact: Fact; readonly from: string }) {
  const explorer = useExplorer();
  const isForward = fact.source.id === from;
  const [here, there] = isForward ? [fact.source, fact.target] : [fact.target, fact.source];
  return (
    <li>
      <p class="step">
        <button type="button" class="link" onClick={() => explorer.selectEntity(here.id)}>
          <Swatch kind={here.kind} />
          {here.name}
        </button>{' '}
        <em>{explorer.appearance.relationLabel(fact.type, !isForward)}</em>{' '}
        <button type="button" class="link" onClick={() => explorer.selectEntity(there.id)}>
          <Swatch kind={there.kind} />
          {there.name}
        </button>
      </p>
      <FactSection fact={fact} />
    </li>
  );
}
