/** An entry of the seller's address book (sheet §3.9). */
export interface Place {
  readonly addressBookNo: number;
  readonly name: string;
  readonly addressType: 'REPRESENTATIVE' | 'RELEASE' | 'REFUND_OR_EXCHANGE' | 'GENERAL';
  readonly postalCode: string;
  readonly baseAddress: string;
  readonly detailAddress: string;
  readonly phoneNumber1: string;
}

const FIRST_ADDRESS_NO = 100_234_567;
const FIRST_BUNDLE_NO = 5_012_345;

const PLACES: readonly Omit<Place, 'addressBookNo'>[] = [
  {
    name: '상품출고지',
    addressType: 'RELEASE',
    postalCode: '10881',
    baseAddress: '경기도 파주시 문발로 10',
    detailAddress: '1층',
    phoneNumber1: '02-1234-5678',
  },
  {
    name: '반품교환지',
    addressType: 'REFUND_OR_EXCHANGE',
    postalCode: '10881',
    baseAddress: '경기도 파주시 문발로 10',
    detailAddress: '2층 반품센터',
    phoneNumber1: '02-1234-5679',
  },
  {
    name: '본사',
    addressType: 'REPRESENTATIVE',
    postalCode: '06236',
    baseAddress: '서울특별시 강남구 테헤란로 1',
    detailAddress: '10층',
    phoneNumber1: '02-1234-5600',
  },
];

/** The address book of a store. */
export function addressBook(shopNumber: number): readonly Place[] {
  return PLACES.map((place, at) => ({ addressBookNo: FIRST_ADDRESS_NO + shopNumber * 10 + at, ...place }));
}

/** Products of one bundle group are sent, and paid for, together. */
export interface BundleGroup {
  readonly id: number;
  readonly name: string;
  readonly usable: boolean;
  readonly baseGroup: boolean;
  readonly deliveryFeeChargeMethodType: 'MIN' | 'MAX';
}

export function bundleGroups(shopNumber: number): readonly BundleGroup[] {
  const id = FIRST_BUNDLE_NO + shopNumber * 10;
  return [
    { id, name: '기본 묶음배송', usable: true, baseGroup: true, deliveryFeeChargeMethodType: 'MIN' },
    { id: id + 1, name: '냉장 묶음배송', usable: true, baseGroup: false, deliveryFeeChargeMethodType: 'MAX' },
  ];
}

/** Some places that goods come from. */
export const ORIGIN_AREAS: readonly { readonly code: string; readonly name: string }[] = [
  { code: '00', name: '국산' },
  { code: '01', name: '원양산' },
  { code: '02', name: '수입산' },
  { code: '03', name: '기타-상세 설명에 표시' },
  { code: '04', name: '기타-직접 입력' },
  { code: '05', name: '원산지 표기 의무 대상 아님' },
  { code: '0200037', name: '수입산:아시아>중국' },
  { code: '0200038', name: '수입산:아시아>베트남' },
  { code: '0200034', name: '수입산:아시아>일본' },
  { code: '0204000', name: '수입산:북아메리카>미국' },
];
