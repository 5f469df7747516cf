// The =~ operator, by an engine without backtracking: its time grows with the text only, so that it cannot hang.
import { RE2JS, RE2JSException } from 're2js';
import { argumentError } from '../errors.ts';
import { fromJava } from './java-pattern.ts';

const compiled = new Map<string, RE2JS>();
const MAX_COMPILED = 200;

/** The whole text must match, as in Java. @throws CypherError for a pattern that is none, or that needs backtracking */
export function matchesWhole(text: string, pattern: string): boolean {
  return compile(pattern).matches(text);
}

function compile(pattern: string): RE2JS {
  const known = compiled.get(pattern);
  if (known) return known;
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
