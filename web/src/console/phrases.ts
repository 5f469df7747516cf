// Saved phrases: questions people ask again and again, with their parameters.

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
const MOST_KEPT = 30;

export function askedBefore(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(HISTORY_KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((entry) => typeof entry === 'string') : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

export function rememberQuestion(text: string): readonly string[] {
  const kept = [text, ...askedBefore().filter((entry) => entry !== text)].slice(0, MOST_KEPT);
  localStorage.setItem(HISTORY_KEY, JSON.stringify(kept));
  return kept;
}
