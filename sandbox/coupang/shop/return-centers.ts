import type { WireAnswer } from '../../frame/marketplace.ts';
import { orderData } from '../gateway/answers.ts';
import type { GrantedCall } from '../gateway/call.ts';

/** The return center as a product repeats it. */
export const RETURN_CENTER = {
  returnCenterCode: '1000274592',
  returnChargeName: '본사 반품지',
  companyContactNumber: '02-1234-5678',
  returnZipCode: '05510',
  returnAddress: '서울특별시 송파구 송파대로 570',
  returnAddressDetail: '1층 반품센터',
} as const;

/** Lists the shop's return centers (sheet §3.9): always the same single one. */
export function listReturnCenters({ shop }: GrantedCall): WireAnswer {
  const { returnCenterCode, returnChargeName, ...address } = RETURN_CENTER;
  const center = {
    vendorId: shop.vendorId,
    returnCenterCode,
    shippingPlaceName: returnChargeName,
    deliverCode: 'CJGLS',
    deliverName: 'CJ대한통운',
    goodsflowStatus: 'APPROVED',
    errorMessage: '',
    createdAt: shop.openedAt,
    vendorCreditFee05kg: 2500,
    vendorCreditFee10kg: 2800,
    vendorCreditFee20kg: 3500,
    returnFee05kg: 2500,
    returnFee10kg: 2800,
    returnFee20kg: 3500,
    usable: true,
    placeAddresses: [{ addressType: 'ROADNAME', countryCode: 'KR', phoneNumber2: '', ...address }],
  };
  const pagination = { currentPage: 1, totalPages: 1, totalElements: 1, countPerPage: 10 };
  return orderData(JSON.stringify({ content: [center], pagination }));
}
