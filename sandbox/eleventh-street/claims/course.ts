import { leftOf, type OrderLine, type Parcel } from '../orders/line.ts';
import type { Shop } from '../shop/shop.ts';
import type { Claim, ClaimKind, ClaimState } from './claim.ts';
import type { Reason } from './reasons.ts';

const RETURN_FEE = 5_000;
const EXCHANGE_FEE = 6_000;
// 11st's own courier collects; the fee comes off the refund, or lies in the box of an exchange.
const COLLECTED_BY_11ST = '06';
const DEDUCTED = '09';
const IN_THE_BOX = '03';

/** What is wanted undone, and by whom. */
export interface ClaimWish {
  readonly kind: ClaimKind;
  readonly quantity: number;
  readonly reason: Reason;
  readonly text?: string;
  readonly by?: 'buyer' | 'seller';
  readonly isForced?: boolean;
  readonly isAfterDecision?: boolean;
  /** The number of a claim of the same order that this one belongs to. */
  readonly seq?: string;
  readonly feeMeans?: string;
  readonly newReceiver?: Claim['newReceiver'];
}

/** Opens a claim about a line. */
export function openClaim(shop: Shop, line: OrderLine, wish: ClaimWish, at: number): Claim {
  const { kind, quantity, reason } = wish;
  const isCancel = kind === 'cancel';
  const isAfterDecision = wish.isAfterDecision ?? false;
  // What is cancelled after the purchase was confirmed is numbered like a return, whose fields its list has.
  const hasCancelNumber = isCancel && !isAfterDecision;
  const seq = wish.seq ?? (hasCancelNumber ? shop.ids.cancel() : shop.ids.claim());
  const claim: Claim = {
    seq,
    clmNo: `${hasCancelNumber ? 1 : 2}${seq}${String(line.seq).padStart(2, '0')}`,
    kind,
    line,
    quantity,
    by: wish.by ?? 'buyer',
    fault: reason.fault,
    reasonCode: reason.code,
    reasonText: wish.text ?? reason.text,
    isForced: wish.isForced ?? false,
    isAfterDecision,
    state: 'requested',
    requestedAt: at,
    changedAt: at,
    endedAt: null,
    collectMethod: COLLECTED_BY_11ST,
    collect: null,
    collectedAt: null,
    fee: isCancel ? null : feeFor(kind, reason),
    feeMeans: wish.feeMeans ?? (kind === 'exchange' ? IN_THE_BOX : DEDUCTED),
    refunded: false,
    replacement: null,
    newReceiver: kind === 'exchange' ? (wish.newReceiver ?? line.order.receiver) : null,
    answer: null,
  };
  line.claims.push(claim);
  shop.claims.add(claim);
  shop.book.settle(line, at);
  return claim;
}

/** Moves a claim on. */
export function moveClaim({ book }: Shop, claim: Claim, state: ClaimState, at: number): void {
  claim.state = state;
  claim.changedAt = at;
  if (state === 'done' || state === 'rejected' || state === 'withdrawn') claim.endedAt = at;
  book.settle(claim.line, at);
}

/** The goods are cancelled or given back for good, and the buyer has his money. */
export function refund(shop: Shop, claim: Claim, at: number): void {
  const { line, quantity, kind } = claim;
  const undone = Math.min(quantity, leftOf(line));
  if (kind === 'cancel') line.canceled += undone;
  else line.returned += undone;
  claim.refunded = true;
  moveClaim(shop, claim, 'done', at);
}

/** Says no to a claim: the line is again what it was. */
export function reject(shop: Shop, claim: Claim, answer: NonNullable<Claim['answer']>, at: number): void {
  claim.answer = answer;
  moveClaim(shop, claim, 'rejected', at);
}

/** The courier of 11st has taken the goods, or even brought them to the seller. */
export function collect(shop: Shop, claim: Claim, at: number): void {
  claim.collect ??= { courierCode: '00034', invoice: shop.ids.invoice() };
  claim.collectedAt = at;
  if (claim.state === 'approved') moveClaim(shop, claim, 'collected', at);
  else {
    claim.changedAt = at;
    shop.book.settle(claim.line, at);
  }
}

/** The seller sends new goods. */
export function sendReplacement(shop: Shop, claim: Claim, parcel: Parcel, at: number): void {
  claim.replacement = parcel;
  shop.invoices.note(claim.line, parcel);
  moveClaim(shop, claim, 'reshipped', at);
}

/** The new goods reach the buyer: the exchange is over, and the days until the purchase is confirmed begin again. */
export function redeliver(shop: Shop, claim: Claim, at: number): void {
  claim.line.stage = '501';
  claim.line.deliveredAt = at;
  moveClaim(shop, claim, 'done', at);
}

/** Takes the seller's credit for a cancel that was his fault, or for lateness. */
export function penalize(shop: Shop, line: OrderLine, points: number): void {
  line.order.penaltyPoints += points;
  shop.rules.creditPoints += points;
}

// Only who changed his mind pays for the ways.
function feeFor(kind: ClaimKind, { fault }: Reason): number {
  if (fault !== 'buyer') return 0;
  return kind === 'return' ? RETURN_FEE : EXCHANGE_FEE;
}
