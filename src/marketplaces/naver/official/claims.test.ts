import { describe, expect, it } from 'vitest';
import type { ClaimAction, ClaimPayload } from '../../../domain/claim-action.ts';
import type { ClaimTarget } from '../../kit/shop.ts';
import { openClaimsDesk } from './claims.ts';
import type { Client } from './client.ts';

const NOW = new Date('2026-11-21T06:00:00.000Z');
const ID = '2026112098765431';

const NOTHING: Omit<ClaimPayload, 'kind'> = {
  text: null,
  reason: null,
  shipment: null,
  fee: null,
  fault: null,
};

function target(action: ClaimAction, payload: Partial<ClaimPayload> = {}): ClaimTarget {
  return {
    item: 7,
    claim: {
      nativeClaimId: '2026112100000021',
      nativeOrderId: '2026112012345671',
      kind: 'return',
      requestedAt: '2026-11-20T10:00:00.000Z',
      nativeStatus: 'COLLECT_DONE',
      lines: [{ nativeLineId: ID, nativeItemId: '1', packageKey: 'p', quantity: 1 }],
      replacementPackage: null,
    },
    payload: { ...NOTHING, kind: action, ...payload },
  };
}

/** A store that answers every action with `data`, and remembers what it was sent. */
function storeWith(data: unknown) {
  const sent: unknown[] = [];
  const client: Client = {
    async ask({ operation, params, body, decode }) {
      sent.push({ operation, params, ...(body === undefined ? {} : { body }) });
      return decode({ timestamp: 't', traceId: 't', data });
    },
    proveKeys: async () => {},
  };
  return { desk: openClaimsDesk(client, () => NOW), sent };
}

const DONE = { successProductOrderIds: [ID], failProductOrderInfos: [] };
const PARCEL = {
  carrierId: 'cj',
  carrierCode: 'CJGLS',
  invoice: ' 690012340000 ',
  shippedAt: '2026-11-21T05:00:00.000Z',
};

describe('act', () => {
  it.each([
    ['cancel.approve', {}, 'cancelApprove', undefined],
    ['return.approve', {}, 'returnApprove', undefined],
    ['return.release', {}, 'returnRelease', undefined],
    ['exchange.collect', {}, 'exchangeCollect', undefined],
    ['exchange.release', {}, 'exchangeRelease', undefined],
    ['return.reject', { text: '사용 흔적' }, 'returnReject', { rejectReturnReason: '사용 흔적' }],
    ['exchange.reject', { text: '품절' }, 'exchangeReject', { rejectExchangeReason: '품절' }],
    [
      'return.charge_fee',
      { text: '반품 배송비', fee: 3000 },
      'returnHold',
      {
        holdbackClassType: 'RETURN_DELIVERYFEE',
        holdbackReturnDetailReason: '반품 배송비',
        extraReturnFeeAmount: 3000,
      },
    ],
    [
      'return.hold',
      { text: '확인 중', reason: 'SELLER_CONFIRM_NEED' },
      'returnHold',
      { holdbackClassType: 'SELLER_CONFIRM_NEED', holdbackReturnDetailReason: '확인 중' },
    ],
    [
      'exchange.hold',
      { text: '교환비', reason: 'EXCHANGE_DELIVERYFEE', fee: 6000 },
      'exchangeHold',
      {
        holdbackClassType: 'EXCHANGE_DELIVERYFEE',
        holdbackExchangeDetailReason: '교환비',
        extraExchangeFeeAmount: 6000,
      },
    ],
    [
      'exchange.ship',
      { shipment: PARCEL },
      'exchangeShip',
      { reDeliveryMethod: 'DELIVERY', reDeliveryCompany: 'CJGLS', reDeliveryTrackingNumber: '690012340000' },
    ],
    [
      'exchange.ship',
      { shipment: { ...PARCEL, carrierCode: 'DIRECT_DELIVERY' } },
      'exchangeShip',
      { reDeliveryMethod: 'DIRECT_DELIVERY' },
    ],
    [
      'cancel.reject',
      { shipment: PARCEL },
      'dispatch',
      {
        dispatchProductOrders: [
          {
            productOrderId: ID,
            deliveryMethod: 'DELIVERY',
            deliveryCompanyCode: 'CJGLS',
            trackingNumber: '690012340000',
            dispatchDate: '2026-11-21T14:00:00.000+09:00',
          },
        ],
      },
    ],
  ] as const)('sends %s %j as %s', async (action, payload, operation, body) => {
    const { desk, sent } = storeWith(DONE);
    expect(await desk.act(action, [target(action, payload)])).toMatchObject([{ kind: 'done', item: 7 }]);
    expect(sent.at(-1)).toEqual({
      operation,
      params: { productOrderId: ID },
      ...(body === undefined ? {} : { body }),
    });
    const before = action === 'exchange.ship' ? ['exchangeCollect'] : [];
    expect(sent.slice(0, -1)).toMatchObject(before.map((first) => ({ operation: first })));
  });

  it('sends nothing that lacks what the call needs', async () => {
    const { desk, sent } = storeWith(DONE);
    for (const action of ['return.reject', 'return.charge_fee', 'exchange.ship', 'cancel.reject'] as const) {
      expect(await desk.act(action, [target(action)])).toMatchObject([
        { kind: 'refused', reason: 'refused' },
      ]);
    }
    expect(await desk.act('return.complete', [target('return.complete')])).toMatchObject([
      { kind: 'refused', reason: 'not_offered' },
    ]);
    expect(sent).toEqual([]);
  });

  it('answers for a claim that is in the wrong state, and for one in no list', async () => {
    const wrong = {
      failProductOrderInfos: [
        { productOrderId: ID, code: '104417', message: '교환 재배송 상태로 변경이 불가능한 상태' },
      ],
    };
    const ship = [target('exchange.ship', { shipment: PARCEL })];
    expect(await storeWith(wrong).desk.act('exchange.ship', ship)).toMatchObject([
      { kind: 'refused', item: 7, reason: 'wrong_state', nativeCode: '104417' },
    ]);
    expect(await storeWith({}).desk.act('exchange.ship', ship)).toMatchObject([{ kind: 'unknown', item: 7 }]);
  });
});
