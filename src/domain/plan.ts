import type { Minor } from './money.ts';
import type { Instant } from './order.ts';

/** What can be planned for many things at once, shown, and done when confirmed. */
export const PLAN_KINDS = ['set_stock', 'set_price', 'acknowledge', 'ship', 'change_invoice'] as const;
export type PlanKind = (typeof PLAN_KINDS)[number];

export const OFFER_PLAN_KINDS = ['set_stock', 'set_price'] as const satisfies readonly PlanKind[];
export type OfferPlanKind = (typeof OFFER_PLAN_KINDS)[number];
export type OrderPlanKind = Exclude<PlanKind, OfferPlanKind>;

export function isOfferPlan(kind: PlanKind): kind is OfferPlanKind {
  return kind === 'set_stock' || kind === 'set_price';
}

/**
 * The life of a plan. While it is `preparing` the present values are read; `ready` is what a person looks at; from
 * `confirmed` on commands are written down and carried out.
 */
export const PLAN_TRANSITIONS = {
  preparing: ['ready', 'failed', 'canceled', 'expired'],
  ready: ['confirmed', 'canceled', 'expired'],
  confirmed: ['applied', 'failed', 'canceled'],
  applied: [],
  failed: [],
  canceled: [],
  expired: [],
} as const satisfies Record<string, readonly string[]>;

export type PlanState = keyof typeof PLAN_TRANSITIONS;
export const PLAN_STATES = [
  'preparing',
  'ready',
  'confirmed',
  'applied',
  'failed',
  'canceled',
  'expired',
] as const satisfies readonly PlanState[];

/**
 * One thing in a plan: `waiting` until its present value is read, `ordered` once its command is written down.
 * `unchanged` is so already, `declined` cannot be done, `stale` has changed since it was shown.
 */
export const PLAN_ITEM_STATES = [
  'waiting',
  'planned',
  'unchanged',
  'declined',
  'stale',
  'ordered',
  'canceled',
] as const;
export type PlanItemState = (typeof PLAN_ITEM_STATES)[number];

/** What a person should look at twice before confirming. */
export const PLAN_FLAGS = ['big_change', 'sells_out', 'off_sale', 'before_unknown', 'moved_since'] as const;
export type PlanFlag = (typeof PLAN_FLAGS)[number];

/** An offer as its marketplace shows it; null where it does not say. */
export interface OfferFacts {
  readonly quantity: number | null;
  readonly price: Minor | null;
  readonly currency: string | null;
  readonly onSale: boolean | null;
}

export type OfferWanted = (
  | { readonly kind: 'set_stock'; readonly quantity: number }
  /** The currency is the offer's own when null. */
  | { readonly kind: 'set_price'; readonly price: Minor; readonly currency: string | null }
) & {
  /** What an earlier plan had set and this one takes back; another value has come from elsewhere since. */
  readonly undoes?: number;
};

/** The value that will be sent. */
export type OfferAfter =
  | { readonly kind: 'set_stock'; readonly quantity: number }
  | { readonly kind: 'set_price'; readonly price: Minor; readonly currency: string };

export type OfferDeclined =
  | { readonly code: 'offer_not_found'; readonly native_text: string }
  | { readonly code: 'currency_unknown' }
  | { readonly code: 'currency_differs'; readonly currency: string }
  | { readonly code: 'price_step'; readonly step: number };

export type OfferJudgement =
  | {
      readonly state: 'planned';
      readonly before: OfferFacts;
      readonly after: OfferAfter;
      readonly flags: readonly PlanFlag[];
    }
  | { readonly state: 'unchanged'; readonly before: OfferFacts }
  | { readonly state: 'declined'; readonly before: OfferFacts | null; readonly because: OfferDeclined };

/** A price that moves by more than this share of itself is flagged: most such changes are a slip of the finger. */
const BIG_CHANGE_PERCENT = 30;

