import type { ListingDraft } from '../../../kit/catalog.ts';
import { optionalTextAt } from '../../../kit/decode.ts';
import { MarketplaceError } from '../../../kit/trouble.ts';
import type { Client } from '../client.ts';
import { askAttributes, askCategory } from './category-facts.ts';
import { hasAttributes } from './encode-attributes.ts';
import type { Surroundings } from './encode-product.ts';
import type { Lookups } from './lookups.ts';
import { encodeOrigin } from './origin-area.ts';
import { choosePlaces } from './places.ts';
import { type Product, readProduct } from './product.ts';

/** Statuses in which Naver lets nobody edit a product. */
const CLOSED = new Set(['CLOSE', 'PROHIBITION', 'DELETE']);

/** Reads what a draft is worked in with. Throws RefusedDraft for what can be seen at once. */
export async function surroundingsOf(
  { client, lookups }: { readonly client: Client; readonly lookups: Lookups },
  draft: ListingDraft,
): Promise<Omit<Surroundings, 'pictures'>> {
  const now = draft.nativeListingId === null ? null : await readOpen(client, draft.nativeListingId);
  return {
    now,
    places: await choosePlaces(draft, lookups.places),
    category: await askCategory(client, draft.nativeCategoryId),
    attributes: hasAttributes(draft) ? await askAttributes(client, draft.nativeCategoryId) : [],
    noticeKinds: draft.notice === null ? [] : await lookups.noticeKinds(),
    origin: await encodeOrigin(client, draft.origin),
  };
}

async function readOpen(client: Client, nativeListingId: string): Promise<Product> {
  const product = await readProduct(client, nativeListingId);
  const status = optionalTextAt(product.origin, 'statusType') ?? '';
  if (CLOSED.has(status)) {
    throw new MarketplaceError({
      reason: 'wrong_state',
      operation: 'product',
      nativeCode: status,
      says: {
        ko: '수정할 수 없는 상태의 상품입니다.',
        en: 'The product is in a state that takes no changes.',
        ru: 'Товар в состоянии, в котором его нельзя изменить.',
        uz: 'Mahsulot o‘zgartirib bo‘lmaydigan holatda.',
      },
    });
  }
  return product;
}
