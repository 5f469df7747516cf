// Which nodes and lines the view state shows; pure, so that legend, table, export and canvas agree.
import type { Filters, Period, ViewState } from '../state/view-state.ts';
import type { GraphModel } from './graph-model.ts';

/** Never more on the screen than this: above it the picture says less, not more. */
export const MOST_NODES = 20_000;
export const MOST_LINES = 40_000;
/** Up to this many nodes the first picture is simply everything. */
export const SMALL_GRAPH = 300;

export interface Scene {
  /** 1 where the node is part of the picture, before kinds are switched off. */
  readonly member: Uint8Array;
  readonly visible: Uint8Array;
  readonly lineVisible: Uint8Array;
  /** Hubs stand for their communities. */
  readonly isSample: boolean;
  readonly nodeCount: number;
  readonly lineCount: number;
}

/** What the source says, as `subject|object|RELATION`, when the reader asked for one source only. */
export type Backed = ReadonlySet<string> | undefined;

export function buildScene(model: GraphModel, state: ViewState, backed?: Backed): Scene {
  const member = membersOf(model, state);
  const allowed = kindsAllowed(model, state.filters);
  const visible = new Uint8Array(model.size);
  let nodeCount = 0;
  for (let node = 0; node < model.size && nodeCount < MOST_NODES; node++) {
    if (member[node] === 1 && allowed[model.graph.kind[node]!] === 1) {
      visible[node] = 1;
      nodeCount++;
    }
  }
  const lineVisible = new Uint8Array(model.lines.count);
  const passes = linePasses(model, state, backed);
  let lineCount = 0;
  for (let line = 0; line < model.lines.count && lineCount < MOST_LINES; line++) {
    if (visible[model.lines.source[line]!] !== 1 || visible[model.lines.target[line]!] !== 1) continue;
    if (!passes(line)) continue;
    lineVisible[line] = 1;
    lineCount++;
  }
  if (isNarrowed(state)) nodeCount = dropLonely(model, visible, lineVisible);
  const isSample = state.start.type === 'communities';
  return { member, visible, lineVisible, isSample, nodeCount, lineCount };
}

/** A period, a source or a least number of claims asks for what happened: who has no part in it goes. */
function isNarrowed({ filters, period }: ViewState): boolean {
  return (
    [period.from, period.to, filters.document, filters.publisher].some((each) => each !== undefined) ||
    filters.minClaims > 1
  );
}

function dropLonely(model: GraphModel, visible: Uint8Array, lineVisible: Uint8Array): number {
  const tied = new Uint8Array(model.size);
  for (let line = 0; line < model.lines.count; line++) {
    if (lineVisible[line] !== 1) continue;
    tied[model.lines.source[line]!] = 1;
    tied[model.lines.target[line]!] = 1;
  }
  let count = 0;
  for (let node = 0; node < model.size; node++) {
    visible[node] = visible[node]! & tied[node]!;
    count += visible[node]!;
  }
  return count;
}

export function membersOf(model: GraphModel, state: ViewState): Uint8Array {
  const member = startingMembers(model, state);
  for (const id of state.added) mark(model, member, id, 1);
  for (const id of state.hidden) mark(model, member, id, 0);
  return member;
}

function mark(model: GraphModel, member: Uint8Array, id: string, value: 0 | 1): void {
  const node = model.find(id);
  if (node >= 0) member[node] = value;
}

function startingMembers(model: GraphModel, { start }: ViewState): Uint8Array {
  const member = new Uint8Array(model.size);
  if (start.type === 'all') markBest(model, member, MOST_NODES);
  if (start.type === 'communities') markHubs(model, member);
  if (start.type === 'community')
    model.graph.community.forEach((community, node) => (member[node] = community === start.community ? 1 : 0));
  if (start.type === 'around') {
    const centre = model.find(start.id);
    if (centre >= 0) for (const node of [centre, ...model.neighbours(centre).slice(0, 500)]) member[node] = 1;
  }
  return member;
}

/** Nodes of the overview: enough hubs of each community to show its shape. */
const OVERVIEW_NODES = 1800;

function markBest(model: GraphModel, member: Uint8Array, most: number): void {
  if (model.size <= most) member.fill(1);
  else for (const node of byDegree(model).subarray(0, most)) member[node] = 1;
}

function markHubs(model: GraphModel, member: Uint8Array): void {
  const share = Math.max(3, Math.floor(OVERVIEW_NODES / Math.max(1, model.graph.communityCount)));
  const taken = new Uint32Array(model.graph.communityCount);
  for (const node of byDegree(model)) {
    const community = model.graph.community[node]!;
    if (taken[community]!++ < share) member[node] = 1;
  }
}

const orders = new WeakMap<GraphModel, Uint32Array>();

/** All nodes, best connected first. */
export function byDegree(model: GraphModel): Uint32Array {
  let order = orders.get(model);
  if (order === undefined) {
    order = Uint32Array.from(model.degree.keys()).sort((a, b) => model.degree[b]! - model.degree[a]! || a - b);
    orders.set(model, order);
  }
  return order;
}

function kindsAllowed(model: GraphModel, filters: Filters): Uint8Array {
  return Uint8Array.from(model.graph.kinds, (kind) => (filters.kindsOff.includes(kind) ? 0 : 1));
}

function linePasses(model: GraphModel, { filters, period }: ViewState, backed: Backed): (line: number) => boolean {
  const { graph, lines } = model;
  const relations = graph.relations.map((relation) => !filters.relationsOff.includes(relation));
  const modalities = graph.modalities.map((modality) => filters.modalities.includes(modality));
  const dated = period.from !== undefined || period.to !== undefined;
  return (line) => {
    if (relations[lines.relation[line]!] !== true || modalities[lines.modality[line]!] !== true) return false;
    if (backed !== undefined && !isBacked(model, line, backed)) return false;
    if (!dated && filters.minClaims <= 1) return true;
    let claims = 0;
    for (let at = lines.firstFact[line]!; at < lines.firstFact[line + 1]!; at++) {
      const fact = lines.facts[at]!;
      if (!dated || isWithin(graph.startDay[fact]!, graph.endDay[fact]!, period)) claims += graph.claims[fact]!;
    }
    return claims >= filters.minClaims;
  };
}

/** A fact without a known day is in no period. */
export function isWithin(start: number, end: number, period: Period): boolean {
  if (start < 0) return false;
  return (period.to === undefined || start <= period.to) && (period.from === undefined || end >= period.from);
}

function isBacked(model: GraphModel, line: number, backed: ReadonlySet<string>): boolean {
  const source = model.id(model.lines.source[line]!);
  const target = model.id(model.lines.target[line]!);
  const relation = model.relation(line);
  return backed.has(`${source}|${target}|${relation}`) || backed.has(`${target}|${source}|${relation}`);
}
