import type { WireAnswer } from '../../frame/marketplace.ts';
import { refuse, unwrapped } from '../gateway/answers.ts';
import type { GrantedCall } from '../gateway/call.ts';

export const OUTBOUND_PLACE_CODE = 74_010;

const ADDRESS = {
  addressType: 'ROADNAME',
  countryCode: 'KR',
  companyContactNumber: '02-1234-5678',
  phoneNumber2: '',
  returnZipCode: '05510',
  returnAddress: '서울특별시 송파구 송파대로 570',
  returnAddressDetail: '지하 1층 물류센터',
} as const;

const PLACES = [
  {
    outboundShippingPlaceCode: 74_001,
    shippingPlaceName: '옛 물류센터',
    createDate: '2019/03/02',
    placeAddresses: [ADDRESS],
    remoteInfos: [],
    usable: false,
  },
  {
    outboundShippingPlaceCode: OUTBOUND_PLACE_CODE,
    shippingPlaceName: '송파 물류센터',
    createDate: '2024/01/05',
    placeAddresses: [ADDRESS],
    remoteInfos: [{ remoteInfoId: 1_201, deliveryCode: 'CJGLS', jeju: 3_000, notJeju: 5_000, usable: true }],
    usable: true,
  },
] as const;

/** Where a shop's goods leave from: a place in use and one given up. The answer has no envelope (sheet §3.9). */
export function listOutboundPlaces({ query }: GrantedCall): WireAnswer {
  const size = Number(query.get('pageSize') ?? '10');
  if (!Number.isInteger(size) || size < 1 || size > 50) refuse('pageSize should be between 1 and 50');
  return unwrapped({
    content: PLACES,
    pagination: { currentPage: 1, totalPages: 1, totalElements: PLACES.length, countPerPage: size },
  });
}

/** Whether goods may leave from there. */
export function isUsablePlace(code: number | undefined): boolean {
  return PLACES.some((place) => place.usable && place.outboundShippingPlaceCode === code);
}
