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

const missing = (field: string, ko: string, en: string, ru: string, uz: string) =>
  fault(field, 'missing', ko, en, { ru, uz });

const MISSING: Readonly<Record<Needed, DraftFault>> = {
  brand: missing('brand', '브랜드를 입력하세요.', 'Tell the brand.', 'Укажите бренд.', 'Brendni kiriting.'),
  notice: missing(
    'notice',
    '상품정보제공고시를 입력하세요.',
    'Tell the statutory notice of product facts.',
    'Заполните обязательные сведения о товаре (상품정보제공고시).',
    'Mahsulot haqidagi majburiy ma’lumotlarni to‘ldiring (상품정보제공고시).',
  ),
  origin: missing(
    'origin',
    '원산지를 입력하세요. 수입품이면 제조국(made_in)도 필요합니다.',
    'Tell the origin; of imported goods also the country (`made_in`).',
    'Укажите происхождение; для импортных товаров — и страну (`made_in`).',
    'Kelib chiqishini kiriting; import mahsulot uchun mamlakat ham kerak (`made_in`).',
  ),
  afterService: missing(
    'after_service',
    'A/S 전화번호와 안내를 입력하세요.',
    'Tell the phone number and text of the after-service.',
    'Укажите телефон и текст послепродажного обслуживания.',
    'Sotuvdan keyingi xizmat telefoni va matnini kiriting.',
  ),
  returnFee: missing(
    'return_fee',
    '반품 배송비를 입력하세요.',
    'Tell the fee for returns.',
    'Укажите плату за возврат.',
    'Qaytarish to‘lovini kiriting.',
  ),
  exchangeFee: missing(
    'exchange_fee',
    '교환 배송비를 입력하세요.',
    'Tell the fee for exchanges.',
    'Укажите плату за обмен.',
    'Almashtirish to‘lovini kiriting.',
  ),
  carrier: missing(
    'carrier',
    '택배사를 고르세요.',
    'Choose the carrier.',
    'Выберите службу доставки.',
    'Yetkazib beruvchini tanlang.',
  ),
};
