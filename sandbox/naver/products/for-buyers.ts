import type { JsonObject } from '../../frame/json.ts';
import type { Product, ProductOption } from '../seller/product.ts';
import { combinationsOf, type OriginProduct, sellerCodeOf, supplementsOf } from './origin-product.ts';
import type { Listed } from './product-book.ts';

/** Products say it in other words than orders (sheet §3.3, §3.6). */
const TAX_IN_ORDERS = { TAX: 'TAXATION', DUTYFREE: 'TAX_EXEMPTION', SMALL: 'TAX_FREE' } as const;

const met = new WeakMap<Listed, Product>();

/** A product as a buyer meets it in the store. */
export function forBuyers(listed: Listed): Product {
  const known = met.get(listed);
  if (known !== undefined) return known;
  const { origin } = listed;
  const combinations = combinationsOf(origin);
  const product: Product = {
    originProductNo: listed.originProductNo,
    channelProductNo: listed.channelProductNo,
    name: origin.name,
    sellerCode: sellerCodeOf(origin) ?? '',
    salePrice: origin.salePrice,
    taxType: TAX_IN_ORDERS[origin.detailAttribute.taxType],
    storageType: listed.storageType,
    options: optionsOf(origin),
    hasOptions: combinations.length > 0,
    supplements: supplementsOf(origin)
      .filter(({ usable, stockQuantity }) => usable && stockQuantity > 0)
      .map(({ id, groupName, name, price }) => ({ id: String(id), text: `${groupName}: ${name}`, price })),
    left: combinations.length > 0 ? 0 : origin.stockQuantity,
  };
  met.set(listed, product);
  return product;
}

/** Whether the store shows it with a button to buy it. */
export function isForSale({ origin, channel }: Listed): boolean {
  return origin.statusType === 'SALE' && channel.channelProductDisplayStatusType === 'ON';
}

function optionsOf(origin: OriginProduct): readonly ProductOption[] {
  const { optionInfo } = origin.detailAttribute;
  const names = groupNames(optionInfo?.optionCombinationGroupNames ?? {});
  return combinationsOf(origin)
    .filter(({ usable, stockQuantity }) => usable && stockQuantity > 0)
    .map((option) => ({
      id: String(option.id),
      text: names.map((name, at) => `${name}: ${String(option[`optionName${at + 1}`] ?? '')}`).join(' / '),
      manageCode: option.sellerManagerCode,
      priceDelta: option.price,
      left: option.stockQuantity,
    }));
}

/** The names of the option groups, in order. */
export function groupNames(names: JsonObject): readonly string[] {
  return [names.optionGroupName1, names.optionGroupName2, names.optionGroupName3].filter(
    (name) => typeof name === 'string',
  );
}
