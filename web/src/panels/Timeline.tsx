// What an entity did, in time order, as a list with a rule down its side.
import { loadTimeline } from '../api/lookups.ts';
import type { Fact } from '../api/types.ts';
import { writeDates } from '../components/dates.ts';
import { useAnswer, useExplorer } from '../components/hooks.ts';
import { Empty, WhenReady } from '../components/Notice.tsx';
import { MODALITY_WORDS } from '../components/words.ts';

export function Timeline({ id }: { readonly id: string }) {
  const answer = useAnswer(`timeline ${id}`, () => loadTimeline(id));
  return (
    <section>
      <h3>Over time</h3>
      <WhenReady answer={answer} what="the timeline">
        {(page) =>
          page.data.length === 0 ? (
            <Empty>None of this has a date in the documents.</Empty>
          ) : (
            <ol class="timeline">
              {page.data.map((fact) => (
                <Entry key={fact.id} id={id} fact={fact} />
              ))}
            </ol>
          )
        }
      </WhenReady>
    </section>
  );
}

function Entry({ id, fact }: { readonly id: string; readonly fact: Fact }) {
  const explorer = useExplorer();
  const isSource = fact.source.id === id;
  const other = isSource ? fact.target : fact.source;
  return (
    <li class={fact.modality}>
      <span class="when">{writeDates(fact.startDate, fact.endDate)}</span>
      <button
        type="button"
        class="link"
        onClick={() =>
          explorer.select({ type: 'pair', a: id, b: other.id, relation: fact.type }, `Relation with ${other.name}`)
        }
      >
        {explorer.appearance.relationLabel(fact.type, !isSource)} {other.name}
      </button>
      {fact.modality !== 'occurred' && <span class={`badge ${fact.modality}`}>{MODALITY_WORDS[fact.modality]}</span>}
    </li>
  );
}
