import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  COMMAND_STATES,
  COMMAND_TRANSITIONS,
  type CommandState,
  commandStateOf,
  ITEM_STATES,
  type ItemState,
  isOpen,
  mayBecome,
  type OfferPayload,
  OPEN_STATES,
  type OrderPayload,
  RETRY_STATES,
} from '../../domain/command.ts';
import { ORDER_STATUSES } from '../../domain/status.ts';
import { MarketplaceError, TROUBLE_REASONS, type TroubleReason } from '../../marketplaces/kit/trouble.ts';
import { afterTrouble, backoffMs, type FailedCall, pauseMs, reachOf } from './retry.ts';
import { offerVerdict, verdictOn } from './verdict.ts';

const SHIP: OrderPayload = {
  kind: 'ship',
  carrierId: 'cj',
  carrierCode: 'CJGLS',
  invoice: '640012345678',
  shippedAt: '2026-11-21T00:00:00.000Z',
};
const PAYLOADS: readonly OrderPayload[] = [
  { kind: 'acknowledge' },
  SHIP,
  { ...SHIP, kind: 'change_invoice' },
  { kind: 'delay', shipBy: '2026-11-25T14:59:59.000Z', reason: 'preparing', text: '입고 지연' },
];

const line = fc.record({
  status: fc.constantFrom(null, ...ORDER_STATUSES),
  invoice: fc.constantFrom(null, '640012345678', '999999999999'),
  shipBy: fc.constant('2026-11-24T14:59:59.000Z'),
  held: fc.boolean(),
  left: fc.nat(3),
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

describe('the verdict on an unknown value of a thing on sale', () => {
  const values = fc.record({
    quantity: fc.constantFrom(null, 0, 5, 7),
    price: fc.constantFrom(null, 900, 1000),
    currency: fc.constantFrom(null, 'KRW', 'RUB'),
  });
  const wanted = fc.constantFrom<OfferPayload>(
    { kind: 'set_stock', nativeItemId: '1', quantity: 5 },
    { kind: 'set_price', nativeItemId: '1', price: 1000, currency: 'KRW' },
  );

  test('is done exactly when the marketplace shows the value, and repeats nothing that was refused', () => {
    fc.assert(
      fc.property(wanted, fc.option(values, { nil: undefined }), fc.boolean(), (payload, now, wasRefused) => {
        const verdict = offerVerdict(payload, now, wasRefused);
        const shown =
          now !== undefined &&
          (payload.kind === 'set_stock' ? now.quantity === 5 : now.price === 1000 && now.currency === 'KRW');
        expect(verdict === 'done').toBe(shown);
        if (verdict === 'send_again') expect(wasRefused).toBe(false);
        if (now === undefined) expect(verdict).toBe('refused');
      }),
    );
  });
});

describe('after a failed call', () => {
  const reasons = Object.keys(TROUBLE_REASONS).filter(
    (name): name is TroubleReason => name in TROUBLE_REASONS,
  );
  const CALL: FailedCall = { attempts: 1, ageMs: 0, shared: 1, failures: 0 };
  const DAY_MS = 24 * 3_600_000;
  const call = fc.record({
    attempts: fc.integer({ min: 1, max: 40 }),
    ageMs: fc.nat(3 * DAY_MS),
    shared: fc.integer({ min: 1, max: 50 }),
    failures: fc.nat(40),
  });
  const error = (reason: TroubleReason, maybeApplied = false) =>
    new MarketplaceError({ reason, operation: 'invoices', maybeApplied });

  test('what may have been applied is verified, never simply repeated', () => {
    fc.assert(
      fc.property(fc.constantFrom(...reasons), call, (reason, facts) => {
        expect(afterTrouble(error(reason, true), facts, 0.5).kind).toBe('verify');
        expect(reachOf(error(reason, true))).toBeNull();
      }),
    );
  });

  test('trouble of the account or the marketplace holds up its reach, and costs no command a try', () => {
    const reach = (reason: TroubleReason) => {
      const next = afterTrouble(error(reason), CALL, 0.5);
      return next.kind === 'pause' ? next.reach : next.kind;
    };
    for (const reason of ['wrong_key', 'ip_not_allowed', 'account_blocked'] as const)
      expect(reach(reason)).toBe('account');
    for (const reason of ['down', 'over_limit', 'missing_permission', 'switched_off'] as const)
      expect(reach(reason)).toBe('kind');
  });

  test('a pause is never shorter than the marketplace asks for, and an outage is probed every minute', () => {
    fc.assert(
      fc.property(call, fc.double({ min: 0, max: 1, noNaN: true }), ({ failures }, random) => {
        expect(pauseMs(error('down'), failures, random)).toBeLessThanOrEqual(60_000);
        const penalty = new MarketplaceError({ reason: 'penalty', operation: 'x', waitMs: 3_600_000 });
        expect(pauseMs(penalty, failures, random)).toBeGreaterThanOrEqual(3_600_000);
      }),
    );
  });

  test('a refusal is final for one command, and parts those that shared it', () => {
    for (const reason of ['refused', 'not_found', 'wrong_state'] as const) {
      expect(afterTrouble(error(reason), CALL, 0.5).kind).toBe('refused');
      expect(afterTrouble(error(reason), { ...CALL, shared: 2 }, 0.5)).toEqual({
        kind: 'again',
        waitMs: 0,
        alone: true,
      });
    }
    expect(afterTrouble(error('not_offered'), { ...CALL, shared: 2 }, 0.5).kind).toBe('refused');
  });

  test('what nobody can explain is tried for a day, then given up', () => {
    const decide = (ageMs: number, attempts: number) =>
      afterTrouble(error('unexplained'), { ...CALL, ageMs, attempts }, 0.5);
    expect(decide(0, 1)).toMatchObject({ kind: 'again', alone: false });
    expect(decide(0, 3)).toMatchObject({ kind: 'again', alone: true });
    expect(decide(25 * 3_600_000, 30).kind).toBe('dead');
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
    const item = fc.constantFrom<ItemState>(...ITEM_STATES);
    fc.assert(
      fc.property(fc.array(item, { minLength: 1 }), (items) => {
        const state = commandStateOf(items);
        expect(isOpen(state)).toBe(items.some((one) => one === 'pending' || one === 'unknown'));
        if (isOpen(state)) return;
        expect(state === 'done').toBe(items.every((one) => one === 'done'));
        expect(state === 'done' || state === 'partial').toBe(items.includes('done'));
        expect(state === 'canceled').toBe(items.every((one) => one === 'canceled'));
      }),
    );
  });

  const state = fc.constantFrom(...COMMAND_STATES);

  test('is left by itself only while it is open; a failure is opened by a person, to be sent or to be read', () => {
    fc.assert(
      fc.property(state, state, (from, to) => {
        if (isOpen(from) || !mayBecome(from, to)) return;
        expect(RETRY_STATES).toContain(from);
        expect(['pending', 'unknown']).toContain(to);
      }),
    );
    for (const from of ['done', 'superseded', 'canceled'] as const)
      expect(COMMAND_TRANSITIONS[from]).toEqual([]);
  });

  test('an unknown command is never sent, and what has left is never called off', () => {
    expect(mayBecome('unknown', 'sending')).toBe(false);
    for (const from of COMMAND_STATES) expect(mayBecome(from, 'canceled')).toBe(from === 'pending');
    for (const from of COMMAND_STATES) expect(mayBecome(from, 'sending')).toBe(from === 'pending');
  });

  test('every open state can end, well or badly', () => {
    for (const from of OPEN_STATES) {
      const reached = new Set<CommandState>([from]);
      for (const one of reached) for (const next of COMMAND_TRANSITIONS[one]) reached.add(next);
      expect([...reached]).toEqual(expect.arrayContaining(['done', 'refused', 'dead']));
    }
  });
});
