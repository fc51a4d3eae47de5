import { z } from 'zod';
import {
  COMMAND_KINDS,
  COMMAND_STATES,
  type CommandPayload,
  ITEM_STATES,
  isClaimPayload,
  isOpen,
} from '../../domain/command.ts';
import type { Shipment } from '../../domain/shipment.ts';
import { LANES } from '../../marketplaces/kit/budget.ts';
import { inLanguage, type Localized } from '../../marketplaces/kit/localized.ts';
import type { Command, CommandItem } from '../../store/commands/command.ts';
import type { Language } from '../problems/language.ts';
import { refusalIn, troubleOf, troubleView } from '../trouble-view.ts';
import { id } from '../values/id.ts';
import { instant, instantOrNull } from '../values/instant.ts';
import { DEAD_UNREAD, STATE_TEXTS } from './state-text.ts';
import { waitsFor } from './waits-for.ts';

const shipment = z.object({
  carrier_id: z.string().nullable(),
  carrier_code: z.string().describe("The marketplace's own code."),
  invoice: z.string(),
  shipped_at: instant,
});

const offer = z.object({
  native_item_id: z.string().describe('The thing on sale, as the marketplace names it.'),
  quantity: z.int().nullable().describe('For `set_stock`: how many may be sold from now on.'),
  price: z.int().nullable().describe("For `set_price`: in the currency's minor units."),
  currency: z.string().nullable(),
});

const claimAct = z.object({
  text: z.string().nullable(),
  reason: z.string().nullable(),
  fee: z.int().nullable(),
  fault: z.string().nullable(),
});

