// Persons: posts, ranks and styles of many countries in the orders that occur; and what is no person.
import { describe, expect, it } from 'vitest';
import { personLines, ruleMentions } from './recognise-support.ts';

describe('a post before the name gives the person and the post', () => {
  it.each([
    ['Foreign Minister Aino Laine spoke in Tampere.', ['Aino Laine: Foreign Minister @ [Ministry of Foreign Affairs]']],
    [
      'Minister of Public Security General Tran Quoc To arrived.',
      ['Tran Quoc To: Minister of Public Security @ [Ministry of Public Security]'],
    ],
    [
      'They saw Deputy Minister of Defence Sr. Lt. Gen. Nguyen Tan Cuong there.',
      ['Nguyen Tan Cuong: Deputy Minister of Defence @ [Ministry of Defence]'],
    ],
    ['Peruvian President Marta Quispe left.', ['Marta Quispe: President (Peru)']],
    [
      'They met.\n\nInterior Minister: Ivan Petrov\n\nPrime Minister: Paula Greene',
      ['Ivan Petrov: Interior Minister @ [Ministry of the Interior]', 'Paula Greene: Prime Minister'],
    ],
    ['We asked the minister: Paula Greene said no.', ['Paula Greene']],
    ['National Assembly (NA) Chairman Tran Van Lam spoke.', ['Tran Van Lam: Chairman @ National Assembly']],
    ['The National Assembly (NA) met. NA Chairman Tran Van Lam spoke.', ['Tran Van Lam: Chairman @ NA']],
    ['Party General Secretary Tran Van Lam spoke.', ['Tran Van Lam: Party General Secretary']],
    [
      'Under Secretary for Terrorism and Financial Intelligence Paula Greene spoke.',
      ['Paula Greene: Under Secretary for Terrorism and Financial Intelligence'],
    ],
    [
      'Secretary of State for Foreign, Commonwealth and Development Affairs Paula Greene spoke.',
      ['Paula Greene: Secretary of State for Foreign, Commonwealth and Development Affairs'],
    ],
    [
      'Fuel and energy minister Ivan Petrov spoke.',
      ['Ivan Petrov: Fuel and energy minister @ [Ministry of Fuel and Energy]'],
    ],
    ['Interior Minister Ivan Petrov spoke.', ['Ivan Petrov: Interior Minister @ [Ministry of the Interior]']],
    [
      'Assistant Secretary of the Treasury Paula Greene spoke.',
      ['Paula Greene: Assistant Secretary of the Treasury @ [Treasury Department]'],
    ],
    ['MARTA QUISPE (Peru) said so.', ['Marta Quispe: Representative (Peru)']],
    ['Geir Pedersen, Permanent Observer of Norway, agreed.', ['Geir Pedersen: Permanent Observer (Norway)']],
    ['They approved Tran Van Lam as Minister.', ['Tran Van Lam']],
    [
      'Kenya’s Cabinet Secretary for Trade Moses Kuria spoke.',
      ['Moses Kuria: Cabinet Secretary for Trade @ [Ministry of Trade] (Kenya)'],
    ],
    ['Malaysia’s Prime Minister Dato’ Seri Ahmad Razak said so.', ['Ahmad Razak: Prime Minister (Malaysia)']],
    [
      'Under Secretary of State for Arms Control and International Security Paula Greene signed.',
      ['Paula Greene: Under Secretary of State for Arms Control and International Security @ [State Department]'],
    ],
    [
      'Swiss Security Council Secretary Peter Meier met them.',
      ['Peter Meier: Secretary @ Swiss Security Council (Switzerland)'],
    ],
    ['UN Secretary-General Anna Holm said so.', ['Anna Holm: Secretary-General @ United Nations']],
    [
      'NATO Deputy Secretary General Mircea Ionescu spoke.',
      ['Mircea Ionescu: Deputy Secretary General @ North Atlantic Treaty Organization'],
    ],
    [
      'Chairman of the Communist Party of Vietnam’s Commission on External Relations Le Hoai Duc attended.',
      ['Le Hoai Duc: Chairman @ Commission on External Relations'],
    ],
    [
      'Politburo member and Minister of National Defence Phan Van Hai spoke.',
      ['Phan Van Hai: member @ Politburo; Minister of National Defence @ [Ministry of National Defence]'],
    ],
    [
      'Director of the Department of International Cooperation Tran Thi Lan spoke.',
      ['Tran Thi Lan: Director @ Department of International Cooperation'],
    ],
    [
      'Minister of Culture, Sports and Tourism Pham Van Thuy spoke.',
      ['Pham Van Thuy: Minister of Culture, Sports and Tourism @ [Ministry of Culture, Sports and Tourism]'],
    ],
    [
      'Minister of Foreign Affairs of the Russian Federation Sergey Orlov spoke.',
      ['Sergey Orlov: Minister of Foreign Affairs @ [Ministry of Foreign Affairs] (Russia)'],
    ],
    ['Ambassador of Norway to Chile Ingrid Dahl was there.', ['Ingrid Dahl: Ambassador (Norway)']],
    ['Kremlin spokesman Dmitry Sokolov denied it.', ['Dmitry Sokolov: spokesman @ Kremlin (Russia)']],
    [
      'Polish Deputy Prime Minister and Minister of Digital Affairs Jan Nowak resigned.',
      [
        'Jan Nowak: Deputy Prime Minister (Poland); Minister of Digital Affairs @ [Ministry of Digital Affairs] (Poland)',
      ],
    ],
    [
      'President of the Japan International Cooperation Agency (JICA) Tanaka Kenji spoke.',
      ['Tanaka Kenji: President @ Japan International Cooperation Agency (Japan)'],
    ],
    ['Sen. Laura Bennett and Rep. Carlos Ortiz met him.', ['Laura Bennett: Senator', 'Carlos Ortiz: Representative']],
  ])('%s', (text, lines) => expect(personLines(text)).toEqual(lines));
});

