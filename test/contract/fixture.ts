// A small corpus with every case that the graph must show; what the contract's questions are asked of.
import type { DocumentCommit } from '../../src/ports/graph-store.ts';
import { aDocument } from './a-document.ts';

const WIRE = Array.from({ length: 40 }, (_, at) => `The ${at}th line of the agency report.`).join(' ');
const LAM = [
  'Person',
  'To Lam',
  { aliases: ['Lam', 'Tô Lâm'], attributes: { country: 'Vietnam', rank: 'General' } },
] as const;
const MPS = [
  'Agency',
  'Ministry of Public Security',
  { attributes: { country: 'Vietnam' }, key: 'ministry of public security|vietnam' },
] as const;
const MPS_CHINA = [
  'Agency',
  'Ministry of Public Security',
  { attributes: { country: 'China' }, key: 'ministry of public security|china' },
] as const;
const MEETING_12 = [
  'Meeting',
  '12th International Meeting',
  { attributes: { ordinal: 12, startDate: '--04-23', endDate: '--04-25', datePrecision: 'day' } },
] as const;
const MEETING_17 = [
  'Meeting',
  '17th International Meeting',
  { attributes: { ordinal: 17, startDate: '2018-11-07' } },
] as const;

function wireStory(outlet: string, publishedOn: string): DocumentCommit {
  const text = aDocument().described({ title: `Security officials meet (${outlet})`, publisher: outlet, publishedOn });
  text.says(WIRE);
  const lam = text.names(...LAM);
  const patrushev = text.names('Person', 'Nikolai Patrushev');
  const meeting = text.names(...MEETING_12);
  text.relates('MET_WITH', lam, patrushev, {
    startDate: '--04-23',
    datePrecision: 'day',
    confidence: outlet === 'VNA' ? 0.9 : 0.8,
  });
  text.relates('ATTENDED', lam, meeting, { role: 'head of delegation' });
  text.relates('TOOK_PLACE_IN', meeting, text.names('City', 'St. Petersburg'));
  if (outlet !== 'VNA') text.says(`(${outlet})`);
  return { ...text.build(), source: `news/${outlet}.txt` };
}

function report(): DocumentCommit {
  const text = aDocument().described({
    title: 'A closer look',
    publisher: 'Daily',
    publishedOn: '2024-04-30',
    dateline: 'Hanoi',
  });
  const lam = text.names(...LAM);
  const patrushev = text.names('Person', 'Nikolai Patrushev', { aliases: ['Patrushev'] });
  text.relates('MET_WITH', patrushev, lam, { startDate: '--04-23', datePrecision: 'day', confidence: 1 });
  text.relates('HOLDS_POSITION', lam, text.names(...MPS), { role: 'minister', attributes: { status: 'current' } });
  text.relates('HOLDS_POSITION', patrushev, text.names('Organisation', 'Chess Club'), { role: 'chairman' });
  return { ...text.build(), source: 'news/closer-look.txt' };
}

function visit(): DocumentCommit {
  const text = aDocument().described({ title: 'A visit is planned', publishedOn: '2018-10' });
  const nam = text.names('Person', 'Bui Van Nam', { attributes: { country: 'Vietnam' } });
  const meeting = text.names(...MEETING_17);
  const moscow = text.names('City', 'Moscow');
  text.relates('VISITED', nam, moscow, { modality: 'planned', startDate: '2018-11', datePrecision: 'month' });
  text.relates('TOOK_PLACE_IN', meeting, moscow);
  text.relates('ATTENDED', nam, meeting, {
    role: 'head of delegation',
    startDate: '2018-11-07',
    endDate: '2018-11-08',
    datePrecision: 'day',
  });
  text.relates('HOLDS_POSITION', nam, text.names(...MPS), {
    role: 'deputy minister',
    attributes: { status: 'nominee' },
  });
  return { ...text.build(), source: 'news/visit.txt' };
}

function denial(): DocumentCommit {
  const text = aDocument().described({ title: 'No meeting, says the ministry' });
  const lam = text.names(...LAM);
  const wang = text.names('Person', 'Wang Xiaohong', { attributes: { country: 'China' } });
  text.relates('MET_WITH', lam, wang, { polarity: 'denied', attributedTo: 'the ministry' });
  text.relates('HOLDS_POSITION', wang, text.names(...MPS_CHINA), { role: 'minister' });
  text.names('Topic', 'cyber security');
  return { ...text.build(), source: 'news/denial.txt' };
}

function transliterated(): DocumentCommit {
  const text = aDocument().described({ title: 'Lavrov in Hanoi' });
  const lavrov = text.names('Person', 'Sergei Lavrov', { attributes: { country: 'Russia' } });
  text.relates('VISITED', lavrov, text.names('City', 'Hanoi'));
  return { ...text.build(), source: 'news/lavrov-1.txt' };
}

function transliteratedAgain(): DocumentCommit {
  const text = aDocument().described({ title: 'Lavrov in Hanoi again' });
  const lavrov = text.names('Person', 'Sergey Lavrov', { attributes: { country: 'Russia' } });
  text.relates('VISITED', lavrov, text.names('City', 'Hanoi'));
  return { ...text.build(), source: 'news/lavrov-2.txt' };
}

export const FIXTURE: readonly DocumentCommit[] = [
  wireStory('VNA', '2024-04-24'),
  wireStory('TASS', '2024-04-24'),
  report(),
  visit(),
  denial(),
  transliterated(),
  transliteratedAgain(),
];
