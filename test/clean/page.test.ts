// What a page puts around its text goes; datelines, dates and headlines are understood.
import { describe, expect, it } from 'vitest';
import { findDateline } from '../../src/pipeline/02-clean/dateline.ts';
import { isFurniture } from '../../src/pipeline/02-clean/furniture.ts';
import { findDate, readDateLine } from '../../src/pipeline/02-clean/page-date.ts';
import { readPageFacts } from '../../src/pipeline/02-clean/page-facts.ts';
import { clean } from '../../src/pipeline/02-clean/index.ts';
import { blocksOf, cleanText, knowledge } from './clean-text.ts';

describe('isFurniture', () => {
  it.each([
    'Print',
    'Font Size: | Print',
    'Home | Politics | World | Subscribe',
    'Share on Facebook   Tweet   Email this article',
    'READ MORE: Ten things to do this weekend',
    'Submit feedback | Terms of Service | Back to top',
    '© 2021 Harbour Post. All rights reserved.',
    'We use cookies to improve your experience.',
    'By Maria Okafor',
    'Reporting by Lena Voss; Editing by Tom Hale',
    'Tags: security, cooperation',
    '3 min read',
    '###',
    '-END-',
    '(pvs/ji)',
    'For immediate release',
    'Skip to main content',
  ])('%s', (line) => {
    expect(isFurniture(line)).toBe(true);
  });

  it.each([
    'By Tuesday the ministers had agreed on a text.',
    'Print media in both countries reported on the visit.',
    'The minister asked his guests to share on Facebook what they had seen.',
    'World leaders met in Geneva.',
    'Photographs of the meeting were shown: nobody smiled. The envoy left early.',
    'Source of the dispute was a bridge.',
    'More than forty delegations attended.',
    'Watch lists were discussed by both agencies.',
  ])('is text: %s', (line) => {
    expect(isFurniture(line)).toBe(false);
  });
});

describe('findDateline', () => {
  it.each([
    ['Hanoi (VNA) – The envoy arrived.', { text: 'Hanoi (VNA)', place: 'Hanoi', agency: 'VNA' }],
    [
      'TBILISI, Georgia (AP) _ The envoy arrived.',
      { text: 'TBILISI, Georgia (AP)', place: 'TBILISI, Georgia', agency: 'AP' },
    ],
    ['MOSCOW, January 21. /TASS/. The envoy arrived.', { place: 'MOSCOW', agency: 'TASS', date: '--01-21' }],
    ['SEOUL, Nov. 22 (Yonhap) -- The envoy arrived.', { place: 'SEOUL', agency: 'Yonhap', date: '--11-22' }],
    ['GENEVA, 4 March 2019 – The envoy arrived.', { place: 'GENEVA', date: '2019-03-04' }],
    ['NDO/VNA – The envoy arrived.', { agency: 'NDO/VNA' }],
    ['ANKARA — The envoy arrived.', { place: 'ANKARA' }],
    ['Jeddah, SPA -- The envoy arrived.', { text: 'Jeddah, SPA', place: 'Jeddah', agency: 'SPA' }],
    ['By Our Correspondent ABUJA, Aug 9 (Reuters) - The envoy arrived.', { place: 'ABUJA', agency: 'Reuters' }],
    ['UNITED NATIONS, 5 May (Name of Agency) — The envoy arrived.', { place: 'UNITED NATIONS' }],
    ['Ho Chi Minh City (VNA) - The envoy arrived.', { place: 'Ho Chi Minh City', agency: 'VNA' }],
  ])('%s', (paragraph, wanted) => {
    const found = findDateline(paragraph);
    expect(found).toMatchObject(wanted);
    expect(paragraph.slice(found!.length)).toBe('The envoy arrived.');
  });

  it.each([
    'NATO – the alliance of thirty states – met.',
    'The envoy (Obi) arrived.',
    'Interpol (ICPO) said on Monday that it would help.',
    'Moscow and Hanoi signed an accord.',
    'Vietnam - the host of the meeting - proposed a date.',
  ])('finds none: %s', (paragraph) => {
    expect(findDateline(paragraph)).toBeUndefined();
  });
});

