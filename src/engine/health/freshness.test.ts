import { describe, expect, it } from 'vitest';
import type { HealthState } from '../../domain/health.ts';
import { freshnessOf } from './freshness.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const MINUTE_MS = 60_000;
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * MINUTE_MS);

const FEEDS = [
  { name: 'always', reads: 'x', everyMs: 0, reachMs: 0, reachFrom: 'now', lateMs: 0 },
  { name: 'hourly', reads: 'x', everyMs: 60 * MINUTE_MS, reachMs: 0, reachFrom: 'now', lateMs: 0 },
] as const;

interface Setting {
  readonly health: HealthState;
  readonly enabled?: boolean;
  readonly readMinutesAgo: number | null;
  readonly nextReadAt: Date | null;
}

function lateOnes({ health, enabled = true, readMinutesAgo, nextReadAt }: Setting): readonly string[] {
  const reads = new Map(
    readMinutesAgo === null ? [] : FEEDS.map(({ name }) => [name, ago(readMinutesAgo)] as const),
  );
  const account = { enabled, health, createdAt: ago(24 * 60) };
  const work = { nextReadAt, isReading: nextReadAt === null, waitingCommands: 0 };
  return freshnessOf(FEEDS, reads, account, work, NOW)
    .filter(({ isLate }) => isLate)
    .map(({ feed }) => feed.name);
}

describe('freshness', () => {
  it('is as promised while readings go well, however seldom the seller wants them', () => {
    expect(lateOnes({ health: 'healthy', readMinutesAgo: 600, nextReadAt: ago(-30) })).toEqual([]);
  });

  it('is late where readings fail for longer than the feed promises', () => {
    expect(lateOnes({ health: 'degraded', readMinutesAgo: 3, nextReadAt: ago(-1) })).toEqual([]);
    expect(lateOnes({ health: 'unhealthy', readMinutesAgo: 6, nextReadAt: ago(-1) })).toEqual(['always']);
    expect(lateOnes({ health: 'unhealthy', readMinutesAgo: 66, nextReadAt: ago(-1) })).toEqual([
      'always',
      'hourly',
    ]);
    expect(lateOnes({ health: 'unhealthy', readMinutesAgo: null, nextReadAt: ago(-1) })).toEqual([
      'always',
      'hourly',
    ]);
  });

  it('is late where nobody comes to read', () => {
    expect(lateOnes({ health: 'healthy', readMinutesAgo: 10, nextReadAt: ago(9) })).toEqual(['always']);
    expect(lateOnes({ health: 'healthy', readMinutesAgo: 10, nextReadAt: ago(4) })).toEqual([]);
  });

  it('is nobody’s matter while the account is switched off', () => {
    const off = { health: 'unhealthy', enabled: false, readMinutesAgo: 600, nextReadAt: ago(600) } as const;
    expect(lateOnes(off)).toEqual([]);
  });
});
