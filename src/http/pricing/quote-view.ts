import { z } from 'zod';
import type { Margin } from '../../domain/pricing/margin.ts';
import type { PriceQuote } from '../../engine/pricing/quote.ts';
import { inLanguage, type Localized } from '../../marketplaces/kit/localized.ts';
import type { Language } from '../problems/language.ts';
import { id } from '../values/id.ts';
import { percentOf } from './rule-view.ts';

const marginView = z.object({
  revenue: z.int(),
  fees: z.int(),
  cost: z.int(),
  profit: z.int(),
  margin_percent: z.number().describe('Of the revenue.'),
  markup_percent: z.number().nullable().describe('Of the cost.'),
});

const NOTES = ['raised_scarce', 'at_floor', 'at_ceiling', 'change_limited', 'at_market_limit'] as const;
const WITHOUT = ['no_rule', 'no_rate', 'cost_unknown', 'aim_too_high', 'floor_above_ceiling'] as const;

export const quoteView = z
  .object({
    listing_item_id: id,
    account_id: id,
    platform: z.string(),
    native_item_id: z.string(),
    listing: z.string(),
    option_values: z.array(z.string()),
    currency: z.string(),
    price_now: z.int().nullable().describe('As the marketplace showed or took it last.'),
    price: z.int().nullable().describe('What the rule makes of it; null where none could be worked out.'),
    margin_now: marginView.nullable(),
    margin: marginView.nullable(),
    rule_id: id.nullable(),
    fee_source: z.string().nullable(),
    notes: z.array(z.enum(NOTES)),
    without: z.enum(WITHOUT).nullable(),
    says: z.string().nullable().describe('Why there is no price, or why it is not the one aimed at.'),
  })
  .meta({ id: 'PriceQuote' });

const SENTENCES: Readonly<Record<(typeof NOTES)[number] | (typeof WITHOUT)[number], Localized>> = {
  raised_scarce: {
    ko: '재고가 적고 잘 팔려서 가격을 올렸습니다.',
    en: 'Raised, since little is left and it sells well.',
    ru: 'Цена поднята: товара мало, а продаётся он хорошо.',
    uz: 'Narx ko‘tarildi: tovar kam qoldi va yaxshi sotilmoqda.',
  },
  at_floor: {
    ko: '하한가에 걸렸습니다.',
    en: 'Held at the floor.',
    ru: 'Ограничено минимумом.',
    uz: 'Quyi chegarada to‘xtatildi.',
  },
  at_ceiling: {
    ko: '상한가에 걸렸습니다.',
    en: 'Held at the ceiling.',
    ru: 'Ограничено максимумом.',
    uz: 'Yuqori chegarada to‘xtatildi.',
  },
  change_limited: {
    ko: '한 번에 바꿀 수 있는 폭을 넘어 일부만 바꿉니다. 다시 적용하면 더 바뀝니다.',
    en: 'One change may not go so far, so it goes a part of the way; applying again goes on.',
    ru: 'За один раз цена меняется лишь частично; примените ещё раз, чтобы продолжить.',
    uz: 'Bir martada narx faqat qisman o‘zgaradi; davom ettirish uchun yana qo‘llang.',
  },
  at_market_limit: {
    ko: '마켓이 받는 가격 단위와 한도에 맞췄습니다.',
    en: 'Fitted to the steps and bounds that the marketplace takes.',
    ru: 'Подогнано под шаг и границы цен площадки.',
    uz: 'Maydon qabul qiladigan qadam va chegaralarga moslandi.',
  },
  no_rule: {
    ko: '맞는 가격 규칙이 없어 그대로 둡니다.',
    en: 'No rule counts for it, so it is left alone.',
    ru: 'Подходящего правила нет, цена остаётся прежней.',
    uz: 'Mos qoida yo‘q, narx o‘zgarmaydi.',
  },
  no_rate: {
    ko: '이 마켓의 수수료율을 모릅니다. 수수료율을 먼저 입력하세요.',
    en: 'What this marketplace charges is not known. Tell its fee rate first.',
    ru: 'Комиссия этой площадки неизвестна. Сначала укажите ставку.',
    uz: 'Bu maydon komissiyasi noma’lum. Avval stavkani kiriting.',
  },
  cost_unknown: {
    ko: '원가가 없는 SKU가 있어 마진을 계산할 수 없습니다. 원가를 입력하세요.',
    en: 'A SKU has no cost, so there is no margin to aim at. Tell what it costs.',
    ru: 'У SKU нет себестоимости, маржу не посчитать. Укажите её.',
    uz: 'SKU tannarxi yo‘q, marjani hisoblab bo‘lmaydi. Uni kiriting.',
  },
  aim_too_high: {
    ko: '수수료와 목표 마진을 합하면 100 %를 넘어 어떤 가격으로도 맞출 수 없습니다.',
    en: 'Fees and the margin aimed at are more than the whole: no price leaves that.',
    ru: 'Комиссии и желаемая маржа вместе больше 100 %: такой цены нет.',
    uz: 'Komissiyalar va maqsadli marja birga 100 % dan oshadi: bunday narx yo‘q.',
  },
  floor_above_ceiling: {
    ko: '하한가가 상한가보다 높습니다.',
    en: 'The floor lies above the ceiling.',
    ru: 'Минимум выше максимума.',
    uz: 'Quyi chegara yuqorisidan baland.',
  },
};

/** What the rules make of one thing on sale, as it goes out. */
export function viewQuote(
  { item, rule, rate, answer }: PriceQuote,
  language: Language,
): z.infer<typeof quoteView> {
  const priced = answer.kind === 'priced' ? answer : null;
  const without = answer.kind === 'priced' ? null : answer.kind === 'no_price' ? answer.because : answer.kind;
  const notes = [...(priced?.notes ?? [])];
  const reasons = without === null ? notes : [without];
  return {
    listing_item_id: item.item,
    account_id: item.account,
    platform: item.platform,
    native_item_id: item.nativeItemId,
    listing: item.listingName,
    option_values: [...item.optionValues],
    currency: item.currency,
    price_now: item.priceNow,
    price: priced?.price ?? null,
    margin_now: priced === null || priced.marginNow === null ? null : viewMargin(priced.marginNow),
    margin: priced === null ? null : viewMargin(priced.margin),
    rule_id: rule?.id ?? null,
    fee_source: rate?.source ?? null,
    notes,
    without,
    says:
      reasons.length === 0
        ? null
        : reasons.map((reason) => inLanguage(SENTENCES[reason], language)).join(' '),
  };
}

function viewMargin(margin: Margin): z.infer<typeof marginView> {
  return {
    revenue: margin.revenue,
    fees: margin.fees,
    cost: margin.cost,
    profit: margin.profit,
    margin_percent: percentOf(margin.marginBp),
    markup_percent: margin.markupBp === null ? null : percentOf(margin.markupBp),
  };
}
