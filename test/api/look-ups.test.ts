// What the look-ups answer about the invented world.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestService, type TestService } from './support/service.ts';
import * as answers from './support/answers.ts';
import { REPORTS, WORLD } from './support/world.ts';

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service.stop());

const names = (page: { data: { name: string }[] }): string[] => page.data.map(({ name }) => name);

describe('entities', () => {
  it.each([
    ['the whole name', 'Ruth Okafor', 'Ruth Okafor'],
    ['words in another order', 'okafor RUTH', 'Ruth Okafor'],
    ['no accents', 'dang thi hoa', 'Đặng Thị Hòa'],
    ['an alias', 'minister hoa', 'Đặng Thị Hòa'],
    ['the beginning of a word', 'lindq', 'Mara Lindqvist'],
    ['the ordinal that tells two apart', '13th harbour forum', '13th Harbour Forum'],
  ])('finds a name by %s', async (_how, asked, found) => {
    expect(names(await service.get(answers.entityPage, `/api/v1/entities?q=${encodeURIComponent(asked)}`))[0]).toBe(
      found,
    );
  });

  it('narrows a search by kind, country and day', async () => {
    expect(names(await service.get(answers.entityPage, '/api/v1/entities?kind=Person'))).toEqual([
      'Mara Lindqvist',
      'Ruth Okafor',
      'Đặng Thị Hòa',
    ]);
    expect(names(await service.get(answers.entityPage, '/api/v1/entities?kind=Person&country=nigeria'))).toEqual([
      'Ruth Okafor',
    ]);
    expect(names(await service.get(answers.entityPage, '/api/v1/entities?kind=Meeting&asOf=2024-12-31'))).toEqual([
      '12th Harbour Forum',
    ]);
    expect(names(await service.get(answers.entityPage, '/api/v1/entities?q=harbour&kind=Communique'))).toEqual([
      'Harbour Communiqué',
    ]);
  });

  it('answers an empty page where nothing fits', async () => {
    expect(await service.get(answers.entityPage, '/api/v1/entities?q=zzzz')).toEqual({ data: [], nextCursor: null });
  });

  it('gives names, posts and counts of one', async () => {
    const dang = await service.get(answers.entity, `/api/v1/entities/${WORLD.dang}`);
    expect(dang).toMatchObject({
      name: 'Đặng Thị Hòa',
      kind: 'Official',
      labels: ['Official', 'Person'],
      aliases: ['Minister Hòa'],
    });
    expect(dang.posts).toHaveLength(1);
    expect(dang.posts[0]).toMatchObject({
      role: 'head',
      target: { name: 'Ministry of Ports' },
      attributes: { status: 'current' },
    });
    expect(dang.counts).toEqual({
      documents: 2,
      mentions: 3,
      relationships: 3,
      byType: { ATTENDED: 1, HOLDS_POSITION: 1, MET_WITH: 1 },
    });
  });

  it('says what to do where an id is unknown or no id', async () => {
    const unknown = await service.get(answers.problem, `/api/v1/entities/${'0'.repeat(64)}`, undefined, 404);
    expect(unknown).toMatchObject({ status: 404, code: 'NotFound' });
    expect(unknown.detail).toContain('/api/v1/entities?q=');
    const malformed = await service.get(answers.problem, '/api/v1/entities/nobody', undefined, 400);
    expect(malformed.faults).toEqual([{ in: 'path', field: 'id', problem: 'must be an id: 64 hexadecimal digits' }]);
  });

  it('lists neighbours in time order with counts, what occurred only unless asked', async () => {
    const plain = await service.get(answers.neighbourPage, `/api/v1/entities/${WORLD.okafor}/neighbours`);
    expect(plain.data.map((each) => [each.entity.name, each.fact.startDate])).toEqual([
      ['12th Harbour Forum', '2024-03-05'],
      ['Đặng Thị Hòa', '2024-03-05'],
      ['13th Harbour Forum', '2025-03-04'],
      ['Mara Lindqvist', '--04-23'],
    ]);
    expect(plain.countsByType).toEqual({ ATTENDED: 2, MET_WITH: 2 });
    const planned = await service.get(
      answers.neighbourPage,
      `/api/v1/entities/${WORLD.okafor}/neighbours?modality=planned`,
    );
    expect(planned.data.map((each) => each.fact.modality)).toEqual(['planned']);
  });

  it('narrows neighbours by type, direction and period', async () => {
    const count = async (query: string): Promise<number> =>
      (await service.get(answers.neighbourPage, `/api/v1/entities/${WORLD.okafor}/neighbours?${query}`)).data.length;
    expect(await count('type=ATTENDED')).toBe(2);
    expect(await count('type=ATTENDED&direction=in')).toBe(0);
    expect(await count('type=ATTENDED&direction=out')).toBe(2);
    expect(await count('from=2024-03-05&to=2024-03-05')).toBe(2);
    expect(await count('from=2024-03-06')).toBe(2);
    expect(await count('to=2024')).toBe(2);
  });
});

