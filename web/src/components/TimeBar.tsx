// Time: a histogram of what happened when, a window over it, or all that had happened by a day, and play.
import { useEffect, useMemo, useState } from 'preact/hooks';
import { dayNumber, isoDay } from '../../../src/adapters/layout/graph-picture.ts';
import { loadMeetings } from '../api/lookups.ts';
import { binOf, histogramOf, type Histogram } from '../graph/histogram.ts';
import { within } from '../state/changes.ts';
import type { Period } from '../state/view-state.ts';
import { writeDates } from './dates.ts';
import { useAnswer, useExplorer, useViewState } from './hooks.ts';
import { inBothThemes } from './Swatch.tsx';
import { plural } from './words.ts';

const STEP_MS = 700;

export function TimeBar() {
  const explorer = useExplorer();
  const { period } = useViewState();
  const histogram = useMemo(() => histogramOf(explorer.model), [explorer]);
  if (histogram === undefined) return null;
  return <Slider histogram={histogram} period={period} />;
}

function Slider({ histogram, period }: { readonly histogram: Histogram; readonly period: Period }) {
  const [isAsOf, setIsAsOf] = useState(false);
  const { from, to, last, choose } = useWindow(histogram, period, isAsOf);
  const { isPlaying, play } = usePlay(from, to, last, isAsOf, choose);
  const { edges } = histogram;
  return (
    <section class="time" aria-label="Time">
      <div class="time-head">
        <button type="button" aria-pressed={isPlaying} onClick={play}>
          {isPlaying ? 'Stop' : 'Play'}
        </button>
        <label>
          <input type="checkbox" checked={isAsOf} onChange={() => setIsAsOf(!isAsOf)} /> as of
        </label>
        <PeriodText histogram={histogram} period={period} />
      </div>
      <div class="time-track">
        <Bars histogram={histogram} from={isAsOf ? 0 : from} to={to} />
        <Meetings histogram={histogram} />
        {!isAsOf && (
          <Thumb
            label="From"
            text={monthOf(edges[from]!)}
            last={last}
            value={from}
            onMove={(bin) => choose(Math.min(bin, to), to)}
          />
        )}
        <Thumb
          label={isAsOf ? 'As of' : 'Until'}
          text={monthOf(edges[to + 1]! - 1)}
          last={last}
          value={to}
          onMove={(bin) => choose(from, Math.max(bin, from))}
        />
      </div>
    </section>
  );
}

interface ThumbProps {
  readonly label: string;
  readonly text: string;
  readonly last: number;
  readonly value: number;
  readonly onMove: (bin: number) => void;
}

function Thumb({ label, text, last, value, onMove }: ThumbProps) {
  return (
    <input
      type="range"
      aria-label={label}
      aria-valuetext={text}
      min={0}
      max={last}
      value={value}
      onInput={(event) => onMove(Number(event.currentTarget.value))}
    />
  );
}

type Choose = (first: number, end: number) => void;

/** The window as bins; as of a day it begins with the first. */
function useWindow({ edges, counts }: Histogram, period: Period, isAsOf: boolean) {
  const { store } = useExplorer();
  const last = counts.length - 1;
  const from = period.from === undefined || isAsOf ? 0 : binOf(edges, period.from);
  const to = period.to === undefined ? last : binOf(edges, period.to);
  const choose: Choose = (first, end) => {
    const next = {
      ...(first <= 0 ? {} : { from: edges[first]! }),
      ...(end >= last ? {} : { to: edges[end + 1]! - 1 }),
    };
    store.change('Period', within(next), true);
  };
  useEffect(() => {
    if (isAsOf && period.from !== undefined) choose(0, to);
  }, [isAsOf, period.from]);
  return { from, to, last, choose };
}

function usePlay(from: number, to: number, last: number, isAsOf: boolean, choose: Choose) {
  const [isPlaying, setIsPlaying] = useState(false);
  useEffect(() => {
    if (!isPlaying) return;
    const timer = setTimeout(() => {
      if (to >= last) setIsPlaying(false);
      else choose(isAsOf ? 0 : from + 1, to + 1);
    }, STEP_MS);
    return () => clearTimeout(timer);
  }, [isPlaying, from, to]);
  const play = (): void => {
    if (isPlaying) return setIsPlaying(false);
    // From the end, or with everything shown, it begins again with the first twelfth.
    if (to >= last) choose(0, isAsOf ? 0 : Math.max(0, Math.floor(last / 12)));
    setIsPlaying(true);
  };
  return { isPlaying, play };
}

const monthOf = (day: number): string => writeDates(isoDay(day).slice(0, 7));

function PeriodText({ histogram, period }: { readonly histogram: Histogram; readonly period: Period }) {
  const { store } = useExplorer();
  const { edges, undated } = histogram;
  if (period.from === undefined && period.to === undefined)
    return (
      <span class="time-text">
        All time, {monthOf(edges[0]!)} – {monthOf(edges.at(-1)! - 1)}
      </span>
    );
  return (
    <span class="time-text">
      {period.from === undefined ? 'Until' : `${monthOf(period.from)} –`} {monthOf(period.to ?? edges.at(-1)! - 1)}
      {undated > 0 && <span class="undated"> · {plural(undated, 'fact')} without a date not shown</span>}
      <button type="button" class="link" onClick={() => store.change('All time', within({}))}>
        all time
      </button>
    </span>
  );
}

interface BarsProps {
  readonly histogram: Histogram;
  readonly from: number;
  readonly to: number;
}

function Bars({ histogram, from, to }: BarsProps) {
  const { counts } = histogram;
  const most = Math.max(...counts);
  return (
    <svg
      class="bars"
      viewBox={`0 0 ${counts.length} 100`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {counts.map((count, bin) => {
        // Square roots keep a bin of one visible beside a bin of a hundred.
        const height = count === 0 ? 0 : Math.max(8, Math.sqrt(count / most) * 100);
        return (
          <rect
            key={bin}
            class={bin >= from && bin <= to ? 'in' : 'out'}
            x={bin + 0.1}
            width={0.8}
            y={100 - height}
            height={height}
          />
        );
      })}
    </svg>
  );
}

/** A mark for each bin in which meetings were held, by their own dates; the Meetings view lists them. */
function Meetings({ histogram }: { readonly histogram: Histogram }) {
  const { appearance } = useExplorer();
  const answer = useAnswer('meetings', loadMeetings);
  const { edges } = histogram;
  if (answer.state !== 'ready') return null;
  const colour = inBothThemes((theme) => appearance.colour(answer.value[0]?.kind ?? '', theme));
  const held = new Map<number, string[]>();
  for (const { name, startDate } of answer.value) {
    const day = dayNumber(startDate ?? undefined);
    if (day === undefined || day < edges[0]! || day >= edges.at(-1)!) continue;
    const bin = binOf(edges, day);
    held.set(bin, [...(held.get(bin) ?? []), name]);
  }
  return (
    <div class="meeting-marks">
      {[...held].map(([bin, names]) => (
        <span
          key={bin}
          class="meeting-mark"
          title={`${monthOf(edges[bin]!)}: ${names.join(', ')}`}
          style={{
            left: `${((bin + 0.5) / histogram.counts.length) * 100}%`,
            background: colour,
          }}
        />
      ))}
      <p class="visually-hidden">
        Meetings: {[...held].map(([bin, names]) => `${monthOf(edges[bin]!)} ${names.join(', ')}`).join('; ')}
      </p>
    </div>
  );
}
