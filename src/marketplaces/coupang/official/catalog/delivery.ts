import type { ListingDraft } from '../../../kit/catalog.ts';
import { CARRIERS, DIRECT } from '../carriers.ts';
import type { OutboundPlace, Places, ReturnCenter } from './places.ts';
import { RefusedDraft } from './refused-draft.ts';

type Delivered = Pick<ListingDraft, 'delivery' | 'places'>;

/** What delivery costs and who brings it (sheet §3.6): the part that is the listing's own, wherever it leaves from. */
export function deliveryTerms({ delivery }: Delivered): Readonly<Record<string, unknown>> {
  const { type, fee, freeFrom, returnFee } = delivery;
  if (returnFee === null)
    throw new RefusedDraft(
      'delivery.returnFee',
      '반품 배송비가 없습니다.',
      'What sending back costs is missing.',
    );
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
  throw new RefusedDraft(
    'delivery.carrierId',
    carrierId === null ? '택배사가 없습니다.' : `쿠팡에 없는 택배사입니다: ${carrierId}`,
    carrierId === null ? 'The carrier is missing.' : `Coupang has no such carrier: ${carrierId}`,
  );
}

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
  const place = placeOf('ship_from', '출고지', chosen, places);
  return {
    outboundShippingPlaceCode: Number(place.code),
    remoteAreaDeliverable: place.reachesRemoteAreas ? 'Y' : 'N',
    unionDeliveryType: 'UNION_DELIVERY',
  };
}

function returnsTo(chosen: string | undefined, centers: readonly ReturnCenter[]) {
  const center = placeOf('return_to', '반품지', chosen, centers);
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
  name: string,
  chosen: string | undefined,
  places: readonly Place[],
): Place {
  const usable = places.filter(({ isUsable }) => isUsable);
  const place = chosen === undefined ? usable[0] : usable.find(({ code }) => code === chosen);
  if (place !== undefined) return place;
  throw new RefusedDraft(
    `places.${kind}`,
    chosen === undefined ? `WING에 ${name}를 먼저 등록하세요.` : `쓸 수 없는 ${name}입니다: ${chosen}`,
    chosen === undefined
      ? 'Register such a place in WING first.'
      : `The place ${chosen} does not exist or is not used any more.`,
  );
}
