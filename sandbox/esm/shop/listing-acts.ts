import { ControlError } from '../../frame/control-error.ts';
import { booleanInput, countInput, textInput } from '../../frame/input.ts';
import type { JsonObject } from '../../frame/json.ts';
import { objectAt } from '../official/goods/members.ts';
import { type Product, sitesOf } from '../products/product.ts';
import type { Shop } from './shop.ts';
import type { ShopAct } from './story.ts';
import { itemNamed } from './wanted.ts';

const MAX_STOCK = 99_999;

/** What others do with the products of a shop: the seller in ESM PLUS, and the sites. */
export const LISTING_ACTS: Readonly<Record<string, ShopAct>> = {
  /** Somebody sets how many are left of an item; none means that it is sold out. */
  editStock(shop, input) {
    const { product, site, option } = itemNamed(shop, textInput(input, 'item'));
    const quantity = countInput(input, 'quantity', 1, MAX_STOCK);
    const sale = product.sites[site];
    if (option !== null) {
      option.quantity[site] = Math.max(1, quantity);
      option.soldOut = quantity === 0;
    } else if (sale !== undefined) {
      sale.stock = Math.max(1, quantity);
      sale.isSell = quantity > 0;
    }
    return {};
  },
  /** The seller stops or resumes a product on all its sites. */
  pauseListing(shop, input) {
    const product = productNamed(shop, input);
    const isSell = !booleanInput(input, 'paused', true);
    for (const site of sitesOf(product))
      if (product.sites[site] !== undefined) product.sites[site].isSell = isSell;
    return {};
  },
  /** From now on only those buyers get it who ask for it. */
  keepBack(shop, input) {
    shop.keptBack.add(productNamed(shop, input).goodsNo);
    return {};
  },
  /** A site stops a product by itself, or lets it go on. */
  blockListing(shop, input) {
    const product = productNamed(shop, input);
    const isBlocked = booleanInput(input, 'blocked', true);
    for (const site of sitesOf(product))
      if (product.sites[site] !== undefined) product.sites[site].isBlocked = isBlocked;
    return {};
  },
  /** The seller gives a product a stock-keeping code, of which other programs know nothing. */
  addForeign(shop, input) {
    const product = productNamed(shop, input);
    const inventoryCode = textInput(input, 'text');
    const document = product.document();
    const more = { ...objectAt(document, 'itemAddtionalInfo'), inventoryCode };
    product.document = () => ({ ...document, itemAddtionalInfo: more });
    return {};
  },
};

function productNamed({ catalogue }: Shop, input: JsonObject): Product {
  const number = textInput(input, 'listing');
  const product = catalogue.product(number) ?? catalogue.onSite(number);
  if (product === undefined) throw new ControlError(`there is no listing ${number}`, 404);
  return product;
}
