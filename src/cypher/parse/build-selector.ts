// Path selectors: ANY, ALL, SHORTEST k and SHORTEST k GROUPS before a path pattern.
import { notSupported, syntaxError } from '../errors.ts';
import type * as Tree from '../generated/CypherQueryParser.ts';
import type { LinkPattern, PathChoice, PathPattern } from './ast.ts';
import { positionOf } from './read-tree.ts';

export function selected(path: PathPattern, prefix: Tree.PathPatternPrefixContext): PathPattern {
  const words = prefix.children.map((child) => child.getText().toUpperCase());
  const [mode] = words.filter((word) => ['WALK', 'TRAIL', 'ACYCLIC'].includes(word));
  if (mode !== undefined) throw notSupported(`The path mode ${mode}`, 'Leave it out: no relationship is used twice.');
  if (path.shortest) {
    throw syntaxError('InvalidShortestPath', 'shortestPath() takes no path selector.', positionOf(prefix));
  }
  const choice = choiceOf(words, prefix);
  if (!choice) return path;
  const [link] = path.links;
  if (path.links.length === 1 && link!.kind === 'relationship' && (link!.range?.min ?? 1) <= 1) {
    return { ...path, shortest: { ...choice, selector: true } };
  }
  if (path.links.every(isBounded)) return { ...path, selection: choice };
  throw notSupported(
    `${words.join(' ')} over a longer pattern with an open end`,
    'Bound its repetition ({1,5}), or let a single relationship repeat.',
  );
}

/** Any paths are as good as the shortest ones; undefined for all paths. */
function choiceOf(words: readonly string[], prefix: Tree.PathPatternPrefixContext): PathChoice | undefined {
  if (words[0] === 'ALL') return words[1] === 'SHORTEST' ? { count: 1, groups: true } : undefined;
  const groups = words.some((word) => word.startsWith('GROUP'));
  const number = words.find((word) => /^[$\d]/.test(word)) ?? '1';
  if (number.startsWith('$')) throw notSupported('A parameter as the number of paths', 'Write the number itself.');
  const count = Number(number.replaceAll('_', ''));
  if (count > 0) return { count, groups };
  throw syntaxError('InvalidPathCount', 'The number of paths must be above 0.', positionOf(prefix));
}

const isBounded = (link: LinkPattern): boolean =>
  link.kind === 'group' ? link.max < Infinity : (link.range?.max ?? 1) < Infinity;