describe('relationships', () => {
  it('lists the facts between two, by publisher and period', async () => {
    const between = `entity=${WORLD.okafor}&other=${WORLD.dang}`;
    const { data } = await service.get(answers.factPage, `/api/v1/relationships?${between}`);
    expect(data).toHaveLength(1);
    expect(data[0]).toMatchObject({ type: 'MET_WITH', claimCount: 2, documentCount: 2, modality: 'occurred' });
    expect(
      (await service.get(answers.factPage, `/api/v1/relationships?${between}&publisher=Coast%20Daily`)).data,
    ).toHaveLength(1);
    expect(
      (await service.get(answers.factPage, `/api/v1/relationships?${between}&publisher=Nobody`)).data,
    ).toHaveLength(0);
    expect((await service.get(answers.factPage, `/api/v1/relationships?${between}&from=2024-03-06`)).data).toHaveLength(
      0,
    );
  });

  it('opens the sentences behind a fact at exact characters', async () => {
    const { data: facts } = await service.get(
      answers.factPage,
      `/api/v1/relationships?entity=${WORLD.okafor}&other=${WORLD.dang}`,
    );
    const { data } = await service.get(answers.evidencePage, `/api/v1/relationships/${facts[0]!.id}/evidence`);
    expect(data.map((claim) => claim.document.publisher)).toEqual(['The Quay', 'Coast Daily']);
    expect(data[1]!.attributedTo).toBe('organisers');
    for (const claim of data) {
      const text = REPORTS.find(({ title }) => title === claim.document.title)!.text;
      expect(text.slice(claim.start, claim.end)).toBe(claim.quote);
      const { before, quote, after } = claim.context!;
      expect(text).toContain(before + quote + after);
      expect(quote).toBe(claim.quote);
    }
    expect(await service.get(answers.oneFact, `/api/v1/relationships/${facts[0]!.id}`)).toEqual(facts[0]);
  });

  it('keeps a denial as evidence and makes no fact of it', async () => {
    expect(
      (await service.get(answers.factPage, `/api/v1/relationships?entity=${WORLD.dang}&other=${WORLD.lindqvist}`)).data,
    ).toEqual([]);
    const documents = await service.get(answers.documentPage, '/api/v1/documents?publisher=Coast%20Daily');
    const { claims } = await service.get(answers.document, `/api/v1/documents/${documents.data[0]!.id}`);
    const denied = claims.find((claim) => claim.polarity === 'denied');
    const evidence = await service.get(answers.evidencePage, `/api/v1/relationships/${denied!.fact}/evidence`);
    expect(evidence.data.map((claim) => claim.polarity)).toEqual(['denied']);
  });
});

describe('paths', () => {
  const between = `from=${WORLD.dang}&to=${WORLD.lindqvist}`;

  it('finds the shortest ones and all up to a length, short ones first', async () => {
    const shortest = await service.get(answers.paths, `/api/v1/paths?${between}`);
    expect(new Set(shortest.data.map((path) => path.length))).toEqual(new Set([2]));
    const all = await service.get(answers.paths, `/api/v1/paths?${between}&mode=all&maxHops=4`);
    const lengths = all.data.map((path) => path.length);
    expect(lengths).toEqual([...lengths].sort());
    expect(lengths.length).toBeGreaterThan(shortest.data.length);
    for (const path of all.data) expect(new Set(path.nodes.map(({ id }) => id)).size).toBe(path.nodes.length);
  });

  it('follows time when asked', async () => {
    const { data } = await service.get(answers.paths, `/api/v1/paths?${between}&mode=all&inTimeOrder=true`);
    expect(data.length).toBeGreaterThan(0);
    for (const path of data) {
      const dates = path.facts.map((fact) => fact.startDate);
      expect(dates).toEqual([...dates].sort());
    }
  });

  it('says when there are more than were asked for', async () => {
    const { data, cut } = await service.get(answers.paths, `/api/v1/paths?${between}&mode=all&limit=1`);
    expect([data.length, cut]).toEqual([1, true]);
  });
});

