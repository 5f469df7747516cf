// Meetings as nodes: those without a name are known by who met, sessions belong to their meeting, sent remarks are no attendance.
import { describe, expect, it } from 'vitest';
import { inWords, read } from './relate-line.ts';

describe('a meeting without a name', () => {
  const text =
    'Prime Minister Ann Lee met President Juan Roe in Oslo on May 14, 2024. During the meeting, the two leaders discussed fisheries policy.';

  it('is an event that both attended, in its place', () => {
    expect(inWords(read(text))).toEqual(
      expect.arrayContaining([
        'ATTENDED: Ann Lee | Ann Lee - Juan Roe meeting',
        'ATTENDED: Juan Roe | Ann Lee - Juan Roe meeting',
        'TOOK_PLACE_IN: Ann Lee - Juan Roe meeting | Oslo',
        'DISCUSSED: Ann Lee - Juan Roe meeting | fisheries policy',
      ]),
    );
  });

  it('has the date of the sentence that told of it', () => {
    const event = read(text).entities.find(({ name }) => name === 'Ann Lee - Juan Roe meeting');
    expect(event?.attributes['startDate']).toBe('2024-05-14');
  });

  it('is not made of separate meetings', () => {
    const found = read('Ann Lee met Juan Roe and Maria Cruz in separate meetings in Oslo.');
    expect(inWords(found).filter((relation) => relation.startsWith('ATTENDED'))).toEqual([]);
  });
});

describe('attendance', () => {
  it('is not stated by remarks that were sent', () => {
    const found = read(
      'In his remarks sent to the 5th Arctic Summit, President Juan Roe said fish stocks were falling.',
    );
    expect(inWords(found).filter((relation) => relation.startsWith('ATTENDED'))).toEqual([]);
  });

  it('counts of participants are attributes, members of a list are nodes', () => {
    const found = read(
      'The 5th Arctic Summit drew 125 delegations from 80 nations and two organisations, namely the United Nations and the European Union.',
    );
    expect(inWords(found)).toEqual(
      expect.arrayContaining([
        'ATTENDED: United Nations | 5th Arctic Summit',
        'ATTENDED: European Union | 5th Arctic Summit',
      ]),
    );
    const summit = found.entities.find(({ name }) => name === '5th Arctic Summit');
    expect(summit?.attributes['participants']).toContain('125 delegations');
  });
});

describe('speech', () => {
  it('in a quotation without its own source belongs to the last speaker', () => {
    const found = read(
      'President Juan Roe said climate change threatens small islands.\n\n“We advocate for efforts in establishing binding rules on fishing.”\n',
    );
    expect(inWords(found)).toContain('PROPOSED: Juan Roe | establish binding rules on fishing');
  });

  it('splits coordinated proposals at the commas and puts them in the infinitive', () => {
    const found = read(
      'Ann Lee proposed intensifying cooperation on shipping, exchanging and sharing fisheries statistics, and organising joint drills.',
    );
    expect(inWords(found)).toEqual(
      expect.arrayContaining([
        'PROPOSED: Ann Lee | intensify cooperation on shipping',
        'PROPOSED: Ann Lee | exchange and share fisheries statistics',
        'PROPOSED: Ann Lee | organise joint drills',
      ]),
    );
  });
});

describe('the minutes of a meeting', () => {
  const list = 'Present: Ms. Leila Haddad (Chair), Mr. Daniel Okafor\nApologies: Mr. Tom Brennan';
  const later = '1. Ms. Haddad thanked Mr. Okafor. Mr. Brennan wrote to Ms. Haddad.';

  it('say who was there and who was in the chair, and not who excused himself', () => {
    const found = inWords(read(`Minutes of the 14th meeting, held on 6 May 2025\n\n${list}\n\n${later}`));
    expect(found).toContain('CHAIRED: Leila Haddad | 14th meeting');
    expect(found).toContain('ATTENDED: Daniel Okafor | 14th meeting');
    expect(found.filter((relation) => relation.includes('Brennan | 14th'))).toEqual([]);
  });

  it('are wanted: a list under no meeting is no attendance', () => {
    const found = inWords(read(`Notes on the Oslo Agreement\n\n${list}\n\n${later}`));
    expect(found.filter((relation) => /^(?:ATTENDED|CHAIRED)/.test(relation))).toEqual([]);
  });
});

describe('what is put forward', () => {
  it('is the amendment, not the clause that it amends', () => {
    const found = inWords(read('Ann Lee proposed an amendment to clause 4.'));
    expect(found).toContain('PROPOSED: Ann Lee | amendment to clause 4');
    expect(inWords(read('Ann Lee proposed an amendment to allow fishing.'))).toContain(
      'PROPOSED: Ann Lee | allow fishing',
    );
  });

  it('by the delegation of a representative is put forward by her country', () => {
    const text = 'Ann Lee, the representative of Norway, said that her delegation had proposed the shorter mandate.';
    expect(inWords(read(text))).toContain('PROPOSED: Norway | shorter mandate');
    const led = inWords(
      read('Norwegian Minister Ann Lee led a delegation to Oslo. Her delegation proposed a new fund.'),
    );
    expect(led.filter((relation) => relation.startsWith('PROPOSED: Norway'))).toEqual([]);
  });

  it('is not what somebody else pledges behind a semicolon', () => {
    const found = inWords(read('Lula proposed a forest fund, opened in May; Norway pledged three billion.'));
    expect(found.filter((relation) => relation.startsWith('STATED: Norway'))).toEqual([]);
    expect(inWords(read('Norway pledged that the forest fund would grow.'))).toContain('STATED: Norway | forest fund');
  });
});
