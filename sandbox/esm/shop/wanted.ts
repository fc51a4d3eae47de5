import { ControlError } from '../../frame/control-error.ts';
import { optionText, type Product, type ProductOption, sitesOf } from '../products/product.ts';
import type { Site } from '../sites.ts';
import type { Shop } from './shop.ts';

/** Something on sale on one site. */
export interface SiteItem {
  readonly product: Product;
  readonly site: Site;
  readonly option: ProductOption | null;
}

/** What an act means by `4200000001` or `4200000001:HUB-MUG-01-W`: a site's number, and an option by its code or text. */
export function itemNamed({ catalogue }: Shop, name: string): SiteItem {
  const [number = '', ...rest] = name.split(':');
  const product = catalogue.onSite(number);
  const site =
    product === undefined
      ? undefined
      : sitesOf(product).find((one) => product.sites[one]?.siteGoodsNo === number);
  if (product === undefined || site === undefined) throw new ControlError(`there is no item ${name}`, 404);
  const key = rest.join(':');
  const { names, options } = product.choice;
  const option =
    options.find((one) => one.code === key && key !== '') ??
    options.find((one) => optionText(names, one) === key);
  if (option === undefined && (key !== '' || options.length > 0))
    throw new ControlError(`there is no item ${name}`, 404);
  return { product, site, option: option ?? null };
}
