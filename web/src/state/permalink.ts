// The view as the address's fragment and back: short ids, nothing that is as it was at first, the graph's version beside it.
import { dayNumber, isoDay } from '../../../src/adapters/layout/graph-picture.ts';
import type { GraphModel } from '../graph/graph-model.ts';
import type { CameraPlace } from '../stage/stage.ts';
import { readPlaces, writePlaces } from './place-link.ts';
import { INITIAL_STATE, type Selection, type Start, type View, type ViewState } from './view-state.ts';

/** 48 bits tell the entities of any graph we draw apart. */
const SHORT_ID = 12;
const VIEWS: readonly View[] = ['graph', 'table', 'meetings', 'ask'];

/** The graph that a link was made on. */
export interface MadeOn {
  readonly version: string;
  readonly entities: number;
  readonly relations: number;
}

export const madeOn = ({ graph, lines, size }: GraphModel): MadeOn => ({
  version: graph.version,
  entities: size,
  relations: lines.count,
});

export interface Opened {
  readonly state: ViewState;
  readonly camera: CameraPlace | undefined;
  readonly madeOn: MadeOn | undefined;
  /** How many of the entities it names are no longer in the graph. */
  readonly missing: number;
  /** It was made on a relaxed layout that is not to be had here. */
  readonly isElsewhere: boolean;
}

const short = (id: string): string => id.slice(0, SHORT_ID);

export function writeLink(state: ViewState, camera: CameraPlace | undefined, model: GraphModel): string {
  const made = madeOn(model);
  const link = new URLSearchParams();
  const set = (name: string, value: string): void => {
    if (value !== '') link.set(name, value);
  };
  set('view', state.view === 'graph' ? '' : state.view);
  set('start', writeStart(state.start));
  set('sel', writeSelection(state.selection));
  set('focus', short(state.focus ?? ''));
  set('path', state.path === undefined ? '' : [state.path.from, state.path.to ?? ''].map(short).join('.'));
  set('add', state.added.map(short).join('.'));
  set('hide', state.hidden.map(short).join('.'));
  set(
    'pin',
    Object.entries(state.pins)
      .map(([id, [x, y]]) => `${short(id)}_${x.toFixed(1)}_${y.toFixed(1)}`)
      .join('~'),
  );
  set('places', writePlaces(state.places, model));
  set('off', state.filters.kindsOff.join('.'));
  set('roff', state.filters.relationsOff.join('.'));
  const isUsual = state.filters.modalities.join() === INITIAL_STATE.filters.modalities.join();
  if (!isUsual) link.set('meant', state.filters.modalities.join('.'));
  set('least', state.filters.minClaims === 1 ? '' : String(state.filters.minClaims));
  set('doc', state.filters.document ?? '');
  set('by', state.filters.publisher ?? '');
  set('from', state.period.from === undefined ? '' : isoDay(state.period.from));
  set('to', state.period.to === undefined ? '' : isoDay(state.period.to));
  set('q', state.question?.text ?? '');
  set('qp', state.question?.parameters ?? '');
  if (camera !== undefined && (camera.ratio !== 1 || camera.x !== 0.5 || camera.y !== 0.5))
    link.set('cam', [camera.x, camera.y, camera.ratio].map((value) => value.toFixed(4)).join('_'));
  if (link.size === 0) return '';
  link.set('graph', made.version);
  link.set('size', `${made.entities}.${made.relations}`);
  return `#${link.toString()}`;
}

function writeStart(start: Start): string {
  if (start.type === 'community') return `community.${start.community}`;
  if (start.type === 'around') return `around.${short(start.id)}`;
  return start.type === 'all' ? '' : start.type;
}

function writeSelection(selection: Selection | undefined): string {
  if (selection === undefined) return '';
  if (selection.type === 'entity') return `e.${short(selection.id)}`;
  if (selection.type === 'pair')
    return ['p', short(selection.a), short(selection.b), selection.relation].filter(Boolean).join('.');
  return ['d', selection.id, selection.start, selection.end].filter((part) => part !== undefined).join('.');
}

