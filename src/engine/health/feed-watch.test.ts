import { describe, expect, it } from 'vitest';
import { feedWatch } from './feed-watch.ts';

const AT = new Date('2026-11-22T00:00:00Z');
const batches = (...feeds: string[]) => feeds.map((feed) => ({ feed }));
const fact = (name: string, everyMs: number) => ({
  name,
  reads: name,
  everyMs,
  reachMs: 0,
  reachFrom: 'now' as const,
  lateMs: 0,
});

describe('a run over feeds', () => {
  it('ends a feed where the next one begins, also across groups', () => {
    const watch = feedWatch(AT);
    expect(watch.see(batches('a', 'a', 'b'))).toMatchObject({ begun: ['a', 'b'], ended: ['a'] });
    expect(watch.see(batches('b'))).toMatchObject({ begun: [], ended: [] });
    expect(watch.see(batches('c'))).toMatchObject({ begun: ['c'], ended: ['b'] });
  });

  it('ends the last one with the run, and takes those read at every run as read', () => {
    const watch = feedWatch(AT);
    watch.see(batches('a'));
    const feeds = [fact('a', 60_000), fact('now', 0), fact('later', 60_000)];
    expect(watch.finish(feeds)).toEqual({ at: AT, begun: [], ended: ['a', 'now'], notDue: ['later'] });
  });

  it('ends nothing of a run that saw nothing but what is read at every run', () => {
    expect(feedWatch(AT).finish([fact('a', 60_000), fact('now', 0)])).toMatchObject({
      ended: ['now'],
      notDue: ['a'],
    });
  });
});
