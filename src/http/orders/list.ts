import { z } from 'zod';
import { accountId } from '../../domain/ids.ts';
import { ORDER_STATUSES } from '../../domain/status.ts';
import { listAccounts } from '../../store/accounts.ts';
import { searchTokens } from '../../store/orders/contacts.ts';
import { listOrders, ORDER_SORTS, type OrderSummary } from '../../store/orders/list.ts';
import { VANISHED_BECAUSE } from '../../store/orders/vanished.ts';
import { readTimeZone } from '../../store/owners.ts';
import { asOwner, type OwnerScope } from '../../store/scope.ts';
import type { Vault } from '../../store/vault/vault.ts';
import { type Caller, callerOf, hasRole } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { dueInput, dueRangeOf } from '../dates/due.ts';
import { dateInput, rangeOf } from '../dates/input.ts';
import { platformName } from '../platforms/platform-name.ts';
import { problemAnswers } from '../problems/answers.ts';
import { id, idText } from '../values/id.ts';
import { instant, instantOrNull } from '../values/instant.ts';
import { cursorOf, cursorText, nextCursor, pageLimit, pageOf } from '../values/keyset.ts';
import { LINE_NAMERS, orderIdsOf } from './order-ids.ts';
import { statusName } from './status-name.ts';

const position = z.tuple([
  z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,6})?[+-]\d{2}(:?\d{2})?$/),
  z.int().positive(),
]);

const ordersQuery = z.strictObject({
  platform: platformName.optional(),
  account_id: idText.optional(),
  status: statusName.optional(),
  start_date: dateInput.optional(),
  end_date: dateInput.optional(),
  due: dueInput.optional(),
  vanished: z.enum(['true', 'false']).optional().meta({
    description: 'Orders that their marketplace shows no more, in whole or in part; or all others.',
  }),
  q: z.string().trim().min(1).max(100).optional().meta({
    description:
      'Order number (at Naver also that of a product order), product, option, seller code, invoice; a whole name, phone number or its last four digits.',
  }),
  sort: z.enum(ORDER_SORTS).optional().meta({
    description:
      'Newest or oldest first, or what must leave first; `due` lists only orders of which something must still leave. When absent: `due` if the parameter `due` is given, else `newest`.',
  }),
  limit: pageLimit,
  cursor: cursorOf(position),
});

const orderSummary = z
  .object({
    id,
    account_id: id,
    account_name: z.string(),
    platform: z.string(),
    native_order_id: z.string(),
    status: z.enum(ORDER_STATUSES).nullable(),
    status_unknown: z.boolean().describe('A line has a status nobody has mapped; see its native status.'),
    ordered_at: instant,
    paid_at: instant.nullable(),
    currency: z.string(),
    paid_amount: z.int().describe('Minor units of the currency, after discounts, without shipping.'),
    shipping_fee: z.int(),
    line_count: z.int(),
    quantity: z.int(),
    first_product: z.string(),
    ship_by: instant.nullable(),
    due_at: instant.nullable().describe('By when something of it must leave.'),
    open_claims: z.int(),
    invoices: z.array(z.string()),
    vanished_at: instant
      .nullable()
      .describe('Since when the marketplace shows it no more, in whole or in part.'),
    vanished_because: z.enum(VANISHED_BECAUSE).nullable(),
    changed_at: instant,
  })
  .meta({ id: 'OrderSummary' });

const orders = z.object({ orders: z.array(orderSummary), next_cursor: nextCursor });

/** `GET /orders`: the one list of every marketplace's orders. */
export const listOrdersEndpoint: Endpoint = (api, { hub }) => {
  api.get('/orders', {
    schema: {
      operationId: 'listOrders',
      summary: 'Orders of every shop',
      tags: ['orders'],
      querystring: ordersQuery,
      response: { 200: orders, ...problemAnswers(422) },
    },
    handler: async (request) => {
      const caller = callerOf(request);
      const { platform, account_id, status, due, vanished, q, sort, limit, cursor } = request.query;
      const timeZone = await readTimeZone(hub.db, caller.owner);
      const { from, to } = rangeOf(request.query, timeZone);
      const range = due === undefined ? undefined : dueRangeOf(due, hub.clock(), timeZone);
      const rows = await asOwner(hub.db, caller.owner, async (scope) =>
        listOrders(scope, {
          platform: platform?.id ?? null,
          account: account_id === undefined ? null : accountId(account_id),
          status: status ?? null,
          orderedFrom: from,
          orderedTo: to,
          text: q ?? null,
          orderIds: q === undefined ? [] : orderIdsOf(q),
          lineNamers: LINE_NAMERS,
          due: range === undefined ? undefined : { from: range.dueFrom ?? null, to: range.dueTo },
          sort: sort ?? (range === undefined ? 'newest' : 'due'),
          vanished: vanished === undefined ? undefined : vanished === 'true',
          contactTokens: q === undefined ? [] : await contactTokens(scope, hub.vault, caller, q),
          limit: limit + 1,
          after: cursor === undefined ? null : { at: cursor[0], id: cursor[1] },
        }),
      );
      const { page, last } = pageOf(rows, limit);
      return {
        orders: page.map(summaryOf),
        next_cursor: last === undefined ? null : cursorText([last.position.at, last.position.id]),
      };
    },
  });
};

/** Who sees contacts masked may not find out about them by searching either. */
async function contactTokens(
  scope: OwnerScope,
  vault: Vault,
  caller: Caller,
  text: string,
): Promise<readonly string[]> {
  if (!hasRole(caller, 'staff')) return [];
  const accounts = await listAccounts(scope);
  return searchTokens(
    scope,
    vault,
    accounts.map((account) => account.id),
    text,
  );
}

function summaryOf(order: OrderSummary): z.infer<typeof orderSummary> {
  return {
    id: order.id,
    account_id: order.account,
    account_name: order.accountName,
    platform: order.platform,
    native_order_id: order.nativeOrderId,
    status: order.status,
    status_unknown: order.statusUnknown,
    ordered_at: order.orderedAt.toISOString(),
    paid_at: instantOrNull(order.paidAt),
    currency: order.currency,
    paid_amount: order.paidAmount,
    shipping_fee: order.shippingFee,
    line_count: order.lineCount,
    quantity: order.quantity,
    first_product: order.firstProduct,
    ship_by: instantOrNull(order.shipBy),
    due_at: instantOrNull(order.dueAt),
    open_claims: order.openClaims,
    invoices: [...order.invoices],
    vanished_at: instantOrNull(order.vanishedAt),
    vanished_because: order.vanishedBecause,
    changed_at: order.changedAt.toISOString(),
  };
}
