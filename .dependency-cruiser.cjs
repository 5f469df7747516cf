// Imports point one way: domain <- schema <- language, pipeline, resolution <- projection, query, cypher <- ports <- adapters <- api, mcp, cli <- app.
const layer = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: `^src/${from}/` },
  to: { path: '^src/', pathNot: `^src/(${[from, ...allowed].join('|')})/` },
});
const core = ['domain', 'schema'];
const middle = ['language', 'pipeline', 'resolution', 'projection', 'query', 'cypher'];
/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: { pathNot: '^src/cypher/generated' }, to: { circular: true } },
    layer('domain-stands-alone', 'domain', []),
    layer('schema-knows-domain', 'schema', ['domain']),
    layer('language-is-a-library', 'language', []),
    layer('cypher-is-a-library', 'cypher', []),
    layer('pipeline', 'pipeline', [...core, 'language']),
    layer('resolution', 'resolution', core),
    layer('projection', 'projection', [...core, 'resolution']),
    layer('query', 'query', [...core, 'cypher']),
    layer('ports', 'ports', [...core, ...middle]),
    layer('adapters', 'adapters', [...core, ...middle, 'ports']),
    {
      name: 'no-io-left-of-adapters',
      severity: 'error',
      from: { path: '^src/(domain|language|pipeline|resolution|projection|query|cypher|ports)/' },
      to: { path: '^(node:)?(fs|http|https|net|child_process|worker_threads|os)(/|$)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
  },
};
