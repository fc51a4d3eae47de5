import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type EndpointRecord,
  OUT_OF_ORDER,
  PATIENCE_MS,
  pauseAfterFailure,
  pauseReason,
  recordAfter,
  webhookBody,
} from './webhook.ts';

const chance = fc.double({ min: 0, max: 1, noNaN: true });
const HOUR = 3_600_000;

/** The ages at which a message is tried that nobody takes. */
function triesOf(chances: readonly number[], asked: (tries: number) => number | null = () => null): number[] {
  const ages = [0];
  for (let tries = 1; ; tries++) {
    const age = ages.at(-1) ?? 0;
    const pause = pauseAfterFailure({
      tries,
      ageMs: age,
      askedMs: asked(tries),
      chance: chances[tries % chances.length] ?? 0,
    });
    if (pause === null) return ages;
    ages.push(age + pause);
  }
}

describe('the tries of a message', () => {
  test('are eleven, as promised, when no jitter shortens them', () => {
    const minutes = triesOf([0]).map((age) => age / 60_000);
    expect(minutes.map((at) => Number(at.toFixed(2)))).toEqual([
      0, 0.08, 0.58, 2.58, 12.58, 42.58, 102.58, 222.58, 462.58, 942.58, 1422.58,
    ]);
  });

  test('spread over most of a day and never beyond it, whatever the jitter', () => {
    fc.assert(
      fc.property(fc.array(chance, { minLength: 1, maxLength: 11 }), (chances) => {
        const ages = triesOf(chances);
        expect(ages).toHaveLength(11);
        expect(ages.at(-1)).toBeGreaterThan(21 * HOUR);
        expect(ages.at(-1)).toBeLessThanOrEqual(PATIENCE_MS);
      }),
    );
  });

  test('respect what the receiver asks for, within reason', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 * HOUR }), chance, (askedMs, luck) => {
        const pause = pauseAfterFailure({ tries: 1, ageMs: 0, askedMs, chance: luck });
        expect(pause).toBeGreaterThanOrEqual(Math.min(askedMs, 2 * HOUR));
        expect(pause).toBeLessThanOrEqual(2 * HOUR);
      }),
    );
    const ages = triesOf([0], () => 100 * HOUR);
    expect(ages.at(-1)).toBeGreaterThan(16 * HOUR);
    expect(ages.at(-1)).toBeLessThanOrEqual(PATIENCE_MS);
  });
});

const NEW: EndpointRecord = {
  failures: 0,
  failingSince: null,
  lastFailureAt: null,
  lastSuccessAt: null,
  quietUntil: null,
};

describe('the record of an endpoint', () => {
  const start = Date.parse('2026-11-21T00:00:00Z');
  const step = fc.record({
    minutes: fc.integer({ min: 0, max: 700 }),
    ok: fc.boolean(),
    gaveUp: fc.boolean(),
  });

  test('a success wipes it clean; failures in a row earn quiet, at most ten minutes of it', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let record = NEW;
        let now = start;
        let inARow = 0;
        for (const { minutes, ok, gaveUp } of steps) {
          now += minutes * 60_000;
          const at = new Date(now);
          record = recordAfter(record, { ok, at, roundStartedAt: at, gaveUp, gone: false });
          inARow = ok ? 0 : inARow + 1;
          expect(record.failures).toBe(inARow);
          expect(record.failingSince === null).toBe(ok);
          const quietMs = (record.quietUntil?.getTime() ?? now) - now;
          expect(quietMs > 0).toBe(inARow >= OUT_OF_ORDER);
          expect(quietMs).toBeLessThanOrEqual(600_000);
        }
      }),
    );
  });

  test('it is paused when a whole day brought nothing but failures, and never after a success within it', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 60 }), (steps) => {
        let record = NEW;
        let now = start;
        let lastSuccess = Number.NEGATIVE_INFINITY;
        for (const { minutes, ok } of steps) {
          now += minutes * 60_000;
          const at = new Date(now);
          const outcome = { ok, at, roundStartedAt: at, gaveUp: false, gone: false };
          record = recordAfter(record, outcome);
          if (ok) lastSuccess = now;
          const reason = pauseReason(record, outcome);
          if (reason !== null) expect(now - lastSuccess).toBeGreaterThanOrEqual(PATIENCE_MS);
          const failingMs = now - (record.failingSince?.getTime() ?? now);
          expect(reason).toBe(failingMs >= PATIENCE_MS ? 'failing' : null);
        }
      }),
    );
  });

  test('a message that was given up pauses it, unless something else was taken meanwhile', () => {
    const at = new Date(start + 23 * HOUR);
    const outcome = { ok: false, at, roundStartedAt: new Date(start), gaveUp: true, gone: false };
    expect(pauseReason(recordAfter(NEW, outcome), outcome)).toBe('failing');
    const taken = { ...NEW, lastSuccessAt: new Date(start + HOUR) };
    expect(pauseReason(recordAfter(taken, outcome), outcome)).toBeNull();
  });

  test('two failures a week apart are not a week of failing', () => {
    const once = recordAfter(NEW, {
      ok: false,
      at: new Date(start),
      roundStartedAt: new Date(start),
      gaveUp: false,
      gone: false,
    });
    const at = new Date(start + 7 * 24 * HOUR);
    const again = { ok: false, at, roundStartedAt: at, gaveUp: false, gone: false };
    expect(pauseReason(recordAfter(once, again), again)).toBeNull();
  });

  test('410 pauses it at once', () => {
    const at = new Date(start);
    const gone = { ok: false, at, roundStartedAt: at, gaveUp: false, gone: true };
    expect(pauseReason(recordAfter(NEW, gone), gone)).toBe('gone');
  });
});

describe('the body', () => {
  test('stays below 20 kB whatever the data, and keeps the names', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.integer({ min: 0, max: 3000 }),
        (data, lines) => {
          const body = webhookBody({
            type: 'order.status_changed',
            occurredAt: '2026-11-21T00:00:00.000Z',
            account: 7,
            data: {
              order_id: 5,
              lines: Array.from({ length: lines }, (_, n) => ({ line_id: n, status: 'SHIPPED' })),
              ...data,
            },
          });
          expect(Buffer.byteLength(body)).toBeLessThanOrEqual(20_000);
          expect(JSON.parse(body)).toMatchObject({ type: 'order.status_changed' });
        },
      ),
    );
    const cut = JSON.parse(
      webhookBody({
        type: 'order.created',
        occurredAt: '2026-11-21T00:00:00.000Z',
        account: 7,
        data: { order_id: 5, lines: 'x'.repeat(30_000) },
      }),
    );
    expect(cut.data).toEqual({ account_id: 7, order_id: 5, cut: true });
  });
});
