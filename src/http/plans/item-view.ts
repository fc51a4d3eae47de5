import { z } from 'zod';
import { COMMAND_STATES } from '../../domain/command.ts';
import {
  type LineFacts,
  type OfferAfter,
  type OfferFacts,
  type OrderStep,
  PLAN_FLAGS,
  PLAN_ITEM_STATES,
  type PlanFlag,
} from '../../domain/plan.ts';
import { inLanguage, type Localized } from '../../marketplaces/kit/localized.ts';
import type { PlanItem } from '../../store/plans/read.ts';
import type { Language } from '../problems/language.ts';
import { id } from '../values/id.ts';
import { declinedText } from './declined-text.ts';

const offerValues = z.object({
  quantity: z.int().nullable(),
  price: z.int().nullable().describe('In minor units of the currency.'),
  currency: z.string().nullable(),
  on_sale: z.boolean().nullable(),
});

const line = z.object({
  line_id: id,
  status: z.string().nullable(),
  native_status: z.string(),
  carrier_id: z.string().nullable(),
  native_carrier: z.string().nullable(),
  invoice: z.string().nullable(),
});

const step = z.object({
  kind: z.enum(['acknowledge', 'ship', 'change_invoice']),
  line_ids: z.array(id),
  carrier_id: z.string().nullable(),
  carrier_code: z.string().nullable(),
  invoice: z.string().nullable(),
});

/** One thing in a plan: as it is, as it will be, and what becomes of it. */
export const itemView = z
  .object({
    position: z.int().positive().describe('Its place in the request, from 1.'),
    state: z.enum(PLAN_ITEM_STATES),
    offer: z
      .object({
        account_id: id,
        native_item_id: z.string(),
        before: offerValues.nullable(),
        after: z
          .object({
            quantity: z.int().nullable(),
            price: z.int().nullable(),
            currency: z.string().nullable(),
          })
          .nullable(),
      })
      .nullable(),
    order: z
      .object({
        order_id: id,
        line_ids: z.array(id).nullable().describe('Only these lines; null for all it applies to.'),
        before: z.array(line).nullable(),
        after: z.array(step).nullable().describe('The commands that will be sent, in this order.'),
      })
      .nullable(),
    flags: z.array(z.object({ code: z.enum(PLAN_FLAGS), text: z.string() })),
    declined: z.object({ code: z.string(), detail: z.string() }).nullable(),
    command: z.object({ id, state: z.enum(COMMAND_STATES).nullable() }).nullable(),
  })
  .meta({ id: 'PlanItem' });

const FLAG_TEXTS: Readonly<Record<PlanFlag, Localized>> = {
  big_change: {
    ko: '가격이 30% 넘게 바뀝니다.',
    en: 'The price changes by more than 30 %.',
    ru: 'Цена меняется больше чем на 30 %.',
    uz: 'Narx 30 % dan ko‘proq o‘zgaradi.',
  },
  sells_out: {
    ko: '재고가 0이 되어 품절로 표시됩니다.',
    en: 'It will show as sold out.',
    ru: 'Товар станет распроданным.',
    uz: 'Tovar tugagan deb ko‘rsatiladi.',
  },
  off_sale: {
    ko: '지금 판매 중지 상태입니다. 값을 바꾸어도 팔리지 않습니다.',
    en: 'It is off sale now, and stays so.',
    ru: 'Сейчас он снят с продажи и таким останется.',
    uz: 'Hozir sotuvdan olingan va shunday qoladi.',
  },
  before_unknown: {
    ko: '마켓이 지금 값을 알려 주지 않아 되돌릴 수 없습니다.',
    en: 'The marketplace does not tell its present value, so it cannot be undone.',
    ru: 'Площадка не сообщает текущее значение, отменить будет нельзя.',
    uz: 'Maydon joriy qiymatni aytmaydi, qaytarib bo‘lmaydi.',
  },
  moved_since: {
    ko: '되돌리려는 계획 뒤에 다른 값으로 바뀌었습니다. 그 변경도 함께 사라집니다.',
    en: 'It has changed again since the plan that is undone; that change goes too.',
    ru: 'После отменяемого плана значение менялось ещё раз; это изменение тоже пропадёт.',
    uz: 'Qaytarilayotgan rejadan keyin qiymat yana o‘zgargan; bu o‘zgarish ham yo‘qoladi.',
  },
};

/** Writes an item of a plan in one language. */
export function itemOf(item: PlanItem, language: Language): z.infer<typeof itemView> {
  const { target, before, after } = item;
  return {
    position: item.position,
    state: item.state,
    offer:
      target.kind !== 'offer'
        ? null
        : {
            account_id: target.account,
            native_item_id: target.nativeItemId,
            before: before !== null && isOfferFacts(before) ? factsOf(before) : null,
            after: after !== null && isOfferAfter(after) ? valuesOf(after) : null,
          },
    order:
      target.kind !== 'order'
        ? null
        : {
            order_id: target.order,
            line_ids: target.lines === null ? null : [...target.lines],
            before: before !== null && !isOfferFacts(before) ? [...before] : null,
            after: after !== null && !isOfferAfter(after) ? after.map(stepOf) : null,
          },
    flags: item.flags.map((code) => ({ code, text: inLanguage(FLAG_TEXTS[code], language) })),
    declined: declinedText(item.declined, language),
    command: item.command,
  };
}

function isOfferFacts(before: OfferFacts | readonly LineFacts[]): before is OfferFacts {
  return !Array.isArray(before);
}

function isOfferAfter(after: OfferAfter | readonly OrderStep[]): after is OfferAfter {
  return !Array.isArray(after);
}

function factsOf({ quantity, price, currency, onSale }: OfferFacts): z.infer<typeof offerValues> {
  return { quantity, price, currency, on_sale: onSale };
}

function valuesOf(after: OfferAfter) {
  return after.kind === 'set_stock'
    ? { quantity: after.quantity, price: null, currency: null }
    : { quantity: null, price: after.price, currency: after.currency };
}

function stepOf({ line_ids, ...rest }: OrderStep): z.infer<typeof step> {
  return { ...rest, line_ids: [...line_ids] };
}
