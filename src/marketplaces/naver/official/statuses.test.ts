import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOrderStatus } from '../../../domain/status.ts';
import { STATUSES, type StatusFacts, shippableQuantity, statusOf } from './statuses.ts';

const LINE: StatusFacts = {
  productOrderStatus: 'PAYED',
  placeOrderStatus: 'OK',
  deliveryStatus: null,
  claimType: null,
  claimStatus: null,
  quantity: 3,
  remainQuantity: 3,
  requestQuantity: null,
};

describe('statusOf', () => {
  it.each<[Partial<StatusFacts>, string | null, string]>([
    [{ placeOrderStatus: 'NOT_YET' }, 'PAID', 'PAYED/NOT_YET'],
    [{ placeOrderStatus: 'CANCEL' }, 'PAID', 'PAYED/CANCEL'],
    [{ placeOrderStatus: null }, 'PAID', 'PAYED'],
    [{}, 'PREPARING', 'PAYED/OK'],
    [{ placeOrderStatus: 'MAYBE' }, null, 'PAYED/MAYBE'],
    [{ productOrderStatus: 'PAYMENT_WAITING' }, null, 'PAYMENT_WAITING'],
    [{ productOrderStatus: 'DELIVERING' }, 'SHIPPED', 'DELIVERING'],
    [
      { productOrderStatus: 'DELIVERING', deliveryStatus: 'COLLECT_CARGO' },
      'SHIPPED',
      'DELIVERING/COLLECT_CARGO',
    ],
    [
      { productOrderStatus: 'DELIVERING', deliveryStatus: 'DELIVERING' },
      'DELIVERING',
      'DELIVERING/DELIVERING',
    ],
    [{ productOrderStatus: 'DELIVERING', deliveryStatus: 'BY_DRONE' }, 'DELIVERING', 'DELIVERING/BY_DRONE'],
    [{ productOrderStatus: 'DELIVERED' }, 'DELIVERED', 'DELIVERED'],
    [{ productOrderStatus: 'PURCHASE_DECIDED' }, 'CONFIRMED', 'PURCHASE_DECIDED'],
    [{ productOrderStatus: 'CANCELED_BY_NOPAYMENT' }, 'CANCELED', 'CANCELED_BY_NOPAYMENT'],
    [{ productOrderStatus: 'CANCELED', claimStatus: 'CANCEL_DONE' }, 'CANCELED', 'CANCELED/CANCEL_DONE'],
    [{ productOrderStatus: 'RETURNED', remainQuantity: 0 }, 'RETURNED', 'RETURNED'],
    [{ productOrderStatus: 'EXCHANGED' }, 'EXCHANGED', 'EXCHANGED'],
    [{ productOrderStatus: 'constructor' }, null, 'constructor'],
  ])('%j is %s', (facts, status, nativeStatus) => {
    expect(statusOf({ ...LINE, ...facts })).toEqual({ status, nativeStatus });
  });

  it.each<[Partial<StatusFacts>, string | null]>([
    [{ claimType: 'CANCEL', claimStatus: 'CANCEL_REQUEST' }, 'CANCEL_REQUESTED'],
    [{ claimType: 'CANCEL', claimStatus: 'CANCEL_REQUEST', requestQuantity: 3 }, 'CANCEL_REQUESTED'],
    [{ claimType: 'CANCEL', claimStatus: 'CANCEL_REQUEST', requestQuantity: 2 }, 'PREPARING'],
    [
      { claimType: 'CANCEL', claimStatus: 'CANCELING', requestQuantity: 1, remainQuantity: 1 },
      'CANCEL_REQUESTED',
    ],
    [{ claimType: 'ADMIN_CANCEL', claimStatus: 'ADMIN_CANCELING' }, 'CANCEL_REQUESTED'],
    [{ claimType: 'CANCEL', claimStatus: 'CANCEL_REJECT' }, 'PREPARING'],
    [{ claimType: 'CANCEL', claimStatus: 'CANCEL_DONE', remainQuantity: 0 }, 'CANCELED'],
    [{ claimType: 'CANCEL', claimStatus: 'CANCEL_DONE', remainQuantity: null }, 'CANCELED'],
    [{ claimType: 'CANCEL', claimStatus: 'CANCEL_DONE', remainQuantity: 1, requestQuantity: 2 }, 'PREPARING'],
    [{ claimType: 'CANCEL', claimStatus: 'CANCEL_DONE', remainQuantity: 2 }, 'PREPARING'],
    [{ claimType: 'RETURN', claimStatus: 'COLLECTING' }, 'RETURN_REQUESTED'],
    [{ claimType: 'RETURN', claimStatus: 'COLLECT_DONE', requestQuantity: 1 }, 'PREPARING'],
    [{ claimType: 'RETURN', claimStatus: 'RETURN_DONE', requestQuantity: 3 }, 'RETURNED'],
    [{ claimType: 'EXCHANGE', claimStatus: 'COLLECT_DONE' }, 'EXCHANGE_REQUESTED'],
    [{ claimType: 'EXCHANGE', claimStatus: 'EXCHANGE_REDELIVERING' }, 'EXCHANGE_REQUESTED'],
    [{ claimType: 'EXCHANGE', claimStatus: 'EXCHANGE_DONE', requestQuantity: 3 }, 'EXCHANGED'],
    [{ claimType: null, claimStatus: 'COLLECTING' }, null],
    [{ claimType: 'RENTAL', claimStatus: 'COLLECTING' }, null],
    [{ claimStatus: 'toString' }, null],
    [{ claimType: 'CANCEL', claimStatus: 'CANCEL_REQUEST', productOrderStatus: 'PAYED_LATER' }, null],
  ])('with the claim %j it is %s', (facts, status) => {
    expect(statusOf({ ...LINE, ...facts }).status).toBe(status);
  });

  it.each<[Partial<StatusFacts>, number]>([
    [{}, 3],
    [{ remainQuantity: 2 }, 2],
    [{ remainQuantity: null }, 3],
    [{ claimStatus: 'CANCEL_REQUEST', requestQuantity: 1 }, 2],
    [{ claimStatus: 'CANCEL_REQUEST' }, 0],
    [{ claimStatus: 'CANCEL_REJECT', requestQuantity: 1 }, 3],
    [{ claimStatus: 'CANCEL_REQUEST', requestQuantity: 9 }, 0],
    [{ productOrderStatus: 'CANCELED' }, 0],
  ])('with %j there are %i to be shipped', (facts, quantity) => {
    expect(shippableQuantity({ ...LINE, ...facts })).toBe(quantity);
  });

  const word = fc.oneof(
    fc.constantFrom(...Object.keys(STATUSES).flatMap((text) => text.split('/'))),
    fc.constantFrom('NOT_YET', 'OK', 'CANCEL_REJECT', '__proto__', 'valueOf'),
    fc.string({ minLength: 1 }),
  );
  const maybe = fc.option(word, { nil: null });
  const amount = fc.option(fc.nat(5), { nil: null });
  const facts = fc.record<StatusFacts>({
    productOrderStatus: word,
    placeOrderStatus: maybe,
    deliveryStatus: maybe,
    claimType: maybe,
    claimStatus: maybe,
    quantity: fc.integer({ min: 1, max: 5 }),
    remainQuantity: amount,
    requestQuantity: amount,
  });

  it('is total, keeps what Naver said and never guesses', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const { status, nativeStatus } = statusOf(given);
        expect(status === null || isOrderStatus(status)).toBe(true);
        expect(nativeStatus.startsWith(given.productOrderStatus)).toBe(true);
        if (given.claimStatus !== null) expect(nativeStatus).toContain(given.claimStatus);
        if (!Object.hasOwn(STATUSES, given.productOrderStatus)) expect(status).toBeNull();
        expect(shippableQuantity(given)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
