// Writes the demo documents that cannot be typed: the two-page PDF and the Word document of seeds/corpus.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeDocx } from './make-docx.ts';
import { makePdf } from './make-pdf.ts';

const CORPUS = join(import.meta.dirname, '..', '..', 'seeds', 'corpus');

const foreignMinisters = await makePdf({
  title: 'ASEAN foreign ministers end their meeting in Jakarta',
  foot: 'Meridian Wire | Jakarta bureau | page',
  pages: [
    [
      'JAKARTA, July 14, 2023 (Meridian Wire) – Indonesian Foreign Minister Retno Marsudi chaired the 56th ASEAN Foreign Ministers’ Meeting in Jakarta on July 11 and 12.',
      'The ministers discussed the crisis in Myanmar and the code of conduct for the South China Sea. They adopted a joint communiqué of 150 paragraphs.',
      'Vietnamese Foreign Minister Bui Thanh Son and Malaysian Foreign Minister Zambry Abdul Kadir attended the meeting. Myanmar was represented by no minister.',
      'Bui Thanh Son proposed that ASEAN and its partners finish the code of conduct within three years. He demanded that all parties respect the United Nations Convention on the Law of the Sea.',
      'Retno said that the five-point consensus remains the only basis for a solution in Myanmar. She asked the military leaders of the country to end the violence and to let aid',
    ],
    [
      'reach the people who need it.',
      'U.S. Secretary of State Antony Blinken met Wang Yi, Director of the Office of the Foreign Affairs Commission of the Communist Party of China, in Jakarta on July 13.',
      'Russian Foreign Minister Sergey Lavrov and Retno held a bilateral meeting on July 12. Lavrov said that Russia supports the central role of ASEAN.',
      'On July 14, Retno chaired the 30th ASEAN Regional Forum. Representatives of the European Union, Japan and the Democratic People’s Republic of Korea took part in the forum.',
      'Laos will host the 57th ASEAN Foreign Ministers’ Meeting in Vientiane in July 2024.',
    ],
  ],
});
writeFileSync(join(CORPUS, '12-asean-foreign-ministers.pdf'), foreignMinisters);

const crimeMeeting = makeDocx([
  { text: 'Note on the 17th ASEAN Ministerial Meeting on Transnational Crime', style: 'Heading1' },
  {
    text: 'The 17th ASEAN Ministerial Meeting on Transnational Crime (AMMTC) took place in Labuan Bajo, Indonesia, on August 21, 2023. General Listyo Sigit Prabowo, Chief of the Indonesian National Police, chaired the meeting.',
  },
  {
    text: 'General To Lam, Minister of Public Security of Vietnam, led the Vietnamese delegation to the meeting. He proposed a shared database on online fraud.',
  },
  { text: 'Results', style: 'Heading1' },
  {
    text: 'The ministers adopted the Labuan Bajo Declaration on the prevention of trafficking in persons. They also approved a plan of action on the protection of witnesses.',
  },
  {
    text: 'Indonesian President Joko Widodo opened the meeting. He said that crime has no borders and that the police forces of ASEAN must not have any either.',
  },
  {
    text: 'On August 20, To Lam met with Listyo Sigit Prabowo in Labuan Bajo. The two officials agreed to exchange liaison officers.',
  },
  { text: 'Outlook', style: 'Heading1' },
  {
    text: 'Laos is to host the 18th ASEAN Ministerial Meeting on Transnational Crime in Vientiane in 2024. Vilay Lakhamfong, Minister of Public Security of Laos, invited all ministers to the meeting.',
  },
]);
writeFileSync(join(CORPUS, '13-asean-crime-meeting.docx'), crimeMeeting);
