import type { DatedFeeRate } from '../../domain/pricing/fees.ts';

/** The upper end of 4 to 15 % by category, and 3.3 % of prepaid shipping (seller-operations §3.2, third parties). */
export const FEES: readonly DatedFeeRate[] = [
  {
    nativeCategoryId: null,
    saleBp: 1_500,
    shippingBp: 330,
    paymentBp: 0,
    fixed: 0,
    vatIncluded: true,
    validFrom: '2025-01-01',
    source: 'G마켓·옥션 판매 수수료, 판매자 교육 자료 (2026)',
    checkedOn: '2026-11-21',
  },
];
