// Keys on the canvas: everything the mouse can do, and the same names in the list that the question mark opens.
import { findPath, focus, hide, pin } from '../state/changes.ts';
import type { Explorer } from '../state/explorer.ts';
import { collapse } from './StageView.tsx';

export const CANVAS_KEYS: readonly (readonly [string, string])[] = [
  ['← → ↑ ↓', 'Go to the nearest entity in that direction'],
  ['Tab', 'Leave the graph'],
  ['Enter', 'Open the relation panel of the entity'],
  ['E', 'Expand: add neighbours'],
  ['C', 'Collapse: take away what hangs on this entity alone'],
  ['F', 'Focus: dim the rest, or show all again'],
  ['P', 'Pin in place, or let go'],
  ['H', 'Hide'],
  ['T', 'Trace a path from this entity'],
  ['+ −', 'Zoom'],
  ['0', 'Show everything'],
  ['Esc', 'Clear the selection'],
  ['/', 'Search'],
  ['Ctrl Z / Ctrl Shift Z', 'Undo / redo'],
];

type Direction = readonly [number, number];
const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export function onCanvasKey(event: KeyboardEvent, explorer: Explorer, onExpand: (id: string) => void): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const arrow = ARROWS[event.key];
  const isHandled = arrow === undefined ? onLetter(event.key, explorer, onExpand) : step(explorer, arrow);
  if (isHandled) event.preventDefault();
}

function onLetter(key: string, explorer: Explorer, onExpand: (id: string) => void): boolean {
  const { stage, store } = explorer;
  if (key === '+' || key === '=') stage?.zoom(1 / 1.4);
  else if (key === '-') stage?.zoom(1.4);
  else if (key === '0') stage?.fit();
  else if (key === 'Escape') explorer.select(undefined, 'Clear selection');
  else {
    const { selection } = store.state();
    return selection?.type === 'entity' && onEntity(key.toLowerCase(), selection.id, explorer, onExpand);
  }
  return true;
}

function onEntity(key: string, id: string, explorer: Explorer, onExpand: (id: string) => void): boolean {
  const { store } = explorer;
  const name = explorer.nameOf(id);
  if (key === 'enter') document.querySelector<HTMLElement>('.panel h2')?.focus();
  else if (key === 'e') onExpand(id);
  else if (key === 'c') collapse(explorer, id);
  else if (key === 'h') store.change(`Hide ${name}`, hide([id]));
  else if (key === 't') store.change(`Path from ${name}`, findPath({ from: id }));
  else if (key === 'f') toggleFocus(explorer, id);
  else if (key === 'p') togglePin(explorer, id);
  else return false;
  return true;
}

export function toggleFocus(explorer: Explorer, id: string): void {
  const isOn = explorer.store.state().focus === id;
  explorer.store.change(isOn ? 'Show all' : `Focus ${explorer.nameOf(id)}`, focus(isOn ? undefined : id));
}

export function togglePin(explorer: Explorer, id: string): void {
  const node = explorer.model.find(id);
  if (node < 0) return;
  const isOn = explorer.store.state().pins[id] !== undefined;
  const at = explorer.stage?.place(node) ?? { x: explorer.model.graph.x[node]!, y: explorer.model.graph.y[node]! };
  explorer.store.change(
    `${isOn ? 'Let go of' : 'Pin'} ${explorer.nameOf(id)}`,
    pin(id, isOn ? undefined : [at.x, at.y]),
  );
}

/** The nearest visible entity in a cone of the direction; without a selection the best connected one. */
function step(explorer: Explorer, [dx, dy]: Direction): boolean {
  const { model, stage } = explorer;
  const { selection } = explorer.store.state();
  const { visible } = explorer.scene();
  const from = selection?.type === 'entity' ? model.find(selection.id) : -1;
  let best = -1;
  let bestCost = Infinity;
  const origin = from < 0 || stage === undefined ? undefined : stage.pixel(from);
  for (let node = 0; node < model.size; node++) {
    if (visible[node] !== 1 || node === from) continue;
    const cost = origin === undefined ? -model.degree[node]! : coneCost(stage!.pixel(node), origin, dx, dy);
    if (cost < bestCost) {
      bestCost = cost;
      best = node;
    }
  }
  if (best >= 0) {
    explorer.selectEntity(model.id(best));
    stage?.bringIntoView(best);
  }
  return true;
}

function coneCost(at: { x: number; y: number }, origin: { x: number; y: number }, dx: number, dy: number): number {
  const along = (at.x - origin.x) * dx + (at.y - origin.y) * dy;
  const aside = Math.abs((at.x - origin.x) * dy) + Math.abs((at.y - origin.y) * dx);
  return along <= 0 || aside > along * 1.6 ? Infinity : along + aside * 1.5;
}
