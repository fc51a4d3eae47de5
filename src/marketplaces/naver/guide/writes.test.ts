import { describe, expect, it } from 'vitest';
import type { ClaimPayload } from '../../../domain/claim-action.ts';
import type { ClaimTarget, LineTarget, ShipTarget } from '../../kit/shop.ts';
import { MarketplaceError } from '../../kit/trouble.ts';
import { openClaimsDesk } from './claims.ts';
import type { Client } from './client.ts';
import { decodeVerdicts, failureOf } from './verdicts.ts';
import { cancel, hold, release, ship } from './writes.ts';

const line = (nth: number): LineTarget => ({
  line: nth,
  nativeOrderId: 'o',
  nativeLineId: `202401221234567800${nth}`,
  nativeItemId: 'i',
  packageKey: 'o',
});

const parcel = (nth: number, invoice: string): ShipTarget => ({
  ...line(nth),
  carrierCode: 'CJGLS',
  invoice,
  shippedAt: '2026-11-21T05:00:00.000Z',
});

interface Sent {
  readonly operation: string;
  readonly body?: unknown;
}

/** A store that does all it is asked but for what `answers` say. */
function storeWith(answers: (sent: Sent) => unknown) {
  const sent: Sent[] = [];
  const client: Client = {
    async ask({ operation, body, decode }) {
      sent.push({ operation, ...(body === undefined ? {} : { body }) });
      return decode(answers({ operation, body }));
    },
    proveKeys: async () => {},
  };
  return { client, sent };
}

const allDone = ({ body }: Sent) => ({
  successProductOrderIds:
    typeof body === 'object' && body !== null && 'productOrderIds' in body ? body.productOrderIds : [],
  failProductOrderInfos: [],
});

describe('ship', () => {
  it('sends one call for a parcel, with all that goes into it', async () => {
    const { client, sent } = storeWith(allDone);
    const outcomes = await ship(client, [
      parcel(1, '123456789012'),
      parcel(2, '1'),
      parcel(3, ' 123456789012'),
    ]);
    expect(sent).toEqual([
      {
        operation: 'ship',
        body: {
          productOrderIds: ['2024012212345678001', '2024012212345678003'],
          deliveryCompanyCode: 'CJGLS',
          trackingNumber: '123456789012',
        },
      },
      {
        operation: 'ship',
        body: {
          productOrderIds: ['2024012212345678002'],
          deliveryCompanyCode: 'CJGLS',
          trackingNumber: '1',
        },
      },
    ]);
    expect(outcomes.map(({ line: nth, kind }) => [nth, kind])).toEqual([
      [1, 'done'],
      [3, 'done'],
      [2, 'done'],
    ]);
    expect(outcomes[0]).toMatchObject({ status: 'DELIVERING', nativeStatus: 'SHIPPING' });
  });
});

describe('hold and release', () => {
  it('tells the reason, and what the order is again afterwards', async () => {
    const { client, sent } = storeWith((asked) =>
      asked.operation === 'productOrder'
        ? {
            productOrderId: '2024012212345678001',
            orderStatus: 'PAY_COMPLETED',
            productId: 'p',
            productName: 'p',
            quantity: 1,
            unitPrice: 1,
            totalProductAmount: 1,
          }
        : allDone(asked),
    );
    const text = '재고 부족으로 입고 대기 중';
    expect(await hold(client, [{ ...line(1), text }])).toEqual([
      { kind: 'done', line: 1, status: 'PREPARING', nativeStatus: 'HOLD', readAgain: true },
    ]);
    expect(sent[0]?.body).toEqual({ productOrderIds: ['2024012212345678001'], reason: text });
    expect(await release(client, [line(1)])).toEqual([
      { kind: 'done', line: 1, status: 'PAID', nativeStatus: 'PAY_COMPLETED', readAgain: true },
    ]);
  });

  it('does not forget a release that could not be read back', async () => {
    const { client } = storeWith((asked) => {
      if (asked.operation === 'productOrder') {
        throw new MarketplaceError({ reason: 'down', operation: 'productOrder' });
      }
      return allDone(asked);
    });
    expect(await release(client, [line(1)])).toMatchObject([{ kind: 'done', readAgain: true }]);
  });
});

