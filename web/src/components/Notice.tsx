// Loading, failed and empty: each says what is going on and what to do.
import type { ComponentChildren } from 'preact';
import type { Answer } from './hooks.ts';

export function Loading({ what }: { readonly what: string }) {
  return (
    <p class="notice" role="status">
      Loading {what}…
    </p>
  );
}

export function Failed({ message, retry }: { readonly message: string; readonly retry: () => void }) {
  return (
    <div class="notice failed" role="alert">
      <p>{message}</p>
      <button type="button" onClick={retry}>
        Try again
      </button>
    </div>
  );
}

export function Empty({ children }: { readonly children: ComponentChildren }) {
  return <p class="notice">{children}</p>;
}

interface WhenReadyProps<T> {
  readonly answer: Answer<T>;
  readonly what: string;
  readonly children: (value: T) => ComponentChildren;
}

export function WhenReady<T>({ answer, what, children }: WhenReadyProps<T>) {
  if (answer.state === 'loading') return <Loading what={what} />;
  if (answer.state === 'failed') return <Failed message={answer.message} retry={answer.retry} />;
  return <>{children(answer.value)}</>;
}
