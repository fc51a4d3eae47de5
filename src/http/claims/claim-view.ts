import { z } from 'zod';
import {
  CLAIM_FAULTS,
  CLAIM_KINDS,
  CLAIM_REASONS,
  CLAIM_REQUESTERS,
  CLAIM_STATES,
} from '../../domain/claim.ts';
import { CLAIM_DUTIES } from '../../domain/deadline.ts';
import type { Claim, ClaimEvent } from '../../store/claims/read.ts';
import type { Language } from '../problems/language.ts';
import { id } from '../values/id.ts';
import { instant, instantOrNull } from '../values/instant.ts';
import { conflictOf, conflictView } from './conflict-view.ts';

const kind = z.enum(CLAIM_KINDS);
const state = z.enum(CLAIM_STATES).nullable();

const parcel = z.object({
  carrier_id: z.string().nullable(),
  native_carrier: z.string().nullable(),
  invoice: z.string().nullable(),
});

/** A claim of a buyer or seller on an order. */
export const claimView = z
  .object({
    id,
    account_id: id,
    account_name: z.string(),
    platform: z.string(),
    native_claim_id: z.string(),
    order_id: id.nullable().describe('Null until its order is known.'),
    native_order_id: z.string(),
    kind,
    state,
    state_known: z.boolean().describe('False when the marketplace named a state nobody has mapped.'),
    native_status: z.string(),
    requested_at: instant,
    requested_by: z.enum(CLAIM_REQUESTERS).nullable(),
    fault: z.enum(CLAIM_FAULTS).nullable().describe('Who answers for it, which decides who pays.'),
    reason: z.enum(CLAIM_REASONS).nullable(),
    native_reason: z.string().nullable(),
    reason_text: z.string().nullable(),
    lines: z.array(
      z.object({
        line_id: id.nullable(),
        native_line_id: z.string().nullable(),
        native_item_id: z.string().nullable(),
        quantity: z.int().nullable().describe('Null is the whole line.'),
        product_name: z.string().nullable(),
        option_text: z.string().nullable(),
      }),
    ),
    fee: z
      .object({
        amount: z.int().describe('In minor units.'),
        currency: z.string().nullable(),
        paid_by: z.string().nullable(),
        method: z.string().nullable(),
      })
      .nullable(),
    collection: parcel.extend({ by: z.string().nullable(), collected_at: instant.nullable() }),
    replacement: parcel.extend({ shipped_at: instant.nullable(), delivered_at: instant.nullable() }),
    hold: z
      .object({
        native_reason: z.string().nullable(),
        text: z.string().nullable(),
        since: instant.nullable(),
      })
      .nullable(),
    due_at: instant.nullable().describe('By when something must happen.'),
    due_for: z.enum(CLAIM_DUTIES).nullable(),
    decides_at: instant.nullable().describe('When the marketplace decides by itself.'),
    ended_at: instant.nullable(),
    conflict: conflictView.nullable().describe('What a person has to settle.'),
    first_seen_at: instant,
    changed_at: instant,
  })
  .meta({ id: 'Claim' });

export function claimOf(claim: Claim, language: Language): z.infer<typeof claimView> {
  const { collection, replacement, hold, fee } = claim;
  return {
    id: claim.id,
    account_id: claim.account,
    account_name: claim.accountName,
    platform: claim.platform,
    native_claim_id: claim.nativeClaimId,
    order_id: claim.order,
    native_order_id: claim.nativeOrderId,
    kind: claim.kind,
    state: claim.state,
    state_known: claim.stateKnown,
    native_status: claim.nativeStatus,
    requested_at: claim.requestedAt.toISOString(),
    requested_by: claim.requestedBy,
    fault: claim.fault,
    reason: claim.reason,
    native_reason: claim.nativeReason,
    reason_text: claim.reasonText,
    lines: claim.lines.map((line) => ({
      line_id: line.line,
      native_line_id: line.nativeLineId,
      native_item_id: line.nativeItemId,
      quantity: line.quantity,
      product_name: line.productName,
      option_text: line.optionText,
    })),
    fee:
      fee === null
        ? null
        : { amount: fee.amount, currency: fee.currency, paid_by: fee.paidBy, method: fee.method },
    collection: {
      by: collection.by,
      carrier_id: collection.carrierId,
      native_carrier: collection.nativeCarrier,
      invoice: collection.invoice,
      collected_at: instantOrNull(collection.collectedAt),
    },
    replacement: {
      carrier_id: replacement.carrierId,
      native_carrier: replacement.nativeCarrier,
      invoice: replacement.invoice,
      shipped_at: instantOrNull(replacement.shippedAt),
      delivered_at: instantOrNull(replacement.deliveredAt),
    },
    hold:
      claim.state === 'on_hold'
        ? { native_reason: hold.nativeReason, text: hold.text, since: instantOrNull(hold.since) }
        : null,
    due_at: instantOrNull(claim.dueAt),
    due_for: claim.dueFor,
    decides_at: instantOrNull(claim.decidesAt),
    ended_at: instantOrNull(claim.endedAt),
    conflict: conflictOf(claim.conflict, language),
    first_seen_at: claim.firstSeenAt.toISOString(),
    changed_at: claim.changedAt.toISOString(),
  };
}

/** One change of a claim. */
export const claimEventView = z
  .object({
    at: instant,
    from_kind: kind.nullable(),
    to_kind: kind,
    from_state: state,
    to_state: state,
    from_native: z.string().nullable(),
    to_native: z.string(),
    sync_log_id: z.int().nullable().describe('The run that read it.'),
    command_id: z.int().nullable().describe('The command that caused it.'),
  })
  .meta({ id: 'ClaimEvent' });

export function claimEventOf(event: ClaimEvent): z.infer<typeof claimEventView> {
  return {
    at: event.at.toISOString(),
    from_kind: event.fromKind,
    to_kind: event.toKind,
    from_state: event.fromState,
    to_state: event.toState,
    from_native: event.fromNative,
    to_native: event.toNative,
    sync_log_id: event.run,
    command_id: event.command,
  };
}
