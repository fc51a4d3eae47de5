import { VENDOR_ID } from '../test-shop.ts';

const SELLER = '/v2/providers/seller_api/apis/api/v1/marketplace';

/** Paths of the calls about products. */
export const PRODUCT_PATHS = {
  products: `${SELLER}/seller-products`,
  product: (id: string) => `${SELLER}/seller-products/${id}`,
  histories: (id: string) => `${SELLER}/seller-products/${id}/histories`,
  ofSku: (sku: string) => `${SELLER}/seller-products/external-vendor-sku-codes/${sku}`,
  categories: `${SELLER}/meta/display-categories`,
  categoryStatus: (code: string) => `${SELLER}/meta/display-categories/${code}/status`,
  categoryMeta: (code: string) => `${SELLER}/meta/category-related-metas/display-category-codes/${code}`,
  item: (id: string, rest: string) => `${SELLER}/vendor-items/${id}/${rest}`,
} as const;

/** One option of the product below. */
export function newItem(colour: string, sku: string): Record<string, unknown> {
  return {
    itemName: `${colour} 1개`,
    originalPrice: 9_900,
    salePrice: 6_600,
    maximumBuyCount: 12,
    maximumBuyForPerson: 0,
    maximumBuyForPersonPeriod: 1,
    outboundShippingTimeDay: 1,
    unitCount: 0,
    adultOnly: 'EVERYONE',
    taxType: 'TAX',
    parallelImported: 'NOT_PARALLEL_IMPORTED',
    overseasPurchased: 'NOT_OVERSEAS_PURCHASED',
    pccNeeded: 'false',
    externalVendorSku: sku,
    emptyBarcode: true,
    emptyBarcodeReason: '바코드 없음',
    certifications: [{ certificationType: 'NOT_REQUIRED', certificationCode: '' }],
    searchTags: ['양말'],
    images: [{ imageOrder: 0, imageType: 'REPRESENTATION', vendorPath: 'https://img.example.com/a.jpg' }],
    notices: ['품명 및 모델명', '제조국(원산지)', '제조자(수입자)', '소비자상담 관련 전화번호'].map(
      (noticeCategoryDetailName) => ({
        noticeCategoryName: '기타 재화',
        noticeCategoryDetailName,
        content: '상세페이지 참조',
      }),
    ),
    attributes: [
      { attributeTypeName: '색상', attributeValueName: colour, exposed: 'EXPOSED' },
      { attributeTypeName: '수량', attributeValueName: '1개', exposed: 'EXPOSED' },
    ],
    contents: [{ contentsType: 'TEXT', contentDetails: [{ content: '<p>면 양말</p>', detailType: 'TEXT' }] }],
  };
}

/** A product that Coupang takes: socks in two colours. */
export function newProduct(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    displayCategoryCode: 77_413,
    sellerProductName: '면 양말 기본',
    displayProductName: '면 양말',
    vendorId: VENDOR_ID,
    vendorUserId: 'wing-a00012345',
    saleStartedAt: '2026-11-21T10:02:03',
    saleEndedAt: '2099-01-01T23:59:59',
    brand: '하늘',
    deliveryMethod: 'SEQUENCIAL',
    deliveryCompanyCode: 'CJGLS',
    deliveryChargeType: 'FREE',
    deliveryCharge: 0,
    freeShipOverAmount: 0,
    deliveryChargeOnReturn: 2_500,
    remoteAreaDeliverable: 'N',
    unionDeliveryType: 'UNION_DELIVERY',
    outboundShippingPlaceCode: 74_010,
    returnCenterCode: '1000274592',
    returnChargeName: '본사 반품지',
    companyContactNumber: '02-1234-5678',
    returnZipCode: '05510',
    returnAddress: '서울특별시 송파구 송파대로 570',
    returnAddressDetail: '1층 반품센터',
    returnCharge: 2_500,
    requested: true,
    items: [newItem('블랙', 'SOCK-BK-1'), newItem('화이트', 'SOCK-WH-1')],
    ...changes,
  };
}
