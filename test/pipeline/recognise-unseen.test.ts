// Names as outlets of many countries write them: each phenomenon with sentences where it holds and where it must not.
import { describe, expect, it } from 'vitest';
import { type EntityKind, isA } from '../../src/schema/index.ts';
import { namesOf, personLines, ruleMentions } from './recognise-support.ts';

const named = (text: string, kind: EntityKind): readonly string[] => namesOf(ruleMentions(text), kind);
const kinds = (text: string): readonly string[] =>
  ruleMentions(text)
    .filter(({ form, kind }) => form === 'name' && kind !== undefined && !isA(kind, 'Country') && !isA(kind, 'City'))
    .map(({ name, kind }) => `${name}|${kind}`);

describe('a nickname in quotes stays inside the name and is not shown', () => {
  it.each([
    ['Senate President Ramon “Monching” Dalisay spoke.', ['Ramon Dalisay: Senate President @ [Senate]']],
    ['Governor Pedro "Pepe" dela Torre spoke.', ['Pedro dela Torre: Governor']],
    ['The “Pepe” plan failed.', []],
    ['President Carlos said “Peace” and left.', ['Carlos: President']],
  ])('%s', (text, persons) => expect(personLines(text)).toEqual(persons));
});

describe('letters after a name are no part of it, and a post may follow them', () => {
  it.each([
    ['The panel heard Alan Birch KC in May.', ['Alan Birch']],
    ['Dr. Anand Rao, GCSK, FRCP, Prime Minister of Mauritius, spoke.', ['Anand Rao: Prime Minister (Mauritius)']],
    ['They met Alan Birch, OPEC officials and others.', ['Alan Birch']],
    ['King Harald V spoke.', ['King Harald V: King']],
  ])('%s', (text, persons) => expect(personLines(text)).toEqual(persons));
});

describe('names of many traditions are read whole', () => {
  it.each([
    ['Choe Jong Min, director of the bureau, spoke.', ['Choe Jong Min: director of the bureau']],
    ['President Hassan Sheikh Nur spoke.', ['Hassan Sheikh Nur: President']],
    ['Prime Minister Mohammed Shia’ al-Hadi spoke.', ['Mohammed Shia’ al-Hadi: Prime Minister']],
    ['Ursula von der Heide spoke.', ['Ursula von der Heide']],
    ['To Van Minh, Chairman of the council, spoke.', ['To Van Minh: Chairman of the council']],
    ['To Han Chun they owed it.', ['Han Chun']],
    ['The ministers’ Al Nahda session ended.', []],
    ['Ryu Song met Ri Hyon.', []],
  ])('%s', (text, persons) => expect(personLines(text)).toEqual(persons));
});

describe('a facility named after somebody is a place', () => {
  it.each([
    ['He landed at King Fahd International Airport.', 'King Fahd International Airport'],
    ['They met in the Harry Lane Building.', 'Harry Lane Building'],
    ['They met at the Palacio Benito Suárez.', 'Palacio Benito Suárez'],
    ['He hosted a banquet at Rashtrapati Bhavan.', 'Rashtrapati Bhavan'],
  ])('%s', (text, name) => {
    expect(named(text, 'Facility')).toEqual([name]);
    expect(named(text, 'Person')).toEqual([]);
  });
  it.each(['The building was closed.', 'King Fahd met Building Minister Omar Said.', 'The Airport Authority met.'])(
    'none in: %s',
    (text) => expect(named(text, 'Facility')).toEqual([]),
  );
});

describe('a ship is no person', () => {
  it('whoever it is named after', () => expect(personLines('BRP Gabriela Silang sailed.')).toEqual([]));
  it('and the person herself is one', () =>
    expect(personLines('Gabriela Silang sailed.')).toEqual(['Gabriela Silang']));
});

describe('a congress or general assembly with a number is held, without one it is a body', () => {
  it.each([
    ['The Congress of the Philippines met.', 'Congress of the Philippines|Agency'],
    ['The Ninth Congress of the Harbour Workers closed.', 'Ninth Congress of the Harbour Workers|Meeting'],
    ['The VIII Congress of Teachers opened.', 'VIII Congress of Teachers|Meeting'],
    ['The 12th National Party Congress closed.', '12th National Party Congress|Meeting'],
    ['The 30th General Assembly of Mayors opened.', '30th General Assembly of Mayors|Meeting'],
    ['The National People’s Congress voted.', "National People's Congress|Agency"],
  ])('%s', (text, name) => expect(kinds(text)).toContain(name));
});

