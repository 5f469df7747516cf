// The graph as rows: the same entities and relations as on the canvas, for those who read better than they see.
import { useMemo, useState } from 'preact/hooks';
import { isoDay } from '../../../src/adapters/layout/graph-picture.ts';
import { useExplorer, useViewState } from '../components/hooks.ts';
import { Empty } from '../components/Notice.tsx';
import { SortableHead, sorted, type Sorting } from '../components/sorting.tsx';
import { Swatch } from '../components/Swatch.tsx';
import { MODALITY_WORDS } from '../components/words.ts';
import type { GraphModel } from '../graph/graph-model.ts';
import type { Scene } from '../graph/scene.ts';

const PAGE = 100;

export default function TableView() {
  const explorer = useExplorer();
  useViewState();
  const scene = explorer.scene();
  const [what, setWhat] = useState<'entities' | 'relations'>('entities');
  return (
    <div class="view table-view">
      <div class="view-head">
        <h2>Table</h2>
        <div class="choice" role="group" aria-label="Rows">
          <button type="button" aria-pressed={what === 'entities'} onClick={() => setWhat('entities')}>
            {scene.nodeCount} entities
          </button>
          <button type="button" aria-pressed={what === 'relations'} onClick={() => setWhat('relations')}>
            {scene.lineCount} relations
          </button>
        </div>
      </div>
      {what === 'entities' ? <Entities scene={scene} /> : <Relations scene={scene} />}
    </div>
  );
}

interface EntityRow {
  readonly node: number;
  readonly name: string;
  readonly kind: string;
  readonly ties: number;
  readonly community: number;
}

function Entities({ scene }: { readonly scene: Scene }) {
  const explorer = useExplorer();
  const { model, appearance } = explorer;
  const [sorting, setSorting] = useState<Sorting<'name' | 'kind' | 'ties' | 'community'>>({
    column: 'ties',
    descending: true,
  });
  const rows = useMemo(
    () =>
      sorted(
        entityRows(model, scene, (kind) => appearance.kindLabel(kind)),
        sorting,
      ),
    [scene, sorting],
  );
  const heads = { sorting, onSort: setSorting };
  return (
    <Paged rows={rows} label="Entities, table">
      {(page) => (
        <table class="rows wide">
          <thead>
            <tr>
              <SortableHead column="name" label="Name" {...heads} />
              <SortableHead column="kind" label="Kind" {...heads} />
              <SortableHead column="ties" label="Ties" {...heads} isNumber />
              <SortableHead column="community" label="Community" {...heads} isNumber />
            </tr>
          </thead>
          <tbody>
            {page.map(({ node, name, kind, ties, community }) => (
              <tr key={node}>
                <td>
                  <button type="button" class="link" onClick={() => explorer.selectEntity(model.id(node))}>
                    <Swatch kind={model.kind(node)} />
                    {name}
                  </button>
                </td>
                <td>{kind}</td>
                <td class="number">{ties}</td>
                <td class="number">{community}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Paged>
  );
}

function entityRows(model: GraphModel, scene: Scene, labelOf: (kind: string) => string): readonly EntityRow[] {
  const rows: EntityRow[] = [];
  for (let node = 0; node < model.size; node++) {
    if (scene.visible[node] !== 1) continue;
    const community = model.graph.community[node]! + 1;
    rows.push({ node, name: model.name(node), kind: labelOf(model.kind(node)), ties: model.degree[node]!, community });
  }
  return rows;
}

function Relations({ scene }: { readonly scene: Scene }) {
  const explorer = useExplorer();
  const { model, appearance } = explorer;
  const [sorting, setSorting] = useState<Sorting<'from' | 'relation' | 'to' | 'date' | 'meant'>>({
    column: 'date',
    descending: false,
  });
  const rows = useMemo(
    () =>
      sorted(
        relationRows(model, scene, (type) => appearance.relationLabel(type)),
        sorting,
      ),
    [scene, sorting],
  );
  const heads = { sorting, onSort: setSorting };
  return (
    <Paged rows={rows} label="Relations, table">
      {(page) => (
        <table class="rows wide">
          <thead>
            <tr>
              <SortableHead column="from" label="From" {...heads} />
              <SortableHead column="relation" label="Relation" {...heads} />
              <SortableHead column="to" label="To" {...heads} />
              <SortableHead column="date" label="First day" {...heads} />
              <SortableHead column="meant" label="Meant as" {...heads} />
            </tr>
          </thead>
          <tbody>
            {page.map(({ line, from, relation, to, date, meant }) => (
              <tr key={line}>
                <td>{from}</td>
                <td>
                  <button type="button" class="link" onClick={() => selectLine(explorer, line)}>
                    {relation}
                  </button>
                </td>
                <td>{to}</td>
                <td class="when">{date}</td>
                <td>{meant}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Paged>
  );
}

function selectLine(explorer: ReturnType<typeof useExplorer>, line: number): void {
  const { model } = explorer;
  const [a, b] = [model.id(model.lines.source[line]!), model.id(model.lines.target[line]!)];
  explorer.select({ type: 'pair', a, b, relation: model.relation(line) }, 'Select relation');
}

function relationRows(model: GraphModel, scene: Scene, labelOf: (type: string) => string) {
  const rows = [];
  const { lines, graph } = model;
  for (let line = 0; line < lines.count; line++) {
    if (scene.lineVisible[line] !== 1) continue;
    let day = -1;
    for (let at = lines.firstFact[line]!; at < lines.firstFact[line + 1]!; at++) {
      const start = graph.startDay[lines.facts[at]!]!;
      if (start >= 0 && (day < 0 || start < day)) day = start;
    }
    rows.push({
      line,
      from: model.name(lines.source[line]!),
      relation: labelOf(model.relation(line)),
      to: model.name(lines.target[line]!),
      date: day < 0 ? '' : isoDay(day),
      meant: MODALITY_WORDS[model.modality(line)] ?? model.modality(line),
    });
  }
  return rows;
}

interface PagedProps<Row> {
  readonly rows: readonly Row[];
  readonly label: string;
  readonly children: (page: readonly Row[]) => preact.ComponentChildren;
}

function Paged<Row>({ rows, label, children }: PagedProps<Row>) {
  const [at, setAt] = useState(0);
  const from = Math.min(at, Math.max(0, Math.floor((rows.length - 1) / PAGE) * PAGE));
  if (rows.length === 0) return <Empty>The filters leave nothing; clear them on the left.</Empty>;
  return (
    <>
      <div class="table-scroll" tabIndex={0} role="region" aria-label={label}>
        {children(rows.slice(from, from + PAGE))}
      </div>
      {rows.length > PAGE && (
        <nav class="pages" aria-label="Pages">
          <button type="button" disabled={from === 0} onClick={() => setAt(from - PAGE)}>
            Previous
          </button>
          <span>
            {from + 1}–{Math.min(from + PAGE, rows.length)} of {rows.length}
          </span>
          <button type="button" disabled={from + PAGE >= rows.length} onClick={() => setAt(from + PAGE)}>
            Next
          </button>
        </nav>
      )}
    </>
  );
}
