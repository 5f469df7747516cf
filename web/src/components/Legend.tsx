// Legend and filter in one: what the shapes and lines mean, how many there are, and a switch for each.
import { MODALITY_WORDS } from './words.ts';
import { filter, show, toggled } from '../state/changes.ts';
import { inBothThemes, Swatch } from './Swatch.tsx';
import { useExplorer, useViewState } from './hooks.ts';
import { legendCounts, type LegendCounts } from '../graph/legend-counts.ts';
import { communitiesShown, MOST_TINTED } from '../graph/community-names.ts';
import { DASHES, dashOf } from '../stage/looks.ts';
import { shortName } from '../stage/label-text.ts';
import { TINTS } from '../stage/overlay.ts';
import type { KindGroup } from '../graph/appearance.ts';

export function Legend() {
  const explorer = useExplorer();
  const state = useViewState();
  const counts = legendCounts(explorer.model, state);
  return (
    <div class="legend">
      <h2>Legend</h2>
      <Communities />
      <fieldset>
        <legend>Entities</legend>
        {explorer.appearance.groups.map((group) => (
          <GroupRow key={group.group} group={group} counts={counts} />
        ))}
      </fieldset>
      <fieldset>
        <legend>How it is meant</legend>
        {explorer.model.graph.modalities.map((modality) => (
          <ModalityRow key={modality} modality={modality} count={counts.modalities.get(modality) ?? 0} />
        ))}
      </fieldset>
      <details class="relations">
        <summary>Relations</summary>
        <fieldset>
          <legend class="visually-hidden">Relations</legend>
          {[...counts.relations]
            .sort((a, b) => b[1] - a[1])
            .map(([relation, count]) => (
              <RelationRow key={relation} relation={relation} count={count} />
            ))}
        </fieldset>
      </details>
    </div>
  );
}

/** The tinted grounds by the name of their hub; each is a way there. */
function Communities() {
  const explorer = useExplorer();
  const { model } = explorer;
  const scene = explorer.scene();
  const shown = communitiesShown(model, scene);
  if (shown.length < 2) return null;
  const fly = (community: number): void => {
    const members = [...scene.visible.keys()].filter(
      (node) => scene.visible[node] === 1 && model.graph.community[node] === community,
    );
    explorer.store.change('Show graph', show('graph'));
    explorer.stage?.flyTo(members);
  };
  return (
    <fieldset>
      <legend>Largest communities</legend>
      {shown.slice(0, MOST_TINTED).map(({ community, name, size }, rank) => (
        <button key={community} type="button" class="legend-row community" title={name} onClick={() => fly(community)}>
          <span
            class="ground"
            style={{ background: inBothThemes((theme) => TINTS[theme][rank]!) }}
            aria-hidden="true"
          />
          <span class="legend-name">{shortName(name) || name}</span>
          <span class="count">{size}</span>
        </button>
      ))}
    </fieldset>
  );
}

function GroupRow({ group, counts }: { readonly group: KindGroup; readonly counts: LegendCounts }) {
  const { store, model } = useExplorer();
  const { kindsOff } = useViewState().filters;
  const present = group.kinds.map(({ kind }) => kind).filter((kind) => model.graph.kinds.includes(kind));
  if (present.length === 0) return null;
  const isOn = present.some((kind) => !kindsOff.includes(kind));
  const total = present.reduce((sum, kind) => sum + (counts.kinds.get(kind) ?? 0), 0);
  const toggle = (): void =>
    store.change(
      `${isOn ? 'Hide' : 'Show'} ${group.title.toLowerCase()}`,
      filter({
        kindsOff: isOn ? [...new Set([...kindsOff, ...present])] : kindsOff.filter((kind) => !present.includes(kind)),
      }),
    );
  return (
    <div class="legend-group">
      <label class="legend-row">
        <input type="checkbox" checked={isOn} onChange={toggle} />
        <Swatch kind={present[0]!} />
        <span class="legend-name">{group.title}</span>
        <span class="count">{total}</span>
      </label>
      {present.length > 1 && (
        <details>
          <summary>
            <span class="visually-hidden">Kinds of {group.title.toLowerCase()}</span>
          </summary>
          {present.map((kind) => (
            <KindRow key={kind} kind={kind} count={counts.kinds.get(kind) ?? 0} />
          ))}
        </details>
      )}
    </div>
  );
}

function KindRow({ kind, count }: { readonly kind: string; readonly count: number }) {
  const { store, appearance } = useExplorer();
  const { kindsOff } = useViewState().filters;
  const isOn = !kindsOff.includes(kind);
  const plural = appearance.plural(kind);
  return (
    <label class="legend-row">
      <input
        type="checkbox"
        checked={isOn}
        onChange={() =>
          store.change(
            `${isOn ? 'Hide' : 'Show'} ${plural.toLowerCase()}`,
            filter({ kindsOff: toggled(kindsOff, kind) }),
          )
        }
      />
      <Swatch kind={kind} />
      <span class="legend-name">{plural}</span>
      <span class="count">{count}</span>
    </label>
  );
}

function ModalityRow({ modality, count }: { readonly modality: string; readonly count: number }) {
  const { store } = useExplorer();
  const { modalities } = useViewState().filters;
  const isOn = modalities.includes(modality);
  const word = MODALITY_WORDS[modality] ?? modality;
  return (
    <label class="legend-row">
      <input
        type="checkbox"
        checked={isOn}
        onChange={() =>
          store.change(
            `${isOn ? 'Hide' : 'Show'} ${word.toLowerCase()}`,
            filter({ modalities: toggled(modalities, modality) }),
          )
        }
      />
      <svg class="line-sample" viewBox="0 0 22 8" width="22" height="8" aria-hidden="true" focusable="false">
        <line
          x1="0"
          y1="4"
          x2="22"
          y2="4"
          stroke="currentColor"
          stroke-width="1.6"
          stroke-dasharray={DASHES[dashOf(modality)]!.join(' ')}
        />
      </svg>
      <span class="legend-name">{word}</span>
      <span class="count">{count}</span>
    </label>
  );
}

function RelationRow({ relation, count }: { readonly relation: string; readonly count: number }) {
  const { store, appearance } = useExplorer();
  const { relationsOff } = useViewState().filters;
  const isOn = !relationsOff.includes(relation);
  const label = appearance.relationLabel(relation);
  return (
    <label class="legend-row" title={appearance.relation(relation)?.definition}>
      <input
        type="checkbox"
        checked={isOn}
        onChange={() =>
          store.change(
            `${isOn ? 'Hide' : 'Show'} “${label}”`,
            filter({ relationsOff: toggled(relationsOff, relation) }),
          )
        }
      />
      <span class="legend-name">{label}</span>
      <span class="count">{count}</span>
    </label>
  );
}
