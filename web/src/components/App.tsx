// The page: loads the graph once, then lays out head, legend, canvas and panel around it.
import { useEffect, useState } from 'preact/hooks';
import { loadGraph, loadSchema } from '../api/lookups.ts';
import { ServiceError } from '../api/request.ts';
import { Appearance } from '../graph/appearance.ts';
import { GraphModel } from '../graph/graph-model.ts';
import { Explorer, firstState } from '../state/explorer.ts';
import { alreadyKept, keep, kept, PINS, PLACES } from '../state/kept-places.ts';
import { readLink } from '../state/permalink.ts';
import { ExplorerContext, forgetAnswers } from './hooks.ts';
import { noteOn } from './use-address.ts';
import { Workbench } from './Workbench.tsx';

type Boot =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly explorer: Explorer }
  | { readonly state: 'failed'; readonly message: string; readonly isOffline: boolean };

export function App() {
  const [boot, setBoot] = useState<Boot>({ state: 'loading' });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    setBoot({ state: 'loading' });
    forgetAnswers();
    start().then(
      (explorer) => setBoot({ state: 'ready', explorer }),
      (error: unknown) =>
        setBoot({
          state: 'failed',
          message: error instanceof Error ? error.message : 'The graph could not be loaded.',
          isOffline: error instanceof ServiceError && error.isOffline,
        }),
    );
  }, [turn]);
  if (boot.state === 'loading')
    return (
      <main class="boot">
        <h1>Plenary</h1>
        <p role="status">Loading the graph…</p>
      </main>
    );
  if (boot.state === 'failed')
    return (
      <main class="boot">
        <h1>{boot.isOffline ? 'Plenary is not running' : 'The graph did not load'}</h1>
        <p role="alert">{boot.message}</p>
        <button type="button" onClick={() => setTurn(turn + 1)}>
          Try again
        </button>
      </main>
    );
  return (
    <ExplorerContext.Provider value={boot.explorer}>
      <Workbench reload={() => setTurn(turn + 1)} />
    </ExplorerContext.Provider>
  );
}

async function start(): Promise<Explorer> {
  const [graph, schema] = await Promise.all([loadGraph(), loadSchema()]);
  const model = new GraphModel(graph);
  const initial = { ...firstState(model), pins: kept(PINS, model), places: kept(PLACES, model) };
  const opened = readLink(window.location.hash, model, initial);
  const explorer = new Explorer(model, new Appearance(schema), opened?.state ?? initial);
  explorer.openedCamera = opened?.camera;
  explorer.openedNote = opened === undefined ? undefined : noteOn(opened, model);
  const { pins, places } = explorer.store.state();
  alreadyKept(PINS, pins);
  alreadyKept(PLACES, places);
  explorer.store.subscribe(() => {
    const { pins, places } = explorer.store.state();
    keep(PINS, pins);
    keep(PLACES, places);
  });
  return explorer;
}
