// Hooks the components share: the explorer, its state, and questions to the service with their three outcomes.
import { createContext } from 'preact';
import { useCallback, useContext, useEffect, useState } from 'preact/hooks';
import { useSyncExternalStore } from 'preact/compat';
import type { Explorer } from '../state/explorer.ts';
import type { ViewState } from '../state/view-state.ts';

export const ExplorerContext = createContext<Explorer | undefined>(undefined);

export function useExplorer(): Explorer {
  const explorer = useContext(ExplorerContext);
  if (explorer === undefined) throw new Error('A component was drawn before the graph was loaded.');
  return explorer;
}

export function useViewState(): ViewState {
  const { store } = useExplorer();
  return useSyncExternalStore(store.subscribe, store.state);
}

export type Answer<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly message: string; readonly retry: () => void };

/** Answers that were given before; the graph does not change under a loaded page. */
const answered = new Map<string, unknown>();
const MOST_KEPT = 200;

/** @param key names the question; the same key is asked once */
export function useAnswer<T>(key: string, question: () => Promise<T>): Answer<T> {
  const [turn, setTurn] = useState(0);
  const [result, setResult] = useState<{ key: string; answer: Answer<T> }>();
  const retry = useCallback(() => setTurn((before) => before + 1), []);
  useEffect(() => {
    if (answered.has(key)) return;
    let isWanted = true;
    setResult({ key, answer: { state: 'loading' } });
    question().then(
      (value) => {
        remember(key, value);
        if (isWanted) setResult({ key, answer: { state: 'ready', value } });
      },
      (error: unknown) => {
        const message = error instanceof Error ? error.message : 'Something went wrong; try again.';
        if (isWanted) setResult({ key, answer: { state: 'failed', message, retry } });
      },
    );
    return () => {
      isWanted = false;
    };
    // The key stands for the question: a new closure with the same key asks the same.
  }, [key, turn]);
  if (answered.has(key)) return { state: 'ready', value: answered.get(key) as T };
  return result?.key === key ? result.answer : { state: 'loading' };
}

/** After the graph was loaded anew, old answers are of another graph. */
export function forgetAnswers(): void {
  answered.clear();
}

function remember(key: string, value: unknown): void {
  answered.set(key, value);
  if (answered.size > MOST_KEPT) answered.delete(answered.keys().next().value!);
}
