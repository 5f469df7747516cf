// The reader's own phrases: saved under a name with their parameters, put back with one press, deleted with another.
import { useState } from 'preact/hooks';
import { deletePhrase, savedPhrases, savePhrase, type SavedPhrase } from './phrases.ts';

interface SavedPhrasesProps {
  /** What editor and parameters hold now. */
  readonly current: () => Omit<SavedPhrase, 'title'>;
  readonly onPick: (phrase: SavedPhrase) => void;
}

export function SavedPhrases({ current, onPick }: SavedPhrasesProps) {
  const [phrases, setPhrases] = useState(savedPhrases());
  const [title, setTitle] = useState('');
  const [problem, setProblem] = useState('');
  const save = (event: Event): void => {
    event.preventDefault();
    const { text, parameters } = current();
    const name = title.trim();
    setProblem(name === '' ? 'Give the phrase a name.' : text === '' ? 'Write a query first.' : '');
    if (name === '' || text === '') return;
    setPhrases(savePhrase({ title: name, text, parameters }));
    setTitle('');
  };
  return (
    <section class="saved-phrases" aria-label="Saved phrases">
      {phrases.length > 0 && (
        <ul>
          {phrases.map((phrase) => (
            <li key={phrase.title}>
              <button type="button" title={phrase.text} onClick={() => onPick(phrase)}>
                {phrase.title}
              </button>
              <button
                type="button"
                aria-label={`Delete ${phrase.title}`}
                onClick={() => setPhrases(deletePhrase(phrase.title))}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <form onSubmit={save}>
        <input
          type="text"
          aria-label="Name of the phrase"
          placeholder="Meetings of $name since $date"
          value={title}
          onInput={(event) => setTitle(event.currentTarget.value)}
        />
        <button type="submit">Save phrase</button>
      </form>
      <span role="status">{problem}</span>
    </section>
  );
}