describe('formal meetings keep number, series and year', () => {
  it.each([
    ['the 20th East Asia Summit in Vientiane', '20th East Asia Summit'],
    ['the LXV Summit of Heads of State', 'LXV Summit of Heads of State'],
    ['the 15th East Asia Summit Foreign Ministers’ Meeting', '15th East Asia Summit Foreign Ministers’ Meeting'],
    ['They prepared the Quad Leaders Summit.', 'Quad Leaders Summit'],
    ['the 4th EU-GCC Joint Council and Ministerial Meeting', '4th EU-GCC Joint Council and Ministerial Meeting'],
    ['They met at COP29 in Baku.', 'COP29'],
  ])('%s', (text, name) => expect(named(text, 'Event')).toEqual([name]));
  it('and two that are joined by `and the` are two', () =>
    expect(
      named('the 13th Plenary Meeting of the Seventh Committee and the Ninth Congress of the Front', 'Event'),
    ).toEqual(['13th Plenary Meeting of the Seventh Committee', 'Ninth Congress of the Front']));
  it.each(['It will hold a hearing on 5 November.', 'They hold talks on Monday.', 'The COP said no.'])(
    'no name in: %s',
    (text) => expect(named(text, 'Event')).toEqual([]),
  );
});

describe('bodies whose names hold posts, verbs, rulers or words of their own language', () => {
  it.each([
    ['The Council of Foreign Ministers met.', 'Council of Foreign Ministers|Agency'],
    ['The Office of the Special Envoy spoke.', 'Office of the Special Envoy|Agency'],
    ['The Global Coalition to Address Ocean Threats met.', 'Global Coalition to Address Ocean Threats|Organisation'],
    ['The King Faisal Relief Centre signed.', 'King Faisal Relief Centre|Organisation'],
    ['The Partido dos Pescadores voted.', 'Partido dos Pescadores|Organisation'],
    ['The Seafarers’ Unity (SEU) Party voted.', 'Seafarers’ Unity Party|Organisation'],
    ['The Mission to Guard the Harbour Route (MGHR) left.', 'Mission to Guard the Harbour Route|Organisation'],
    [
      'The Ministry of Digital Growth, Innovations and Space Industry agreed.',
      'Ministry of Digital Growth, Innovations and Space Industry|Agency',
    ],
  ])('%s', (text, name) => expect(kinds(text)).toContain(name));
  it.each([
    ['He is the High Representative of the Union for Foreign Affairs.', 'Union for Foreign Affairs|Organisation'],
    ['The minister of Industry, Trade and Services spoke.', 'Trade and Services|Agency'],
    ['King Faisal met the Relief Centre.', 'King Faisal Relief Centre|Organisation'],
    ['The Ministry of Justice, the report says, agreed.', 'Ministry of Justice, the report|Agency'],
  ])('%s', (text, name) => expect(kinds(text)).not.toContain(name));
});

describe('a name that several bodies share is the one that the text speaks of', () => {
  it.each([
    ['The Congress of the Philippines met in Manila. Congress will vote.', 'Congress of the Philippines'],
    ['Washington waits. Congress will vote.', 'US Congress'],
    ['Nairobi waits. Congress will vote.', 'Congress'],
  ])('%s', (text, name) => expect(named(text, 'Agency').at(-1)).toBe(name));
  it('an acronym of the lexicon gives way to the one that brackets introduce', () =>
    expect(named('The Seed Producers Association (SPA) met. The SPA left.', 'Media')).toEqual([]));
  it('and holds where nothing else bears it', () =>
    expect(named('The SPA reported it.', 'Media')).toEqual(['Saudi Press Agency']));
});

describe('an instrument may be known by a title in quotes', () => {
  it.each([
    ['They passed the Law “On Seed Imports” in May.', 'Law On Seed Imports|Law'],
    ['She presented a report entitled “Harbours of the North” in Oslo.', 'Harbours of the North|Instrument'],
  ])('%s', (text, name) => expect(kinds(text)).toContain(name));
  it.each(['The law “is bad” for them.', 'A statement “We will stay” came.', 'The report said “Harbours matter”.'])(
    'none in: %s',
    (text) => expect(named(text, 'Instrument')).toEqual([]),
  );
});