describe('dates of a page', () => {
  it.each([
    ['Friday, 2018-11-09 12:49:21', '2018-11-09'],
    ['November 9, 2018', '2018-11-09'],
    ['Published: 9 November 2018', '2018-11-09'],
    ['Updated on 25/11/2018 at 10:15', '2018-11-25'],
    ['Wed, 3 Apr 2019 10:04 GMT+7', '2019-04-03'],
    ['2019-04-03T08:00:00Z', '2019-04-03'],
  ])('%s', (line, iso) => {
    expect(readDateLine(line)).toBe(iso);
  });

  it('does not guess which of two numbers is the month', () => {
    expect(readDateLine('05/11/2018')).toBeUndefined();
  });

  it('takes no sentence for a date line', () => {
    expect(readDateLine('On November 9, 2018 the ministers met.')).toBeUndefined();
  });

  it('gives what is known of a date', () => {
    expect(findDate('April 23')).toBe('--04-23');
    expect(findDate('March 2020')).toBe('2020-03');
    expect(findDate('soon')).toBeUndefined();
  });
});

describe('readPageFacts', () => {
  it('finds headline, day, publisher and dateline', () => {
    const page =
      'Ministers meet in Vienna\n\nFriday, 2018-11-09 12:49:21\nPrint\n\nVienna (VNA) – The ministers met.\n';
    expect(readPageFacts(page, 'text/plain')).toEqual({
      title: 'Ministers meet in Vienna',
      publishedOn: '2018-11-09',
      publisher: 'VNA',
      dateline: 'Vienna (VNA)',
    });
  });

  it('takes the masthead for the publisher and not for the headline', () => {
    const page = 'The Harbour Post\n\nMinisters agree on fishing rights\n\nThe ministers met.\n\nThey agreed.';
    expect(readPageFacts(page, 'text/plain')).toEqual({
      title: 'Ministers agree on fishing rights',
      publisher: 'The Harbour Post',
    });
  });

  it.each([
    ['SC/15901\n\nCouncil extends mandate\n\nThe council met.', 'Council extends mandate'],
    ['Press release | Oslo, 3 May 2021\n\nCouncil extends mandate\n\nThe council met.', 'Council extends mandate'],
    ['SECURITY COUNCIL\n\nSecurity Council extends mandate\n\nIt met.', 'Security Council extends mandate'],
    [
      'Harbour Committee\nMinutes of the 4th meeting\n\nThe chair spoke.',
      'Harbour Committee: Minutes of the 4th meeting',
    ],
    [
      'SECURITY COUNCIL EXTENDS MANDATE IN HARBOUR LAND\n\nWhat it means\n\nIt met.',
      'SECURITY COUNCIL EXTENDS MANDATE IN HARBOUR LAND',
    ],
    ['MINISTER VISITS OSLO\n\nHost hails result\n\nThe minister came to Oslo.', 'MINISTER VISITS OSLO'],
    ['SECURITY COUNCIL\n\nThe council met.\n\nIt left.', 'SECURITY COUNCIL'],
    ['Press freedom grows\n\nMinutes count\n\nThe council met.', 'Press freedom grows'],
  ])('looks past what stands above a headline: %j', (page, title) => {
    expect(readPageFacts(page, 'text/plain').title).toBe(title);
  });

  it('takes no sentence for a headline', () => {
    expect(readPageFacts('The ministers met.\n\nThey talked.', 'text/plain').title).toBeUndefined();
  });
});

