// Phrases: questions people ask again and again, with their parameters; those that come along, and those that readers save.

export interface Phrase {
  readonly title: string;
  readonly text: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

export const PHRASES: readonly Phrase[] = [
  {
    title: 'Meetings attended by $name since $date',
    text: 'MATCH (p:Person)-[a:ATTENDED]->(m:Event)\nWHERE p.name = $name AND a.startDate >= $date\nRETURN m, a.role AS role, a.startDate AS date\nORDER BY date',
    parameters: { name: 'To Lam', date: '2015-01-01' },
  },
  {
    title: 'Who met $name',
    text: 'MATCH (p:Person {name: $name})-[m:MET_WITH]-(other)\nRETURN other, m.startDate AS date, m.claimCount AS claims\nORDER BY date',
    parameters: { name: 'To Lam' },
  },
  {
    title: 'Officials who met each other',
    text: 'MATCH (a:Official)-[m:MET_WITH]-(b:Official)\nWHERE a.name < b.name\nRETURN a.name, b.name, m.date\nLIMIT 50',
    parameters: {},
  },
  {
    title: 'Who holds a position in $agency',
    text: 'MATCH (p:Person)-[h:HOLDS_POSITION]->(o)\nWHERE o.name CONTAINS $agency\nRETURN p, h.role AS role, h.startDate AS since',
    parameters: { agency: 'Ministry' },
  },
  {
    title: 'What is planned',
    text: "MATCH (a)-[r]->(b)\nWHERE r.modality = 'planned'\nRETURN a, type(r) AS relation, b, r.startDate AS date",
    parameters: {},
  },
  {
    title: 'How $from and $to are connected',
    text: 'MATCH (a:Entity {name: $from}), (b:Entity {name: $to})\nMATCH p = shortestPath((a)-[*..6]-(b))\nRETURN p',
    parameters: { from: 'To Lam', to: 'Nikolai Patrushev' },
  },
];

const HISTORY_KEY = 'plenary.questions';
const SAVED_KEY = 'plenary.phrases';
const MOST_KEPT = 30;

/** A phrase as it was saved: its parameters as they stood in their field. */
export interface SavedPhrase {
  readonly title: string;
  readonly text: string;
  readonly parameters: string;
}

export const askedBefore = (): readonly string[] => kept(HISTORY_KEY).filter((entry) => typeof entry === 'string');

export function rememberQuestion(text: string): readonly string[] {
  const asked = [text, ...askedBefore().filter((entry) => entry !== text)].slice(0, MOST_KEPT);
  localStorage.setItem(HISTORY_KEY, JSON.stringify(asked));
  return asked;
}

export const savedPhrases = (): readonly SavedPhrase[] => kept(SAVED_KEY).filter(isPhrase);

/** A phrase of the same name is replaced. */
export function savePhrase(phrase: SavedPhrase): readonly SavedPhrase[] {
  return keepPhrases([...savedPhrases().filter(({ title }) => title !== phrase.title), phrase]);
}

export function deletePhrase(gone: string): readonly SavedPhrase[] {
  return keepPhrases(savedPhrases().filter(({ title }) => title !== gone));
}

function keepPhrases(phrases: readonly SavedPhrase[]): readonly SavedPhrase[] {
  localStorage.setItem(SAVED_KEY, JSON.stringify(phrases));
  return phrases;
}

function isPhrase(entry: unknown): entry is SavedPhrase {
  if (typeof entry !== 'object' || entry === null) return false;
  return ['title', 'text', 'parameters'].every((field) => typeof Reflect.get(entry, field) === 'string');
}

/** Another program may have written there; what is no list is as good as nothing. */
function kept(key: string): readonly unknown[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(list) ? list : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}
