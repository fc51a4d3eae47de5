import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  COMMAND_TRANSITIONS,
  type CommandPayload,
  commandStateOf,
  type ItemState,
  mayBecome,
} from '../../domain/command.ts';
import { ORDER_STATUSES } from '../../domain/status.ts';
import { MarketplaceError, TROUBLE_REASONS, type TroubleReason } from '../../marketplaces/kit/trouble.ts';
import { afterTrouble, backoffMs } from './retry.ts';
import { verdictOn } from './verdict.ts';

const SHIP: CommandPayload = {
  kind: 'ship',
  carrierId: 'cj',
  carrierCode: 'CJGLS',
  invoice: '640012345678',
  shippedAt: '2026-11-21T00:00:00.000Z',
};
const PAYLOADS: readonly CommandPayload[] = [
  { kind: 'acknowledge' },
  SHIP,
  { ...SHIP, kind: 'change_invoice' },
  { kind: 'delay', shipBy: '2026-11-25T14:59:59.000Z', reason: 'preparing', text: '입고 지연' },
];

const line = fc.record({
  status: fc.constantFrom(null, ...ORDER_STATUSES),
  invoice: fc.constantFrom(null, '640012345678', '999999999999'),
  shipBy: fc.constant('2026-11-24T14:59:59.000Z'),
});

describe('the verdict on an unknown command', () => {
  test('never sends again what the marketplace shows as done or as overtaken', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PAYLOADS),
        line,
        fc.boolean(),
        fc.nat(),
        (payload, now, wasRefused, ageMs) => {
          const verdict = verdictOn({ payload, line: now, wasRefused, ageMs, lagMs: 1000 });
          if (payload.kind === 'ship' && now.invoice !== null && now.invoice !== payload.invoice) {
            if (now.status !== 'PAID' && now.status !== 'PREPARING') expect(verdict).toBe('refused');
          }
          if (payload.kind === 'ship' && now.invoice === payload.invoice) expect(verdict).toBe('done');
          if (verdict === 'send_again') expect(wasRefused).toBe(false);
          if (verdict === 'wait') expect(ageMs).toBeLessThan(1000);
        },
      ),
    );
  });

  test('a line the marketplace does not show is waited for, then given up', () => {
    const evidence = { payload: SHIP, line: undefined, wasRefused: false, lagMs: 1000 };
    expect(verdictOn({ ...evidence, ageMs: 10 })).toBe('wait');
    expect(verdictOn({ ...evidence, ageMs: 2000 })).toBe('refused');
  });
});

describe('after a failed call', () => {
  const reasons = Object.keys(TROUBLE_REASONS).filter(
    (name): name is TroubleReason => name in TROUBLE_REASONS,
  );

  test('what may have been applied is verified, never simply repeated', () => {
    for (const reason of reasons) {
      const error = new MarketplaceError({ reason, operation: 'invoices', maybeApplied: true });
      expect(afterTrouble(error, 1, 0, 0.5).kind).toBe('verify');
    }
  });

  test('a refusal is final; trouble of the account or the marketplace is not, for a day', () => {
    const decide = (reason: TroubleReason, ageMs: number) =>
      afterTrouble(new MarketplaceError({ reason, operation: 'invoices' }), 3, ageMs, 0.5).kind;
    expect(decide('refused', 0)).toBe('refused');
    expect(decide('not_offered', 0)).toBe('refused');
    for (const reason of ['down', 'wrong_key', 'ip_not_allowed', 'over_limit'] as const) {
      expect(decide(reason, 3_600_000)).toBe('again');
      expect(decide(reason, 25 * 3_600_000)).toBe('dead');
    }
  });

  test('waits grow and stay within ten minutes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (attempts, random) => {
          const wait = backoffMs(attempts, random);
          expect(wait).toBeGreaterThanOrEqual(1000);
          expect(wait).toBeLessThanOrEqual(600_000);
        },
      ),
    );
  });
});

describe('the state of a command', () => {
  test('follows its items', () => {
    const item = fc.constantFrom<ItemState>('pending', 'unknown', 'done', 'refused');
    fc.assert(
      fc.property(fc.array(item, { minLength: 1 }), (items) => {
        const state = commandStateOf(items);
        const open = items.some((one) => one === 'pending' || one === 'unknown');
        expect(open).toBe(state === 'pending' || state === 'unknown');
        if (state === 'done') expect(items.every((one) => one === 'done')).toBe(true);
        if (state === 'partial') expect(new Set(items)).toEqual(new Set(['done', 'refused']));
      }),
    );
  });

  test('ends for good, and every state can end', () => {
    for (const [state, next] of Object.entries(COMMAND_TRANSITIONS)) {
      if (['done', 'partial', 'refused', 'dead'].includes(state)) expect(next).toEqual([]);
      else expect(next).toContain('refused');
    }
    expect(mayBecome('unknown', 'sending')).toBe(false);
  });
});
