// The place of the canvas in the page: makes the stage, tells it what to show, and hands what was pointed at to the state.
import { useEffect, useRef } from 'preact/hooks';
import { findPath, hide, leavesOf, pin } from '../state/changes.ts';
import type { Explorer } from '../state/explorer.ts';
import { Stage, type StageEvents } from '../stage/stage.ts';
import { useExplorer, useViewState } from './hooks.ts';
import { onCanvasKey } from './canvas-keys.ts';

interface StageViewProps {
  /** Double click and the key E: what to add around this entity. */
  readonly onExpand: (id: string) => void;
  readonly onCamera: () => void;
}

export function StageView({ onExpand, onCamera }: StageViewProps) {
  const explorer = useExplorer();
  const state = useViewState();
  const container = useRef<HTMLDivElement>(null);
  const callbacks = useRef({ onExpand, onCamera });
  callbacks.current = { onExpand, onCamera };
  useEffect(() => {
    const events = stageEvents(explorer, callbacks);
    const stage = new Stage(container.current!, explorer.model, explorer.appearance, events);
    explorer.stage = stage;
    // Whoever inspects the page, a test or a developer, reaches the picture through its element.
    Object.assign(container.current!, { explorer });
    explorer.draw();
    if (explorer.openedCamera !== undefined) stage.setCamera(explorer.openedCamera);
    return () => {
      explorer.stage = undefined;
      stage.kill();
    };
  }, [explorer]);
  useEffect(() => explorer.draw(), [explorer, state]);
  useEffect(() => {
    const scheme = window.matchMedia('(prefers-color-scheme: dark)');
    const redraw = (): void => explorer.draw();
    const print = window.matchMedia('print');
    const fitPage = (): void => {
      explorer.draw();
      explorer.stage?.fitPage();
    };
    scheme.addEventListener('change', redraw);
    print.addEventListener('change', fitPage);
    return () => {
      scheme.removeEventListener('change', redraw);
      print.removeEventListener('change', fitPage);
    };
  }, [explorer]);
  const { nodeCount, lineCount } = explorer.scene();
  return (
    <div
      class="stage"
      tabIndex={0}
      role="application"
      aria-roledescription="graph"
      aria-label={`Graph of ${nodeCount} entities and ${lineCount} relations. Arrow keys move from one to the next, Enter opens, question mark lists all keys. The Table view has the same in rows.`}
      onKeyDown={(event) => onCanvasKey(event, explorer, onExpand)}
    >
      <div class="stage-canvas" ref={container} />
    </div>
  );
}

function stageEvents(explorer: Explorer, callbacks: { readonly current: StageViewProps }): StageEvents {
  const { model, store } = explorer;
  return {
    onNode(node, isDouble) {
      const { path } = store.state();
      if (path !== undefined && path.to === undefined && path.from !== model.id(node))
        store.change(`Path to ${model.name(node)}`, findPath({ ...path, to: model.id(node) }));
      else if (isDouble) callbacks.current.onExpand(model.id(node));
      else explorer.selectEntity(model.id(node));
    },
    onLine(line) {
      const [a, b] = [model.id(model.lines.source[line]!), model.id(model.lines.target[line]!)];
      explorer.select({ type: 'pair', a, b, relation: model.relation(line) }, 'Select relation');
    },
    onNothing() {
      if (store.state().selection !== undefined) explorer.select(undefined, 'Clear selection');
    },
    onHover: () => undefined,
    onDragged: (node, at) => store.change(`Pin ${model.name(node)}`, pin(model.id(node), [at.x, at.y])),
    onCamera: () => callbacks.current.onCamera(),
  };
}

/** Takes away what hangs on this entity alone; what has other ties stays. */
export function collapse(explorer: Explorer, id: string): void {
  const node = explorer.model.find(id);
  if (node < 0) return;
  const leaves = leavesOf(explorer.model, explorer.scene(), node).map((leaf) => explorer.model.id(leaf));
  if (leaves.length === 0) explorer.say('Nothing to collapse: all neighbours have other ties.');
  else explorer.store.change(`Collapse ${explorer.nameOf(id)}`, hide(leaves));
}