describe('the status is apart from the post', () => {
  it.each([
    ['Former President Jorge Silva spoke.', 'Jorge Silva: former President'],
    [
      'Acting Foreign Minister Ali Karimi spoke.',
      'Ali Karimi: acting Foreign Minister @ [Ministry of Foreign Affairs]',
    ],
    ['President-elect Laura Gomez spoke.', 'Laura Gomez: incoming President'],
    ['Prime Minister-designate Michel Laurent spoke.', 'Michel Laurent: nominee Prime Minister'],
    ['Interim President Rosa Diaz spoke.', 'Rosa Diaz: acting President'],
    [
      'The former Minister of Finance of Kenya, Njuki Ndungu, spoke.',
      'Njuki Ndungu: former Minister of Finance @ [Ministry of Finance] (Kenya)',
    ],
  ])('%s', (text, line) => expect(personLines(text)).toEqual([line]));
});

describe('a post after the name belongs to it', () => {
  it.each([
    [
      'Jan de Vries, the Dutch finance minister, spoke.',
      ['Jan de Vries: finance minister @ [Ministry of Finance] (Netherlands)'],
    ],
    ['Mr. Pedro Santos Jr., Undersecretary of Energy, signed it.', ['Pedro Santos Jr.: Undersecretary of Energy']],
    [
      'Ngozi Adeyemi, who is the Director-General of the World Trade Organization, spoke.',
      ['Ngozi Adeyemi: Director-General @ World Trade Organization'],
    ],
    [
      'Sinlavong Phommachan, President of the National Assembly of Laos, came.',
      ['Sinlavong Phommachan: President @ National Assembly of Laos (Laos)'],
    ],
    ['Prime Minister Selim Yildiz of Turkey signed.', ['Selim Yildiz: Prime Minister (Turkey)']],
    ['Helga Weiss, head of the delegation, spoke.', ['Helga Weiss: head of the delegation']],
  ])('%s', (text, lines) => expect(personLines(text)).toEqual(lines));
});

