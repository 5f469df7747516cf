// Drop files anywhere, or choose them: each is sent in, its progress shown, and when all are read the new graph can be loaded.
import { useEffect, useRef, useState } from 'preact/hooks';
import { loadJob, sendDocument } from '../api/lookups.ts';

interface Sent {
  readonly name: string;
  readonly state: 'sending' | 'queued' | 'running' | 'done' | 'set-aside' | 'failed';
  readonly message: string;
}

const WORDS: Readonly<Record<Sent['state'], string>> = {
  sending: 'Sending',
  queued: 'Waiting',
  running: 'Reading',
  done: 'Read',
  'set-aside': 'Set aside',
  failed: 'Failed',
};
const POLL_MS = 400;
const FINAL: readonly string[] = ['done', 'set-aside', 'failed'];

export function DropZone({ reload }: { readonly reload: () => void }) {
  const [isOver, setIsOver] = useState(false);
  const [sent, setSent] = useState<readonly Sent[]>([]);
  const take = useRef<(files: readonly File[]) => void>(() => undefined);
  take.current = (files) => {
    const from = sent.length;
    setSent([...sent, ...files.map(({ name }) => ({ name, state: 'sending' as const, message: '' }))]);
    files.forEach((file, index) => {
      const put = (state: Sent['state'], message: string): void =>
        setSent((before) =>
          before.map((each, at) => (at === from + index ? { name: file.name, state, message } : each)),
        );
      void follow(file, put);
    });
  };
  useDrops(setIsOver, (files) => take.current(files));
  const isBusy = sent.some(({ state }) => !FINAL.includes(state));
  return (
    <>
      {isOver && (
        <div class="drop-here" aria-hidden="true">
          Drop documents to read them
        </div>
      )}
      {sent.length > 0 && (
        <section class="ingest" aria-label="Documents sent in">
          <ul aria-live="polite">
            {sent.map(({ name, state, message }, index) => (
              <li key={index} class={state}>
                <strong>{name}</strong> {WORDS[state]}
                {message !== '' && <span class="ingest-message">{message}</span>}
              </li>
            ))}
          </ul>
          {isBusy ? (
            <progress
              aria-label="Reading documents"
              max={sent.length}
              value={sent.filter(({ state }) => FINAL.includes(state)).length}
            />
          ) : (
            <div class="tools">
              <button type="button" class="primary" onClick={reload}>
                Load the new graph
              </button>
              <button type="button" onClick={() => setSent([])}>
                Dismiss
              </button>
            </div>
          )}
        </section>
      )}
    </>
  );
}

const CHOSEN = 'documents-chosen';

/** The same without dragging: by keyboard and on a phone. */
export function ChooseFiles() {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" onClick={() => input.current?.click()}>
        Add documents…
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          window.dispatchEvent(new CustomEvent<readonly File[]>(CHOSEN, { detail: files }));
        }}
      />
    </>
  );
}

function useDrops(setIsOver: (isOver: boolean) => void, take: (files: readonly File[]) => void): void {
  useEffect(() => {
    const isFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;
    const over = (event: DragEvent): void => {
      if (!isFiles(event)) return;
      event.preventDefault();
      setIsOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!isFiles(event)) return;
      event.preventDefault();
      setIsOver(false);
      take([...(event.dataTransfer?.files ?? [])]);
    };
    const chosen = (event: Event): void => take((event as CustomEvent<readonly File[]>).detail);
    window.addEventListener(CHOSEN, chosen);
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener(CHOSEN, chosen);
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, []);
}

async function follow(file: File, put: (state: Sent['state'], message: string) => void): Promise<void> {
  try {
    let job = await sendDocument(file);
    for (;;) {
      put(job.state, job.message);
      if (FINAL.includes(job.state)) return;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      job = await loadJob(job.id);
    }
  } catch (error) {
    put('failed', error instanceof Error ? error.message : 'It could not be sent; try again.');
  }
}