/** What a seller asked a marketplace to do, and what has come of it. */
export const commandView = z
  .object({
    id,
    order_id: id.nullable().describe('Null for stock and prices.'),
    claim_id: id.nullable(),
    listing_id: id.nullable().describe('For `publish` and `set_sale`.'),
    account_id: id,
    platform: z.string(),
    kind: z.enum(COMMAND_KINDS),
    lane: z.enum(LANES).describe('Who goes first: a click, fresh orders, stock, bulk work.'),
    state: z.enum(COMMAND_STATES),
    state_text: z.string(),
    may: z.array(z.enum(['retry', 'cancel'])).describe('What a person can do about it now.'),
    shipment: shipment.nullable(),
    delay: z.object({ ship_by: instant, reason: z.string(), text: z.string() }).nullable(),
    parts: z
      .array(shipment.extend({ quantity: z.int() }))
      .nullable()
      .describe('For `split`.'),
    cancel: z
      .object({ reason: z.string(), text: z.string(), quantity: z.int().nullable() })
      .nullable()
      .describe('For `cancel`.'),
    claim: claimAct.nullable().describe('For acts on claims.'),
    offer: offer.nullable(),
    on_sale: z.boolean().nullable().describe('For `set_sale`: whether it is to be on sale.'),
    differences: z
      .array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }))
      .nullable()
      .describe('For `publish`, once done: what the marketplace shows otherwise than it was asked for.'),
    attempts: z.int().describe('Calls made since it was asked for, or asked for again.'),
    retried: z.int().describe('How often a person asked for it again.'),
    next_attempt_at: instant.nullable(),
    actor: z.string(),
    cause: z.string(),
    plan_id: id.nullable(),
    superseded_by: id.nullable().describe('The command whose newer value has replaced this one.'),
    created_at: instant,
    finished_at: instant.nullable(),
    trouble: troubleView.nullable().describe('What the last call as a whole met, or what holds it up.'),
    lines: z.array(
      z.object({
        line_id: id.nullable().describe('Null for stock and prices.'),
        state: z.enum(ITEM_STATES),
        code: z.string().nullable(),
        title: z.string().nullable(),
        detail: z.string().nullable(),
        todo: z.string().nullable(),
        native_code: z.string().nullable(),
        native_text: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Command' });

type View = z.infer<typeof commandView>;

/** Writes a command in sentences. */
export function commandOf(command: Command, language: Language): View {
  const { payload } = command;
  return {
    id: command.id,
    order_id: command.order,
    claim_id: command.claim,
    listing_id: command.listing,
    account_id: command.account,
    platform: command.platform,
    kind: payload.kind,
    lane: command.lane,
    state: command.state,
    state_text: inLanguage(stateText(command), language),
    may: [
      ...(command.mayRetry ? (['retry'] as const) : []),
      ...(command.state === 'pending' ? (['cancel'] as const) : []),
    ],
    shipment: shipmentOf(payload),
    delay:
      payload.kind === 'delay'
        ? { ship_by: payload.shipBy, reason: payload.reason, text: payload.text }
        : null,
    parts:
      payload.kind === 'split'
        ? payload.parts.map((part) => ({ ...shipmentView(part), quantity: part.quantity }))
        : null,
    cancel:
      payload.kind === 'cancel'
        ? { reason: payload.reason, text: payload.text, quantity: payload.quantity }
        : null,
    claim: isClaimPayload(payload)
      ? { text: payload.text, reason: payload.reason, fee: payload.fee, fault: payload.fault }
      : null,
    offer: offerOf(payload),
    on_sale: payload.kind === 'set_sale' ? payload.onSale : null,
    differences: command.differences?.map((change) => ({ ...change })) ?? null,
    attempts: command.attempts,
    retried: command.retried,
    next_attempt_at: isClosed(command) ? null : command.notBefore.toISOString(),
    actor: command.actor,
    cause: command.cause,
    plan_id: command.plan,
    superseded_by: command.supersededBy,
    created_at: command.createdAt.toISOString(),
    finished_at: instantOrNull(command.finishedAt),
    trouble: troubleOf(command.trouble, command, language),
    lines: command.items.map((item) => lineOf(item, command, language)),
  };
}

function stateText(command: Command): Localized {
  const { state, items } = command;
  if (state === 'dead' && items.some((item) => item.state === 'unknown')) return DEAD_UNREAD;
  return (state === 'pending' ? waitsFor(command) : undefined) ?? STATE_TEXTS[state];
}

function shipmentOf(payload: CommandPayload): View['shipment'] {
  if (payload.kind === 'ship' || payload.kind === 'change_invoice') return shipmentView(payload);
  if (isClaimPayload(payload) && payload.shipment !== null) return shipmentView(payload.shipment);
  return null;
}

function shipmentView({ carrierId, carrierCode, invoice, shippedAt }: Shipment) {
  return { carrier_id: carrierId, carrier_code: carrierCode, invoice, shipped_at: shippedAt };
}

function offerOf(payload: CommandPayload): View['offer'] {
  if (payload.kind === 'set_stock') {
    const { nativeItemId, quantity } = payload;
    return { native_item_id: nativeItemId, quantity, price: null, currency: null };
  }
  if (payload.kind === 'set_price') {
    const { nativeItemId, price, currency } = payload;
    return { native_item_id: nativeItemId, quantity: null, price, currency };
  }
  return null;
}

function lineOf(item: CommandItem, command: Command, language: Language): View['lines'][number] {
  const { reason, nativeCode: code, nativeText: text, says } = item;
  const none = { code: null, title: null, detail: null, todo: null };
  const said = { code, text, operation: null, httpStatus: null };
  const early = reason === 'too_early' ? waitsFor(command) : undefined;
  return {
    line_id: item.line,
    state: item.state,
    ...(reason === null ? none : refusalIn({ ...said, reason }, command, language)),
    ...(says === null ? {} : { detail: inLanguage(says, language) }),
    ...(early === undefined ? {} : { detail: inLanguage(early, language) }),
    native_code: code,
    native_text: text === '' ? null : text,
  };
}

/** Whether nothing more will come of a command by itself. */
export function isClosed(command: Command): boolean {
  return !isOpen(command.state);
}