describe('lists give each person the post that is theirs', () => {
  it.each([
    ['Presidents Ivan Petrov and Liu Wei met.', ['Ivan Petrov: President', 'Liu Wei: President']],
    [
      'Foreign Ministers Sergey IVANOV of Russia and Hakan DEMIR of Türkiye attended.',
      [
        'Sergey Ivanov: Foreign Minister @ [Ministry of Foreign Affairs] (Russia)',
        'Hakan Demir: Foreign Minister @ [Ministry of Foreign Affairs] (Turkey)',
      ],
    ],
    [
      'She met Foreign Minister Bui Duc Anh, Vice Foreign Minister Ha Van Binh and Mayor Ana Ruiz.',
      [
        'Bui Duc Anh: Foreign Minister @ [Ministry of Foreign Affairs]',
        'Ha Van Binh: Vice Foreign Minister @ [Ministry of Foreign Affairs]',
        'Ana Ruiz: Mayor',
      ],
    ],
  ])('%s', (text, lines) => expect(personLines(text)).toEqual(lines));
});

describe('names of many traditions are read whole', () => {
  it.each([
    ['General To Van Lam spoke.', 'To Van Lam'],
    ['Chairman Wang Jianguo spoke.', 'Wang Jianguo'],
    ['President Kim Dae-sung spoke.', 'Kim Dae-sung'],
    ['Crown Prince Khalid bin Faisal Al Saud spoke.', 'Khalid bin Faisal Al Saud'],
    ['President Abdel Fattah al-Masri spoke.', 'Abdel Fattah al-Masri'],
    ['President María del Carmen de la Vega spoke.', 'María del Carmen de la Vega'],
    ['Chancellor Ulrike von der Heide spoke.', 'Ulrike von der Heide'],
    ['Secretary Thomas J. O’Brien spoke.', 'Thomas J. O’Brien'],
    ['Mr. PETROV spoke.', 'Petrov'],
    ['H.E. Ms. Mélanie Roy spoke.', 'Mélanie Roy'],
    ['Ambassador Bandar bin Mohammed Al Attiyah spoke.', 'Bandar bin Mohammed Al Attiyah'],
    ['Đặng Văn Minh spoke.', 'Đặng Văn Minh'],
    ['Her Majesty Queen Sofia arrived.', 'Queen Sofia'],
    ['Sheikh Hasina arrived.', 'Sheikh Hasina'],
  ])('%s', (text, name) => expect(personLines(text).map((line) => line.split(':')[0])).toEqual([name]));
});

describe('what only looks like a person is none', () => {
  it.each([
    'The minister of finance left.',
    'Ministers from ten countries met.',
    'The Ministry of Public Security replied.',
    'He chairs the board and heads the office.',
    'Victoria Falls is a city in Zimbabwe.',
    'In Jordan the talks went on.',
    'The Clinton Foundation gave money.',
    'The Chief of the Army Staff left.',
    'Monday and Tuesday are free.',
    'The Jordan Valley was quiet.',
    'Sen. Lt. Gen. is a rank.',
  ])('%s', (text) => expect(personLines(text)).toEqual([]));
});

it('a possessive is no part of a name', () => {
  expect(personLines('President Ana Ruiz’s visit began.')).toEqual(['Ana Ruiz: President']);
});

it('a headline’s verbs are no part of a name', () => {
  const text = 'President Tanaka Meets Premier Olsen in Oslo\n\nPresident Ken Tanaka met Premier Kari Olsen.';
  const mentions = ruleMentions(text, { kinds: ['title', 'body'] });
  expect(mentions.filter(({ kind, form }) => kind === 'Person' && form === 'name').map(({ name }) => name)).toEqual([
    'Tanaka',
    'Olsen',
    'Ken Tanaka',
    'Kari Olsen',
  ]);
});

it('rank, honorific and gender go to attributes', () => {
  const [person] = ruleMentions('H.E. Mr. General Bui Van Ha spoke.');
  expect(person!.attributes).toMatchObject({ honorific: 'H.E. Mr.', rank: 'General', gender: 'm' });
});
