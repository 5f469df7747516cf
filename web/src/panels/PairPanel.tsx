// What relates two entities: every fact between them with its evidence, the one that was clicked first.
import { loadEvidence, loadFactsBetween, wholeId } from '../api/lookups.ts';
import type { Evidence, Fact } from '../api/types.ts';
import { writeDates } from '../components/dates.ts';
import { useAnswer, useExplorer } from '../components/hooks.ts';
import { Empty, WhenReady } from '../components/Notice.tsx';
import { Swatch } from '../components/Swatch.tsx';
import { MODALITY_WORDS, plural } from '../components/words.ts';
import { ClaimCard } from './ClaimCard.tsx';

interface PairPanelProps {
  readonly a: string;
  readonly b: string;
  readonly relation: string | undefined;
}

export function PairPanel({ a, b, relation }: PairPanelProps) {
  const answer = useAnswer(`pair ${a} ${b}`, async () =>
    loadFactsBetween(...(await Promise.all([wholeId(a), wholeId(b)]))),
  );
  return (
    <article class="pair">
      <header>
        <p class="kicker">What the documents say about</p>
        <h2 tabIndex={-1}>
          <EndName id={a} /> <span class="and">and</span> <EndName id={b} />
        </h2>
      </header>
      <WhenReady answer={answer} what="the relations">
        {({ data }) =>
          data.length === 0 ? (
            <Empty>No document relates these two.</Empty>
          ) : (
            ordered(data, relation).map((fact) => <FactSection key={fact.id} fact={fact} />)
          )
        }
      </WhenReady>
    </article>
  );
}

function EndName({ id }: { readonly id: string }) {
  const explorer = useExplorer();
  const node = explorer.model.find(id);
  return (
    <button type="button" class="link end" onClick={() => explorer.selectEntity(id)}>
      {node >= 0 && <Swatch kind={explorer.model.kind(node)} />}
      {explorer.nameOf(id)}
    </button>
  );
}

const ordered = (facts: readonly Fact[], relation: string | undefined): readonly Fact[] =>
  [...facts].sort((a, b) => Number(b.type === relation) - Number(a.type === relation));

export function FactSection({ fact }: { readonly fact: Fact }) {
  const { appearance } = useExplorer();
  const answer = useAnswer(`evidence ${fact.id}`, () => loadEvidence(fact.id));
  const date = writeDates(fact.startDate, fact.endDate);
  return (
    <section class={`fact ${fact.modality}`}>
      <h3>
        {fact.source.name} <em>{appearance.relationLabel(fact.type)}</em> {fact.target.name}
      </h3>
      <p class="fact-line">
        <span class={`badge ${fact.modality}`}>{MODALITY_WORDS[fact.modality] ?? fact.modality}</span>
        {fact.role !== null && <span class="role">as {fact.role}</span>}
        <span class="when">{date === '' ? 'no date given' : date}</span>
        <span>{plural(fact.independentSources, 'independent source')}</span>
      </p>
      <WhenReady answer={answer} what="the sentences">
        {(page) => <Claims claims={page.data} />}
      </WhenReady>
    </section>
  );
}

/** Where documents disagree, those that deny stand beside those that affirm. */
function Claims({ claims }: { readonly claims: readonly Evidence[] }) {
  const against = claims.filter((claim) => claim.polarity !== 'affirmed');
  const affirming = claims.filter((claim) => claim.polarity === 'affirmed');
  if (against.length === 0) return <Cards claims={affirming} />;
  return (
    <div class="conflict">
      <div>
        <h4>Says so</h4>
        <Cards claims={affirming} />
      </div>
      <div>
        <h4>Says otherwise</h4>
        <Cards claims={against} />
      </div>
    </div>
  );
}

/** A document that says the same words again, as a lead and its body do, is heard once. */
function Cards({ claims }: { readonly claims: readonly Evidence[] }) {
  const alike = new Map<string, Evidence[]>();
  for (const claim of claims) {
    const key = JSON.stringify([claim.document.id, claim.quote, claim.polarity, claim.attributedTo]);
    alike.set(key, [...(alike.get(key) ?? []), claim]);
  }
  return (
    <>
      {[...alike.values()].map((same) => (
        <ClaimCard key={same[0]!.id} claim={same[0]!} times={same.length} />
      ))}
    </>
  );
}
