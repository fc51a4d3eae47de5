import type { ListingId, ListingItemId, ProductId } from '../../domain/ids.ts';
import { type MadeProduct, productOfListing } from '../../domain/linking/product-of-listing.ts';
import type { Product } from '../../domain/product.ts';
import { recordAudit } from '../../store/audit.ts';
import { findProducts, findProductsByCode, productCodesOfSkus } from '../../store/catalogue/read.ts';
import { addProducts } from '../../store/catalogue/write.ts';
import { type HeldGoods, holdGoods, linkedAmong } from '../../store/links/listed-goods.ts';
import { setLinks } from '../../store/links/set-links.ts';
import type { OwnerScope } from '../../store/scope.ts';
import { addressFault } from '../egress/user-address.ts';
import { linkByCode } from './link-by-themselves.ts';

/** Why a listing was left as it was. */
export type MakingRefusal =
  | 'listing_unknown'
  | 'listing_gone'
  | 'listing_not_there_yet'
  | 'listing_linked'
  | 'listing_unfit'
  | 'listing_alike';

export type Making =
  | { readonly kind: 'made'; readonly listing: ListingId; readonly product: ProductId }
  /** Its codes are those of a product that is there, or was made of a listing before it. */
  | { readonly kind: 'linked'; readonly listing: ListingId }
  | { readonly kind: 'declined'; readonly listing: ListingId; readonly because: MakingRefusal };

/**
 * Makes a product of the seller's own of each listing that is linked to nothing, and links them, all in the caller's
 * transaction. Where two listings have the same codes, the first one is made a product and the other is linked to it, as
 * far as codes leave no doubt. Nothing is counted: the shops keep the stock they show until somebody counts.
 */
export async function makeProducts(
  scope: OwnerScope,
  ids: readonly ListingId[],
  { actor, allowPrivateHosts }: { readonly actor: string; readonly allowPrivateHosts: boolean },
): Promise<readonly Making[]> {
  const held = await holdGoods(scope, ids);
  const judged = ids.map((id) => ({ id, ...judge(held.get(id), allowPrivateHosts) }));
  const wanted = judged.flatMap(({ id, made }) => (made === null ? [] : [{ id, ...made }]));
  const { fresh, known } = await apart(scope, wanted);
  const products = await addProducts(
    scope,
    fresh.map(({ product }) => product),
  );
  const productOf = new Map(
    fresh.flatMap(({ id }, nth) => {
      const product = products[nth];
      return product === undefined ? [] : [[id, product] as const];
    }),
  );
  await linkFresh(scope, fresh, products, actor);
  await recordAudit(
    scope,
    fresh.map(({ id, skuOf }) => ({
      actor,
      action: 'product.create',
      target: { kind: 'product', id: productOf.get(id) ?? null },
      detail: { listing_id: id, items: [...skuOf.keys()] },
    })),
  );
  const items = known.flatMap(({ skuOf }) => [...skuOf.keys()]);
  await linkByCode(scope, items);
  const linked = await linkedAmong(scope, items);
  const outcomes = new Map<ListingId, Making>(
    known.map(({ id, skuOf }) => [
      id,
      [...skuOf.keys()].every((item) => linked.has(item))
        ? { kind: 'linked', listing: id }
        : { kind: 'declined', listing: id, because: 'listing_alike' },
    ]),
  );
  return judged.map(({ id, because }): Making => {
    const product = productOf.get(id);
    if (product !== undefined) return { kind: 'made', listing: id, product };
    return outcomes.get(id) ?? { kind: 'declined', listing: id, because: because ?? 'listing_unfit' };
  });
}

type Wanted = MadeProduct & { readonly id: ListingId };

function judge(
  goods: HeldGoods | undefined,
  allowPrivateHosts: boolean,
): { readonly made: MadeProduct | null; readonly because: MakingRefusal | null } {
  const declined = (because: MakingRefusal) => ({ made: null, because });
  if (goods === undefined) return declined('listing_unknown');
  const { nativeListingId } = goods;
  if (goods.isGone) return declined('listing_gone');
  if (nativeListingId === null) return declined('listing_not_there_yet');
  if (goods.items.some(({ isLinked }) => isLinked)) return declined('listing_linked');
  const imageUrl = isPublic(goods.imageUrl, allowPrivateHosts) ? goods.imageUrl : null;
  const made = productOfListing({ ...goods, nativeListingId, imageUrl });
  return made === null ? declined('listing_unfit') : { made, because: null };
}

/** Whether a picture's address is one that a product may have; marketplaces also take pictures by http. */
function isPublic(address: string | null, allowPrivateHosts: boolean): boolean {
  const url = address === null ? null : URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol)) return false;
  url.protocol = 'https:';
  return addressFault(url, allowPrivateHosts) === null;
}

/** Those with codes of their own, and those with a code that is there already or that one before them has. */
async function apart(
  scope: OwnerScope,
  wanted: readonly Wanted[],
): Promise<{ readonly fresh: readonly Wanted[]; readonly known: readonly Wanted[] }> {
  const codesOf = (product: Product) => product.skus.map(({ code }) => code);
  const skus = new Set(
    (
      await productCodesOfSkus(
        scope,
        wanted.flatMap(({ product }) => codesOf(product)),
      )
    ).keys(),
  );
  const codes = new Set(
    (
      await findProductsByCode(
        scope,
        wanted.map(({ product }) => product.sellerCode),
      )
    ).map(({ sellerCode }) => sellerCode),
  );
  const fresh: Wanted[] = [];
  const known: Wanted[] = [];
  for (const one of wanted) {
    const { product } = one;
    if (codes.has(product.sellerCode) || codesOf(product).some((code) => skus.has(code))) {
      known.push(one);
      continue;
    }
    fresh.push(one);
    codes.add(product.sellerCode);
    for (const code of codesOf(product)) skus.add(code);
  }
  return { fresh, known };
}

async function linkFresh(
  scope: OwnerScope,
  fresh: readonly Wanted[],
  products: readonly ProductId[],
  actor: string,
): Promise<void> {
  const added = await findProducts(scope, products);
  const skuOfCode = new Map(added.flatMap(({ skus }) => skus.map(({ code, id }) => [code, id] as const)));
  const wishes = fresh.flatMap(({ skuOf }) =>
    [...skuOf].flatMap(([item, code]: readonly [ListingItemId, string]) => {
      const sku = skuOfCode.get(code);
      return sku === undefined ? [] : [{ item, parts: [{ sku, quantity: 1 }], reason: 'person' }];
    }),
  );
  await setLinks(scope, wishes, actor);
}