describe('the clean text', () => {
  const titleOf = (title: string, text: string): string | undefined =>
    clean({ id: '0'.repeat(64), mediaType: 'text/plain', reader: 'text/1', text, language: 'en', title }, knowledge)
      .source.title;

  it('gives the title the spaces that its headline lacked', () => {
    expect(titleOf('Ministers meet withMayor Obi', 'Ministers meet withMayor Obi\n\nThey spoke.\n\nThey left.')).toBe(
      'Ministers meet with Mayor Obi',
    );
  });

  it('and leaves a title that is not its headline', () => {
    expect(titleOf('Talks withMayor Obi', 'Ministers meet the mayor\n\nThey spoke.\n\nThey left.')).toBe(
      'Talks withMayor Obi',
    );
  });

  it('joins hard wraps and keeps paragraphs apart', () => {
    const wrapped =
      'The ministers of the two countries met on\nTuesday in the capital and talked about the\nharbour.\nThey will meet again in June at the invitation\nof the hosts.';
    expect(blocksOf(wrapped)).toEqual([
      'The ministers of the two countries met on Tuesday in the capital and talked about the harbour.',
      'They will meet again in June at the invitation of the hosts.',
    ]);
  });

  it('puts a label and the name below it in one row, and leaves a list below its label', () => {
    const rows = 'Foreign Minister:\nJuan Roe\n\nHealth Minister:\nAnn Lee\n\nGuests:\nMark Dow\nEva Soto';
    expect(blocksOf(rows)).toEqual([
      'Foreign Minister: Juan Roe',
      'Health Minister: Ann Lee',
      'Guests:',
      'Mark Dow',
      'Eva Soto',
    ]);
  });

  it('joins wraps where most sentences fit on one line, and leaves short lists apart', () => {
    const mixed =
      'Envoys meet on the\nold island\n\nThe Maltese and the Cypriot finance ministers held talks on the island on\nMarch 2 about tax data.\nOne of them proposed a register.\nThe other agreed.';
    expect(blocksOf(mixed)).toEqual([
      'Envoys meet on the old island',
      'The Maltese and the Cypriot finance ministers held talks on the island on March 2 about tax data.',
      'One of them proposed a register.',
      'The other agreed.',
    ]);
    expect(blocksOf('These took part:\n\nthe Council\nthe Commission\nthe Bank')).toHaveLength(4);
  });

  it('joins a sentence that furniture cut in two', () => {
    const page = 'The ministers of the two countries met in the\n\nShare on Facebook   Tweet\n\nold town hall.';
    expect(blocksOf(page)).toEqual(['The ministers of the two countries met in the old town hall.']);
  });

  it('folds a body that is printed twice and knows both places', () => {
    const paragraph = 'The ministers met in the old town hall and talked about fishing rights.';
    const raw = `Ministers meet\n\n${paragraph}\n${paragraph.replace('old town', 'oldtown')}\n`;
    const { text, blocks, rawSpans } = cleanText(raw);
    expect(blocks.map(({ kind }) => kind)).toEqual(['title', 'body']);
    const start = text.indexOf('old town hall');
    expect(rawSpans({ start, end: start + 13 }).map((span) => raw.slice(span.start, span.end))).toEqual([
      'old town hall',
      'oldtown hall',
    ]);
  });

  it('keeps short words that are said twice', () => {
    expect(blocksOf('“Yes,” he said.\n\nThey left.\n\n“Yes,” he said.')).toHaveLength(3);
  });

  it('marks captions and takes their credit away', () => {
    const { blocks, text } = cleanText(
      'Talks in Oslo\n\nThe envoy speaks at the session. (Photo: VNA)\n\nThe talks ended.',
    );
    expect(blocks.map(({ kind }) => kind)).toEqual(['title', 'caption', 'body']);
    expect(text).not.toContain('Photo');
  });

  it('drops the headlines of other articles and goes on with the text after them', () => {
    const page =
      'The talks ended on Monday.\n\nRelated news\nFishermen protest in the harbour\nMinister to visit Oslo\n\nThe two sides will meet again in the summer.';
    expect(blocksOf(page)).toEqual(['The talks ended on Monday.', 'The two sides will meet again in the summer.']);
  });

  it.each([
    ['The session opened.The envoy spoke.', 'The session opened. The envoy spoke.'],
    [
      'the police organisation(Interpol)and others took part.',
      'the police organisation (Interpol) and others took part.',
    ],
    [
      'the 12thInternational Meeting in St.Petersburg on April24 ended.',
      'the 12th International Meeting in St. Petersburg on April 24 ended.',
    ],
    ['Russia?s envoy said the EU?s offer stands.', 'Russia’s envoy said the EU’s offer stands.'],
    ['He said "yes" and ``no\'\' again.', 'He said “yes” and “no” again.'],
    ['inter\u00adnational\u00a0law holds.', 'international law holds.'],
    ['The talks on trade ended./.', 'The talks on trade ended.'],
    ['He thanked his hosts. (pvs/ji)', 'He thanked his hosts.'],
    ['see https://example.org/a.Html for more.', 'see https://example.org/a.Html for more.'],
    ['V.Obi and J.D.Hale met U.S.Department staff.', 'V. Obi and J.D. Hale met U.S. Department staff.'],
  ])('%s', (raw, text) => {
    expect(cleanText(raw).text).toBe(text);
  });

  it('mends words that a hyphen broke at the end of a line', () => {
    const wrapped =
      'The ministers spoke about the infor-\nmation that the Trans-\nCaucasian pipeline needs and about its\ncosts.';
    expect(cleanText(wrapped).text).toBe(
      'The ministers spoke about the information that the Trans-Caucasian pipeline needs and about its costs.',
    );
  });

  it('reads through the marks of Markdown', () => {
    const page =
      '---\ntitle: Talks\n---\n# Talks *end*\n\n> The **envoy** met [the minister](https://example.org/x).\n\n- one item\n- another item\n';
    expect(blocksOf(page, 'text/markdown')).toEqual([
      'Talks end',
      'The envoy met the minister.',
      'one item',
      'another item',
    ]);
  });
});
