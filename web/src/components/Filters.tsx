// Filters that are no legend: least number of claims, one source, and a way back to everything.
import { loadDocuments } from '../api/lookups.ts';
import { clearFilters, filter, onlySource } from '../state/changes.ts';
import { NO_FILTERS } from '../state/view-state.ts';
import { useAnswer, useExplorer, useViewState } from './hooks.ts';
import { titleOf } from './words.ts';

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

const PUBLISHER = 'publisher ';

function SourceFilter() {
  const { store } = useExplorer();
  const { filters } = useViewState();
  const answer = useAnswer('documents', loadDocuments);
  const documents = answer.state === 'ready' ? answer.value.data : [];
  const publishers = [...new Set(documents.flatMap(({ publisher }) => publisher ?? []))].sort();
  const choose = (value: string): void => {
    if (value === '') store.change('All documents', onlySource({}));
    else if (value.startsWith(PUBLISHER)) {
      const publisher = value.slice(PUBLISHER.length);
      store.change(`Only ${publisher}`, onlySource({ publisher }));
    } else store.change('Only one document', onlySource({ document: value }));
  };
  return (
    <label>
      Source
      <select
        value={filters.publisher === undefined ? (filters.document ?? '') : PUBLISHER + filters.publisher}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        <option value="">All documents</option>
        {publishers.length > 1 && (
          <optgroup label="Publishers">
            {publishers.map((publisher) => (
              <option key={publisher} value={PUBLISHER + publisher}>
                All of {publisher}
              </option>
            ))}
          </optgroup>
        )}
        <optgroup label="Documents">
          {documents.map((document) => (
            <option key={document.id} value={document.id}>
              {document.title === null
                ? titleOf(document)
                : [document.title, document.publisher].filter(Boolean).join(' · ')}
            </option>
          ))}
        </optgroup>
      </select>
    </label>
  );
}
