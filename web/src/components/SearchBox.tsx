// One search box for names, aliases, meetings and documents: a combobox as the ARIA practices describe it.
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { searchDocuments, searchEntities } from '../api/lookups.ts';
import type { Entity, FoundDocument } from '../api/types.ts';
import { Swatch } from './Swatch.tsx';
import { useExplorer } from './hooks.ts';
import { titleOf } from './words.ts';

interface Hit {
  readonly type: 'entity' | 'document';
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly note: string;
  /** Of a document: the passage that answers. */
  readonly excerpt?: string;
}

interface SearchBoxProps {
  readonly label: string;
  readonly placeholder: string;
  readonly withDocuments?: boolean;
  readonly onPick: (hit: Hit) => void;
}

const PAUSE_MS = 120;

export function SearchBox({ label, placeholder, withDocuments = true, onPick }: SearchBoxProps) {
  const list = useId();
  const [text, setText] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(0);
  const { hits, problem } = useHits(text, withDocuments);
  const pick = (hit: Hit | undefined): void => {
    if (hit === undefined) return;
    setText(hit.name);
    setIsOpen(false);
    onPick(hit);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setIsOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive((active + step + Math.max(hits.length, 1)) % Math.max(hits.length, 1));
    } else if (event.key === 'Enter' && isOpen) pick(hits[active]);
    else if (event.key === 'Escape') {
      if (!isOpen) setText('');
      setIsOpen(false);
    }
  };
  const showList = isOpen && text.trim() !== '';
  return (
    <div class="search">
      <input
        type="text"
        role="combobox"
        class="search-input"
        aria-label={label}
        aria-expanded={showList && hits.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={showList && hits[active] !== undefined ? `${list}-${active}` : undefined}
        placeholder={placeholder}
        autocomplete="off"
        spellcheck={false}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setActive(0);
          setIsOpen(true);
        }}
        onFocus={(event) => {
          event.currentTarget.select();
          setIsOpen(true);
        }}
        onBlur={() => setIsOpen(false)}
        onKeyDown={onKeyDown}
      />
      <Hits list={list} hits={showList ? hits : []} active={active} onPick={pick} />
      {showList && hits.length === 0 && problem !== undefined && <p class="search-note">{problem}</p>}
    </div>
  );
}

interface HitsProps {
  readonly list: string;
  readonly hits: readonly Hit[];
  readonly active: number;
  readonly onPick: (hit: Hit) => void;
}

function Hits({ list, hits, active, onPick }: HitsProps) {
  return (
    <ul class="search-hits" role="listbox" id={list} aria-label="Found" hidden={hits.length === 0}>
      {hits.map((hit, index) => (
        <li
          key={hit.id}
          id={`${list}-${index}`}
          role="option"
          aria-selected={index === active}
          // The box keeps the focus: a click must not blur it before it is heard.
          onMouseDown={(event) => {
            event.preventDefault();
            onPick(hit);
          }}
        >
          {hit.type === 'entity' ? <Swatch kind={hit.kind} /> : <span class="page-mark" aria-hidden="true" />}
          <span class="hit-name">{hit.name}</span>
          <span class="hit-note">{hit.note}</span>
          {hit.excerpt !== undefined && hit.excerpt !== '' && <span class="hit-excerpt">{hit.excerpt}</span>}
        </li>
      ))}
    </ul>
  );
}

/** Latest question wins; earlier ones are called off. */
function useHits(text: string, withDocuments: boolean): { hits: readonly Hit[]; problem: string | undefined } {
  const { appearance } = useExplorer();
  const [hits, setHits] = useState<readonly Hit[]>([]);
  const [problem, setProblem] = useState<string>();
  const asked = useRef(0);
  useEffect(() => {
    const turn = ++asked.current;
    const wanted = text.trim();
    if (wanted === '') {
      setHits([]);
      setProblem(undefined);
      return;
    }
    const abort = new AbortController();
    const timer = setTimeout(() => {
      search(wanted, withDocuments, abort.signal, (kind) => appearance.kindLabel(kind)).then(
        (found) => {
          if (turn !== asked.current) return;
          setHits(found);
          setProblem(found.length === 0 ? `Nothing is called “${wanted}”. Try one word of the name.` : undefined);
        },
        (error: unknown) => {
          if (turn !== asked.current || abort.signal.aborted) return;
          setHits([]);
          setProblem(error instanceof Error ? error.message : 'The search failed; try again.');
        },
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [text, withDocuments, appearance]);
  return { hits, problem };
}

async function search(
  wanted: string,
  withDocuments: boolean,
  signal: AbortSignal,
  labelOf: (kind: string) => string,
): Promise<readonly Hit[]> {
  const [entities, documents] = await Promise.all([
    searchEntities(wanted, signal),
    withDocuments ? searchDocuments(wanted, signal) : { data: [] },
  ]);
  return [...entities.data.map((entity) => entityHit(entity, labelOf)), ...documents.data.map(documentHit)];
}

function entityHit(entity: Entity, labelOf: (kind: string) => string): Hit {
  const country = entity.attributes['country'];
  const note = [labelOf(entity.kind), typeof country === 'string' ? country : ''].filter(Boolean).join(' · ');
  return { type: 'entity', id: entity.id, name: entity.name, kind: entity.kind, note };
}

const documentHit = (document: FoundDocument): Hit => ({
  type: 'document',
  id: document.id,
  name: titleOf(document),
  kind: '',
  note: ['Document', document.publisher, document.publishedOn].filter(Boolean).join(' · '),
  excerpt: document.excerpt ?? '',
});
