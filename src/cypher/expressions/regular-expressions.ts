// The =~ operator, by an engine without backtracking: its time grows with the text only, so that it cannot hang.
import { RE2JS, RE2JSException } from 're2js';
import { argumentError } from '../errors.ts';
import type { Budget } from '../run/budget.ts';
import { fromJava } from './java-pattern.ts';

const compiled = new Map<string, RE2JS>();
const MAX_COMPILED = 200;
/** Steps of the machine that a pattern becomes, counted repetitions written out: the time for a character grows with them. */
const MAX_STEPS = 5_000;
const TURNS_A_CHARACTER = 3;
const STEPS_A_TURN = 8;

/** The whole text must match, as in Java. @throws CypherError for a pattern that is none, or that needs backtracking */
export function matchesWhole(text: string, pattern: string, budget: Budget): boolean {
  const machine = compile(pattern);
  budget.claim(text.length * (TURNS_A_CHARACTER + machine.programSize() / STEPS_A_TURN));
  return machine.matches(text);
}

const tooLarge = (): Error =>
  argumentError(`A regular expression may have ${MAX_STEPS} steps, repetitions written out; ask for less at once.`);

/** An item, a bracket, or how often the item before it is repeated. */
const ITEM = /\\Q[^]*?(?:\\E|$)|\\[pP]\{\^?\w+\}|\\[^]|\[\^?\]?(?:\\[^]|[^\]])*\]|\{(\d{1,4})(?:,(\d{0,4}))?\}|[^]/g;

/** Found before it is compiled: `(?:a{99}){10}` is short, and what it becomes is not. */
function stepsOf(pattern: string): number {
  const open = [0];
  let last = 0;
  for (const [item, least, most] of pattern.matchAll(ITEM)) {
    const inside = open.length - 1;
    if (item === '(') open.push(0);
    if (least !== undefined) {
      const times = Math.max(Number(least), Number(most ?? 0), 1);
      open[inside]! += last * (times - 1);
      last *= times;
    } else {
      last = item === ')' && inside > 0 ? open.pop()! : item.startsWith('\\Q') ? item.length : 1;
      open[open.length - 1]! += last;
    }
  }
  return open.reduce((all, part) => all + part);
}

function compile(pattern: string): RE2JS {
  const known = compiled.get(pattern);
  if (known) return known;
  if (pattern.length > MAX_STEPS || stepsOf(pattern) > MAX_STEPS) throw tooLarge();
  try {
    const made = RE2JS.compile(fromJava(pattern));
    if (compiled.size >= MAX_COMPILED) compiled.clear();
    compiled.set(pattern, made);
    return made;
  } catch (cause) {
    if (!(cause instanceof RE2JSException)) throw cause;
    throw argumentError(
      `The regular expression '${pattern}' cannot be used (${cause.message}); back references and lookarounds are not supported.`,
    );
  }
}
