import { categoryOf } from '../products/categories.ts';
import { noticeType } from '../products/notices.ts';
import { addressBook, bundleGroups } from '../products/places.ts';

const FREE_DELIVERY_FROM = 50_000;
const DELIVERY_FEE = 3_000;

/** How a store sends its goods. */
export function termsOf(shopNumber: number) {
  const [release, refund] = addressBook(shopNumber);
  const [group] = bundleGroups(shopNumber);
  return {
    deliveryInfo: {
      deliveryType: 'DELIVERY',
      deliveryAttributeType: 'NORMAL',
      deliveryCompany: 'CJGLS',
      deliveryBundleGroupUsable: true,
      deliveryBundleGroupId: group?.id,
      deliveryFee: {
        deliveryFeeType: 'CONDITIONAL_FREE',
        baseFee: DELIVERY_FEE,
        freeConditionalAmount: FREE_DELIVERY_FROM,
        deliveryFeePayType: 'PREPAID',
      },
      claimDeliveryInfo: {
        returnDeliveryCompanyPriorityType: 'PRIMARY',
        returnDeliveryFee: DELIVERY_FEE,
        exchangeDeliveryFee: 2 * DELIVERY_FEE,
        shippingAddressId: release?.addressBookNo,
        returnAddressId: refund?.addressBookNo,
      },
    },
  };
}

/** What buyers read. */
export function descriptionOf(name: string): string {
  const text = name.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<div><h2>${text}</h2><p>주문 후 1~2일 안에 발송됩니다.</p></div>`;
}

/** The statutory notice of goods in a category, "see the description" where nothing better is known. */
export function noticeOf(categoryId: string, name: string) {
  const type = noticeType(categoryOf(categoryId)?.notice ?? 'ETC') ?? noticeType('ETC');
  if (type === undefined) throw new RangeError('there is no notice ETC');
  const facts = type.fields
    .filter(({ required }) => required)
    .map(({ fieldName, fieldMaxLength }): [string, string] => [
      fieldName,
      fact(fieldName, name, fieldMaxLength),
    ]);
  return {
    productInfoProvidedNoticeType: type.type,
    [type.member]: {
      ...Object.fromEntries(facts),
      ...(type.type === 'ETC' ? { customerServicePhoneNumber: '02-1234-5678' } : {}),
    },
  };
}

const OF_THE_LAW = new Set([
  'returnCostReason',
  'noRefundReason',
  'qualityAssuranceStandard',
  'compensationProcedure',
  'troubleShootingContents',
]);

function fact(field: string, name: string, max: number): string {
  if (OF_THE_LAW.has(field)) return '0';
  if (field === 'itemName' || field === 'productName') return name.slice(0, max);
  return field.includes('Phone') || field === 'afterServiceDirector' ? '02-1234-5678' : '상품상세 참조';
}
