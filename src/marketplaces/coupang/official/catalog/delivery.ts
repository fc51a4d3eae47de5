import type { ListingDraft } from '../../../kit/catalog.ts';
import type { Localized } from '../../../kit/localized.ts';
import { RefusedDraft } from '../../../kit/refused-draft.ts';
import { CARRIERS, DIRECT } from '../carriers.ts';
import type { OutboundPlace, Places, ReturnCenter } from './places.ts';

type Delivered = Pick<ListingDraft, 'delivery' | 'places'>;

/** What delivery costs and who brings it (sheet §3.6): the part that is the listing's own, wherever it leaves from. */
export function deliveryTerms({ delivery }: Delivered): Readonly<Record<string, unknown>> {
  const { type, fee, freeFrom, returnFee } = delivery;
  if (returnFee === null)
    throw new RefusedDraft('delivery.returnFee', {
      ko: '반품 배송비가 없습니다.',
      en: 'What sending back costs is missing.',
      ru: 'Не указана стоимость обратной доставки.',
      uz: 'Qaytarib jo‘natish narxi ko‘rsatilmagan.',
    });
  const isMaybeFree = fee === 0 || freeFrom !== null;
  return {
    deliveryMethod: type === 'DIRECT' ? 'VENDOR_DIRECT' : 'SEQUENCIAL',
    deliveryCompanyCode: carrierOf({ delivery }),
    deliveryChargeType: fee === 0 ? 'FREE' : freeFrom === null ? 'NOT_FREE' : 'CONDITIONAL_FREE',
    deliveryCharge: fee,
    freeShipOverAmount: fee === 0 ? 0 : (freeFrom ?? 0),
    // What the way there costs a buyer who had it for free and sends the goods back. The draft tells the way back
    // only, which may cost as much as this and up to half as much again (article 360033877853).
    deliveryChargeOnReturn: isMaybeFree ? returnFee : 0,
    returnCharge: returnFee,
  };
}

function carrierOf({ delivery: { type, carrierId } }: Pick<Delivered, 'delivery'>): string {
  const code = carrierId === null ? undefined : CARRIERS.codeOf[carrierId];
  if (code !== undefined) return code;
  if (type === 'DIRECT') return DIRECT;
  throw new RefusedDraft('delivery.carrierId', carrierId === null ? NO_CARRIER : unknownCarrier(carrierId));
}

const NO_CARRIER: Localized = {
  ko: '택배사가 없습니다.',
  en: 'The carrier is missing.',
  ru: 'Не указан перевозчик.',
  uz: 'Tashuvchi ko‘rsatilmagan.',
};

const unknownCarrier = (carrier: string): Localized => ({
  ko: `쿠팡에 없는 택배사입니다: ${carrier}`,
  en: `Coupang has no such carrier: ${carrier}`,
  ru: `У Coupang нет такого перевозчика: ${carrier}`,
  uz: `Coupang da bunday tashuvchi yo‘q: ${carrier}`,
});

/** Where it leaves from and where returns go to, with the address of the latter written out. */
export function deliveryPlaces({ places }: Delivered, known: Places): Readonly<Record<string, unknown>> {
  return { ...leavesFrom(places.ship_from, known.outbound), ...returnsTo(places.return_to, known.returns) };
}

/** Only the places that the seller has chosen; a listing that exists keeps the others. */
export function chosenPlaces({ places }: Delivered, known: Places): Readonly<Record<string, unknown>> {
  return {
    ...(places.ship_from === undefined ? {} : leavesFrom(places.ship_from, known.outbound)),
    ...(places.return_to === undefined ? {} : returnsTo(places.return_to, known.returns)),
  };
}

function leavesFrom(chosen: string | undefined, places: readonly OutboundPlace[]) {
  const place = placeOf('ship_from', chosen, places);
  return {
    outboundShippingPlaceCode: Number(place.code),
    remoteAreaDeliverable: place.reachesRemoteAreas ? 'Y' : 'N',
    unionDeliveryType: 'UNION_DELIVERY',
  };
}

function returnsTo(chosen: string | undefined, centers: readonly ReturnCenter[]) {
  const center = placeOf('return_to', chosen, centers);
  return {
    returnCenterCode: center.code,
    returnChargeName: center.name,
    companyContactNumber: center.phone,
    returnZipCode: center.zipCode,
    returnAddress: center.address,
    returnAddressDetail: center.addressDetail,
  };
}

function placeOf<Place extends { readonly code: string; readonly isUsable: boolean }>(
  kind: 'ship_from' | 'return_to',
  chosen: string | undefined,
  places: readonly Place[],
): Place {
  const usable = places.filter(({ isUsable }) => isUsable);
  const place = chosen === undefined ? usable[0] : usable.find(({ code }) => code === chosen);
  if (place !== undefined) return place;
  throw new RefusedDraft(`places.${kind}`, chosen === undefined ? NO_PLACE[kind] : unusable(chosen));
}

const NO_PLACE: Readonly<Record<'ship_from' | 'return_to', Localized>> = {
  ship_from: {
    ko: 'WING에 출고지를 먼저 등록하세요.',
    en: 'Register a place to ship from in WING first.',
    ru: 'Сначала добавьте адрес отправки в WING.',
    uz: 'Avval WING da jo‘natish manzilini qo‘shing.',
  },
  return_to: {
    ko: 'WING에 반품지를 먼저 등록하세요.',
    en: 'Register a place for returns in WING first.',
    ru: 'Сначала добавьте адрес возврата в WING.',
    uz: 'Avval WING da qaytarish manzilini qo‘shing.',
  },
};

const unusable = (place: string): Localized => ({
  ko: `쓸 수 없는 출고지·반품지입니다: ${place}`,
  en: `The place ${place} does not exist or is not used any more.`,
  ru: `Такого адреса нет, или он больше не используется: ${place}`,
  uz: `Bunday manzil yo‘q yoki endi ishlatilmaydi: ${place}`,
});
