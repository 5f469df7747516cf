// Says aloud what just happened on the canvas, for those who cannot see it.
import { useSyncExternalStore } from 'preact/compat';
import { useExplorer } from './hooks.ts';

export function Announcer() {
  const { onSaid, said } = useExplorer();
  const text = useSyncExternalStore(onSaid, said);
  return (
    <p class="visually-hidden" role="status" aria-live="polite">
      {text}
    </p>
  );
}
