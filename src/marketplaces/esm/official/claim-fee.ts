import type { ClaimFee, ClaimKind } from '../../../domain/claim.ts';
import type { Fields } from '../../kit/decode.ts';
import { optionalCodeAt, wonOrNoneAt } from './values.ts';

type PaidBy = ClaimFee['paidBy'];

/** `WhoReturnShippingFee`; 4 is a buyer who paid a part by coupon (sheet §3.7). */
const PAYERS: Readonly<Record<string, PaidBy>> = {
  '1': 'marketplace',
  '2': 'buyer',
  '3': 'seller',
  '4': 'shared',
};
/** `WhoExchangeShippingFee`, where 4 is a coupon for free returns (E:59). */
const EXCHANGE_PAYERS: Readonly<Record<string, PaidBy>> = { ...PAYERS, '4': 'marketplace' };
/** What nobody but the buyer is charged. */
const BUYER_PAYS: Readonly<Record<string, PaidBy>> = { '': 'buyer' };

/** What the claim costs: the way back, and what the seller charged on top by a hold. Null when it costs nothing. */
export function claimFee(claim: Fields, kind: ClaimKind): ClaimFee | null {
  const parts = PARTS[kind].map(({ fee, who, way, payers }) => ({
    amount: wonOrNoneAt(claim, fee),
    paidBy: payers[optionalCodeAt(claim, who) ?? ''] ?? null,
    method: optionalCodeAt(claim, way),
  }));
  const charged = parts.filter(({ amount }) => amount > 0);
  const [first, ...others] = charged;
  if (first === undefined) return null;
  const oneBears = others.every(({ paidBy }) => paidBy === first.paidBy);
  return {
    amount: charged.reduce((sum, { amount }) => sum + amount, 0),
    currency: 'KRW',
    paidBy: oneBears ? first.paidBy : 'shared',
    method: first.method,
  };
}

interface Part {
  readonly fee: string;
  readonly who: string;
  readonly way: string;
  readonly payers: Readonly<Record<string, PaidBy>>;
}

const PARTS: Readonly<Record<ClaimKind, readonly Part[]>> = {
  // Charged to the buyer where the rest of the cart is no longer shipped free (E:50); nobody else is named.
  cancel: [{ fee: 'AddShippingFee', who: '', way: '', payers: BUYER_PAYS }],
  return: [
    {
      fee: 'ReturnShippingFee',
      who: 'WhoReturnShippingFee',
      way: 'ReturnShippingFeeWay',
      payers: PAYERS,
    },
    // The seller charges it by a hold that ends when the buyer pays (sheet §3.7); the codes of
    // `WhoAddReturnShippingFee` are documented nowhere.
    {
      fee: 'AddReturnShippingFee',
      who: '',
      way: 'AddReturnShippingFeeWay',
      payers: BUYER_PAYS,
    },
  ],
  exchange: [
    {
      fee: 'ExchangeShippingFee',
      who: 'WhoExchangeShippingFee',
      way: 'ExchangeShippingFeeWay',
      payers: EXCHANGE_PAYERS,
    },
  ],
};
