// Which answers are kept, and for how long.
import { describe, expect, it } from 'vitest';
import { AnswerCache, type KeptAnswer } from '../../src/api/answer-cache.ts';

const answerOf = (bytes: number): KeptAnswer => ({
  status: 200,
  type: 'application/json',
  pattern: '/api/v1/entities/{id}',
  body: Buffer.alloc(bytes, 'x'),
});

describe('kept answers', () => {
  it('keeps a small answer when it is asked for again, not before', () => {
    const cache = new AnswerCache(1 << 20);
    cache.put('1', '/one', answerOf(100));
    expect(cache.get('1', '/one')).toBeUndefined();
    expect(cache.bytes).toBe(0);
    cache.put('1', '/one', answerOf(100));
    expect(cache.get('1', '/one')?.body.length).toBe(100);
  });

  it('keeps a large answer at once, since making it took long', () => {
    const cache = new AnswerCache(1 << 20);
    cache.put('1', '/rows', answerOf(50_000));
    expect(cache.get('1', '/rows')?.body.length).toBe(50_000);
  });

  it('forgets all when the graph changes', () => {
    const cache = new AnswerCache(1 << 20);
    cache.put('1', '/rows', answerOf(50_000));
    cache.put('2', '/others', answerOf(50_000));
    expect(cache.get('1', '/rows')).toBeUndefined();
    expect(cache.get('2', '/rows')).toBeUndefined();
    expect(cache.get('2', '/others')).toBeDefined();
  });

  it('drops what was used longest ago when there is no more room', () => {
    const cache = new AnswerCache(500_000);
    for (let at = 0; at < 10; at++) {
      cache.put('1', `/rows/${at}`, answerOf(40_000));
      cache.get('1', '/rows/0');
    }
    expect(cache.bytes).toBeLessThanOrEqual(500_000);
    expect(cache.get('1', '/rows/0')).toBeDefined();
    expect(cache.get('1', '/rows/1')).toBeUndefined();
  });
});
