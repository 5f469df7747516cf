// What an entity is related to, as a table that sorts by any column; each row opens the evidence.
import { useState } from 'preact/hooks';
import type { Entity, Fact, NeighbourPage } from '../api/types.ts';
import { loadNeighbours } from '../api/lookups.ts';
import { dateRank, writeDates } from '../components/dates.ts';
import { useAnswer, useExplorer } from '../components/hooks.ts';
import { Empty, WhenReady } from '../components/Notice.tsx';
import { SortableHead, sorted, type Sorting } from '../components/sorting.tsx';
import { Swatch } from '../components/Swatch.tsx';
import { MODALITY_WORDS } from '../components/words.ts';

export function NeighbourTable({ id }: { readonly id: string }) {
  const answer = useAnswer(`neighbours ${id}`, () => loadNeighbours(id));
  return (
    <section>
      <h3>Relations</h3>
      <WhenReady answer={answer} what="relations">
        {(page) => <Rows id={id} page={page} />}
      </WhenReady>
    </section>
  );
}

const SHOWN_AT_FIRST = 30;

interface Row {
  readonly relation: string;
  readonly name: string;
  readonly date: number;
  readonly claims: number;
}

type Column = keyof Row;

function Rows({ id, page }: { readonly id: string; readonly page: NeighbourPage }) {
  const explorer = useExplorer();
  const [sorting, setSorting] = useState<Sorting<Column>>({ column: 'date', descending: false });
  const [limit, setLimit] = useState(SHOWN_AT_FIRST);
  if (page.data.length === 0) return <Empty>No document relates this to anything.</Empty>;
  const rows = page.data.map(({ entity, fact }) => ({
    entity,
    fact,
    relation: explorer.appearance.relationLabel(fact.type, fact.source.id !== id),
    name: entity.name,
    date: dateRank(fact.startDate),
    claims: fact.claimCount,
  }));
  const total = Object.values(page.countsByType).reduce((sum, count) => sum + count, 0);
  return (
    <>
      <div class="table-scroll" tabIndex={0} role="region" aria-label="Relations, table">
        <table class="rows">
          <thead>
            <tr>
              <SortableHead column="relation" label="Relation" sorting={sorting} onSort={setSorting} />
              <SortableHead column="name" label="With" sorting={sorting} onSort={setSorting} />
              <SortableHead column="date" label="When" sorting={sorting} onSort={setSorting} />
              <SortableHead column="claims" label="Claims" sorting={sorting} onSort={setSorting} isNumber />
            </tr>
          </thead>
          <tbody>
            {sorted(rows, sorting)
              .slice(0, limit)
              .map(({ entity, fact, relation }) => (
                <RelationRow key={`${fact.id} ${entity.id}`} id={id} entity={entity} fact={fact} relation={relation} />
              ))}
          </tbody>
        </table>
      </div>
      {limit < rows.length && (
        <button type="button" class="more" onClick={() => setLimit(limit + 100)}>
          {Math.min(limit, rows.length)} of {total}, show more
        </button>
      )}
    </>
  );
}

interface RelationRowProps {
  readonly id: string;
  readonly entity: Entity;
  readonly fact: Fact;
  readonly relation: string;
}

function RelationRow({ id, entity, fact, relation }: RelationRowProps) {
  const explorer = useExplorer();
  const open = (): void =>
    explorer.select({ type: 'pair', a: id, b: entity.id, relation: fact.type }, `Relation with ${entity.name}`);
  return (
    <tr>
      <td>
        {relation}
        {fact.modality !== 'occurred' && <span class={`badge ${fact.modality}`}>{MODALITY_WORDS[fact.modality]}</span>}
      </td>
      <td>
        <button type="button" class="link" onClick={open}>
          <Swatch kind={entity.kind} />
          {entity.name}
        </button>
      </td>
      <td class="when">{writeDates(fact.startDate, fact.endDate)}</td>
      <td class="number">{fact.claimCount}</td>
    </tr>
  );
}
