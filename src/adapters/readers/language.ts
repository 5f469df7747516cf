// Tells the language of a text by its script and its commonest words: enough to set aside what the engine cannot read.

const COMMON_WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to in a is that for on was with by as at from has have said be it an are his which were their will not this',
  vi: 'và của các là trong có được cho với một những người này đã không về để tại khi năm ông đến nước việc theo bộ từ trên ngày',
  fr: 'le la les des et de du une un est que dans pour qui sur par au avec plus ce pas sont aux son ses cette',
  es: 'el la los las de y en que un una por con para del se su es al como más lo fue entre sobre',
  de: 'der die das und in den von zu mit ist des im für auf dem nicht ein eine sich auch als wird bei sind nach',
  pt: 'o a os as de e do da em que um uma para com no na por dos das se ao mais como foi pela',
  it: 'il la le di e che in un una per con del della dei sono al alla nel non è da si gli anche',
  id: 'yang dan di dengan untuk dari pada dalam ini itu tidak akan oleh telah adalah juga ke sebagai kepada mereka',
  nl: 'de het een en van in is dat op te voor met zijn aan door niet om bij naar ook als uit',
  pl: 'w i na z do się że to nie jest o od po przez oraz za dla jak przy ma',
  tr: 've bir bu için ile de da olarak olan çok daha en gibi kadar sonra ise tarafından',
};

const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\u3040-\u30ff]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Khmer}/gu, 'km'],
  [/\p{Script=Lao}/gu, 'lo'],
];

const SETS = Object.entries(COMMON_WORDS).map(([language, words]) => [language, new Set(words.split(' '))] as const);
/** Fewer words say nothing for certain. */
const LEAST_WORDS = 12;
/** English news has a third of its words from the list, headlines a tenth. */
const LEAST_SHARE = 0.08;
/** A text in another script is one where that script has this share of the letters. */
const SCRIPT_SHARE = 0.3;
const SAMPLE_CHARACTERS = 20_000;

const NAMES = new Intl.DisplayNames(['en'], { type: 'language' });

/** BCP 47 tag of the language, `und` where the text is too short or unlike all that are known. */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  for (const [script, language] of SCRIPTS) {
    if (letters > 0 && (sample.match(script)?.length ?? 0) / letters > SCRIPT_SHARE) return language;
  }
  const words =
    sample
      .normalize('NFC')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  if (words.length < LEAST_WORDS) return 'und';
  const shares = SETS.map(
    ([language, common]) => [language, words.filter((word) => common.has(word)).length / words.length] as const,
  );
  const [best, share] = shares.reduce((top, next) => (next[1] > top[1] ? next : top));
  return share >= LEAST_SHARE ? best : 'und';
}

/** English name of a language tag, for messages. */
export function nameLanguage(tag: string): string {
  return NAMES.of(tag) ?? tag;
}