describe('meetings and time', () => {
  it('lists meetings in time order with places and participants', async () => {
    const { data } = await service.get(answers.meetingPage, '/api/v1/meetings');
    expect(data.map((each) => [each.name, each.startDate, each.participantCount, each.places[0]!.name])).toEqual([
      // Two attended, and a third was in the chair.
      ['12th Harbour Forum', '2024-03-05', 3, 'Gothenburg'],
      ['13th Harbour Forum', '2025-03-04', 2, 'Gothenburg'],
    ]);
    expect(names(await service.get(answers.meetingPage, `/api/v1/meetings?participant=${WORLD.dang}`))).toEqual([
      '12th Harbour Forum',
    ]);
    expect(
      names(await service.get(answers.meetingPage, `/api/v1/meetings?place=${WORLD.gothenburg}&from=2025`)),
    ).toEqual(['13th Harbour Forum']);
  });

  it('gives participants, chair, venue, agenda and outcome of one', async () => {
    const forum = await service.get(answers.meeting, `/api/v1/meetings/${WORLD.forum}`);
    expect(forum).toMatchObject({ startDate: '2024-03-05', endDate: '2024-03-06' });
    const section = (
      name: 'participants' | 'chairs' | 'venue' | 'agenda' | 'outcome',
      end: 'source' | 'target',
    ): string[] => forum[name].map((fact) => fact[end].name);
    expect(section('participants', 'source')).toEqual(['Đặng Thị Hòa', 'Ruth Okafor']);
    expect(section('chairs', 'source')).toEqual(['Mara Lindqvist']);
    expect(section('venue', 'target')).toEqual(['Gothenburg']);
    expect(section('agenda', 'target')).toEqual(['dredging rules']);
    expect(section('outcome', 'target')).toEqual(['Harbour Communiqué']);
  });

  it('puts dates without a year behind the others', async () => {
    const { data } = await service.get(answers.factPage, '/api/v1/timeline');
    expect(data.map((fact) => fact.startDate)).toEqual([
      '2024-03-05',
      '2024-03-05',
      '2024-03-05',
      '2025-03-04',
      '2025-03-04',
      '--04-23',
    ]);
  });

  it('counts who sat with whom', async () => {
    const { data } = await service.get(answers.pairPage, `/api/v1/co-attendance?entity=${WORLD.okafor}`);
    expect(data.map((pair) => [pair.other.name, pair.together, pair.events[0]!.name]).sort()).toEqual([
      ['Mara Lindqvist', 1, '13th Harbour Forum'],
      ['Đặng Thị Hòa', 1, '12th Harbour Forum'],
    ]);
    expect((await service.get(answers.pairPage, '/api/v1/co-attendance?least=2')).data).toEqual([]);
  });
});

describe('documents', () => {
  it('lists them by publication and gives one with text, claims and what was left unread', async () => {
    const { data } = await service.get(answers.documentPage, '/api/v1/documents');
    expect(data.map((each) => each.publishedOn)).toEqual(['2024-03-06', '2024-03-07', '2025-03-05']);
    const document = await service.get(answers.document, `/api/v1/documents/${data[0]!.id}`);
    expect(document.text).toBe(REPORTS[0]!.text);
    expect(document.claims).toHaveLength(REPORTS[0]!.claims.length);
    for (const claim of document.claims) expect(document.text.slice(claim.start, claim.end)).toBe(claim.quote);
    expect(document.unread).toEqual([{ start: 0, end: 9, reason: 'no-frame', text: 'GOTHENBUR' }]);
    expect(document.sources).toEqual(['Harbour Forum opens.txt']);
  });

  it('lists what was left unread with its text', async () => {
    const { data } = await service.get(answers.unreadPage, '/api/v1/unread');
    expect(data).toHaveLength(3);
    expect(data[0]!.unread[0]).toMatchObject({ reason: 'no-frame' });
  });
});

describe('the graph', () => {
  it('gives positions, communities and edges', async () => {
    const graph = await service.get(answers.graph, '/api/v1/graph');
    expect([graph.nodes.length, graph.edges.length, graph.cut]).toEqual([9, 13, false]);
    for (const node of graph.nodes)
      expect([Number.isFinite(node.x), Number.isFinite(node.y), Number.isInteger(node.community)]).toEqual([
        true,
        true,
        true,
      ]);
    const ids = new Set(graph.nodes.map((node) => node.id));
    for (const edge of graph.edges) expect([ids.has(edge.source), ids.has(edge.target)]).toEqual([true, true]);
  });

  it('gives a part around one entity, and says when it was cut', async () => {
    const part = await service.get(answers.graph, `/api/v1/graph?center=${WORLD.ministry}&hops=1`);
    expect(part.nodes.map((node) => node.name).sort()).toEqual(['Ministry of Ports', 'Đặng Thị Hòa']);
    expect((await service.get(answers.graph, '/api/v1/graph?maxNodes=2')).cut).toBe(true);
  });

  it('counts what the store holds', async () => {
    expect(await service.get(answers.stats, '/api/v1/stats')).toMatchObject({
      documents: 3,
      claims: 15,
      relations: { MET_WITH: 3, ATTENDED: 4 },
    });
  });
});
