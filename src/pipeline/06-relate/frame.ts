// A frame: trigger words, the roles they open, and the relations that filled roles state. Frames are YAML rows.
import type { RelationType } from '../../schema/generated.ts';

/** Families of kinds that a role takes; `topic` and `proposal` are cut from the text where no mention stands. */
export type Family =
  | 'person'
  | 'body'
  | 'country'
  | 'place'
  | 'site'
  | 'event'
  | 'incident'
  | 'visit'
  | 'instrument'
  | 'topic'
  | 'proposal';

export interface FrameRole {
  readonly name: string;
  /** Slots in order of preference; the first that gives a filler wins, unless `all`. */
  readonly slots: readonly string[];
  readonly takes: readonly Family[];
  /** Every slot is read, not only the first that is filled. */
  readonly all: boolean;
  /** A group noun stands for the bodies it comes from: `representatives of the UN`. */
  readonly group: boolean;
  /** People and bodies may stand in one list: `sanctioned Roe and two companies`. */
  readonly mixed: boolean;
  /** Each has a word of its own: `Lee and Roe`, not `the ministers`. */
  readonly apart: boolean;
}

export interface FrameRelation {
  readonly type: RelationType;
  readonly source: string;
  /** The same role twice means pairs within it: `A and B met`. */
  readonly target: string;
  readonly role?: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Slot whose words name the role of the source: `president` in `was elected president of Chile`. */
  readonly named?: string;
  /** Given only where this role is filled, or is not (`!role`). */
  readonly when: readonly string[];
  /** Not given where one of these was told of the two: who spoke by telephone did not meet. */
  readonly unless: readonly RelationType[];
  /** Given only where the source is known to be from another country than the target: `returned to Oslo` is a visit of a Peruvian. */
  readonly abroad: boolean;
}

export interface Frame {
  /** With its version, for example `meet/1`. */
  readonly rule: string;
  readonly verbs: readonly string[];
  readonly nouns: readonly string[];
  /** Lemmas that the object's head must have; empty where any will do. */
  readonly objects: readonly string[];
  /** Lemmas that the object's head must not have. */
  readonly notObjects: readonly string[];
  /** Lemmas of which the subject must be one, or none. */
  readonly subjects: readonly string[];
  readonly notSubjects: readonly string[];
  /** Slots of which one must be filled; none where it does not matter. */
  readonly needs: readonly string[];
  /** Slots that must be empty. */
  readonly without: readonly string[];
  /** Lemmas of which one must, or none may, stand among the trigger's modifiers and arguments: `phone`, `courtesy`. */
  readonly context: readonly string[];
  readonly notContext: readonly string[];
  /** Lemmas of the verb whose phrase holds the trigger noun; empty where any will do. */
  readonly carriers: readonly string[];
  readonly voice: 'active' | 'passive' | 'any';
  readonly roles: ReadonlyMap<string, FrameRole>;
  readonly relations: readonly FrameRelation[];
  readonly confidence: number;
  readonly examples: readonly FrameExample[];
}

interface FrameExample {
  readonly text: string;
  /** `MET_WITH: Ann Lee | Bob Roe`, each of which must be found. */
  readonly gives: readonly string[];
  /** The same shape, or a relation type alone: none of these may be found. */
  readonly not: readonly string[];
}

export interface FrameTable {
  readonly frames: readonly Frame[];
  readonly byVerb: ReadonlyMap<string, readonly Frame[]>;
  readonly byNoun: ReadonlyMap<string, readonly Frame[]>;
  /** Lists of words that are no frames: light verbs, group nouns, speech verbs, … */
  readonly words: ReadonlyMap<string, ReadonlySet<string>>;
}
