// The running explorer: graph, schema, view state and stage together, and the picture that follows from them.
import type { Appearance, Theme } from '../graph/appearance.ts';
import type { GraphModel } from '../graph/graph-model.ts';
import { buildScene, SMALL_GRAPH, type Backed, type Scene } from '../graph/scene.ts';
import type { Attention } from '../stage/emphasis.ts';
import type { CameraPlace, Stage } from '../stage/stage.ts';
import { add, around, select } from './changes.ts';
import { INITIAL_STATE, type Selection, type ViewState } from './view-state.ts';
import { ViewStore } from './view-store.ts';

export class Explorer {
  readonly model: GraphModel;
  readonly appearance: Appearance;
  readonly store: ViewStore;
  stage: Stage | undefined;
  /** From the link that was opened: where the camera stood, and what has changed since. */
  openedCamera: CameraPlace | undefined;
  openedNote: string | undefined;
  private sceneOf: { readonly state: ViewState; readonly backed: Backed; readonly scene: Scene } | undefined;
  private backed: Backed;
  private shownPath: readonly string[] | undefined;
  private readonly listeners = new Set<() => void>();
  private announcement = '';

  constructor(model: GraphModel, appearance: Appearance, state: ViewState) {
    this.model = model;
    this.appearance = appearance;
    this.store = new ViewStore(state);
  }

  scene(): Scene {
    const state = this.store.state();
    if (this.sceneOf?.state !== state || this.sceneOf.backed !== this.backed)
      this.sceneOf = { state, backed: this.backed, scene: buildScene(this.model, state, this.backed) };
    return this.sceneOf.scene;
  }

  /** What the chosen document backs; set when its claims have arrived. */
  back(backed: Backed): void {
    if (this.backed === backed) return;
    this.backed = backed;
    this.store.replace({ ...this.store.state() });
  }

  /** The path that is drawn; found by the service, so it is no part of the view state. */
  showPath(ids: readonly string[] | undefined): void {
    if (this.shownPath?.join() === ids?.join()) return;
    this.shownPath = ids;
    this.draw();
  }

  /** What the reader looks at: selection, focus, path. */
  attention(): Attention {
    const { selection, focus, path } = this.store.state();
    return { selection, focus, path: path === undefined ? undefined : this.shownPath };
  }

  /** Tells the stage what to show now. */
  draw(): void {
    const { pins, places } = this.store.state();
    this.stage?.show({
      scene: this.scene(),
      attention: this.attention(),
      theme: currentTheme(),
      pins,
      places,
    });
  }

  select(selection: Selection | undefined, label = 'Selection'): void {
    this.store.change(label, select(selection));
  }

  selectEntity(id: string, fly = false): void {
    const node = this.model.find(id);
    this.select({ type: 'entity', id }, node < 0 ? 'Selection' : `Select ${this.model.name(node)}`);
    if (node < 0) return;
    if (fly) this.bringIn(id, node);
    if (fly) requestAnimationFrame(() => this.flyToNeighbourhood(node));
    this.say(`${this.model.name(node)}, ${this.appearance.kindLabel(this.model.kind(node))}`);
  }

  /** What is looked for and not in the picture comes in: alone where it was hidden, with its surroundings in a large graph. */
  private bringIn(id: string, node: number): void {
    if (this.scene().member[node] === 1) return;
    const { start, hidden } = this.store.state();
    const isAlone = hidden.includes(id) || start.type === 'nothing';
    this.store.change(`Show ${this.model.name(node)}`, isAlone ? add([id]) : around(id));
  }

  /** Near enough to read, far enough to see whom it is tied to; around a hub only itself. */
  private flyToNeighbourhood(node: number): void {
    const { visible } = this.scene();
    const neighbours = this.model.neighbours(node).filter((each) => visible[each] === 1);
    this.stage?.flyTo(neighbours.length > 40 ? [node] : [node, ...neighbours]);
  }

  nameOf(id: string): string {
    const node = this.model.find(id);
    return node < 0 ? 'unknown entity' : this.model.name(node);
  }

  /** For screen readers: what just happened. */
  say(text: string): void {
    this.announcement = text;
    for (const listener of this.listeners) listener();
  }

  readonly said = (): string => this.announcement;

  readonly onSaid = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}

/** Paper is light, whatever the screen is. */
export function currentTheme(): Theme {
  if (window.matchMedia('print').matches) return 'light';
  const chosen = document.documentElement.dataset['theme'];
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** Small graphs are shown whole; of the largest only their communities, until one is opened. */
export function firstState(model: GraphModel): ViewState {
  if (model.size <= SMALL_GRAPH || model.size <= 20_000) return INITIAL_STATE;
  return { ...INITIAL_STATE, start: { type: 'communities' } };
}
