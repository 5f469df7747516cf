// What is shown as CSV and GEXF: for spreadsheets and for Gephi.
import { isoDay } from '../../../src/adapters/layout/graph-picture.ts';
import type { Explorer } from '../state/explorer.ts';
import { parseHex } from '../graph/appearance.ts';
import { whatIsDrawn } from './drawn.ts';
import { escape } from './svg.ts';

/** Spreadsheets run a cell that begins like a formula. */
function cell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const row = (values: readonly (string | number)[]): string => `${values.map(cell).join(',')}\r\n`;

export function entitiesAsCsv(explorer: Explorer): string {
  const { model } = explorer;
  const rows = whatIsDrawn(explorer).nodes.map(({ node }) =>
    row([model.id(node), model.name(node), model.kind(node), model.degree[node]!, model.graph.community[node]! + 1]),
  );
  return row(['id', 'name', 'kind', 'ties', 'community']) + rows.join('');
}

export function relationsAsCsv(explorer: Explorer): string {
  const { model } = explorer;
  const { lines, graph } = model;
  const out = [
    row(['source', 'sourceName', 'relation', 'target', 'targetName', 'modality', 'startDate', 'endDate', 'claims']),
  ];
  for (const { line } of whatIsDrawn(explorer).edges) {
    const [source, target] = [lines.source[line]!, lines.target[line]!];
    const ends = [model.id(source), model.name(source), model.relation(line), model.id(target), model.name(target)];
    for (let at = lines.firstFact[line]!; at < lines.firstFact[line + 1]!; at++) {
      const fact = lines.facts[at]!;
      const day = (value: number): string => (value < 0 ? '' : isoDay(value));
      out.push(
        row([...ends, model.modality(line), day(graph.startDay[fact]!), day(graph.endDay[fact]!), graph.claims[fact]!]),
      );
    }
  }
  return out.join('');
}

export function pictureAsGexf(explorer: Explorer, today: Date): string {
  const { model, stage } = explorer;
  const { nodes, edges } = whatIsDrawn(explorer);
  const nodeLines = nodes.map(({ node, style }) => {
    const [r, g, b] = parseHex(style.color);
    const { x, y } = stage?.place(node) ?? { x: model.graph.x[node]!, y: model.graph.y[node]! };
    return `<node id="${model.id(node)}" label="${escape(model.name(node))}"><attvalues><attvalue for="kind" value="${model.kind(node)}"/></attvalues><viz:color r="${r}" g="${g}" b="${b}"/><viz:position x="${x.toFixed(2)}" y="${y.toFixed(2)}" z="0"/><viz:size value="${style.size.toFixed(2)}"/></node>`;
  });
  const edgeLines = edges.map(
    ({ line }) =>
      `<edge id="${line}" source="${model.id(model.lines.source[line]!)}" target="${model.id(model.lines.target[line]!)}" label="${model.relation(line)}"><attvalues><attvalue for="modality" value="${model.modality(line)}"/></attvalues></edge>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<meta lastmodifieddate="${today.toISOString().slice(0, 10)}"><creator>Plenary</creator></meta>
<graph defaultedgetype="directed">
<attributes class="node"><attribute id="kind" title="kind" type="string"/></attributes>
<attributes class="edge"><attribute id="modality" title="modality" type="string"/></attributes>
<nodes>
${nodeLines.join('\n')}
</nodes>
<edges>
${edgeLines.join('\n')}
</edges>
</graph>
</gexf>
`;
}