describe('a long paragraph full of names is prose, whatever it ends with', () => {
  it('as in the recitals of a communiqué', () =>
    expect(
      personLines(
        'Noting the remarks by H.E. Maria Lopes, President of Angola, and by H.E. John Mensah, President of Ghana;',
      ),
    ).toEqual(['Maria Lopes: President (Angola)', 'John Mensah: President (Ghana)']));
});

describe('who belongs to a country by possessive', () => {
  it('has it as home', () =>
    expect(ruleMentions('Jordan’s Ayman Safi came.').find(({ kind }) => kind === 'Person')?.attributes['country']).toBe(
      'Jordan',
    ));
  it('and a body’s person has none', () =>
    expect(
      ruleMentions('NATO’s Ayman Safi came.').find(({ kind }) => kind === 'Person')?.attributes['country'],
    ).toBeUndefined());
});

describe('a name alone after a ruler’s title is known with it', () => {
  it.each([
    ['Pope Leo XIV spoke.', ['Pope Leo XIV: Pope']],
    ['Patriarch Kirill spoke.', ['Patriarch Kirill: Patriarch']],
    ['Pope Anna Lewis spoke.', ['Anna Lewis: Pope']],
    ['Minister Kirill spoke.', ['Kirill: Minister']],
  ])('%s', (text, persons) => expect(personLines(text)).toEqual(persons));
});

describe('posts with what surrounds them', () => {
  it.each([
    ['Police arrested ex-President Martín Vega.', ['Martín Vega: former President']],
    ['then-Foreign Minister Ana Ruiz spoke', ['Ana Ruiz: former Foreign Minister @ [Ministry of Foreign Affairs]']],
    ['Minister for the Middle East Ann Hale spoke.', ['Ann Hale: Minister for the Middle East']],
    ['The prime minister spoke at Oslo Castle.', []],
    ['The chief of staff at the State House spoke.', []],
  ])('%s', (text, persons) => expect(personLines(text)).toEqual(persons));
});

describe('parts of regions and seats of power are places', () => {
  it.each([
    ['They fled North Darfur in May.', 'Region', ['North Darfur']],
    ['They fled Darfur in May.', 'Region', ['Darfur']],
    ['They met at the Great Hall of the People.', 'Facility', ['Great Hall of the People']],
    ['North of Darfur, it rained.', 'Region', ['Darfur']],
    ['The great hall was full of people.', 'Facility', []],
  ] as const)('%s', (text, kind, names) => expect(named(text, kind)).toEqual(names));
});

describe('a body’s name stops before the day or street that follows', () => {
  it.each([
    ['The Security Council on Nov. 10 voted.', 'Security Council'],
    ['The Harbour Secretariat on Jalan Melati opened.', 'Harbour Secretariat'],
    ['The Council on Rural Affairs met.', 'Council on Rural Affairs'],
    ['The Commission on Elections met.', 'Commission on Elections'],
  ])('%s', (text, name) => expect(named(text, 'Organisation')).toEqual([name]));
});

describe('a small word between two syllables of a Vietnamese name is one of them', () => {
  it.each([
    ['Sen. Lieut. Gen. Pham The Tung spoke.', ['Pham The Tung']],
    ['She met Nguyen The Anh.', ['Nguyen The Anh']],
    ['She met Tran Hoa. The Bay is wide.', ['Tran Hoa']],
    ['Minister Pham, the Tung family said, left.', ['Pham: Minister']],
  ])('%s', (text, persons) => expect(personLines(text)).toEqual(persons));
});

describe('a name with a dash or a span of years is not cut there', () => {
  it.each([
    [
      'The fifth meeting of the Kenya–Oman High-Level Harbour Mechanism closed.',
      'fifth meeting of the Kenya–Oman High-Level Harbour Mechanism',
    ],
    ['They met at the 3rd Japan–Kenya Business Dialogue in Oslo.', '3rd Japan–Kenya Business Dialogue'],
    ['They spoke of the fifth meeting of the Harbour Council – a success.', 'fifth meeting of the Harbour Council'],
  ])('%s', (text, name) => expect(named(text, 'Event')).toEqual([name]));
  it.each([
    ['They signed the Action Plan for 2024-2028 on Monday.', ['Action Plan for 2024-2028']],
    ['The Strategy for Peace 2021–2030 was adopted.', ['Strategy for Peace 2021–2030']],
    ['The 2024-25 Harbour Cooperation Plan was signed.', ['2024-25 Harbour Cooperation Plan']],
    ['The Strategy for Peace – 2021 was a hard year – was adopted.', ['Strategy for Peace']],
    ['The plan for 2024 was adopted.', []],
  ])('%s', (text, names) => expect(named(text, 'Instrument')).toEqual(names));
});

