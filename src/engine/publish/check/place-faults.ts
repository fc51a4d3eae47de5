import { PLACE_KINDS, type PlaceKind } from '../../../domain/listing-choices.ts';
import type { ListingDraft, ShopPlace } from '../../../marketplaces/kit/catalog.ts';
import { choiceFault, type DraftFault } from '../draft-fault.ts';

/** Without these no goods leave or come back. */
const NEEDED: readonly PlaceKind[] = ['ship_from', 'return_to'];

/** Chosen places that the shop does not have, and places that have to be chosen or set up. */
export function placeFaults({ places }: ListingDraft, known: readonly ShopPlace[]): readonly DraftFault[] {
  return PLACE_KINDS.flatMap((kind) => {
    const own = known.filter((place) => place.kind === kind);
    const chosen = places[kind];
    const choices = own.map(({ id, name }) => ({ value: id, name }));
    if (chosen !== undefined) {
      if (own.some(({ id }) => id === chosen)) return [];
      return [choiceFault(`places.${kind}`, 'place_unknown', NOT_THERE, choices)];
    }
    if (!NEEDED.includes(kind) || own.some(({ usual }) => usual)) return [];
    return [choiceFault(`places.${kind}`, 'place_missing', own.length === 0 ? NONE : CHOOSE, choices)];
  });
}

const NOT_THERE = {
  ko: '상점에 등록되어 있지 않은 주소 또는 정책입니다.',
  en: 'The shop has no such address or policy.',
  ru: 'В магазине нет такого адреса или правила.',
  uz: 'Do‘konda bunday manzil yoki qoida yo‘q.',
};
const CHOOSE = {
  ko: '주소를 골라야 합니다.',
  en: 'Choose one of the addresses.',
  ru: 'Выберите один из адресов.',
  uz: 'Manzillardan birini tanlang.',
};
const NONE = {
  ko: '상점에 등록된 주소가 없습니다. 마켓의 판매자 페이지에서 먼저 등록하세요.',
  en: 'The shop has no address yet. Add one on the seller page of the marketplace.',
  ru: 'В магазине ещё нет адреса. Добавьте его в кабинете продавца маркетплейса.',
  uz: 'Do‘konda hali manzil yo‘q. Uni marketpleysdagi sotuvchi kabinetida qo‘shing.',
};
