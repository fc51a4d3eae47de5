import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ShipTarget } from '../../kit/shop.ts';
import { MarketplaceError, type TroubleReason } from '../../kit/trouble.ts';
import type { Ask } from './calls.ts';
import { packed } from './packed.ts';
import { meaningOf } from './result-codes.ts';
import { CALL_SIZE, writesOf } from './writes.ts';

/** Lines of boxes with the given numbers of items. */
function targets(itemsOfBoxes: readonly number[]): readonly ShipTarget[] {
  return itemsOfBoxes.flatMap((items, box) =>
    Array.from({ length: items }, (_, item) => ({
      line: box * 1000 + item,
      nativeOrderId: String(15100012345678 + box),
      nativeLineId: `6425389710064${10000 + box}:${70071284034 + item}`,
      nativeItemId: String(70071284034 + item),
      packageKey: `6425389710064${10000 + box}`,
      carrierCode: 'CJGLS',
      invoice: '640012345678',
      shippedAt: '2026-11-21T01:02:03.000Z',
    })),
  );
}

const boxIds = (body: string) => [...new Set(body.match(/6425389710064\d{5}/g) ?? [])];

/** Says yes to every box of a call. */
const agreeing =
  (bodies: string[]): Ask =>
  async ({ body = '', decode }) => {
    bodies.push(body);
    const responseList = boxIds(body).map((shipmentBoxId) => ({ shipmentBoxId, succeed: true }));
    return decode({ code: '200', data: { responseCode: 0, responseList } });
  };

/** Says yes once, then fails in the given way. */
function failingAfter(calls: number, reason: TroubleReason, maybeApplied: boolean): Ask {
  const yes = agreeing([]);
  let done = 0;
  return (call) => {
    if (done++ < calls) return yes(call);
    throw new MarketplaceError({ reason, operation: call.operation, maybeApplied, nativeText: 'why' });
  };
}

describe('writes', () => {
  it('answer for every line, send each box in one call, and keep calls within their size', async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 90 });
    await fc.assert(
      fc.asyncProperty(sizes, fc.constantFrom('acknowledge', 'ship'), async (items, write) => {
        const bodies: string[] = [];
        const lines = targets(items);
        const outcomes = await writesOf(agreeing(bodies), 'A00012345')[write](lines);
        expect(outcomes.map(({ line }) => line)).toEqual(lines.map(({ line }) => line));
        expect(outcomes.every(({ kind }) => kind === 'done')).toBe(true);
        expect(bodies.flatMap(boxIds).length).toBe(items.length);
        for (const body of bodies) {
          const units = write === 'ship' ? (body.match(/vendorItemId/g) ?? []).length : boxIds(body).length;
          expect(units).toBeLessThanOrEqual(CALL_SIZE);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('send 18-digit ids as bare digits', async () => {
    const bodies: string[] = [];
    await writesOf(agreeing(bodies), 'A00012345').acknowledge(targets([2]));
    expect(bodies).toEqual(['{"vendorId":"A00012345","shipmentBoxIds":[642538971006410000]}']);
  });

  it('throw trouble of the account before anything happened', async () => {
    const writes = writesOf(failingAfter(0, 'wrong_key', false), 'A00012345');
    await expect(writes.ship(targets([1]))).rejects.toMatchObject({ reason: 'wrong_key' });
  });

  it('keep what earlier calls achieved when a later one meets trouble', async () => {
    const writes = writesOf(failingAfter(1, 'over_limit', false), 'A00012345');
    const outcomes = await writes.ship(targets([CALL_SIZE, 1]));
    expect(outcomes.filter(({ kind }) => kind === 'done').length).toBe(CALL_SIZE);
    expect(outcomes.at(-1)).toMatchObject({ kind: 'refused', reason: 'over_limit', retryHelps: true });
  });

  it('leave open what may have happened, and refuse what was turned down as a whole', async () => {
    const open = await writesOf(failingAfter(0, 'timeout', true), 'A00012345').ship(targets([2]));
    expect(open.map(({ kind }) => kind)).toEqual(['unknown', 'unknown']);
    const refused = await writesOf(failingAfter(0, 'wrong_state', false), 'A00012345').ship(targets([1]));
    expect(refused).toMatchObject([{ kind: 'refused', reason: 'wrong_state', nativeText: 'why' }]);
  });
});

describe('result codes', () => {
  it('never say that the same again helps where something must be corrected first', () => {
    expect(meaningOf('DUPLICATE_INVOICE_NUMBER', '')).toEqual({ reason: 'refused', retryHelps: false });
    expect(meaningOf('ORDER_DELIVERY_PARTIAL_STOP_REQUESTED', '')).toEqual({
      reason: 'wrong_state',
      retryHelps: false,
    });
    expect(meaningOf('UNDEFINED_ERROR_OCCUR', '').retryHelps).toBe(true);
    expect(meaningOf('SOMETHING_NEW', '')).toEqual({ reason: 'refused', retryHelps: false });
    expect(meaningOf('toString', '')).toEqual({ reason: 'refused', retryHelps: false });
    expect(meaningOf('X', '배송상태를 변경할 수 없습니다. 주문내역을 확인해주세요.').reason).toBe(
      'wrong_state',
    );
  });
});

describe('packed', () => {
  it('keeps groups whole and in order, and gives a heavy one a run of its own', () => {
    expect(packed([3, 3, 9, 1, 4], (weight) => weight, 5)).toEqual([[3], [3], [9], [1, 4]]);
  });
});