describe('cancel', () => {
  const target = { ...line(1), reason: 'SOLD_OUT', text: '', quantity: 1, whole: true };

  it('sends the code and its words, and nothing for a part of a line', async () => {
    const { client, sent } = storeWith(allDone);
    expect(await cancel(client, [target, { ...target, line: 2, whole: false }])).toMatchObject([
      { kind: 'done', line: 1, status: 'CANCELED' },
      { kind: 'refused', line: 2, reason: 'not_offered' },
    ]);
    expect(sent).toEqual([
      {
        operation: 'cancel',
        body: {
          productOrderIds: ['2024012212345678001'],
          cancelReason: '재고 소진',
          cancelReasonCode: 'SOLD_OUT',
        },
      },
    ]);
  });
});

describe('failureOf', () => {
  const verdicts = decodeVerdicts({
    successProductOrderIds: ['1', '2'],
    failProductOrderInfos: [
      { productOrderId: '2', code: 'INVALID_STATE', message: 'm' },
      { productOrderId: '3', code: 'ALREADY_PROCESSED', message: 'm' },
      { productOrderId: '4', code: 'DUPLICATE_TRACKING_NUMBER', message: 'm' },
      { productOrderId: '5', code: 'INTERNAL_ERROR', message: 'm' },
      { productOrderId: '6', code: 'ODD', message: 'm' },
    ],
  });

  it.each([
    ['1', null],
    ['2', { kind: 'unknown' }],
    ['3', { kind: 'refused', reason: 'already_done' }],
    ['4', { kind: 'refused', reason: 'refused' }],
    ['5', { kind: 'unknown' }],
    ['6', { kind: 'refused', reason: 'unexplained' }],
    ['7', { kind: 'unknown' }],
  ])('judges product order %s', (id, wanted) => {
    const failure = failureOf(id, verdicts);
    if (wanted === null) expect(failure).toBeNull();
    else expect(failure).toMatchObject(wanted);
  });
});

describe('act', () => {
  const payload: ClaimPayload = {
    kind: 'return.charge_fee',
    text: null,
    reason: null,
    shipment: null,
    fee: 5000,
    fault: 'buyer',
  };
  const target = (item: number, change: Partial<ClaimPayload> = {}): ClaimTarget => ({
    item,
    claim: {
      nativeClaimId: `c${item}`,
      nativeOrderId: 'o',
      kind: 'return',
      requestedAt: '2026-11-20T10:00:00.000Z',
      nativeStatus: 'RETURN_REQUESTED',
      lines: [{ nativeLineId: `l${item}`, nativeItemId: null, packageKey: null, quantity: 1 }],
      replacementPackage: null,
    },
    payload: { ...payload, ...change },
  });

  it('puts into one call what is said of several claims', async () => {
    const { client, sent } = storeWith(allDone);
    const outcomes = await openClaimsDesk(client).act('return.charge_fee', [
      target(1),
      target(2, { fee: 3000 }),
      target(3),
      target(4, { fault: 'marketplace' }),
    ]);
    expect(sent.map(({ body }) => body)).toEqual([
      { productOrderIds: ['l1', 'l3'], returnShippingCharge: 5000, claimType: 'BUYER_FAULT' },
      { productOrderIds: ['l2'], returnShippingCharge: 3000, claimType: 'BUYER_FAULT' },
    ]);
    expect(outcomes.map(({ item, kind }) => [item, kind])).toEqual([
      [1, 'done'],
      [3, 'done'],
      [2, 'done'],
      [4, 'refused'],
    ]);
    expect(outcomes[0]).toMatchObject({ state: 'on_hold', nativeStatus: 'RETURN_WITHHELD' });
  });

  it('changes whose fault it is, with the parcel that came back', async () => {
    const { client, sent } = storeWith(allDone);
    await openClaimsDesk(client).act('return.change_fault', [
      target(1, {
        kind: 'return.change_fault',
        fault: 'seller',
        text: '상품 불량으로 판매자 귀책 변경',
        fee: null,
        shipment: {
          carrierId: 'cj',
          carrierCode: 'CJGLS',
          invoice: '123456789012',
          shippedAt: '2026-11-21T05:00:00.000Z',
        },
      }),
    ]);
    expect(sent).toEqual([
      {
        operation: 'returnChangeReason',
        body: {
          productOrderIds: ['l1'],
          claimReasonType: 'SELLER_FAULT',
          claimReasonDetail: '상품 불량으로 판매자 귀책 변경',
          collectDeliveryCompanyCode: 'CJGLS',
          collectTrackingNumber: '123456789012',
        },
      },
    ]);
  });
});