/** Decides what becomes of one offer in a plan, by what the marketplace shows of it now. */
export function judgeOffer(
  wanted: OfferWanted,
  now: OfferFacts,
  rules: { readonly priceStep: number },
): OfferJudgement {
  const decline = (because: OfferDeclined): OfferJudgement => ({ state: 'declined', before: now, because });
  if (wanted.kind === 'set_stock') {
    if (now.quantity === wanted.quantity) return { state: 'unchanged', before: now };
    const after: OfferAfter = { kind: 'set_stock', quantity: wanted.quantity };
    return { state: 'planned', before: now, after, flags: flagsOf(after, now, wanted.undoes) };
  }
  const currency = wanted.currency ?? now.currency;
  if (currency === null) return decline({ code: 'currency_unknown' });
  if (now.currency !== null && now.currency !== currency)
    return decline({ code: 'currency_differs', currency: now.currency });
  if (wanted.price % rules.priceStep !== 0) return decline({ code: 'price_step', step: rules.priceStep });
  if (now.price === wanted.price) return { state: 'unchanged', before: now };
  const after: OfferAfter = { kind: 'set_price', price: wanted.price, currency };
  return { state: 'planned', before: now, after, flags: flagsOf(after, now, wanted.undoes) };
}

function flagsOf(after: OfferAfter, now: OfferFacts, undoes: number | undefined): readonly PlanFlag[] {
  const before = after.kind === 'set_stock' ? now.quantity : now.price;
  return [
    ...(before === null ? (['before_unknown'] as const) : []),
    ...(after.kind === 'set_price' && isBigChange(now.price, after.price) ? (['big_change'] as const) : []),
    ...(after.kind === 'set_stock' && after.quantity === 0 ? (['sells_out'] as const) : []),
    ...(now.onSale === false ? (['off_sale'] as const) : []),
    ...(undoes !== undefined && before !== undoes ? (['moved_since'] as const) : []),
  ];
}

function isBigChange(before: Minor | null, after: Minor): boolean {
  return before !== null && Math.abs(after - before) * 100 > before * BIG_CHANGE_PERCENT;
}

/** Whether the value that a plan was to change is no longer the one that was shown. */
export function hasMoved(kind: OfferPlanKind, shown: OfferFacts, now: OfferFacts): boolean {
  if (kind === 'set_stock') return shown.quantity !== now.quantity;
  return shown.price !== now.price || shown.currency !== now.currency;
}

/** What would put an offer back to where it was, or null where that value was never known or is no price. */
export function reverseOf(before: OfferFacts, after: OfferAfter): OfferWanted | null {
  if (after.kind === 'set_stock') {
    if (before.quantity === null) return null;
    return { kind: after.kind, quantity: before.quantity, undoes: after.quantity };
  }
  if (before.price === null || before.price <= 0) return null;
  return { kind: after.kind, price: before.price, currency: before.currency, undoes: after.price };
}

/** What a line of an order showed when the plan was made: enough to tell that it moved, and to go back. */
export interface LineFacts {
  readonly line_id: number;
  readonly status: string | null;
  readonly native_status: string;
  readonly carrier_id: string | null;
  readonly native_carrier: string | null;
  readonly invoice: string | null;
}

/** What is wished for an order of a plan. */
export type OrderWanted =
  | { readonly kind: 'acknowledge' }
  | {
      readonly kind: 'ship' | 'change_invoice';
      readonly carrier: string;
      readonly invoice: string;
      readonly shippedAt: Instant;
    };

export type PlanWanted = OfferWanted | OrderWanted;

/** One command that an order of a plan will become. */
export interface OrderStep {
  readonly kind: OrderPlanKind;
  readonly line_ids: readonly number[];
  readonly carrier_id: string | null;
  readonly carrier_code: string | null;
  readonly invoice: string | null;
}

/** Whether any line is no longer as it was shown. */
export function linesHaveMoved(shown: readonly LineFacts[], now: readonly LineFacts[]): boolean {
  const present = new Map(now.map((line) => [line.line_id, line]));
  return shown.some((line) => {
    const seen = present.get(line.line_id);
    return seen?.native_status !== line.native_status || seen.invoice !== line.invoice;
  });
}

/** An invoice to go back to, with the lines that carried it. */
export interface FormerInvoice {
  readonly carrier: string;
  readonly invoice: string;
  readonly lines: readonly number[];
}

/** The invoices that lines had before, each once; lines that had none are left out. */
export function formerInvoices(before: readonly LineFacts[]): readonly FormerInvoice[] {
  const groups = new Map<string, { carrier: string; invoice: string; lines: number[] }>();
  for (const line of before) {
    const carrier = line.carrier_id ?? line.native_carrier;
    if (carrier === null || line.invoice === null) continue;
    const key = `${carrier}|${line.invoice}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { carrier, invoice: line.invoice, lines: [line.line_id] });
    else known.lines.push(line.line_id);
  }
  return [...groups.values()];
}
