// Share and take away: the link, pictures, files, and the printed page.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Format } from '../export/take-away.ts';
import { writeLink } from '../state/permalink.ts';
import { useExplorer } from './hooks.ts';

const FORMATS: readonly (readonly [Format, string])[] = [
  ['png', 'Picture (PNG)'],
  ['svg', 'Drawing (SVG)'],
  ['gexf', 'Graph for Gephi (GEXF)'],
  ['entities.csv', 'Entities (CSV)'],
  ['relations.csv', 'Relations (CSV)'],
];

export function ShareMenu() {
  const explorer = useExplorer();
  const [isOpen, setIsOpen] = useState(false);
  const [done, setDone] = useState('');
  const box = useRef<HTMLDivElement>(null);
  useClosing(box, isOpen, () => setIsOpen(false));
  const copy = async (): Promise<void> => {
    const link = writeLink(explorer.store.state(), explorer.stage?.camera(), explorer.model);
    const page = window.location.href.replace(/#.*/, '');
    await navigator.clipboard.writeText(page + link);
  };
  const act = (what: string, action: () => Promise<void> | void): void => {
    Promise.resolve(action()).then(
      () => setDone(what),
      () => setDone('That did not work; try again.'),
    );
  };
  return (
    <div class="menu" ref={box}>
      <button type="button" aria-expanded={isOpen} aria-haspopup="true" onClick={() => setIsOpen(!isOpen)}>
        Share
      </button>
      {isOpen && (
        <div class="menu-list" role="group" aria-label="Share and take away">
          <button type="button" onClick={() => act('Link copied', copy)}>
            Copy link to this view
          </button>
          {FORMATS.map(([format, label]) => (
            <button
              key={format}
              type="button"
              onClick={() =>
                act('Saved', async () => (await import('../export/take-away.ts')).takeAway(explorer, format))
              }
            >
              {label}
            </button>
          ))}
          <button type="button" onClick={() => act('', () => window.print())}>
            Print
          </button>
          <p role="status" class="menu-note">
            {done}
          </p>
        </div>
      )}
    </div>
  );
}

/** Escape and a press elsewhere close a menu. */
function useClosing(box: { readonly current: HTMLElement | null }, isOpen: boolean, onClose: () => void): void {
  useEffect(() => {
    if (!isOpen) return;
    const close = (event: Event): void => {
      const isOutside = box.current?.contains(event.target as Node) !== true;
      if (event instanceof KeyboardEvent ? event.key === 'Escape' : isOutside) onClose();
    };
    window.addEventListener('pointerdown', close);
    window.addEventListener('keydown', close);
    return () => {
      window.removeEventListener('pointerdown', close);
      window.removeEventListener('keydown', close);
    };
  }, [isOpen]);
}
