// What the reader's browser has to load before it draws, and what only the console adds: in bytes, compressed.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const built = join(import.meta.dirname, '..', '..', '..', 'dist', 'web');
const size = (file: string): number => gzipSync(readFileSync(join(built, file)), { level: 9 }).length;

/** The page's own scripts and what they import at once. */
function firstScripts(): readonly string[] {
  const page = readFileSync(join(built, 'index.html'), 'utf8');
  return [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map((match) => match[1]!);
}

describe('the built explorer', () => {
  it('loads at most 90 KB of scripts before the first picture', () => {
    expect(firstScripts().length).toBeGreaterThan(0);
    expect(firstScripts().reduce((sum, file) => sum + size(file), 0)).toBeLessThanOrEqual(90_000);
  });

  it('adds at most 140 KB for the console, and only when it is opened', () => {
    const console = readdirSync(join(built, 'assets')).filter((file) => /^AskView.*\.js$/.test(file));
    expect(console).toHaveLength(1);
    expect(size(join('assets', console[0]!))).toBeLessThanOrEqual(140_000);
    expect(firstScripts()).not.toContain(`assets/${console[0]}`);
  });

  it('has nothing inline and nothing from another host', () => {
    const page = readFileSync(join(built, 'index.html'), 'utf8');
    expect(page).not.toMatch(/<style|<script(?![^>]*src=)|https?:\/\//);
    for (const file of readdirSync(join(built, 'assets')).filter((name) => name.endsWith('.css')))
      expect(readFileSync(join(built, 'assets', file), 'utf8')).not.toMatch(/https?:\/\//);
  });
});
