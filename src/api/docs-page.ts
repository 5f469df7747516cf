// The documentation page: written from the OpenAPI document on the server, without a script and without anything from elsewhere.

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: { readonly description?: string };
}
interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly description?: string; readonly content: Readonly<Record<string, unknown>> };
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
}
interface Document {
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`).replace(/`([^`]+)`/g, '<code>$1</code>');

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 56rem; margin: 2rem auto; padding: 0 1rem; }
h1 { margin-bottom: 0; } h2 { margin-top: 3rem; border-bottom: 1px solid; } h3 { margin: 2rem 0 0; font-size: 1rem; }
code, pre { font-family: ui-monospace, monospace; font-size: .92em; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0; } td, th { text-align: left; padding: .2rem .6rem .2rem 0; vertical-align: top; border-bottom: 1px solid #8884; }
.method { text-transform: uppercase; } p { margin: .3rem 0; }
@media (max-width: 40rem) { table, tbody, tr, td { display: block; border: 0; } th { display: none; } }
`;

export function docsPage(openApi: object): string {
  const { info, paths } = openApi as Document;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const tags = [...new Set(operations.flatMap(({ operation }) => operation.tags))];
  const contents = tags.map((tag) => `<li><a href="#${escape(tag)}">${escape(tag)}</a></li>`).join('');
  const sections = tags
    .map((tag) => {
      const own = operations.filter(({ operation }) => operation.tags.includes(tag));
      return `<h2 id="${escape(tag)}">${escape(tag)}</h2>${own.map(section).join('')}`;
    })
    .join('');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escape(info.title)} API</title><style>${STYLE}</style></head><body><main>
<h1>${escape(info.title)} API</h1><p>Version ${escape(info.version)} · <a href="openapi.json">openapi.json</a> · <a href="./">Explorer</a></p>
<p>${escape(info.description)}</p>
<p>Lists come in pages: <code>{data, nextCursor}</code>. Send <code>nextCursor</code> back as <code>cursor</code> until it is null.
The <code>ETag</code> is the version of the graph. Refusals are <code>application/problem+json</code> and say what to change.
An API key goes into <code>Authorization: Bearer …</code>.</p>
<nav aria-label="Sections"><ul>${contents}</ul></nav>${sections}</main></body></html>`;
}

function section({ path, method, operation }: { path: string; method: string; operation: Operation }): string {
  const rows = (operation.parameters ?? []).map(parameterRow).join('');
  const body = operation.requestBody;
  const takes =
    body === undefined
      ? ''
      : `<p>Body: ${escape(body.description ?? '')} (${Object.keys(body.content)
          .map((type) => `<code>${escape(type)}</code>`)
          .join(', ')})</p>`;
  const answers = Object.entries(operation.responses)
    .map(([status, answer]) => `<tr><td><code>${escape(status)}</code></td><td>${escape(answer.description)}</td></tr>`)
    .join('');
  return `<section id="${escape(operation.operationId)}"><h3><code><span class="method">${escape(method)}</span> ${escape(path)}</code></h3>
<p>${escape(operation.summary)}</p>${operation.description === undefined ? '' : `<p>${escape(operation.description)}</p>`}
${rows === '' ? '' : `<table><tbody>${rows}</tbody></table>`}${takes}<details><summary>Answers</summary><table><tbody>${answers}</tbody></table></details></section>`;
}

function parameterRow({ name, in: where, required, description, schema }: Parameter): string {
  const need = required === true ? ' (required)' : '';
  return `<tr><td><code>${escape(name)}</code></td><td>${escape(where)}${need}</td><td>${escape(description ?? schema?.description ?? '')}</td></tr>`;
}