export function readLink(fragment: string, model: GraphModel, initial: ViewState): Opened | undefined {
  const link = new URLSearchParams(fragment.replace(/^#/, ''));
  if (link.size === 0) return undefined;
  let missing = 0;
  const known = (id: string): string | undefined => {
    const node = id === '' ? -1 : model.find(id);
    if (node < 0 && id !== '') missing++;
    return node < 0 ? undefined : model.id(node);
  };
  const made = readMadeOn(link);
  const isSameGraph = made?.version === model.graph.version;
  const places = readPlaces(link.get('places') ?? '', isSameGraph, model, initial.places);
  const state = {
    ...readState(link, known, initial),
    places: places ?? {},
    filters: readFilters(link),
    period: readPeriod(link),
  };
  const camera = (link.get('cam') ?? '').split('_').map(Number);
  const isPlace = camera.length === 3 && camera.every((value) => Number.isFinite(value)) && camera[2]! > 0;
  return {
    state,
    camera: isPlace ? { x: camera[0]!, y: camera[1]!, ratio: camera[2]! } : undefined,
    madeOn: made,
    missing,
    isElsewhere: places === undefined,
  };
}

function readMadeOn(link: URLSearchParams): MadeOn | undefined {
  const version = link.get('graph');
  if (version === null) return undefined;
  const [entities = NaN, relations = NaN] = link.get('size')?.split('.').map(Number) ?? [];
  return { version, entities, relations };
}

type Known = (id: string) => string | undefined;

const listOf = (link: URLSearchParams, name: string): readonly string[] =>
  (link.get(name) ?? '').split('.').filter((part) => part !== '');

function readState(link: URLSearchParams, known: Known, initial: ViewState): ViewState {
  const ids = (name: string): readonly string[] =>
    listOf(link, name)
      .map(known)
      .filter((id) => id !== undefined);
  const selection = readSelection(listOf(link, 'sel'), known);
  const focus = known(link.get('focus') ?? '');
  const [from, to] = (link.get('path') ?? '').split('.').map(known);
  const text = link.get('q');
  return {
    ...initial,
    view: VIEWS.find((view) => view === link.get('view')) ?? 'graph',
    start: readStart(listOf(link, 'start'), known) ?? initial.start,
    added: ids('add'),
    hidden: ids('hide'),
    pins: readPins(link.get('pin') ?? '', known),
    ...(selection === undefined ? {} : { selection }),
    ...(focus === undefined ? {} : { focus }),
    ...(from === undefined ? {} : { path: { from, ...(to === undefined ? {} : { to }) } }),
    ...(text === null ? {} : { question: { text, parameters: link.get('qp') ?? '' } }),
  };
}

function readStart([type, what]: readonly string[], known: Known): Start | undefined {
  if (type === 'communities' || type === 'nothing') return { type };
  const community = Number(what);
  if (type === 'community' && Number.isInteger(community)) return { type, community };
  const id = type === 'around' ? known(what ?? '') : undefined;
  return id === undefined ? undefined : { type: 'around', id };
}

function readSelection([type, first = '', second = '', third]: readonly string[], known: Known): Selection | undefined {
  if (type === 'd') {
    const [start, end] = [Number(second), Number(third)];
    const isSpan = second !== '' && Number.isInteger(start) && Number.isInteger(end);
    return /^[0-9a-f]{64}$/.test(first)
      ? { type: 'document', id: first, ...(isSpan ? { start, end } : {}) }
      : undefined;
  }
  const a = known(first);
  if (a === undefined) return undefined;
  if (type === 'e') return { type: 'entity', id: a };
  const b = known(second);
  if (type !== 'p' || b === undefined) return undefined;
  return { type: 'pair', a, b, ...(third === undefined ? {} : { relation: third }) };
}

function readPins(text: string, known: Known): ViewState['pins'] {
  const pins: Record<string, readonly [number, number]> = {};
  for (const entry of text.split('~')) {
    const [id = '', x, y] = entry.split('_');
    const whole = known(id);
    const place = [Number(x), Number(y)] as const;
    if (whole !== undefined && place.every((value) => Number.isFinite(value))) pins[whole] = place;
  }
  return pins;
}

function readFilters(link: URLSearchParams): ViewState['filters'] {
  const least = Number(link.get('least') ?? 1);
  const document = link.get('doc');
  const publisher = link.get('by');
  return {
    kindsOff: listOf(link, 'off'),
    relationsOff: listOf(link, 'roff'),
    modalities: link.has('meant') ? listOf(link, 'meant') : INITIAL_STATE.filters.modalities,
    minClaims: Number.isInteger(least) && least > 0 ? least : 1,
    ...(document === null ? {} : { document }),
    ...(publisher === null ? {} : { publisher }),
  };
}

function readPeriod(link: URLSearchParams): ViewState['period'] {
  const from = dayNumber(link.get('from') ?? undefined);
  const to = dayNumber(link.get('to') ?? undefined);
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}
