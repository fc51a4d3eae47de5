import type { ListingDraft } from '../../../marketplaces/kit/catalog.ts';
import type { ListingRules } from '../../../marketplaces/kit/listing-rules.ts';
import { type DraftFault, fault } from '../draft-fault.ts';

type Needed = ListingRules['required'][number];

/** Facts of the product that the marketplace demands of every listing. */
export function neededFaults(draft: ListingDraft, { required }: ListingRules): readonly DraftFault[] {
  return required.flatMap((needed) => (isTold(needed, draft) ? [] : [MISSING[needed]]));
}

function isTold(needed: Needed, { delivery, origin, ...draft }: ListingDraft): boolean {
  switch (needed) {
    case 'brand':
      return draft.brand !== null;
    case 'notice':
      return draft.notice !== null;
    case 'origin':
      return origin !== null && (origin.kind !== 'imported' || origin.madeIn !== null);
    case 'afterService':
      return draft.afterService !== null;
    case 'returnFee':
      return delivery.returnFee !== null;
    case 'exchangeFee':
      return delivery.exchangeFee !== null;
    case 'carrier':
      return delivery.type !== 'DELIVERY' || delivery.carrierId !== null;
  }
}

const MISSING: Readonly<Record<Needed, DraftFault>> = {
  brand: fault('brand', 'missing', {
    ko: '브랜드를 입력하세요.',
    en: 'Tell the brand.',
    ru: 'Укажите бренд.',
    uz: 'Brendni kiriting.',
  }),
  notice: fault('notice', 'missing', {
    ko: '상품정보제공고시를 입력하세요.',
    en: 'Tell the statutory notice of product facts.',
    ru: 'Заполните обязательные сведения о товаре (상품정보제공고시).',
    uz: 'Mahsulot haqidagi majburiy ma’lumotlarni to‘ldiring (상품정보제공고시).',
  }),
  origin: fault('origin', 'missing', {
    ko: '원산지를 입력하세요. 수입품이면 제조국(made_in)도 필요합니다.',
    en: 'Tell the origin; of imported goods also the country (`made_in`).',
    ru: 'Укажите происхождение; для импортных товаров — и страну (`made_in`).',
    uz: 'Kelib chiqishini kiriting; import mahsulot uchun mamlakat ham kerak (`made_in`).',
  }),
  afterService: fault('after_service', 'missing', {
    ko: 'A/S 전화번호와 안내를 입력하세요.',
    en: 'Tell the phone number and text of the after-service.',
    ru: 'Укажите телефон и текст послепродажного обслуживания.',
    uz: 'Sotuvdan keyingi xizmat telefoni va matnini kiriting.',
  }),
  returnFee: fault('return_fee', 'missing', {
    ko: '반품 배송비를 입력하세요.',
    en: 'Tell the fee for returns.',
    ru: 'Укажите плату за возврат.',
    uz: 'Qaytarish to‘lovini kiriting.',
  }),
  exchangeFee: fault('exchange_fee', 'missing', {
    ko: '교환 배송비를 입력하세요.',
    en: 'Tell the fee for exchanges.',
    ru: 'Укажите плату за обмен.',
    uz: 'Almashtirish to‘lovini kiriting.',
  }),
  carrier: fault('carrier', 'missing', {
    ko: '택배사를 고르세요.',
    en: 'Choose the carrier.',
    ru: 'Выберите службу доставки.',
    uz: 'Yetkazib beruvchini tanlang.',
  }),
};
