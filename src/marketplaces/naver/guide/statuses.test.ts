import { describe, expect, it } from 'vitest';
import { hasState } from '../../../domain/claim.ts';
import { CLAIM_STATUSES } from './claim-states.ts';
import { STATUS_TYPES, STATUSES, shippableQuantity, statusOf } from './statuses.ts';

/** `STATUS_MAPPING["smartstore"]` as the guide prints it (guide §5.1). */
const PRINTED = {
  PAY_COMPLETED: 'PAID',
  PACKING: 'PREPARING',
  SHIPPING: 'DELIVERING',
  DELIVERED: 'DELIVERED',
  PURCHASE_CONFIRMED: 'CONFIRMED',
  CANCEL_REQUESTED: 'CANCEL_REQUESTED',
  CANCELED: 'CANCELED',
  RETURN_REQUESTED: 'RETURN_REQUESTED',
  RETURN_COMPLETED: 'RETURNED',
  EXCHANGE_REQUESTED: 'EXCHANGE_REQUESTED',
  EXCHANGE_COMPLETED: 'EXCHANGED',
};

describe('the statuses of the guide', () => {
  it('are mapped as printed, and the one it leaves out is an order that waits', () => {
    expect(STATUSES).toEqual({ ...PRINTED, HOLD: 'PREPARING' });
    expect(STATUS_TYPES).toHaveLength(12);
  });

  it('keep a status nobody has mapped, and the claim beside it', () => {
    expect(statusOf('PAY_WAITING', null)).toEqual({ status: null, nativeStatus: 'PAY_WAITING' });
    expect(statusOf('DELIVERED', 'RETURN_REJECTED')).toEqual({
      status: 'DELIVERED',
      nativeStatus: 'DELIVERED/RETURN_REJECTED',
    });
    expect(statusOf('RETURN_REQUESTED', 'RETURN_REQUESTED').nativeStatus).toBe('RETURN_REQUESTED');
    expect(statusOf('constructor', null).status).toBeNull();
  });

  it('leave nothing to ship of what is held, cancelled or about to be', () => {
    expect(['PAY_COMPLETED', 'PACKING'].map((status) => shippableQuantity(status, 3))).toEqual([3, 3]);
    expect(['HOLD', 'CANCEL_REQUESTED', 'CANCELED'].map((status) => shippableQuantity(status, 3))).toEqual([
      0, 0, 0,
    ]);
  });

  it('of claims lead to states that claims of the kind have', () => {
    for (const kind of ['cancel', 'return', 'exchange'] as const) {
      for (const [native, state] of Object.entries(CLAIM_STATUSES[kind])) {
        expect(hasState(kind, state)).toBe(true);
        expect(native).toMatch(new RegExp(`^${kind.toUpperCase()}`));
      }
    }
  });
});
