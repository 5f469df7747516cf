// One entity: names, posts over time, counts, what it is related to, and what can be done with it in the picture.
import type { EntityDetails, Fact } from '../api/types.ts';
import { loadEntity, loadPostStatuses, wholeId, type PostStatus } from '../api/lookups.ts';
import { collapse } from '../components/StageView.tsx';
import { toggleFocus, togglePin } from '../components/canvas-keys.ts';
import { writeDates } from '../components/dates.ts';
import { useAnswer, useExplorer, useViewState } from '../components/hooks.ts';
import { WhenReady } from '../components/Notice.tsx';
import { Swatch } from '../components/Swatch.tsx';
import { plural } from '../components/words.ts';
import { SMALL_GRAPH } from '../graph/scene.ts';
import { around, findPath, hide } from '../state/changes.ts';
import { NeighbourTable } from './NeighbourTable.tsx';
import { Timeline } from './Timeline.tsx';

interface EntityPanelProps {
  readonly id: string;
  readonly onExpand: (id: string) => void;
}

export function EntityPanel({ id, onExpand }: EntityPanelProps) {
  const answer = useAnswer(`entity ${id}`, async () => loadEntity(await wholeId(id)));
  return (
    <WhenReady answer={answer} what="the entity">
      {(entity) => (
        <article class="entity">
          <Heading entity={entity} />
          <Tools id={id} onExpand={onExpand} />
          <Attributes entity={entity} />
          <Posts id={entity.id} posts={entity.posts} />
          <NeighbourTable id={entity.id} />
          <Timeline id={entity.id} />
        </article>
      )}
    </WhenReady>
  );
}

function Heading({ entity }: { readonly entity: EntityDetails }) {
  const { appearance } = useExplorer();
  const { documents, mentions, relationships } = entity.counts;
  const country = entity.attributes['country'];
  return (
    <header>
      <p class="kicker">
        <Swatch kind={entity.kind} />
        {appearance.kindLabel(entity.kind)}
        {typeof country === 'string' && ` · ${country}`}
      </p>
      <h2 tabIndex={-1}>{entity.name}</h2>
      {entity.aliases.length > 0 && <p class="aliases">also {entity.aliases.join(', ')}</p>}
      <p class="counts">
        {plural(relationships, 'relation')} · {plural(mentions, 'mention')} in {plural(documents, 'document')}
      </p>
    </header>
  );
}

function Tools({ id, onExpand }: EntityPanelProps) {
  const explorer = useExplorer();
  const state = useViewState();
  const name = explorer.nameOf(id);
  const isPinned = state.pins[id] !== undefined;
  const isFocused = state.focus === id;
  return (
    <div class="tools" role="group" aria-label={`In the picture: ${name}`}>
      <button type="button" onClick={() => onExpand(id)}>
        Expand
      </button>
      <button type="button" onClick={() => collapse(explorer, id)}>
        Collapse
      </button>
      <button type="button" aria-pressed={isFocused} onClick={() => toggleFocus(explorer, id)}>
        Focus
      </button>
      <button type="button" aria-pressed={isPinned} onClick={() => togglePin(explorer, id)}>
        Pin
      </button>
      <button type="button" onClick={() => explorer.store.change(`Hide ${name}`, hide([id]))}>
        Hide
      </button>
      {explorer.model.size > SMALL_GRAPH && (
        <button type="button" onClick={() => explorer.store.change(`Only around ${name}`, around(id))}>
          Only around this
        </button>
      )}
      <button type="button" onClick={() => explorer.store.change(`Path from ${name}`, findPath({ from: id }))}>
        Path to…
      </button>
    </div>
  );
}

/** Shown elsewhere in the panel, or of no use to a reader. */
const TOLD_ELSEWHERE = new Set(['country', 'datePrecision', 'startDate', 'endDate', 'participants']);

function Attributes({ entity }: { readonly entity: EntityDetails }) {
  const dates = writeDates(textOf(entity.attributes['startDate']), textOf(entity.attributes['endDate']));
  const rows = Object.entries(entity.attributes).filter(([name]) => !TOLD_ELSEWHERE.has(name));
  if (rows.length === 0 && dates === '') return null;
  return (
    <dl class="attributes">
      {dates !== '' && (
        <div>
          <dt>Date</dt>
          <dd>{dates}</dd>
        </div>
      )}
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{spaced(name)}</dt>
          <dd>{written(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

const written = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(written).join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
};
const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
/** `birthDate` is written “Birth date”. */
const spaced = (name: string): string => {
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

function Posts({ id, posts }: { readonly id: string; readonly posts: readonly Fact[] }) {
  const explorer = useExplorer();
  const answer = useAnswer(`posts ${id}`, () => (posts.length === 0 ? Promise.resolve([]) : loadPostStatuses(id)));
  if (posts.length === 0) return null;
  const statuses = answer.state === 'ready' ? answer.value : [];
  return (
    <section>
      <h3>Posts</h3>
      <ol class="posts">
        {posts.map((post) => (
          <li key={post.id}>
            <button
              type="button"
              class="link"
              onClick={() =>
                explorer.select(
                  { type: 'pair', a: post.source.id, b: post.target.id, relation: post.type },
                  'Select post',
                )
              }
            >
              {post.role ?? 'Post'}, {post.target.name}
            </button>
            <span class="when">
              {[writeDates(post.startDate, post.endDate), statusOf(statuses.filter(([fact]) => fact === post.id))]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Where the claims disagree, each of what they say, with the date it is said of. */
function statusOf(said: readonly PostStatus[]): string {
  if (said.length === 1) return said[0]![1];
  return said.map(([, status, latest]) => [status, writeDates(latest)].filter(Boolean).join(' ')).join('; ');
}
