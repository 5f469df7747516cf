// The Cypher editor: CodeMirror set up for one short text, with completion and errors that point at their place.
import { autocompletion, completionKeymap, closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap, lineNumbers, placeholder } from '@codemirror/view';
import type { GraphSchema } from '../api/types.ts';
import { completionFrom } from './cypher-completion.ts';
import { cypherLanguage } from './cypher-language.ts';

export interface EditorEvents {
  onRun(): void;
  onChange(text: string): void;
}

const theme = EditorView.theme({
  '&': { backgroundColor: 'var(--raised)', color: 'var(--ink)', fontSize: '13.5px' },
  '.cm-content': { fontFamily: 'var(--mono)', caretColor: 'var(--ink)', minHeight: '92px' },
  '.cm-gutters': { backgroundColor: 'var(--raised)', color: 'var(--ink-3)', border: 'none' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-tooltip': { backgroundColor: 'var(--raised)', color: 'var(--ink)', border: '1px solid var(--rule)' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: 'var(--accent)', color: 'var(--accent-ink)' },
  '.cm-placeholder': { color: 'var(--ink-3)' },
});

export function createEditor(parent: HTMLElement, text: string, schema: GraphSchema, events: EditorEvents): EditorView {
  const run = { key: 'Mod-Enter', preventDefault: true, run: () => (events.onRun(), true) };
  const state = EditorState.create({
    doc: text,
    extensions: [
      lineNumbers(),
      history(),
      bracketMatching(),
      closeBrackets(),
      cypherLanguage,
      autocompletion({ override: [completionFrom(schema)] }),
      keymap.of([run, ...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...defaultKeymap]),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': 'Cypher query; Control and Enter run it' }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) events.onChange(update.state.doc.toString());
      }),
      placeholder('MATCH (p:Person)-[:ATTENDED]->(m:Meeting) RETURN p, m LIMIT 20'),
      theme,
    ],
  });
  return new EditorView({ parent, state });
}

export function replaceText(view: EditorView, text: string): void {
  view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
}

/** The gate names line and column; without them the whole text is at fault. */
export function markError(view: EditorView, message: string | undefined): void {
  if (message === undefined) {
    view.dispatch(setDiagnostics(view.state, []));
    return;
  }
  const { doc } = view.state;
  const place = /line (\d+),? column (\d+)/i.exec(message);
  let from = 0;
  let to = doc.length;
  if (place !== null && Number(place[1]) >= 1 && Number(place[1]) <= doc.lines) {
    const line = doc.line(Number(place[1]));
    from = Math.min(line.from + Math.max(0, Number(place[2]) - 1), line.to);
    to = Math.min(line.to, from + Math.max(1, /^\w+/.exec(doc.sliceString(from, line.to))?.[0].length ?? 1));
  }
  view.dispatch(setDiagnostics(view.state, [{ from, to, severity: 'error', message }]));
}
