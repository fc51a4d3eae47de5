import type { ShopPlace } from '../../../kit/catalog.ts';
import {
  asFields,
  asList,
  booleanAt,
  type Fields,
  fieldsAt,
  idAt,
  optionalTextAt,
  textAt,
} from '../../../kit/decode.ts';
import type { Ask } from '../calls.ts';
import { everyPlace } from '../queries.ts';
import { listOf } from './decode-product.ts';

/** Where goods leave from. */
export interface OutboundPlace {
  readonly code: string;
  readonly name: string;
  readonly isUsable: boolean;
  /** Whether it has told what islands and mountains cost: without, nothing is delivered there. */
  readonly reachesRemoteAreas: boolean;
}

/** Where returns go to, with the address that a listing repeats. */
export interface ReturnCenter {
  readonly code: string;
  readonly name: string;
  readonly isUsable: boolean;
  readonly phone: string;
  readonly zipCode: string;
  readonly address: string;
  readonly addressDetail: string;
}

/** The seller's places (sheet §3.9). */
export interface Places {
  readonly outbound: readonly OutboundPlace[];
  readonly returns: readonly ReturnCenter[];
}

export async function askPlaces(ask: Ask): Promise<Places> {
  const query = everyPlace();
  const outbound = await ask({ operation: 'outboundPlaces', query, decode: decodeOutbound });
  const returns = await ask({ operation: 'returnCenters', query, decode: decodeReturns });
  return { outbound, returns };
}

/** The places as choices of the seller's; the first one that can be used is the usual one. */
export function shopPlaces({ outbound, returns }: Places): readonly ShopPlace[] {
  return [...choices('ship_from', outbound), ...choices('return_to', returns)];
}

function choices(
  kind: ShopPlace['kind'],
  places: readonly { readonly code: string; readonly name: string; readonly isUsable: boolean }[],
): readonly ShopPlace[] {
  return places
    .filter(({ isUsable }) => isUsable)
    .map(({ code, name }, nth) => ({ kind, id: code, name, usual: nth === 0 }));
}

/** The list of outbound places has no envelope (sheet §3). */
function decodeOutbound(json: unknown): readonly OutboundPlace[] {
  return listOf(asFields(json, 'answer'), 'content').map((place) => ({
    code: idAt(place, 'outboundShippingPlaceCode'),
    name: textAt(place, 'shippingPlaceName'),
    isUsable: booleanAt(place, 'usable', true),
    reachesRemoteAreas: listOf(place, 'remoteInfos').some((info) => booleanAt(info, 'usable', true)),
  }));
}

/** `data` is a page, or by another page of the documentation the plain list (sheet §3.9). */
function decodeReturns(json: unknown): readonly ReturnCenter[] {
  const answer = asFields(json, 'answer');
  const rows = Array.isArray(answer.data)
    ? asList(answer.data, 'data').map((row) => asFields(row, 'data'))
    : listOf(fieldsAt(answer, 'data'), 'content');
  return rows.map(decodeReturnCenter);
}

function decodeReturnCenter(center: Fields): ReturnCenter {
  const [place] = listOf(center, 'placeAddresses');
  const address = asFields(place, 'placeAddresses');
  return {
    code: idAt(center, 'returnCenterCode'),
    name: textAt(center, 'shippingPlaceName'),
    isUsable: booleanAt(center, 'usable', true),
    phone: textAt(address, 'companyContactNumber'),
    zipCode: textAt(address, 'returnZipCode'),
    address: textAt(address, 'returnAddress'),
    addressDetail: optionalTextAt(address, 'returnAddressDetail') ?? '',
  };
}
