import type { OwnerId, ProductId } from '../../domain/ids.ts';
import type { ListingDraft } from '../../marketplaces/kit/catalog.ts';
import { knownListings, numbersLeftFor } from '../../store/publish/known-numbers.ts';
import { localTwins } from '../../store/publish/local-twins.ts';
import { asOwner } from '../../store/scope.ts';
import type { Hub } from '../hub.ts';
import { type DraftFault, fault } from './draft-fault.ts';
import type { PublishingShop } from './publishing-shop.ts';

/** What was read of the whole shop within this time is asked of the hub alone. */
const IMPORT_FRESH_MS = 24 * 3_600_000;

/**
 * Listings of the shop that are this very product already. The shop itself is asked where its listings were not read
 * lately: some marketplaces find a code only by looking through everything.
 */
export async function twinsOf(
  hub: Hub,
  owner: OwnerId,
  shop: PublishingShop,
  product: ProductId,
  { sellerCode, items }: ListingDraft,
): Promise<readonly string[]> {
  const skus = items.map(({ sellerSku }) => sellerSku);
  const { id } = shop.account;
  const { nativeListingIds, importedAt } = await asOwner(hub.db, owner, (scope) =>
    localTwins(scope, id, product, sellerCode, skus),
  );
  const isFresh = importedAt !== null && hub.clock().getTime() - importedAt.getTime() < IMPORT_FRESH_MS;
  if (nativeListingIds.length > 0 || isFresh) return nativeListingIds;
  const numbers = await (await shop.desk()).findBySellerCode(sellerCode, skus);
  const known = await asOwner(hub.db, owner, (scope) => knownListings(scope, id, numbers));
  return numbersLeftFor(product, numbers, known);
}

/** A second one beside it is what marketplaces punish. */
export function twinFault(numbers: readonly string[]): DraftFault {
  const list = numbers.join(', ');
  return fault('seller_code', 'already_listed', {
    ko: `이 상점에 같은 판매자 코드의 상품이 이미 있습니다: ${list}. 먼저 가져와서(POST /sync/products) 이 상품과 연결하세요.`,
    en: `The shop has goods with this seller code already: ${list}. Import them (POST /sync/products) and link them to this product.`,
    ru: `В магазине уже есть товары с этим кодом продавца: ${list}. Загрузите их (POST /sync/products) и свяжите с этим товаром.`,
    uz: `Do‘konda bu sotuvchi kodli mahsulotlar bor: ${list}. Ularni oling (POST /sync/products) va bu mahsulotga bog‘lang.`,
  });
}
