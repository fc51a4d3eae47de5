import { describe, expect, test } from 'vitest';
import { EVERY_DAY } from '../domain/schedule.ts';
import { afterTurn, clockTurns, type TurnPlan } from './pull-turn.ts';

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

describe('the turns while a lane is held', () => {
  const turnsOf = (plans: readonly (TurnPlan | 'off')[], lastTurn: Date | null = null) => {
    const clock = { now: NOW };
    const [first = 'off', ...later] = plans;
    const turns = clockTurns(
      first,
      lastTurn,
      () => clock.now,
      async () => later.shift() ?? first,
    );
    return { turns, clock };
  };

  test('come round by the clock, and a finished one counts from when it was taken', async () => {
    const { turns, clock } = turnsOf([PAUSE]);
    expect(await turns.isDue()).toBe(true);
    turns.took({ byClock: true, trouble: null });
    clock.now = inSeconds(30);
    expect(await turns.isDue()).toBe(false);
    clock.now = inSeconds(60);
    expect(await turns.isDue()).toBe(true);
    turns.took({ byClock: true, trouble: null });
    clock.now = inSeconds(90);
    expect(turns.release(null)).toEqual({ dueAt: inSeconds(120), turnAt: inSeconds(60) });
  });

  test("are not used up by a person's wish, nor by a marketplace that was away", async () => {
    const { turns, clock } = turnsOf([PAUSE], inSeconds(-60));
    turns.took({ byClock: false, trouble: null });
    expect(await turns.isDue()).toBe(true);
    turns.took({ byClock: true, trouble: { kind: 'unavailable' } });
    expect(await turns.isDue()).toBe(false);
    clock.now = inSeconds(15);
    expect(await turns.isDue()).toBe(true);
    expect(turns.release(null)).toEqual({ dueAt: inSeconds(15), turnAt: inSeconds(-60) });
  });

  test('wait where the marketplace refuses, also when a range went well meanwhile', async () => {
    const { turns, clock } = turnsOf([PAUSE]);
    turns.took({ byClock: true, trouble: { kind: 'auth' } });
    clock.now = inSeconds(60);
    expect(await turns.isDue()).toBe(false);
    expect(turns.release(null)).toEqual({ dueAt: inSeconds(120), turnAt: NOW });
    expect(turns.release({ kind: 'auth' })).toEqual({ dueAt: inSeconds(180), turnAt: inSeconds(60) });
  });

  test('follow the plan as it is by then', async () => {
    const { turns, clock } = turnsOf([PAUSE, HOURLY, 'off'], inSeconds(-60));
    expect(await turns.isDue()).toBe(true);
    turns.took({ byClock: true, trouble: null });
    clock.now = inSeconds(60);
    expect(await turns.isDue()).toBe(false);
    expect(turns.release(null)).toEqual({ dueAt: inSeconds(3_600), turnAt: NOW });
    clock.now = inSeconds(7_200);
    expect(await turns.isDue()).toBe(false);
    expect(turns.release(null)).toEqual({ dueAt: null, turnAt: NOW });
  });
});
