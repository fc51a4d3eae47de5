import { describe, expect, test } from 'vitest';
import { EVERY_DAY } from '../domain/schedule.ts';
import { afterTurn, type TurnPlan } from './pull-turn.ts';

const NOW = new Date('2026-11-22T03:00:00Z');
const inSeconds = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

const PAUSE: TurnPlan = { pauseMs: 60_000 };
const HOURLY: TurnPlan = {
  timings: [{ intervalMinutes: 60, activeHours: null, activeDays: EVERY_DAY }],
  timeZone: 'Asia/Seoul',
  phase: 0,
};
const OFFICE: TurnPlan = {
  ...HOURLY,
  timings: [{ intervalMinutes: 60, activeHours: { start: 540, end: 721 }, activeDays: EVERY_DAY }],
};

describe('after a turn', () => {
  test.each([
    ['a pause later', PAUSE, true, null, { dueAt: inSeconds(60), turnAt: NOW }],
    ['in the next slot', HOURLY, true, null, { dueAt: inSeconds(3_600), turnAt: NOW }],
    // 12:00 in Seoul; they close at 12:01 and open at 9:00.
    ['in the next hours', OFFICE, true, null, { dueAt: inSeconds(21 * 3_600), turnAt: NOW }],
    [
      'soon, and not used up, where the marketplace was away',
      HOURLY,
      true,
      'unavailable',
      { dueAt: inSeconds(15) },
    ],
    ['a pause later at the most, where it was away', PAUSE, true, 'unavailable', { dueAt: inSeconds(15) }],
    ['not soon, where it refuses', PAUSE, true, 'auth', { dueAt: inSeconds(120), turnAt: NOW }],
    ['in the next slot, where it refuses', HOURLY, true, 'blocked', { dueAt: inSeconds(3_600), turnAt: NOW }],
  ] as const)('an account is due %s', (_when, plan, byClock, kind, release) => {
    const trouble = kind === null ? null : { kind };
    expect(afterTurn(plan, { lastTurn: inSeconds(-3_600), byClock, trouble }, NOW)).toEqual(release);
  });

  test("a person's wish uses up no turn", () => {
    const lastTurn = inSeconds(-30);
    expect(afterTurn(PAUSE, { lastTurn, byClock: false, trouble: null }, NOW)).toEqual({
      dueAt: inSeconds(30),
    });
    expect(afterTurn(HOURLY, { lastTurn, byClock: false, trouble: null }, NOW)).toEqual({
      dueAt: NOW,
    });
  });

  test('a refusal does not lead outside the hours', () => {
    const { dueAt } = afterTurn(OFFICE, { lastTurn: null, byClock: true, trouble: { kind: 'auth' } }, NOW);
    expect(dueAt).toEqual(inSeconds(21 * 3_600));
  });
});
