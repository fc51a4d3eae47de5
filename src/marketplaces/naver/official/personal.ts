import { asFields, type Fields } from '../../kit/decode.ts';
import { cutPersonal } from '../../kit/personal.ts';

/** The addresses in one claim. */
export const CLAIM_ADDRESSES = ['collectAddress', 'returnReceiveAddress', 'reDeliveryAddress'] as const;
/** The last one is where claims stood until 2026-10-28 (sheet §3.3). */
const CLAIM_HOLDERS = ['currentClaim.', 'beforeClaim.', ''] as const;
const CLAIM_KINDS = ['cancel', 'return', 'exchange'] as const;

/** Where one product order speaks about people: the buyer, the receiver, and who sends and takes returns. */
export const PERSONAL_PATHS: readonly string[] = [
  'order.ordererId',
  'order.ordererNo',
  'order.ordererName',
  'order.ordererTel',
  'productOrder.shippingAddress',
  'productOrder.shippingMemo',
  'productOrder.individualCustomUniqueCode',
  ...CLAIM_HOLDERS.flatMap((holder) =>
    CLAIM_KINDS.flatMap((kind) => CLAIM_ADDRESSES.map((address) => `${holder}${kind}.${address}`)),
  ),
];

/** Cuts the personal parts out of a product order, the addresses of its finished claims as well. */
export function cutPeople(element: Fields): {
  readonly rest: Fields;
  readonly personal: Readonly<Record<string, unknown>>;
} {
  const outer = cutPersonal(element, PERSONAL_PATHS);
  const { completedClaims } = outer.rest;
  if (!Array.isArray(completedClaims)) return outer;
  const personal: Record<string, unknown> = { ...outer.personal };
  const claims = completedClaims.map((claim: unknown, index) => {
    if (typeof claim !== 'object' || claim === null || Array.isArray(claim)) return claim;
    const inner = cutPersonal(asFields(claim, 'completedClaims'), CLAIM_ADDRESSES);
    for (const [path, value] of Object.entries(inner.personal)) {
      personal[`completedClaims.${index}.${path}`] = value;
    }
    return inner.rest;
  });
  return { rest: { ...outer.rest, completedClaims: claims }, personal };
}
