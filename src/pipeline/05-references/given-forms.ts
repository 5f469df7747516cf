// Forms of one given name: `Bill` and `William` call one person where the surname agrees.
import { foldName } from '../../domain/names.ts';
import { type Lexicons, lexiconRows } from '../knowledge.ts';

/** True where two folded given names are forms of one. */
export type IsGivenForm = (one: string, other: string) => boolean;

function namesByForm(lexicons: Lexicons): ReadonlyMap<string, ReadonlySet<number>> {
  const names = new Map<string, Set<number>>();
  lexiconRows(lexicons, 'given-forms').forEach(([forms], name) => {
    for (const form of forms!.split(/\s+/).map(foldName)) names.set(form, (names.get(form) ?? new Set()).add(name));
  });
  return names;
}

const compiled = new WeakMap<Lexicons, IsGivenForm>();

/** Compiled once for a set of lexicons. */
export function givenFormsOf(lexicons: Lexicons): IsGivenForm {
  const known = compiled.get(lexicons);
  if (known !== undefined) return known;
  const names = namesByForm(lexicons);
  const isGivenForm: IsGivenForm = (one, other) =>
    one === other || [...(names.get(one) ?? [])].some((name) => names.get(other)?.has(name) === true);
  compiled.set(lexicons, isGivenForm);
  return isGivenForm;
}
