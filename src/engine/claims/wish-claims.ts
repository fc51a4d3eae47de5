import { createHash } from 'node:crypto';
import type { ClaimFault, ClaimState } from '../../domain/claim.ts';
import {
  CLAIM_INPUTS,
  type ClaimAction,
  type ClaimInput,
  type ClaimPayload,
} from '../../domain/claim-action.ts';
import type { AccountId, ClaimId, CommandId, OrderId } from '../../domain/ids.ts';
import type { ClaimActionFacts, Edition, NativeReason, Unsupported } from '../../marketplaces/kit/edition.ts';
import { findAccount } from '../../store/accounts.ts';
import { recordAudit } from '../../store/audit.ts';
import { type Claim, findClaims } from '../../store/claims/read.ts';
import { liftPauses } from '../../store/commands/pauses.ts';
import { storeCommands } from '../../store/commands/store.ts';
import { wakeLane } from '../../store/lanes.ts';
import type { OwnerScope } from '../../store/scope.ts';
import { shipmentOf } from '../commands/order-payload.ts';
import type { Declined, WishedBy } from '../commands/order-wish.ts';
import { editionOf } from '../open-shop.ts';
import { actionsNow, unsupportedFor } from './actions-now.ts';

/** What can be done with a claim of whatever kind: `approve` of a return is `return.approve`. */
export const CLAIM_VERBS = [
  'approve',
  'reject',
  'pickup',
  'collect',
  'complete',
  'hold',
  'release',
  'charge_fee',
  'change_fault',
  'ship',
] as const;
export type ClaimVerb = (typeof CLAIM_VERBS)[number];

/** Something a seller wants done with a claim, before it is known whether it can be. */
export interface ClaimWish {
  readonly claim: ClaimId;
  readonly verb: ClaimVerb;
  readonly text: string | null;
  readonly reason: string | null;
  readonly parcel: { readonly carrier: string; readonly invoice: string; readonly shippedAt: Date } | null;
  readonly fee: number | null;
  readonly fault: ClaimFault | null;
}

export type ClaimWishAnswer =
  | { readonly kind: 'accepted'; readonly claim: ClaimId; readonly command: CommandId }
  | { readonly kind: 'declined'; readonly claim: ClaimId; readonly because: ClaimDeclined };

export type ClaimDeclined =
  | { readonly code: 'claim_not_found' }
  | { readonly code: 'account_disconnected' }
  | { readonly code: 'not_of_this_kind'; readonly verb: ClaimVerb; readonly kind: Claim['kind'] }
  | { readonly code: 'not_offered'; readonly platform: string; readonly unsupported: Unsupported | null }
  | {
      readonly code: 'not_now';
      readonly platform: string;
      readonly action: ClaimAction;
      readonly state: ClaimState | null;
      readonly nativeStatus: string;
      readonly possible: readonly ClaimAction[];
    }
  | { readonly code: 'input_missing'; readonly platform: string; readonly inputs: readonly ClaimInput[] }
  | { readonly code: 'reason_unknown'; readonly platform: string; readonly reasons: readonly NativeReason[] }
  | Extract<Declined, { readonly code: 'carrier_unknown' }>;

interface Planned {
  readonly account: AccountId;
  readonly claim: ClaimId;
  readonly order: OrderId | null;
  readonly payload: ClaimPayload;
  readonly key: string;
}

/** Turns wishes for claims into durable commands, in the caller's transaction (law 2). */
export async function wishForClaims(
  scope: OwnerScope,
  wishes: readonly ClaimWish[],
  by: WishedBy,
): Promise<readonly ClaimWishAnswer[]> {
  const { lane = 'click', actor, cause } = by;
  const claims = new Map(
    (
      await findClaims(
        scope,
        wishes.map(({ claim }) => claim),
      )
    ).map((one) => [one.id, one]),
  );
  const editions = await editionsOf(scope, [...claims.values()]);
  const plans = wishes.map((wish) => plan(wish, claims.get(wish.claim), editions));
  const planned = plans.flatMap((one) => ('code' in one ? [] : [one]));
  const commands = await storeCommands(
    scope,
    planned.map((one) => ({ ...one, lane, actor, cause })),
  );
  const accounts = [...new Set(planned.map(({ account }) => account))];
  if (lane === 'click') await liftPauses(scope, accounts);
  for (const account of accounts) await wakeLane(scope, account, 'commands', null);
  const ids = new Map(planned.map((one, nth) => [one, commands[nth]]));
  await recordAudit(
    scope,
    planned.map((one) => ({
      actor,
      action: `claim.${one.payload.kind}`,
      target: { kind: 'claim', id: one.claim },
      account: one.account,
      detail: { cause, command_id: ids.get(one) ?? null, order_id: one.order },
    })),
  );
  return plans.map((one, nth): ClaimWishAnswer => {
    const claim = wishes[nth]?.claim;
    if (claim === undefined) throw new Error('a wish was lost');
    if ('code' in one) return { kind: 'declined', claim, because: one };
    const command = ids.get(one);
    if (command === undefined) throw new Error('a command was not stored');
    return { kind: 'accepted', claim, command };
  });
}

