// A predication is a verb or a trigger noun with its arguments by slot, whatever the voice or the construction.

/**
 * `subject`, `object`, `dative`, `poss`, `bearer`, `context` (subject of the sentence that holds a noun phrase),
 * `setting` (the event that participants without a name were at), `trigger`, `complement`,
 * or a preposition (`with`, `between`, `to`, …).
 */
export type Slot = string;

export interface Argument {
  readonly slot: Slot;
  readonly token: number;
}

export interface Predication {
  /** Token that carries the meaning: the verb, or the noun of a light verb. */
  readonly trigger: number;
  /** Verb that carries tense and negation; the trigger itself for a verb, -1 for a bare noun phrase. */
  readonly verb: number;
  /** Verb of the phrase that holds the trigger; the trigger itself for a verb, -1 where there is none. */
  readonly carrier: number;
  readonly lemma: string;
  readonly form: 'verb' | 'noun';
  readonly isPassive: boolean;
  readonly arguments: readonly Argument[];
}

/** Heads of the arguments in one slot, coordination not yet expanded. */
export function inSlot(predication: Predication, slot: Slot): number[] {
  return predication.arguments.filter((argument) => argument.slot === slot).map((argument) => argument.token);
}
