// The types of IS :: tests.
import { notSupported } from '../errors.ts';
import type * as Tree from '../generated/CypherQueryParser.ts';
import type { TypeAlternative, TypePattern } from './ast.ts';

/** Synonyms to the names that this interpreter uses. */
const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['BOOL', 'BOOLEAN'],
  ['VARCHAR', 'STRING'],
  ['INT', 'INTEGER'],
  ['SIGNED INTEGER', 'INTEGER'],
  ['INTEGER64', 'INTEGER'],
  ['INT64', 'INTEGER'],
  ['FLOAT64', 'FLOAT'],
  ['VERTEX', 'NODE'],
  ['EDGE', 'RELATIONSHIP'],
  ['PATHS', 'PATH'],
  ['TIME WITHOUT TIMEZONE', 'LOCAL TIME'],
  ['TIME WITHOUT TIME ZONE', 'LOCAL TIME'],
  ['TIME WITH TIMEZONE', 'ZONED TIME'],
  ['TIME WITH TIME ZONE', 'ZONED TIME'],
  ['TIMESTAMP WITHOUT TIMEZONE', 'LOCAL DATETIME'],
  ['TIMESTAMP WITHOUT TIME ZONE', 'LOCAL DATETIME'],
  ['TIMESTAMP WITH TIMEZONE', 'ZONED DATETIME'],
  ['TIMESTAMP WITH TIME ZONE', 'ZONED DATETIME'],
  ['ANY VALUE', 'ANY'],
  ['ANY PROPERTY VALUE', 'PROPERTY VALUE'],
  ['ANY NODE', 'NODE'],
  ['ANY VERTEX', 'NODE'],
  ['ANY RELATIONSHIP', 'RELATIONSHIP'],
  ['ANY EDGE', 'RELATIONSHIP'],
  ['ANY MAP', 'MAP'],
]);

const KNOWN = new Set([
  ...['NOTHING', 'NULL', 'BOOLEAN', 'STRING', 'INTEGER', 'FLOAT', 'DATE', 'DURATION', 'NODE', 'RELATIONSHIP', 'MAP'],
  ...['PATH', 'ANY', 'PROPERTY VALUE', 'LOCAL TIME', 'LOCAL DATETIME', 'ZONED TIME', 'ZONED DATETIME'],
]);

export function buildType(tree: Tree.TypeContext): TypePattern {
  return { alternatives: tree.typePart().flatMap(buildPart) };
}

function buildPart(tree: Tree.TypePartContext): readonly TypeAlternative[] {
  const nullability = tree.typeNullability();
  let alternatives = buildName(tree.typeName(), nullability !== null);
  for (const suffix of tree.typeListSuffix()) {
    alternatives = [{ name: 'LIST', notNull: suffix.typeNullability() !== null, of: { alternatives } }];
  }
  return alternatives;
}

function buildName(tree: Tree.TypeNameContext, notNull: boolean): readonly TypeAlternative[] {
  const inner = tree.type();
  if (inner) {
    const of = buildType(inner);
    if (tree.ANY()) return of.alternatives.map((each) => ({ ...each, notNull: each.notNull || notNull }));
    return [{ name: 'LIST', notNull, of }];
  }
  const words = tree.children.map((child) => child.getText().toUpperCase()).join(' ');
  const name = SYNONYMS.get(words) ?? words;
  if (!KNOWN.has(name)) throw notSupported(`The type ${name}`);
  return [{ name, notNull }];
}
