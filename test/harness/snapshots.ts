import type { ClaimSnapshot } from '../../src/domain/claim.ts';
import type { Contact, OrderLineSnapshot, OrderSnapshot, PackageSnapshot } from '../../src/domain/order.ts';

/** A contact with a findable name and phone. */
export function contact(overrides: Partial<Contact> = {}): Contact {
  return {
    orderer: { name: '김하늘', phone: null, safePhone: '0502-1234-5678', email: null },
    receiver: { name: '이바다', phone: '010-9876-5432', safePhone: null, email: null },
    postalCode: '05500',
    address: '서울특별시 송파구 올림픽로 1',
    addressDetail: '101동 202호',
    deliveryNote: '문 앞, 공동현관 1234#',
    customsCode: null,
    native: {},
    ...overrides,
  };
}

export function pack(overrides: Partial<PackageSnapshot> = {}): PackageSnapshot {
  return {
    key: 'box-1',
    shippingFee: 3000,
    remoteAreaFee: 0,
    remoteArea: false,
    contact: contact(),
    native: { shipmentBoxId: '642538971006401429' },
    ...overrides,
  };
}

export function line(overrides: Partial<OrderLineSnapshot> = {}): OrderLineSnapshot {
  return {
    nativeLineId: 'box-1:70071284034',
    packageKey: 'box-1',
    nativeItemId: '70071284034',
    nativeProductId: '7001112223',
    status: 'PAID',
    nativeStatus: 'ACCEPT',
    productName: '면 양말',
    optionText: '블랙, 1개',
    sellerSku: 'SOCK-BK-1',
    quantity: 3,
    shippableQuantity: 3,
    taxFree: false,
    unitPrice: 6600,
    amount: 19800,
    discount: 0,
    sellerDiscount: null,
    paidAmount: 19800,
    commission: null,
    expectedSettlement: null,
    shipBy: '2026-11-24T14:59:59.000Z',
    parcel: null,
    deliveredAt: null,
    confirmedAt: null,
    lockedBecause: null,
    native: { vendorItemId: '70071284034' },
    ...overrides,
  };
}

export function order(overrides: Partial<OrderSnapshot> = {}): OrderSnapshot {
  return {
    nativeOrderId: '15100012345678',
    orderedAt: '2026-11-20T01:20:16.000Z',
    paidAt: '2026-11-20T01:20:18.000Z',
    currency: 'KRW',
    packages: [pack()],
    lines: [line()],
    complete: false,
    ...overrides,
  };
}

/** A buyer's request to cancel the whole of `line()`. */
export function claim(overrides: Partial<ClaimSnapshot> = {}): ClaimSnapshot {
  return {
    nativeClaimId: 'R365469801',
    nativeOrderId: '15100012345678',
    kind: 'cancel',
    state: 'requested',
    nativeStatus: 'RELEASE_STOP_UNCHECKED',
    requestedAt: '2026-11-20T03:00:00.000Z',
    requestedBy: 'buyer',
    fault: 'buyer',
    reason: 'changed_mind',
    nativeReason: 'CHANGEMIND',
    reasonText: '필요 없어짐 (단순 변심)',
    lines: [{ nativeLineId: 'box-1:70071284034', nativeItemId: '70071284034', quantity: 3 }],
    fee: null,
    collection: null,
    replacement: null,
    hold: null,
    decidesAt: null,
    endedAt: null,
    contact: null,
    native: { receiptId: '365469801' },
    ...overrides,
  };
}
