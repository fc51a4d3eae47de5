import type { ListingDraft } from '../../../kit/catalog.ts';
import { type Fields, optionalFieldsAt } from '../../../kit/decode.ts';
import { RefusedDraft } from '../../../kit/refused-draft.ts';
import { CARRIER_TABLE } from '../carriers.ts';
import { wireId } from './product.ts';

/** The addresses a product is sent from and comes back to; null leaves the choice to what stands there. */
export interface ChosenPlaces {
  readonly shipFrom: string | null;
  readonly returnTo: string | null;
  readonly bundleGroup: string | null;
}

/**
 * How it is delivered, laid over what the product says now: what the hub has no word for stays. Fees for islands belong
 * to the bundle group where a product is in one (DOC), so a draft with a fee of its own leaves the group.
 */
export function encodeDelivery(draft: ListingDraft, places: ChosenPlaces, now: Fields): Fields {
  const { delivery } = draft;
  const { returnFee, exchangeFee, remoteFee } = delivery;
  if (returnFee === null)
    throw new RefusedDraft('delivery.returnFee', {
      ko: '반품 배송비를 입력하세요.',
      en: 'Tell the fee for returns.',
      ru: 'Укажите плату за возврат.',
      uz: 'Qaytarish to‘lovini kiriting.',
    });
  if (exchangeFee === null)
    throw new RefusedDraft('delivery.exchangeFee', {
      ko: '교환 배송비를 입력하세요.',
      en: 'Tell the fee for exchanges.',
      ru: 'Укажите плату за обмен.',
      uz: 'Almashtirish to‘lovini kiriting.',
    });
  const claim = optionalFieldsAt(now, 'claimDeliveryInfo') ?? {};
  return {
    deliveryAttributeType: 'NORMAL',
    ...now,
    deliveryType: delivery.type,
    ...carrier(draft, now),
    ...bundle(places.bundleGroup, remoteFee, now),
    deliveryFee: encodeFee(draft, optionalFieldsAt(now, 'deliveryFee') ?? {}),
    claimDeliveryInfo: {
      ...claim,
      returnDeliveryFee: returnFee,
      exchangeDeliveryFee: exchangeFee,
      ...(places.shipFrom === null ? {} : { shippingAddressId: wireId(places.shipFrom) }),
      ...(places.returnTo === null ? {} : { returnAddressId: wireId(places.returnTo) }),
    },
  };
}

function carrier({ delivery }: ListingDraft, now: Fields): Fields {
  const code = delivery.carrierId === null ? undefined : CARRIER_TABLE.codeOf[delivery.carrierId];
  if (code !== undefined) return { deliveryCompany: code };
  if (delivery.carrierId !== null)
    throw new RefusedDraft('delivery.carrierId', {
      ko: `네이버에 없는 택배사입니다. (${delivery.carrierId})`,
      en: `Naver has no such carrier. (${delivery.carrierId})`,
      ru: `У Naver нет такого перевозчика. (${delivery.carrierId})`,
      uz: `Naver da bunday tashuvchi yo‘q. (${delivery.carrierId})`,
    });
  if (delivery.type === 'DELIVERY' && now.deliveryCompany === undefined)
    throw new RefusedDraft('delivery.carrierId', {
      ko: '택배사를 고르세요.',
      en: 'Choose the carrier.',
      ru: 'Выберите перевозчика.',
      uz: 'Tashuvchini tanlang.',
    });
  return {};
}

function bundle(chosen: string | null, remoteFee: number | null, now: Fields): Fields {
  if (chosen !== null) return { deliveryBundleGroupUsable: true, deliveryBundleGroupId: wireId(chosen) };
  if (remoteFee !== null) return { deliveryBundleGroupUsable: false, deliveryBundleGroupId: undefined };
  // Without a group of its own it goes into the basic one (DOC).
  return now.deliveryBundleGroupUsable === undefined ? { deliveryBundleGroupUsable: true } : {};
}

function encodeFee({ delivery }: ListingDraft, now: Fields): Fields {
  const { fee, freeFrom, remoteFee } = delivery;
  const byArea =
    remoteFee === null ? {} : { deliveryFeeByArea: { deliveryAreaType: 'AREA_2', area2extraFee: remoteFee } };
  const kept = { ...keptOf(now, ['deliveryFeeByArea', 'differentialFeeByArea']), ...byArea };
  if (fee === 0) return { ...kept, deliveryFeeType: 'FREE', baseFee: 0 };
  const paid = { ...kept, baseFee: fee, deliveryFeePayType: now.deliveryFeePayType ?? 'PREPAID' };
  return freeFrom === null
    ? { ...paid, deliveryFeeType: 'PAID' }
    : { ...paid, deliveryFeeType: 'CONDITIONAL_FREE', freeConditionalAmount: freeFrom };
}

function keptOf(fields: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(
    names.filter((name) => fields[name] !== undefined).map((name) => [name, fields[name]]),
  );
}
