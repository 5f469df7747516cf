// Meetings and other events: on a line of time and as a table, with who took part; each name leads into the graph.
import { useState } from 'preact/hooks';
import { dayNumber } from '../../../src/adapters/layout/graph-picture.ts';
import { TAKING_PART } from '../../../src/query/taking-part.ts';
import { loadMeetings, MOST_MEETINGS } from '../api/lookups.ts';
import type { MeetingSummary } from '../api/types.ts';
import { dateRank, writeDates } from '../components/dates.ts';
import { useAnswer, useExplorer } from '../components/hooks.ts';
import { Empty, WhenReady } from '../components/Notice.tsx';
import { SortableHead, sorted, type Sorting } from '../components/sorting.tsx';
import { Swatch } from '../components/Swatch.tsx';
import { show } from '../state/changes.ts';

export default function MeetingsView() {
  const answer = useAnswer('meetings', loadMeetings);
  return (
    <div class="view meetings-view">
      <div class="view-head">
        <h2>Meetings</h2>
      </div>
      <WhenReady answer={answer} what="meetings">
        {(meetings) =>
          meetings.length === 0 ? (
            <Empty>The documents tell of no meeting.</Empty>
          ) : (
            <>
              <TimeLine meetings={meetings} />
              <MeetingTable meetings={meetings} />
            </>
          )
        }
      </WhenReady>
    </div>
  );
}

function TimeLine({ meetings }: { readonly meetings: readonly MeetingSummary[] }) {
  const explorer = useExplorer();
  const dated = meetings
    .slice(0, ROWS_AT_ONCE)
    .flatMap((meeting) => {
      const day = dayNumber(meeting.startDate ?? undefined);
      return day === undefined ? [] : [{ meeting, day }];
    })
    .sort((a, b) => a.day - b.day);
  if (dated.length < 2) return null;
  const days = dated.map(({ day }) => day);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const share = (day: number): number => (last === first ? 0.5 : (day - first) / (last - first));
  const years = yearsBetween(dated[0]!.meeting.startDate!, dated.at(-1)!.meeting.startDate!);
  return (
    <div class="meeting-line" role="group" aria-label="Meetings on a line of time">
      {years.map((year) => {
        const at = share(dayNumber(`${year}-01-01`) ?? first);
        return at < 0 || at > 1 ? null : (
          <span key={year} class="year" style={{ left: `${at * 100}%` }}>
            {year}
          </span>
        );
      })}
      {dated.map(({ meeting, day }, index) => (
        <button
          key={meeting.id}
          type="button"
          class="meeting-dot"
          style={{ left: `${share(day) * 100}%`, top: `${18 + (index % 3) * 26}px` }}
          title={`${meeting.name}, ${writeDates(meeting.startDate, meeting.endDate)}`}
          aria-label={`${meeting.name}, ${writeDates(meeting.startDate, meeting.endDate)}`}
          onClick={() => explorer.selectEntity(meeting.id)}
        >
          <Swatch kind={meeting.kind} />
        </button>
      ))}
    </div>
  );
}

function yearsBetween(first: string, last: string): readonly number[] {
  const [from, to] = [first, last].map((date) => Number(date.slice(0, 4)));
  const step = Math.max(1, Math.ceil((to! - from!) / 10));
  return Array.from({ length: Math.floor((to! - from!) / step) + 1 }, (_unused, index) => from! + index * step);
}

/** Rows that a browser lays out at once without a pause. */
const ROWS_AT_ONCE = 500;

type Column = 'name' | 'date' | 'place' | 'count';

function MeetingTable({ meetings }: { readonly meetings: readonly MeetingSummary[] }) {
  const [sorting, setSorting] = useState<Sorting<Column>>({ column: 'date', descending: false });
  const rows = meetings.map((meeting) => ({
    meeting,
    name: meeting.name,
    date: dateRank(meeting.startDate),
    place: meeting.places.map(({ name }) => name).join(', '),
    count: meeting.participantCount,
  }));
  const heads = { sorting, onSort: setSorting };
  const [most, setMost] = useState(ROWS_AT_ONCE);
  return (
    <div class="table-scroll" tabIndex={0} role="region" aria-label="Meetings, table">
      <table class="rows wide">
        <thead>
          <tr>
            <SortableHead column="name" label="Meeting" {...heads} />
            <SortableHead column="date" label="When" {...heads} />
            <SortableHead column="place" label="Where" {...heads} />
            <SortableHead column="count" label="Participants" {...heads} isNumber />
          </tr>
        </thead>
        <tbody>
          {sorted(rows, sorting)
            .slice(0, most)
            .map(({ meeting, place }) => (
              <MeetingRow key={meeting.id} meeting={meeting} place={place} />
            ))}
        </tbody>
      </table>
      {rows.length > most && (
        <button type="button" onClick={() => setMost(most + ROWS_AT_ONCE)}>
          {most} of {rows.length} meetings: show {Math.min(ROWS_AT_ONCE, rows.length - most)} more
        </button>
      )}
      {rows.length >= MOST_MEETINGS && <Empty>These are the first {rows.length}; ask for others in the console.</Empty>}
    </div>
  );
}

function MeetingRow({ meeting, place }: { readonly meeting: MeetingSummary; readonly place: string }) {
  const explorer = useExplorer();
  const { model, store } = explorer;
  const node = model.find(meeting.id);
  const participants = node < 0 ? [] : participantsOf(explorer, node);
  const openInGraph = (id: string): void => {
    store.change('Show in graph', show('graph'));
    explorer.selectEntity(id, true);
  };
  return (
    <tr>
      <td>
        <button type="button" class="link strong" onClick={() => openInGraph(meeting.id)}>
          <Swatch kind={meeting.kind} />
          {meeting.name}
        </button>
        <div class="participants">
          {participants.map(({ id, name, part }) => (
            <button key={id} type="button" class="link" title={part} onClick={() => openInGraph(id)}>
              {name}
            </button>
          ))}
        </div>
      </td>
      <td class="when">{writeDates(meeting.startDate, meeting.endDate)}</td>
      <td>{place}</td>
      <td class="number">{meeting.participantCount}</td>
    </tr>
  );
}

/** The same that the count counts, each once, however many parts somebody had in it. */
function participantsOf({ model, appearance }: ReturnType<typeof useExplorer>, meeting: number) {
  const parts = new Map<number, string[]>();
  for (const line of model.linesOf(meeting)) {
    const source = model.lines.source[line]!;
    if (model.lines.target[line] !== meeting || !TAKING_PART.includes(model.relation(line))) continue;
    const part = appearance.relationLabel(model.relation(line));
    const known = parts.get(source) ?? [];
    parts.set(source, known.includes(part) ? known : [...known, part]);
  }
  return [...parts]
    .map(([node, part]) => ({ id: model.id(node), name: model.name(node), part: part.join(', ') }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}
