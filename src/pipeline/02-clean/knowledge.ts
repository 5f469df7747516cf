// What cleaning needs to know of English: how frequent a word is.

export interface WordRanks {
  /** 1 for the most frequent word; undefined for a word that neither the frequency list nor the model knows. Lower case. */
  rank(word: string): number | undefined;
  /** True for a word that is a name and, in small letters, would be two words glued: Brighton. */
  isName(word: string): boolean;
  /** Number of ranked words. */
  readonly size: number;
}

export interface CleaningKnowledge {
  readonly words: WordRanks;
}
