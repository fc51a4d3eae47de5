import type { DatedFeeRate } from '../../domain/pricing/fees.ts';

/**
 * The upper end of 4 to 10.9 % by category, ex-tax, on the price after discounts, payment included; sources differ for most
 * categories, and revenue rows tell the real one (seller-operations §3.2, §3.3).
 */
export const FEES: readonly DatedFeeRate[] = [
  {
    nativeCategoryId: null,
    saleBp: 1_080,
    shippingBp: 300,
    paymentBp: 0,
    fixed: 0,
    vatIncluded: false,
    validFrom: '2025-01-01',
    source: '쿠팡 판매 수수료, 판매자 교육 자료 (2024–2026)',
    checkedOn: '2026-11-21',
  },
];
