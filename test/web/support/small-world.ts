// A small world of documents for the explorer's tests: people, posts, meetings, a denial, a plan, markup where text should be.
import type { DocumentCommit } from '../../../src/ports/graph-store.ts';
import { aDocument, type DocumentBuilder } from '../../contract/a-document.ts';

/** What a hostile or careless document may contain; all of it must be shown as text. */
export const MARKUP = '<img src=x onerror="document.title=1"><script>document.title=2</script><b>bold</b> &amp; {{x}}';

interface Delegation {
  readonly country: string;
  readonly agency: string;
  readonly head: string;
  readonly members: readonly string[];
}

const DELEGATIONS: readonly Delegation[] = [
  {
    country: 'Norland',
    agency: 'Ministry of the Interior of Norland',
    head: 'Ingrid Aasen',
    members: ['Leif Brekke', 'Marit Dahl', 'Odd Eide'],
  },
  {
    country: 'Westmark',
    agency: 'Federal Police of Westmark',
    head: 'Konrad Albers',
    members: ['Britta Cordes', 'Dieter Ehlers', 'Frauke Gerdes'],
  },
  {
    country: 'Sudria',
    agency: 'Security Council of Sudria',
    head: 'Aurelio Bassi',
    members: ['Carla Donati', 'Elio Ferri'],
  },
  {
    country: 'Ostavia',
    agency: 'Foreign Ministry of Ostavia',
    head: 'Mirela Anghel',
    members: ['Bogdan Cernat', 'Doina Enache', 'Florin Goga', 'Ilinca Horia'],
  },
];

const MEETINGS = [
  {
    name: '3rd Conference on Border Security',
    host: 0,
    guests: [1, 2],
    city: 'Fjordhavn',
    start: '2017-05-11',
    end: '2017-05-12',
    topic: 'border security',
    paper: 'Fjordhavn Declaration',
  },
  {
    name: '4th Conference on Border Security',
    host: 1,
    guests: [0, 2, 3],
    city: 'Altstadt',
    start: '2018-09-18',
    end: '2018-09-19',
    topic: 'border security',
    paper: 'Altstadt Declaration',
  },
  {
    name: 'Forum on Cybercrime',
    host: 2,
    guests: [1, 3],
    city: 'Portobello',
    start: '2019-03-04',
    end: '2019-03-06',
    topic: 'cybercrime',
    paper: 'Convention on Cybercrime Reports',
  },
  {
    name: 'Dialogue on Extradition',
    host: 3,
    guests: [0],
    city: 'Cetatea',
    start: '2020-11-23',
    end: '2020-11-23',
    topic: 'extradition',
    paper: 'Treaty on Extradition',
  },
] as const;

export function smallWorld(): readonly DocumentCommit[] {
  return [
    ...MEETINGS.map((_meeting, index) => conferenceReport(index)),
    ...DELEGATIONS.map(appointments),
    ...special(),
  ].map((builder) => builder.build());
}

function conferenceReport(index: number): DocumentBuilder {
  const meeting = MEETINGS[index]!;
  const report = aDocument().described({
    title: `${meeting.name} opens in ${meeting.city}`,
    publisher: index % 2 === 0 ? 'Northern Wire' : 'The Continental',
    publishedOn: meeting.start,
  });
  const time = { startDate: meeting.start, endDate: meeting.end, datePrecision: 'day' as const };
  const event = report.names('Meeting', meeting.name, { attributes: time });
  const topic = report.names('Topic', meeting.topic);
  const paper = report.names('Agreement', meeting.paper);
  report.relates('TOOK_PLACE_IN', event, report.names('City', meeting.city), time);
  report
    .relates('DISCUSSED', event, topic, time)
    .relates('ADOPTED', event, paper, time)
    .relates('ADDRESSES', paper, topic);
  const host = DELEGATIONS[meeting.host]!;
  report.relates('HOSTED', report.names('Agency', host.agency), event, time);
  for (const at of [meeting.host, ...meeting.guests]) {
    const { head, members, agency } = DELEGATIONS[at]!;
    const attributes = { country: DELEGATIONS[at]!.country };
    const chief = report.names('Person', head, { attributes });
    report.relates('ATTENDED', chief, event, { ...time, role: 'head of delegation' });
    report.relates('HOLDS_POSITION', chief, report.names('Agency', agency, { attributes }), { role: 'head' });
    for (const member of members.slice(0, 2))
      report.relates('ATTENDED', report.names('Person', member, { attributes }), event, time);
    report.relates('SIGNED', chief, paper, time);
  }
  const guest = DELEGATIONS[meeting.guests[0]]!;
  report.relates('MET_WITH', report.names('Person', host.head), report.names('Person', guest.head), time);
  return report;
}