describe('how often or how long is not what a text is about', () => {
  const described = (text: string): readonly string[] =>
    ruleMentions(text)
      .filter(({ kind }) => kind !== undefined && (isA(kind, 'Instrument') || isA(kind, 'Event')))
      .map(({ name }) => name);
  it.each([
    ['They issued a joint statement for the first time on Monday.', 'joint statement'],
    ['They held the 3rd meeting for two hours.', '3rd meeting'],
    ['They held the 3rd meeting for the Blue Economy.', '3rd meeting for the Blue Economy'],
    ['They held the 3rd meeting for first responders.', '3rd meeting for first responders'],
  ])('%s', (text, name) => expect(described(text)).toEqual([name]));
});

describe('an outlet may be named by what it is', () => {
  it.each([
    ['It failed, according to the daily El Faro.', ['El Faro|Media']],
    ['The Honduran newspaper Correo Libre reported it.', ['Correo Libre|Media']],
    ['The daily Cabinet meeting was short.', []],
    ['The newspaper Ana Ruiz wrote for closed.', ['Ana Ruiz|Person']],
  ])('%s', (text, names) => expect(kinds(text)).toEqual(names));
});

describe('whose body a common name is', () => {
  const owners = (text: string): readonly unknown[] =>
    ruleMentions(text)
      .filter(({ kind, form }) => form === 'name' && kind !== undefined && isA(kind, 'Organisation'))
      .map(({ name, attributes }) => `${name}|${String(attributes['country'])}`);
  it.each([
    ['Peru’s Congress met in Lima. Washington waited. Congress left.', ['Congress|Peru', 'Congress|Peru']],
    ['Washington waits for Congress.', ['US Congress|United States']],
    [
      'Japan’s House of Representatives met. Washington waited. The House of Representatives left.',
      ['House of Representatives|Japan', 'House of Representatives|Japan'],
    ],
    ['The Kenya Red Cross opened a camp.', ['Kenya Red Cross|Kenya']],
    ['The Norwegian Red Cross Society helped.', ['Norwegian Red Cross Society|Norway']],
    ['The Red Cross helped.', ['International Committee of the Red Cross|undefined']],
  ])('%s', (text, names) => expect(owners(text)).toEqual(names));
});

describe('a minister’s portfolio ends where the title of a person begins', () => {
  it.each([
    ['Minister of Energy Prince Faris bin Omar spoke.', ['Faris bin Omar: Minister of Energy @ [Ministry of Energy]']],
    ['Cabinet Secretary for Trade Ann Lee spoke.', ['Ann Lee: Cabinet Secretary for Trade @ [Ministry of Trade]']],
    ['Prime Cabinet Secretary Ann Lee spoke.', ['Ann Lee: Prime Cabinet Secretary']],
    ['Secretary of Trade Ann Lee spoke.', ['Ann Lee: Secretary of Trade @ [Department of Trade]']],
    ['The Prime Cabinet met Minister of Energy Omar Said.', ['Omar Said: Minister of Energy @ [Ministry of Energy]']],
  ])('%s', (text, persons) => expect(personLines(text)).toEqual(persons));
  it('and the title is no body', () => expect(named('Prime Cabinet Secretary Ann Lee spoke.', 'Agency')).toEqual([]));
});

describe('a heading that is a body’s name and nothing else names it', () => {
  const agencies = (text: string): readonly string[] =>
    namesOf(ruleMentions(text, { kinds: ['title', 'body'] }), 'Agency');
  it('as minutes have it', () =>
    expect(agencies('Committee on Rural Affairs\n\nThe chair spoke to them.')).toEqual(['Committee on Rural Affairs']));
  it('and in a headline it does not', () =>
    expect(agencies('Harbour Council Delays Vote\n\nThe chair spoke to them.')).toEqual([]));
});
