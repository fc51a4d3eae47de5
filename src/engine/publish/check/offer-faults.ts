import type { ListingDraft } from '../../../marketplaces/kit/catalog.ts';
import type { ListingRules } from '../../../marketplaces/kit/listing-rules.ts';
import { type DraftFault, fault } from '../draft-fault.ts';
import { amountWords } from './words.ts';

/** Numbers that the marketplace does not take: of options, prices and stock. */
export function offerFaults(draft: ListingDraft, rules: ListingRules): readonly DraftFault[] {
  return [
    ...countFaults(draft, rules),
    ...draft.items.flatMap((_, nth) => priceFaults(draft, nth, rules)),
    ...bandFaults(draft, rules),
    ...stockFaults(draft, rules),
  ];
}

function countFaults(
  { optionNames, items }: ListingDraft,
  { optionNames: names, items: most }: ListingRules,
): readonly DraftFault[] {
  return [
    ...(optionNames.length <= names.atMost
      ? []
      : [
          fault('option_names', 'too_many', {
            ko: `옵션명은 ${names.atMost}개까지입니다. 지금 ${optionNames.length}개입니다.`,
            en: `Up to ${names.atMost} option names are taken. There are ${optionNames.length}.`,
            ru: `Названий вариантов может быть не больше ${names.atMost}. Сейчас ${optionNames.length}.`,
            uz: `Variant nomlari ${names.atMost} tagacha bo‘lishi mumkin. Hozir ${optionNames.length} ta.`,
          }),
        ]),
    ...(items.length <= most.atMost
      ? []
      : [
          fault('skus', 'too_many', {
            ko: `옵션은 ${most.atMost}개까지입니다. 지금 ${items.length}개입니다.`,
            en: `Up to ${most.atMost} options are taken. There are ${items.length}.`,
            ru: `Вариантов может быть не больше ${most.atMost}. Сейчас ${items.length}.`,
            uz: `Variantlar ${most.atMost} tagacha bo‘lishi mumkin. Hozir ${items.length} ta.`,
          }),
        ]),
  ];
}

/** Where the price of an item is told. */
function priceField({ optionNames }: ListingDraft, nth: number): string {
  return optionNames.length === 0 ? 'price' : `skus[${nth}].price`;
}

function priceFaults(
  draft: ListingDraft,
  nth: number,
  { price: { min, max, step } }: ListingRules,
): readonly DraftFault[] {
  const price = draft.items[nth]?.price ?? 0;
  const field = priceField(draft, nth);
  const now = amountWords(price);
  if (price < min || price > max)
    return [
      fault(field, 'price_out_of_bounds', {
        ko: `가격 ${now}원은 ${amountWords(min)}원 이상 ${amountWords(max)}원 이하가 아닙니다.`,
        en: `The price ${now} is not between ${amountWords(min)} and ${amountWords(max)}.`,
        ru: `Цена ${now} не в пределах от ${amountWords(min)} до ${amountWords(max)}.`,
        uz: `Narx ${now} — ${amountWords(min)} dan ${amountWords(max)} gacha bo‘lishi kerak.`,
      }),
    ];
  if (price % step !== 0)
    return [
      fault(field, 'price_step', {
        ko: `가격은 ${step}원 단위여야 합니다: ${now}원`,
        en: `Prices are multiples of ${step}: ${now}`,
        ru: `Цена должна быть кратна ${step}: ${now}`,
        uz: `Narx ${step} ga karrali bo‘lishi kerak: ${now}`,
      }),
    ];
  return [];
}

function bandFaults(draft: ListingDraft, { itemPrice }: ListingRules): readonly DraftFault[] {
  const { price, items } = draft;
  if (itemPrice === null) return [];
  const low = Math.ceil(price * (1 - itemPrice.below));
  const high = Math.floor(price * (1 + itemPrice.above));
  return items.flatMap((item, nth) =>
    item.price >= low && item.price <= high
      ? []
      : [
          fault(priceField(draft, nth), 'price_too_far', {
            ko: `옵션 가격은 대표 가격 ${amountWords(price)}원을 기준으로 ${amountWords(low)}~${amountWords(high)}원이어야 합니다: ${amountWords(item.price)}원`,
            en: `Next to the price ${amountWords(price)} an option may cost from ${amountWords(low)} to ${amountWords(high)}: ${amountWords(item.price)}`,
            ru: `При цене ${amountWords(price)} вариант может стоить от ${amountWords(low)} до ${amountWords(high)} вон: ${amountWords(item.price)}`,
            uz: `Narx ${amountWords(price)} bo‘lsa, variant ${amountWords(low)} dan ${amountWords(high)} vongacha turishi mumkin: ${amountWords(item.price)}`,
          }),
        ],
  );
}

function stockFaults(
  { nativeListingId, items, optionNames }: ListingDraft,
  { stock }: ListingRules,
): readonly DraftFault[] {
  const field = optionNames.length === 0 ? 'stock_quantity' : 'skus';
  const total = items.reduce((sum, { quantity }) => sum + quantity, 0);
  return [
    ...(nativeListingId !== null || total >= stock.minAtCreate
      ? []
      : [
          fault(field, 'stock_too_low', {
            ko: `새 상품은 재고가 ${stock.minAtCreate}개 이상이어야 합니다.`,
            en: `A new listing must have at least ${stock.minAtCreate} in stock.`,
            ru: `У новой карточки остаток должен быть не меньше ${stock.minAtCreate}.`,
            uz: `Yangi e’londa qoldiq kamida ${stock.minAtCreate} bo‘lishi kerak.`,
          }),
        ]),
    ...items.flatMap(({ quantity }, nth) =>
      quantity <= stock.max
        ? []
        : [
            fault(
              optionNames.length === 0 ? 'stock_quantity' : `skus[${nth}].stock_quantity`,
              'stock_too_high',
              {
                ko: `재고는 ${amountWords(stock.max)}개까지 등록합니다.`,
                en: `Up to ${amountWords(stock.max)} may be offered.`,
                ru: `Остаток может быть не больше ${amountWords(stock.max)}.`,
                uz: `Qoldiq ${amountWords(stock.max)} dan oshmasin.`,
              },
            ),
          ],
    ),
  ];
}
