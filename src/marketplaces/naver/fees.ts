import type { DatedFeeRate } from '../../domain/pricing/fees.ts';

/**
 * SmartStore since June 2025: 2.73 % of every sale, ex-tax, and the order management fee of a seller of general size; small
 * sellers pay less for it, from 1.98 % on (seller-operations §3.2, third parties).
 */
export const FEES: readonly DatedFeeRate[] = [
  {
    nativeCategoryId: null,
    saleBp: 300,
    shippingBp: 0,
    paymentBp: 363,
    fixed: 0,
    vatIncluded: true,
    validFrom: '2025-06-02',
    source: '네이버 쇼핑 수수료 개편 (2025-06-02), 언론·대행사 안내',
    checkedOn: '2026-11-21',
  },
];
