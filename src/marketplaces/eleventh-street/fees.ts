import type { DatedFeeRate } from '../../domain/pricing/fees.ts';

/** The upper end of the usual 7 to 13 % by category; new sellers pay 6 % for a year (seller-operations §3.2, third parties). */
export const FEES: readonly DatedFeeRate[] = [
  {
    nativeCategoryId: null,
    saleBp: 1_300,
    shippingBp: 0,
    paymentBp: 0,
    fixed: 0,
    vatIncluded: true,
    validFrom: '2025-01-01',
    source: '11번가 판매 수수료, 판매자 교육 자료 (2026)',
    checkedOn: '2026-11-21',
  },
];
