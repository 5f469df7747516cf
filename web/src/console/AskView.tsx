// Ask: the Cypher console, loaded when it is opened.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { EditorView } from '@codemirror/view';
import { entityIdsIn, runQuery, type QueryRows } from '../api/query.ts';
import { useExplorer, useViewState } from '../components/hooks.ts';
import { plural } from '../components/words.ts';
import { add, show, startFrom } from '../state/changes.ts';
import { createEditor, markError, replaceText } from './editor.ts';
import { askedBefore, PHRASES, rememberQuestion } from './phrases.ts';
import { ResultTable } from './ResultTable.tsx';
import { SavedPhrases } from './SavedPhrases.tsx';
import { unknownNames } from './unknown-names.ts';

type Outcome =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly stop: () => void }
  | { readonly state: 'ready'; readonly rows: QueryRows; readonly unknown: readonly string[] }
  | { readonly state: 'failed'; readonly message: string };

export default function AskView() {
  const { question } = useViewState();
  const [parameters, setParameters] = useState(question?.parameters ?? '');
  const editor = useRef<EditorView>(undefined);
  const { outcome, asked, run } = useAsking(editor, parameters);
  const put = (text: string, given?: Readonly<Record<string, unknown>>): void => {
    if (editor.current !== undefined) replaceText(editor.current, text);
    if (given !== undefined) setParameters(Object.keys(given).length === 0 ? '' : JSON.stringify(given));
  };
  return (
    <div class="view ask-view">
      <div class="view-head">
        <h2>Ask in Cypher</h2>
        <Picker
          label="Examples"
          entries={PHRASES.map(({ title }) => title)}
          onPick={(index) => put(PHRASES[index]!.text, PHRASES[index]!.parameters)}
        />
        <Picker label="History" entries={asked} onPick={(index) => put(asked[index]!)} />
      </div>
      <EditorBox editor={editor} text={question?.text ?? ''} onRun={run} />
      <div class="ask-tools">
        <label>
          Parameters
          <input
            type="text"
            class="parameters"
            placeholder='{"name": "To Lam"}'
            spellcheck={false}
            value={parameters}
            onInput={(event) => setParameters(event.currentTarget.value)}
          />
        </label>
        {outcome.state === 'running' ? (
          <button type="button" onClick={outcome.stop}>
            Stop
          </button>
        ) : (
          <button type="button" class="primary" onClick={run}>
            Run
          </button>
        )}
      </div>
      <SavedPhrases
        current={() => ({ text: textIn(editor), parameters })}
        onPick={(phrase) => {
          put(phrase.text);
          setParameters(phrase.parameters);
        }}
      />
      <OutcomeView outcome={outcome} />
    </div>
  );
}

const textIn = (editor: { readonly current: EditorView | undefined }): string =>
  editor.current?.state.doc.toString().trim() ?? '';

/** Runs what the editor holds, one query at a time, and remembers what was asked. */
function useAsking(editor: { readonly current: EditorView | undefined }, parameters: string) {
  const explorer = useExplorer();
  const [outcome, setOutcome] = useState<Outcome>({ state: 'idle' });
  const [asked, setAsked] = useState(askedBefore());
  const finish = (next: Outcome, problem?: string): void => {
    if (editor.current !== undefined) markError(editor.current, problem);
    setOutcome(next);
  };
  const run = (): void => {
    const text = textIn(editor);
    if (text === '') return;
    const abort = new AbortController();
    setOutcome({ state: 'running', stop: () => abort.abort() });
    setAsked(rememberQuestion(text));
    explorer.store.change('Ask', (state) => ({ ...state, question: { text, parameters } }));
    ask(text, parameters, abort.signal).then(
      (rows) => {
        const unknown = unknownNames(text, explorer.appearance.schema);
        finish({ state: 'ready', rows, unknown });
        explorer.say([plural(rows.values.length, 'row'), ...unknown].join('. '));
      },
      (error: unknown) => {
        const message = error instanceof Error ? error.message : 'The query failed; try again.';
        finish({ state: 'failed', message }, message);
      },
    );
  };
  return { outcome, asked, run };
}

async function ask(text: string, parameters: string, signal: AbortSignal): Promise<QueryRows> {
  return runQuery(text, readParameters(parameters), signal);
}

function readParameters(text: string): Readonly<Record<string, unknown>> {
  if (text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch (cause) {
    throw new Error('The parameters are not valid JSON; write them like {"name": "To Lam"}.', { cause });
  }
  throw new Error('The parameters must be an object like {"name": "To Lam"}.');
}

interface PickerProps {
  readonly label: string;
  readonly entries: readonly string[];
  readonly onPick: (index: number) => void;
}

function Picker({ label, entries, onPick }: PickerProps) {
  if (entries.length === 0) return null;
  return (
    <select
      aria-label={label}
      value=""
      onChange={(event) => {
        onPick(Number(event.currentTarget.value));
        event.currentTarget.value = '';
      }}
    >
      <option value="">{label}</option>
      {entries.map((entry, index) => (
        <option key={index} value={index}>
          {entry}
        </option>
      ))}
    </select>
  );
}

interface EditorBoxProps {
  readonly editor: { current: EditorView | undefined };
  readonly text: string;
  readonly onRun: () => void;
}

function EditorBox({ editor, text, onRun }: EditorBoxProps) {
  const { schema } = useExplorer().appearance;
  const box = useRef<HTMLDivElement>(null);
  const onRunNow = useRef(onRun);
  onRunNow.current = onRun;
  useEffect(() => {
    editor.current = createEditor(box.current!, text, schema, {
      onRun: () => onRunNow.current(),
      onChange: () => undefined,
    });
    return () => {
      editor.current?.destroy();
      editor.current = undefined;
    };
    // The text is the first one only: afterwards the editor holds it.
  }, []);
  return <div class="editor" ref={box} />;
}

function OutcomeView({ outcome }: { readonly outcome: Outcome }) {
  const explorer = useExplorer();
  if (outcome.state === 'idle')
    return (
      <p class="notice">Control and Enter run the query. The graph is read only: nothing you write here changes it.</p>
    );
  if (outcome.state === 'running')
    return (
      <p class="notice" role="status">
        Running…
      </p>
    );
  if (outcome.state === 'failed')
    return (
      <p class="notice failed" role="alert">
        {outcome.message}
      </p>
    );
  const { rows, unknown } = outcome;
  const ids = entityIdsIn(rows.values).filter((id) => explorer.model.find(id) >= 0);
  const showGraph = (): void =>
    explorer.store.change('Show answer as graph', (state) =>
      show('graph')(add(ids)(startFrom({ type: 'nothing' })(state))),
    );
  return (
    <>
      <div class="answer-head">
        <p role="status">
          {plural(rows.values.length, 'row')}
          {rows.notice !== undefined && ` · ${rows.notice}`}
        </p>
        {ids.length > 0 && (
          <button type="button" onClick={showGraph}>
            Show {plural(ids.length, 'entity', 'entities')} as graph
          </button>
        )}
      </div>
      {unknown.map((note) => (
        <p key={note} class="notice unknown-name">
          {note}
        </p>
      ))}
      <ResultTable rows={rows} />
    </>
  );
}
