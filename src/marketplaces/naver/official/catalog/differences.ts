import type { FieldChange } from '../../../kit/catalog.ts';
import { type Fields, optionalFieldsAt } from '../../../kit/decode.ts';
import { rowsAt } from './items.ts';

/** What two versions of a product say otherwise, of all that the hub has a word for. Stock is left out: sales move it. */
export function differences(before: Fields, after: Fields): readonly FieldChange[] {
  const [one, other] = [toldBy(before), toldBy(after)];
  return [...new Set([...one.keys(), ...other.keys()])]
    .map((field) => ({ field, before: one.get(field) ?? null, after: other.get(field) ?? null }))
    .filter((change) => change.before !== change.after);
}

/** What an `originProduct` says, field by field, in texts that can be compared and shown. */
function toldBy(origin: Fields): ReadonlyMap<string, string> {
  const detail = at(origin, 'detailAttribute');
  const delivery = at(origin, 'deliveryInfo');
  const fee = at(delivery, 'deliveryFee');
  const claim = at(delivery, 'claimDeliveryInfo');
  const search = at(detail, 'naverShoppingSearchInfo');
  const told: readonly (readonly [field: string, value: unknown])[] = [
    ['name', origin.name],
    ['descriptionHtml', origin.detailContent],
    ['nativeCategoryId', origin.leafCategoryId],
    ['price', origin.salePrice],
    ['images', pictures(at(origin, 'images'))],
    ['tax', detail.taxType],
    ['minorsMayBuy', detail.minorPurchasable],
    ['brand', search.brandName],
    ['manufacturer', search.manufacturerName],
    ['sellerCode', at(detail, 'sellerCodeInfo').sellerManagementCode],
    ['delivery.type', delivery.deliveryType],
    ['delivery.carrier', delivery.deliveryCompany],
    ['delivery.fee', fee.baseFee],
    ['delivery.freeFrom', fee.freeConditionalAmount],
    ['delivery.returnFee', claim.returnDeliveryFee],
    ['delivery.exchangeFee', claim.exchangeDeliveryFee],
    ['delivery.remoteFee', at(fee, 'deliveryFeeByArea').area2extraFee],
    ['places.ship_from', claim.shippingAddressId],
    ['places.return_to', claim.returnAddressId],
    ['origin', at(detail, 'originAreaInfo').originAreaCode],
    ['origin.importer', at(detail, 'originAreaInfo').importer],
    ['afterService.phone', at(detail, 'afterServiceInfo').afterServiceTelephoneNumber],
    ['afterService.text', at(detail, 'afterServiceInfo').afterServiceGuideContent],
    ['notice', sorted(detail.productInfoProvidedNotice)],
    ['optionNames', sorted(at(detail, 'optionInfo').optionCombinationGroupNames)],
    ...options(at(detail, 'optionInfo')),
  ];
  return new Map(
    told
      .filter(([, value]) => value !== undefined && value !== null && value !== '')
      .map(([field, value]) => [field, String(value)]),
  );
}

function at(fields: Fields, name: string): Fields {
  return optionalFieldsAt(fields, name) ?? {};
}

function pictures(images: Fields): string {
  return [at(images, 'representativeImage'), ...rowsAt(images, 'optionalImages')]
    .map(({ url }) => String(url ?? ''))
    .join(' ');
}

function options(info: Fields): readonly (readonly [string, unknown])[] {
  return rowsAt(info, 'optionCombinations').map((row) => {
    const values = [row.optionName1, row.optionName2, row.optionName3].filter((value) => value !== undefined);
    const { price = 0, usable = true, sellerManagerCode = '' } = row;
    return [`option ${values.join(' / ')}`, `${price} ${usable} ${sellerManagerCode}`] as const;
  });
}

/** The same text for the same members, in whatever order they come. */
function sorted(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
