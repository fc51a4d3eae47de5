import { z } from 'zod';
import { type AccountId, type OrderId, orderId } from '../../domain/ids.ts';
import { ORDER_STATUSES } from '../../domain/status.ts';
import type { Hub } from '../../engine/hub.ts';
import { editionOf } from '../../engine/open-shop.ts';
import { penaltiesOf } from '../../marketplaces/kit/penalties.ts';
import { findAccount } from '../../store/accounts.ts';
import { type AuditEntry, recordAudit } from '../../store/audit.ts';
import { claimsOfOrder } from '../../store/claims/read.ts';
import { commandsOfOrder } from '../../store/commands/read.ts';
import { logReveal, readContacts } from '../../store/orders/contacts.ts';
import { memosOf } from '../../store/orders/memos.ts';
import { findOrder, readHistory, readLines, readPackages } from '../../store/orders/read.ts';
import { asOwner } from '../../store/scope.ts';
import { keptForLines } from '../../store/stock/kept-for-lines.ts';
import { type Caller, callerOf, hasRole } from '../caller.ts';
import { penaltyOf, penaltyView } from '../claims/action-view.ts';
import { claimOf, claimView } from '../claims/claim-view.ts';
import { commandOf, commandView } from '../commands/command-view.ts';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { type Language, languageOf } from '../problems/language.ts';
import { Problem } from '../problems/problem.ts';
import { id, idParams } from '../values/id.ts';
import { instant, instantOrNull } from '../values/instant.ts';
import { contactOf, contactView } from './contact-view.ts';
import { eventOf, eventView, lineOf, lineView } from './line-view.ts';
import { memoOf, memoView } from './memo-view.ts';
import { moneyView, readOrderMoney, viewMoney } from './money-view.ts';
import { parcelsOf, parcelView } from './parcel-view.ts';
import { sellerCancelOf, sellerCancelView } from './seller-cancel-view.ts';
import { vanishedOf, vanishedView } from './vanished-view.ts';

const order = z
  .object({
    id,
    account_id: id,
    platform: z.string(),
    native_order_id: z.string(),
    status: z.enum(ORDER_STATUSES).nullable(),
    ordered_at: instant,
    paid_at: instant.nullable(),
    due_at: instant.nullable().describe('By when something of it must leave.'),
    currency: z.string(),
    first_seen_at: instant,
    changed_at: instant,
    seen_at: instant.describe('When the marketplace last showed it, to the hour or so.'),
    vanished: vanishedView
      .nullable()
      .describe('Set when the marketplace shows it no more, in whole or in part.'),
    lines: z.array(lineView),
    packages: z.array(
      z.object({
        key: z.string(),
        shipping_fee: z.int(),
        remote_area_fee: z.int(),
        remote_area: z.boolean().nullable(),
        contact: contactView.nullable(),
        native: z.unknown(),
      }),
    ),
    money: moneyView,
    parcels: z.array(parcelView),
    claims: z.array(claimView),
    seller_cancel: sellerCancelView.nullable().describe('How the seller may cancel it, and what that costs.'),
    late_penalties: z.array(penaltyView).describe('What shipping late costs.'),
    history: z.array(eventView),
    commands: z.array(commandView),
    memos: z.array(memoView).describe('What people of the business noted, the oldest first.'),
  })
  .meta({ id: 'Order' });

const revealQuery = z.strictObject({
  reveal: z
    .literal('contact')
    .optional()
    .meta({ description: 'Shows the contact unmasked. Needs the role staff, and is written down.' }),
});

/** `GET /orders/{id}`: everything known of one order. */
export const readOrder: Endpoint = (api, { hub }) => {
  api.get('/orders/:id', {
    schema: {
      operationId: 'readOrder',
      summary: 'One order with lines, packages, contact, parcels, history and commands',
      tags: ['orders'],
      params: idParams,
      querystring: revealQuery,
      response: { 200: order, ...problemAnswers(403, 404, 422) },
    },
    handler: async (request) => {
      const caller = callerOf(request);
      const revealed = request.query.reveal === 'contact';
      const wanted = orderId(request.params.id);
      if (revealed && !hasRole(caller, 'staff')) {
        const refused = { ...revealOf(caller, wanted, null), result: 'refused' } as const;
        await asOwner(hub.db, caller.owner, (scope) => recordAudit(scope, [refused]));
        throw new Problem('role_too_low');
      }
      const found = await orderView(hub, caller, wanted, revealed, languageOf(request));
      if (found === undefined) throw new Problem('not_found');
      return found;
    },
  });
};

function revealOf({ actor }: Caller, order: OrderId, account: AccountId | null): AuditEntry {
  return { actor, action: 'contact.reveal', target: { kind: 'order', id: order }, account };
}

async function orderView(
  hub: Hub,
  caller: Caller,
  wanted: OrderId,
  revealed: boolean,
  language: Language,
): Promise<z.infer<typeof order> | undefined> {
  return asOwner(hub.db, caller.owner, async (scope) => {
    const head = await findOrder(scope, wanted);
    if (head === undefined) return undefined;
    const lines = (await readLines(scope, [wanted])).get(wanted) ?? [];
    const kept = await keptForLines(
      scope,
      lines.map((line) => line.id),
    );
    const packages = await readPackages(scope, wanted);
    const contacts = await readContacts(scope, hub.vault, wanted);
    const history = await readHistory(scope, wanted);
    const commands = await commandsOfOrder(scope, wanted);
    const claims = await claimsOfOrder(scope, wanted);
    const memos = await memosOf(scope, wanted);
    const money = await readOrderMoney(scope, head, packages);
    const account = await findAccount(scope, head.account);
    const edition = account === undefined ? undefined : editionOf(account).edition;
    if (revealed) {
      await logReveal(scope, wanted, caller.actor);
      await recordAudit(scope, [revealOf(caller, wanted, head.account)]);
    }
    return {
      id: head.id,
      account_id: head.account,
      platform: head.platform,
      native_order_id: head.nativeOrderId,
      status: head.status,
      ordered_at: head.orderedAt.toISOString(),
      paid_at: instantOrNull(head.paidAt),
      due_at: instantOrNull(head.dueAt),
      currency: head.currency,
      first_seen_at: head.firstSeenAt.toISOString(),
      changed_at: head.changedAt.toISOString(),
      seen_at: head.seenAt.toISOString(),
      vanished: vanishedOf(head.vanished, language),
      lines: lines.map((line) => lineOf(line, kept.get(line.id) ?? [])),
      packages: packages.map((pack) => {
        const contact = contacts.find(({ packageKey }) => packageKey === pack.key)?.contact;
        return {
          key: pack.key,
          shipping_fee: pack.shippingFee,
          remote_area_fee: pack.remoteAreaFee,
          remote_area: pack.remoteArea,
          contact: contact === undefined ? null : contactOf(contact, revealed),
          native: pack.native,
        };
      }),
      money: viewMoney(money, hasRole(caller, 'staff')),
      parcels: parcelsOf(lines, language),
      claims: claims.map((claim) => claimOf(claim, language)),
      seller_cancel: edition === undefined ? null : sellerCancelOf(edition, lines, language),
      late_penalties:
        edition === undefined
          ? []
          : penaltiesOf(edition, 'late_dispatch', undefined).map((penalty) => penaltyOf(penalty, language)),
      history: history.map(eventOf),
      commands: commands.map((command) => commandOf(command, language)),
      memos: memos.map(memoOf),
    };
  });
}
