import { createHash } from 'node:crypto';
import type { OfferPayload } from '../../domain/command.ts';
import type { AccountId } from '../../domain/ids.ts';
import {
  hasMoved,
  judgeOffer,
  type OfferAfter,
  type OfferFacts,
  type OfferWanted,
  type PlanWanted,
} from '../../domain/plan.ts';
import type { PlanItem } from '../../store/plans/read.ts';
import type { ItemVerdict } from '../../store/plans/work.ts';
import type { PlanDeclined } from './declined.ts';
import type { OffersLook } from './look-at-offers.ts';

/** An item of a plan about something on sale. */
export interface OfferItem {
  readonly position: number;
  readonly account: AccountId;
  readonly nativeItemId: string;
  readonly wanted: OfferWanted;
  /** What was shown; null until it was read. */
  readonly shown: OfferFacts | null;
  readonly flags: PlanItem['flags'];
}

export function offerItem(item: PlanItem): OfferItem {
  const { target, wanted, before } = item;
  if (target.kind !== 'offer' || !isOfferWanted(wanted))
    throw new Error(`item ${item.position} is about no offer`);
  return {
    position: item.position,
    account: target.account,
    nativeItemId: target.nativeItemId,
    wanted,
    shown: before === null || isList(before) ? null : before,
    flags: item.flags,
  };
}

function isOfferWanted(wanted: PlanWanted): wanted is OfferWanted {
  return wanted.kind === 'set_stock' || wanted.kind === 'set_price';
}

function isList<Element>(value: object | readonly Element[]): value is readonly Element[] {
  return Array.isArray(value);
}

type Seen = Extract<OffersLook, { kind: 'seen' }>;

/** The diff of one offer, for a person to look at. */
export function prepareOffer(item: OfferItem, { offers, missing, rules }: Seen): ItemVerdict {
  const { position, nativeItemId } = item;
  const now = offers.get(nativeItemId);
  if (now === undefined) return notFound(position, missing.get(nativeItemId));
  const judged = judgeOffer(item.wanted, now, rules);
  switch (judged.state) {
    case 'planned':
      return {
        position,
        state: 'planned',
        before: judged.before,
        after: judged.after,
        flags: judged.flags,
      };
    case 'unchanged':
      return { position, state: 'unchanged', before: judged.before };
    case 'declined':
      return { position, state: 'declined', before: now, declined: judged.because satisfies PlanDeclined };
  }
}

/** What is to be done about one offer of a confirmed plan. */
export type OfferDecision =
  | { readonly kind: 'leave'; readonly verdict: ItemVerdict }
  | {
      readonly kind: 'order';
      readonly item: OfferItem;
      readonly before: OfferFacts;
      readonly after: OfferAfter;
    };

/**
 * Looks again before a confirmed value is sent: where the value is no longer the one that was shown, it is left out,
 * unless the person has asked for those too.
 */
export function decideOffer(
  item: OfferItem,
  { offers, missing, rules }: Seen,
  includeStale: boolean,
): OfferDecision {
  const { position, nativeItemId } = item;
  const now = offers.get(nativeItemId);
  if (now === undefined) return { kind: 'leave', verdict: notFound(position, missing.get(nativeItemId)) };
  const moved = item.shown === null || hasMoved(item.wanted.kind, item.shown, now);
  if (moved && !includeStale) {
    const because: PlanDeclined = { code: 'moved', now };
    return { kind: 'leave', verdict: { position, state: 'stale', flags: item.flags, declined: because } };
  }
  const judged = judgeOffer(item.wanted, now, rules);
  if (judged.state !== 'planned')
    return { kind: 'leave', verdict: prepareOffer(item, { kind: 'seen', offers, missing, rules }) };
  return { kind: 'order', item, before: judged.before, after: judged.after };
}

function notFound(position: number, nativeText: string | undefined): ItemVerdict {
  const because: PlanDeclined = { code: 'offer_not_found', native_text: nativeText ?? '' };
  return { position, state: 'declined', declined: because };
}

/** The command that sets an offer to its planned value. */
export function offerPayload(nativeItemId: string, after: OfferAfter): OfferPayload {
  return after.kind === 'set_stock'
    ? { kind: 'set_stock', nativeItemId, quantity: after.quantity }
    : { kind: 'set_price', nativeItemId, price: after.price, currency: after.currency };
}

/** Equal wishes get equal keys. */
export function offerKey(payload: OfferPayload): string {
  const value = payload.kind === 'set_stock' ? [payload.quantity] : [payload.price, payload.currency];
  const parts = [payload.nativeItemId, ...value].join('|');
  return `${payload.kind}:${createHash('sha256').update(parts).digest('base64url').slice(0, 27)}`;
}
