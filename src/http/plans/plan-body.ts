import { z } from 'zod';
import { accountId, orderId, orderLineId } from '../../domain/ids.ts';
import type { NewPlanItem } from '../../store/plans/new-plan.ts';
import { momentOf } from '../dates/input.ts';
import { shippingInfo } from '../orders/shipping-input.ts';
import { lineIds } from '../orders/wishes.ts';
import { ownIssue } from '../problems/field-errors.ts';
import { id } from '../values/id.ts';

const MOST_ITEMS = 10_000;
/** More than any marketplace keeps; what is above is a slip of the finger. */
const MOST_STOCK = 9_999_999;
const HIGHEST_PRICE = 1_000_000_000_000;

const offer = {
  account_id: id,
  native_item_id: z
    .string()
    .regex(/^[\x21-\x7e]{1,100}$/)
    .meta({
      description: "The marketplace's own number of what is on sale: Coupang's vendorItemId (옵션ID).",
    }),
};

const stockItem = z.strictObject({ ...offer, quantity: z.int().min(0).max(MOST_STOCK) });

const priceItem = z.strictObject({
  ...offer,
  price: z
    .int()
    .min(1)
    .max(HIGHEST_PRICE)
    .meta({ description: 'In minor units of the currency: whole won, kopeks.' }),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional()
    .meta({ description: "The offer's own when absent; another one is declined." }),
});

const acknowledgeItem = z.strictObject({ order_id: id, line_ids: lineIds });
const shipItem = z.strictObject({ order_id: id, line_ids: lineIds, shipping_info: shippingInfo });

const many = <Item extends z.ZodType>(item: Item) => z.array(item).min(1).max(MOST_ITEMS);

/** What is to be done, to many things at once. */
export const planBody = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('set_stock'), items: many(stockItem) }),
    z.strictObject({ kind: z.literal('set_price'), items: many(priceItem) }),
    z.strictObject({ kind: z.literal('acknowledge'), items: many(acknowledgeItem) }),
    z.strictObject({ kind: z.literal('ship'), items: many(shipItem) }),
    z.strictObject({ kind: z.literal('change_invoice'), items: many(shipItem) }),
  ])
  .superRefine(({ items }, ctx) => {
    for (const at of repeated(items)) ctx.addIssue(ownIssue(TWICE, ['items', at]));
  })
  .meta({ id: 'NewPlan' });

export type PlanBody = z.infer<typeof planBody>;

const TWICE = {
  code: 'duplicate',
  sentence: {
    ko: '같은 대상이 계획 안에 두 번 있습니다. 한 번만 남기세요.',
    en: 'The same thing is in the plan twice. Leave it in once.',
    ru: 'Одно и то же стоит в плане дважды. Оставьте один раз.',
    uz: 'Bir narsa rejada ikki marta bor. Bittasini qoldiring.',
  },
};

/** Which items name something that an earlier one has named. An order may come again with other lines of it. */
function repeated(items: PlanBody['items']): readonly number[] {
  const met = new Set<string>();
  const wholeOrders = new Set<number>();
  return items.flatMap((item, at) => {
    const names =
      'native_item_id' in item
        ? [`${item.account_id}|${item.native_item_id}`]
        : (item.line_ids ?? []).map((line) => `line|${line}`);
    const again =
      new Set(names).size < names.length ||
      names.some((name) => met.has(name)) ||
      ('order_id' in item &&
        (wholeOrders.has(item.order_id) ||
          (item.line_ids === undefined && met.has(`order|${item.order_id}`))));
    for (const name of names) met.add(name);
    if ('order_id' in item) {
      met.add(`order|${item.order_id}`);
      if (item.line_ids === undefined) wholeOrders.add(item.order_id);
    }
    return again ? [at] : [];
  });
}

/** The items as the store takes them. Times without a zone are in that of the business. */
export function planItems(body: PlanBody, timeZone: string, now: Date): readonly NewPlanItem[] {
  switch (body.kind) {
    case 'set_stock':
      return body.items.map(({ quantity, ...item }) => ({
        target: offerTarget(item),
        wanted: { kind: 'set_stock', quantity },
      }));
    case 'set_price':
      return body.items.map(({ price, currency = null, ...item }) => ({
        target: offerTarget(item),
        wanted: { kind: 'set_price', price, currency },
      }));
    case 'acknowledge':
      return body.items.map((item) => ({ target: orderTarget(item), wanted: { kind: 'acknowledge' } }));
    case 'ship':
    case 'change_invoice': {
      const { kind } = body;
      return body.items.map(({ shipping_info, ...item }) => {
        const { deliveryCompanyCode, trackingNumber, sendDate } = shipping_info;
        const shippedAt = sendDate === undefined ? now : momentOf(sendDate, timeZone);
        return {
          target: orderTarget(item),
          wanted: {
            kind,
            carrier: deliveryCompanyCode,
            invoice: trackingNumber,
            shippedAt: shippedAt.toISOString(),
          },
        };
      });
    }
  }
}

function offerTarget(item: {
  readonly account_id: number;
  readonly native_item_id: string;
}): NewPlanItem['target'] {
  return { kind: 'offer', account: accountId(item.account_id), nativeItemId: item.native_item_id };
}

function orderTarget(item: {
  readonly order_id: number;
  readonly line_ids?: readonly number[] | undefined;
}): NewPlanItem['target'] {
  return { kind: 'order', order: orderId(item.order_id), lines: item.line_ids?.map(orderLineId) ?? null };
}