async function editionsOf(
  scope: OwnerScope,
  claims: readonly Claim[],
): Promise<ReadonlyMap<AccountId, Edition>> {
  const editions = new Map<AccountId, Edition>();
  for (const account of new Set(claims.map((claim) => claim.account))) {
    const known = await findAccount(scope, account);
    if (known !== undefined) editions.set(account, editionOf(known).edition);
  }
  return editions;
}

function plan(
  wish: ClaimWish,
  claim: Claim | undefined,
  editions: ReadonlyMap<AccountId, Edition>,
): Planned | ClaimDeclined {
  if (claim === undefined) return { code: 'claim_not_found' };
  const edition = editions.get(claim.account);
  if (edition === undefined) return { code: 'account_disconnected' };
  const action = actionOf(claim.kind, wish.verb);
  const { platform, state, nativeStatus, kind } = claim;
  if (action === undefined) return { code: 'not_of_this_kind', verb: wish.verb, kind };
  const facts = edition.claims?.[action];
  if (facts === undefined)
    return { code: 'not_offered', platform, unsupported: unsupportedFor(edition, action) };
  if (state === null || !facts.from.includes(state)) {
    const possible = actionsNow(edition, claim).map((one) => one.action);
    return { code: 'not_now', platform, action, state, nativeStatus, possible };
  }
  const payload = payloadOf(wish, action, facts, edition, { platform, stateBefore: state });
  if ('code' in payload) return payload;
  return {
    account: claim.account,
    claim: claim.id,
    order: claim.order,
    payload,
    key: keyOf(claim.id, payload),
  };
}

const ACTIONS: Readonly<Record<Claim['kind'], Readonly<Partial<Record<ClaimVerb, ClaimAction>>>>> = {
  cancel: { approve: 'cancel.approve', reject: 'cancel.reject' },
  return: {
    approve: 'return.approve',
    reject: 'return.reject',
    pickup: 'return.pickup',
    collect: 'return.collect',
    complete: 'return.complete',
    hold: 'return.hold',
    release: 'return.release',
    charge_fee: 'return.charge_fee',
    change_fault: 'return.change_fault',
  },
  exchange: {
    approve: 'exchange.approve',
    reject: 'exchange.reject',
    pickup: 'exchange.pickup',
    collect: 'exchange.collect',
    ship: 'exchange.ship',
    hold: 'exchange.hold',
    release: 'exchange.release',
  },
};

/** What a verb means for a claim of a kind; undefined for one that makes no sense there. */
export function actionOf(kind: Claim['kind'], verb: ClaimVerb): ClaimAction | undefined {
  return ACTIONS[kind][verb];
}

function payloadOf(
  wish: ClaimWish,
  action: ClaimAction,
  { needs, takes = [], reasons = [] }: ClaimActionFacts,
  edition: Edition,
  { platform, stateBefore }: { readonly platform: string; readonly stateBefore: ClaimState },
): ClaimPayload | ClaimDeclined {
  const given: Readonly<Record<ClaimInput, boolean>> = {
    text: wish.text !== null,
    reason: wish.reason !== null,
    shipment: wish.parcel !== null,
    fee: wish.fee !== null,
    fault: wish.fault !== null,
  };
  const missing = CLAIM_INPUTS.filter((input) => needs.includes(input) && !given[input]);
  if (missing.length > 0) {
    return missing.includes('reason')
      ? { code: 'reason_unknown', platform, reasons }
      : { code: 'input_missing', platform, inputs: missing };
  }
  const wanted = (input: ClaimInput) => needs.includes(input) || takes.includes(input);
  if (wanted('reason') && wish.reason !== null && !reasons.some(({ code }) => code === wish.reason))
    return { code: 'reason_unknown', platform, reasons };
  const shipment =
    wanted('shipment') && wish.parcel !== null
      ? shipmentOf(edition, { platform, paidAt: null }, wish.parcel)
      : null;
  if (shipment !== null && 'code' in shipment) return shipment;
  return {
    kind: action,
    text: wanted('text') ? wish.text : null,
    reason: wanted('reason') ? wish.reason : null,
    shipment,
    fee: wanted('fee') ? wish.fee : null,
    fault: wanted('fault') ? wish.fault : null,
    stateBefore,
  };
}

/** Equal wishes get equal keys, whenever the parcel leaves. */
function keyOf(claim: ClaimId, { kind, reason, shipment, fee, fault }: ClaimPayload): string {
  const parts = [claim, reason, shipment?.carrierCode, shipment?.invoice, fee, fault].join('|');
  return `${kind}:${createHash('sha256').update(parts).digest('base64url').slice(0, 27)}`;
}
