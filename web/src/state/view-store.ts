// Holds the view state and its past: every change has a name, can be undone and done again.
import type { ViewState } from './view-state.ts';

interface Step {
  readonly label: string;
  readonly state: ViewState;
}

/** Far more than anybody steps back; states share their parts, so that a step costs little. */
const LONGEST_PAST = 200;

export type Change = (state: ViewState) => ViewState;

export class ViewStore {
  private present: ViewState;
  private past: readonly Step[] = [];
  private future: readonly Step[] = [];
  private readonly listeners = new Set<() => void>();

  constructor(initial: ViewState) {
    this.present = initial;
  }

  readonly state = (): ViewState => this.present;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /**
   * @param label what undo will offer, for example `Hide To Lam`
   * @param continues one step with the change before of the same name: a slider that is dragged is undone at once
   */
  change(label: string, change: Change, continues = false): void {
    const next = change(this.present);
    if (next === this.present) return;
    const isOneStep = continues && this.undoLabel === label;
    if (!isOneStep) this.past = [...this.past, { label, state: this.present }].slice(-LONGEST_PAST);
    this.future = [];
    this.replace(next);
  }

  /** For what nobody wants to undo: a link that was followed, a camera that moved. */
  replace(state: ViewState): void {
    this.present = state;
    for (const listener of this.listeners) listener();
  }

  get undoLabel(): string | undefined {
    return this.past.at(-1)?.label;
  }

  get redoLabel(): string | undefined {
    return this.future[0]?.label;
  }

  undo(): void {
    const step = this.past.at(-1);
    if (step === undefined) return;
    this.past = this.past.slice(0, -1);
    this.future = [{ label: step.label, state: this.present }, ...this.future];
    this.replace(step.state);
  }

  redo(): void {
    const step = this.future[0];
    if (step === undefined) return;
    this.future = this.future.slice(1);
    this.past = [...this.past, { label: step.label, state: this.present }];
    this.replace(step.state);
  }
}
