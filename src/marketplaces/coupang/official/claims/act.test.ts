import { describe, expect, it } from 'vitest';
import type { ClaimTarget } from '../../../kit/shop.ts';
import { MarketplaceError, type TroubleReason } from '../../../kit/trouble.ts';
import type { Ask } from '../calls.ts';
import { actOnClaims } from './act.ts';

function target(item: number, quantity: number | null = 1): ClaimTarget {
  const nativeItemId = '70071284034';
  return {
    item,
    claim: {
      nativeClaimId: `R36546980${item}`,
      nativeOrderId: '15100012345678',
      kind: 'cancel',
      requestedAt: '2026-11-20T06:02:42.000Z',
      nativeStatus: 'RELEASE_STOP_UNCHECKED',
      lines: [{ nativeLineId: null, nativeItemId, packageKey: null, quantity }],
      replacementPackage: null,
    },
    payload: { kind: 'cancel.approve', text: null, reason: null, shipment: null, fee: null, fault: null },
  };
}

/** Says yes so many times, then fails. */
function failingAfter(calls: number, reason: TroubleReason, maybeApplied = false): Ask {
  let done = 0;
  return async ({ operation, decode }) => {
    if (done++ < calls) return decode({ code: '200', data: { resultCode: 'SUCCESS' } });
    throw new MarketplaceError({ reason, operation, maybeApplied, nativeText: '이미 처리된 접수입니다.' });
  };
}

const act = (ask: Ask, targets: readonly ClaimTarget[]) =>
  actOnClaims(ask, 'A00012345', 'cancel.approve', targets);

describe('acting on claims', () => {
  it('throws trouble of the account before anything happened', async () => {
    await expect(act(failingAfter(0, 'wrong_key'), [target(1)])).rejects.toMatchObject({
      reason: 'wrong_key',
    });
  });

  it('keeps what was achieved, and leaves the rest for later', async () => {
    const outcomes = await act(failingAfter(1, 'over_limit'), [target(1), target(2), target(3)]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'refused', 'refused']);
    expect(outcomes[2]).toMatchObject({ reason: 'over_limit', retryHelps: true });
  });

  it('goes on after a claim that was refused or may have been done', async () => {
    const open = await act(failingAfter(1, 'timeout', true), [target(1), target(2)]);
    expect(open.map(({ kind }) => kind)).toEqual(['done', 'unknown']);
    const refused = await act(failingAfter(0, 'refused'), [target(1)]);
    expect(refused).toMatchObject([{ kind: 'refused', reason: 'already_done' }]);
  });

  it('does not act on a receipt whose quantity nobody tells', async () => {
    const ask: Ask = async ({ decode }) => decode({ code: '200', data: [] });
    expect(await act(ask, [target(1, null)])).toMatchObject([{ kind: 'refused', reason: 'not_found' }]);
  });

  it('does not offer what Coupang has no call for', async () => {
    const asking = actOnClaims(failingAfter(9, 'down'), 'A00012345', 'return.hold', [target(1)]);
    await expect(asking).rejects.toMatchObject({ reason: 'not_offered' });
  });
});
