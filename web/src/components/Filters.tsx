// Filters that are no legend: least number of claims, one document, and a way back to everything.
import { loadDocuments } from '../api/lookups.ts';
import { clearFilters, filter, onlyDocument } from '../state/changes.ts';
import { NO_FILTERS } from '../state/view-state.ts';
import { useAnswer, useExplorer, useViewState } from './hooks.ts';

export function Filters() {
  const { store } = useExplorer();
  const { filters, period } = useViewState();
  const isNarrowed = JSON.stringify(filters) !== JSON.stringify(NO_FILTERS) || Object.keys(period).length > 0;
  return (
    <div class="filters">
      <h2>Filters</h2>
      <label>
        Claims at least
        <input
          type="number"
          min={1}
          max={99}
          value={filters.minClaims}
          onChange={(event) => {
            const least = Math.max(1, Math.round(Number(event.currentTarget.value) || 1));
            store.change(`At least ${least} claims`, filter({ minClaims: least }));
          }}
        />
      </label>
      <SourceFilter />
      <button type="button" disabled={!isNarrowed} onClick={() => store.change('Clear filters', clearFilters)}>
        Clear all filters
      </button>
    </div>
  );
}

function SourceFilter() {
  const { store } = useExplorer();
  const { filters } = useViewState();
  const answer = useAnswer('documents', loadDocuments);
  const documents = answer.state === 'ready' ? answer.value.data : [];
  return (
    <label>
      Source
      <select
        value={filters.document ?? ''}
        onChange={(event) => {
          const id = event.currentTarget.value;
          store.change(id === '' ? 'All documents' : 'Only one document', onlyDocument(id === '' ? undefined : id));
        }}
      >
        <option value="">All documents</option>
        {documents.map(({ id, title, publisher }) => (
          <option key={id} value={id}>
            {[title ?? 'Untitled document', publisher].filter(Boolean).join(' · ')}
          </option>
        ))}
      </select>
    </label>
  );
}
