// Every place of the service that takes a text: made from the router and the list of tools, so that a new parameter is tried too.
import { ROUTES } from '../../src/api/routes/index.ts';
import { TOOLS } from '../../src/mcp/server.ts';
import { posted } from '../api/support/service.ts';

export type Door = readonly [path: string, init?: RequestInit];

/** Of nothing that is there, so that no route finds what it might take away. */
const HARMLESS: Readonly<Record<string, string>> = { id: '0'.repeat(64), database: 'plenary', format: 'gexf' };

/** The text in each place of each route that takes one. */
export function doors(text: string): readonly Door[] {
  const words = encodeURIComponent(text);
  return ROUTES.flatMap(({ method, path, params, query }): Door[] => {
    const names = Object.keys(params.shape);
    const address = (hostile?: string): string =>
      names.reduce((out, name) => out.replace(`{${name}}`, name === hostile ? words : HARMLESS[name]!), path);
    const init: RequestInit = method === 'post' ? posted({ statement: 'RETURN 1', text: '' }) : { method };
    return [
      ...names.map((name): Door => [address(name), init]),
      ...Object.keys(query.shape).map((name): Door => [`${address()}?${name}=${words}`, init]),
    ];
  });
}

/** The same in each member of a body. */
export const bodies = (text: string): readonly Door[] => [
  ['/db/plenary/query/v2', posted({ statement: 'RETURN $p', parameters: { p: text, [text.slice(0, 100)]: 1 } })],
  ['/db/plenary/query/v2', posted({ statement: 'RETURN 1', accessMode: text })],
  ['/db/plenary/query/v2', posted({ statement: 'RETURN 1', maxExecutionTime: text })],
  ['/db/plenary/query/v2', posted({ statement: 'RETURN 1', bookmarks: [text], txMetadata: { [text]: text } })],
  ['/db/plenary/query/v2', posted({ statement: 'RETURN 1', [text]: text })],
  ['/api/v1/documents', posted({ text: '', name: text })],
];

/** The text in each argument of each tool, beside good ones where the tool asks for them. */
export function toolArguments(text: string): readonly (readonly [string, Record<string, unknown>])[] {
  const good: Record<string, unknown> = {
    ...{ query: 'RETURN 1', name: 'okafor', relationship: HARMLESS['id'], id: HARMLESS['id'] },
    ...{ from: HARMLESS['id'], to: HARMLESS['id'], entity: HARMLESS['id'] },
  };
  return TOOLS.flatMap(({ name, input }) =>
    Object.keys(input.shape).map((argument) => {
      const asked = Object.entries(good).filter(([key]) => key in input.shape && key !== argument);
      return [name, { ...Object.fromEntries(asked), [argument]: text }] as const;
    }),
  );
}
