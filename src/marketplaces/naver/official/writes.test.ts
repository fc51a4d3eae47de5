import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LineTarget, Outcome, ShipTarget } from '../../kit/shop.ts';
import { MarketplaceError, type TroubleReason } from '../../kit/trouble.ts';
import { inChunks, ofLine } from './in-chunks.ts';
import { decodeVerdicts } from './verdicts.ts';
import { encodeCancel, encodeDispatch, outcomeOf } from './writes.ts';

const NOW = new Date('2026-11-21T06:00:00.000Z');

function target(line: number): LineTarget {
  const id = `20261120987654${line}`;
  return { line, nativeOrderId: 'o', nativeLineId: id, nativeItemId: 'i', packageKey: 'k' };
}

const SHIP: ShipTarget = {
  ...target(1),
  carrierCode: 'CJGLS',
  invoice: ' 690012345678 ',
  shippedAt: '2026-11-21T05:00:00.000Z',
};

describe('encodeDispatch', () => {
  it('writes a parcel as the sheet shows it', () => {
    expect(encodeDispatch(SHIP, NOW)).toEqual({
      productOrderId: '202611209876541',
      deliveryMethod: 'DELIVERY',
      deliveryCompanyCode: 'CJGLS',
      trackingNumber: '690012345678',
      dispatchDate: '2026-11-21T14:00:00.000+09:00',
    });
  });

  it('names no courier where the seller brings it himself', () => {
    expect(encodeDispatch({ ...SHIP, carrierCode: 'DIRECT_DELIVERY' }, NOW)).toEqual({
      productOrderId: '202611209876541',
      deliveryMethod: 'DIRECT_DELIVERY',
      dispatchDate: '2026-11-21T14:00:00.000+09:00',
    });
  });

  it('is never in the future and never sends an empty text', () => {
    const at = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.string(), fc.string(), at, (carrierCode, invoice, shippedAt) => {
        const row = encodeDispatch(
          { ...SHIP, carrierCode, invoice, shippedAt: shippedAt.toISOString() },
          NOW,
        );
        expect(Object.values(row).every((value) => value.trim() !== '' || value === carrierCode)).toBe(true);
        expect(Date.parse(row.dispatchDate ?? '')).toBeLessThanOrEqual(NOW.getTime());
      }),
    );
  });
});

describe('outcomeOf', () => {
  const after = { status: 'SHIPPED', nativeStatus: 'DELIVERING' } as const;
  const verdicts = (data: unknown) => decodeVerdicts({ timestamp: '', traceId: '', data });
  const failing = (code: unknown, message: unknown = 'text') =>
    verdicts({ failProductOrderInfos: [{ productOrderId: '202611209876541', code, message }] });

  it.each([
    ['104121', 'refused', 'refused'],
    ['105306', 'refused', 'already_done'],
    ['104442', 'refused', 'wrong_state'],
    ['100001', 'refused', 'not_found'],
    ['101009', 'refused', 'wrong_shop'],
    ['777777', 'refused', 'unexplained'],
    [104121, 'refused', 'refused'],
    ['9999', 'unknown', undefined],
    [undefined, 'unknown', undefined],
  ])('reads the code %s', (code, kind, reason) => {
    expect(outcomeOf(target(1), failing(code), after)).toMatchObject({ kind, ...(reason && { reason }) });
  });

  it('takes "already sent" for what it is under any code', () => {
    expect(outcomeOf(target(1), failing('104133', '이미 발송처리된 주문'), after)).toMatchObject({
      reason: 'already_done',
    });
  });

  it('does not know what became of an id in no list, or in both', () => {
    const id = '202611209876541';
    const both = {
      successProductOrderIds: [id],
      failProductOrderInfos: [{ productOrderId: id, code: '104121' }],
    };
    expect(outcomeOf(target(1), verdicts({}), after).kind).toBe('unknown');
    expect(outcomeOf(target(1), verdicts(both), after).kind).toBe('unknown');
    expect(outcomeOf(target(1), verdicts({ successProductOrderIds: [id] }), after).kind).toBe('done');
  });
});

describe('encodeCancel', () => {
  const CANCEL = { ...target(1), reason: 'SOLD_OUT', text: ' 재고가 없습니다 ', quantity: 2, whole: true };

  it('leaves the quantity out where all that is left is cancelled', () => {
    expect(encodeCancel(CANCEL)).toEqual({
      cancelReason: 'SOLD_OUT',
      cancelDetailedReason: '재고가 없습니다',
    });
    expect(encodeCancel({ ...CANCEL, text: '', whole: false })).toEqual({
      cancelReason: 'SOLD_OUT',
      cancelQuantity: 2,
    });
  });
});

describe('inChunks', () => {
  const done = ({ line }: LineTarget): Outcome => ({
    kind: 'done',
    line,
    status: 'SHIPPED',
    nativeStatus: 'DELIVERING',
    readAgain: false,
  });
  const trouble = (reason: TroubleReason, maybeApplied = false) =>
    new MarketplaceError({
      reason,
      operation: 'dispatch',
      nativeCode: '4000',
      nativeText: 'bad',
      maybeApplied,
    });
  const targets = [1, 2, 3, 4, 5].map(target);
  const kinds = (outcomes: readonly Outcome[]) => outcomes.map(({ line, kind }) => `${line} ${kind}`);

  it('sends chunks of at most the size, and answers for each target in order', async () => {
    const sizes: number[] = [];
    const outcomes = await inChunks(
      targets,
      2,
      async (chunk) => {
        sizes.push(chunk.length);
        return chunk.map(done);
      },
      ofLine,
    );
    expect(sizes).toEqual([2, 2, 1]);
    expect(outcomes.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5]);
  });

  it('finds the one bad value of a chunk', async () => {
    const outcomes = await inChunks(
      targets,
      5,
      async (chunk) => {
        if (chunk.some(({ line }) => line === 3)) throw trouble('refused');
        return chunk.map(done);
      },
      ofLine,
    );
    expect(kinds(outcomes)).toEqual(['1 done', '2 done', '3 refused', '4 done', '5 done']);
    expect(outcomes[2]).toMatchObject({ nativeCode: '4000', nativeText: 'bad', retryHelps: false });
  });

  it('throws what hits the first call', async () => {
    const run = inChunks(targets, 5, () => Promise.reject(trouble('down', true)), ofLine);
    await expect(run).rejects.toMatchObject({ reason: 'down' });
    await expect(inChunks(targets, 5, () => Promise.reject(new TypeError('bug')), ofLine)).rejects.toThrow(
      'bug',
    );
  });

  it('keeps what was done before a trouble, and sends nothing after it', async () => {
    let calls = 0;
    const outcomes = await inChunks(
      targets,
      2,
      async (chunk) => {
        calls += 1;
        if (calls === 2) throw trouble('timeout', true);
        return chunk.map(done);
      },
      ofLine,
    );
    expect(calls).toBe(2);
    expect(kinds(outcomes)).toEqual(['1 done', '2 done', '3 unknown', '4 unknown', '5 refused']);
    expect(outcomes[4]).toMatchObject({ reason: 'timeout', retryHelps: true });
  });
});