function appointments({ country, agency, members }: Delegation, index: number): DocumentBuilder {
  const gazette = aDocument().described({
    title: `Appointments in ${country}`,
    publisher: 'Gazette',
    publishedOn: '2017-01-0' + String(index + 2),
  });
  const attributes = { country };
  const office = gazette.names('Agency', agency, { attributes });
  gazette.relates('PART_OF', office, gazette.names('Country', country));
  for (const member of members)
    gazette.relates('HOLDS_POSITION', gazette.names('Person', member, { attributes }), office, {
      role: 'deputy head',
      startDate: '2016-06',
      datePrecision: 'month',
    });
  return gazette;
}

function special(): readonly DocumentBuilder[] {
  const visit = aDocument().described({
    title: 'Minister To Lam received in Russia',
    publisher: 'Northern Wire',
    publishedOn: '2019-05-20',
  });
  const toLam = visit.names('Person', 'To Lam', {
    aliases: ['Tô Lâm', 'Minister Lam'],
    attributes: { country: 'Vietnam' },
  });
  const patrushev = visit.names('Person', 'Nikolai Patrushev', { attributes: { country: 'Russia' } });
  visit.says('The guests were received with honours.');
  visit.relates('MET_WITH', toLam, patrushev, {
    startDate: '2019-05-17',
    datePrecision: 'day',
    attributedTo: 'organisers',
  });
  visit.relates(
    'ATTENDED',
    toLam,
    visit.names('Meeting', 'Forum on Cybercrime', { attributes: { startDate: '2019-03-04', endDate: '2019-03-06' } }),
    { startDate: '2019-03-04', endDate: '2019-03-06' },
  );
  visit.relates('HOLDS_POSITION', toLam, visit.names('Agency', 'Ministry of Public Security'), { role: 'minister' });

  const again = aDocument().described({
    title: 'Talks on security',
    publisher: 'The Continental',
    publishedOn: '2019-05-18',
  });
  again.relates('MET_WITH', again.names('Person', 'To Lam'), again.names('Person', 'Nikolai Patrushev'), {
    startDate: '2019-05-17',
    datePrecision: 'day',
  });
  again.relates('MET_WITH', again.names('Person', 'Nikolai Patrushev'), again.names('Person', 'Aurelio Bassi'), {
    startDate: '2019-06-02',
  });

  const plan = aDocument().described({
    title: 'A visit is being prepared',
    publisher: 'Gazette',
    publishedOn: '2020-01-15',
  });
  plan.relates('MET_WITH', plan.names('Person', 'To Lam'), plan.names('Person', 'Mirela Anghel'), {
    modality: 'planned',
    startDate: '2020-02-10',
  });
  plan.relates('VISITED', plan.names('Person', 'To Lam'), plan.names('Country', 'Ostavia'), {
    modality: 'planned',
    startDate: '2020-02',
  });

  const denial = aDocument().described({
    title: 'Ministry denies a meeting',
    publisher: 'The Continental',
    publishedOn: '2019-05-22',
  });
  denial.relates('MET_WITH', denial.names('Person', 'To Lam'), denial.names('Person', 'Nikolai Patrushev'), {
    polarity: 'denied',
    startDate: '2019-05-17',
    datePrecision: 'day',
    attributedTo: 'a spokesman',
  });

  const hostile = aDocument().described({
    title: `Report ${MARKUP}`,
    publisher: '<i>Press</i>',
    publishedOn: '2021-01-01',
  });
  hostile.says(MARKUP);
  hostile.relates(
    'MET_WITH',
    hostile.names('Person', `Eve ${MARKUP}`, { key: 'eve markup' }),
    hostile.names('Person', 'Ingrid Aasen'),
    { startDate: '2020-12-30' },
  );
  return [visit, again, plan, denial, hostile];
}
