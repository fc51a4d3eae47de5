import type {
  ListingDraft,
  PlannedCall,
  PublishOutcome,
  PublishPreview,
  PublishTarget,
} from '../../../kit/catalog.ts';
import { asFields, idAt } from '../../../kit/decode.ts';
import { writeLossless } from '../../../kit/lossless.ts';
import { RefusedDraft, refusedCall, refusedTarget } from '../../../kit/refused-draft.ts';
import { MarketplaceError, retryHelps } from '../../../kit/trouble.ts';
import type { Ask } from '../calls.ts';
import { failure } from '../offers.ts';
import { OPERATIONS } from '../operations.ts';
import { concernsAccount } from '../writes.ts';
import type { SellerProduct } from './decode-product.ts';
import { differences } from './differences.ts';
import { encodeProduct, type Ground } from './encode-product.ts';
import { mergeProduct } from './merge-product.ts';
import { askProduct } from './read-products.ts';
import { isInReview, listingState } from './states.ts';

/** What a draft of that category is held against, asked for when it is needed. */
export type FindGround = (category: string) => Promise<Ground>;

type Body = Readonly<Record<string, unknown>>;

/** The call that would be made. An update reads the product, for its document is what is sent back. */
export async function previewProduct(
  ask: Ask,
  groundFor: FindGround,
  draft: ListingDraft,
): Promise<PublishPreview> {
  try {
    if (draft.nativeListingId === null) {
      const body = encodeProduct(draft, await groundFor(draft.nativeCategoryId));
      return { calls: [planned('createProduct', body)], changes: [] };
    }
    const product = await changeable(ask, draft.nativeListingId);
    const ground = await groundFor(product.category ?? draft.nativeCategoryId);
    const body = mergeProduct(draft, product, ground);
    return { calls: [planned('updateProduct', body)], changes: differences(draft, product, ground) };
  } catch (error) {
    if (!(error instanceof RefusedDraft)) throw error;
    throw refusedCall(error, 'createProduct');
  }
}

function planned(operation: 'createProduct' | 'updateProduct', body: Body): PlannedCall {
  const { method, path } = OPERATIONS[operation];
  return { operation, method, path, body };
}

/** One call for each product. Trouble of the account is thrown, unless that would take away what was done before. */
export async function publishProducts(
  ask: Ask,
  groundFor: FindGround,
  targets: readonly PublishTarget[],
): Promise<readonly PublishOutcome[]> {
  const outcomes: PublishOutcome[] = [];
  for (const target of targets) {
    try {
      outcomes.push(
        target.draft.nativeListingId === null
          ? await create(ask, groundFor, target)
          : await update(ask, groundFor, target, target.draft.nativeListingId),
      );
    } catch (error) {
      if (error instanceof RefusedDraft) {
        outcomes.push({ ...refusedTarget(error), item: target.item });
      } else if (error instanceof MarketplaceError) {
        if (outcomes.length === 0 && concernsAccount(error)) throw error;
        outcomes.push(failure(target, error, retryHelps(error.reason)));
      } else {
        throw error;
      }
    }
  }
  return outcomes;
}

/** A new product cannot be read for up to ten minutes (sheet §3.6): what it is follows from what was asked. */
async function create(
  ask: Ask,
  groundFor: FindGround,
  { item, draft }: PublishTarget,
): Promise<PublishOutcome> {
  const body = encodeProduct(draft, await groundFor(draft.nativeCategoryId));
  const nativeListingId = await ask({
    operation: 'createProduct',
    body: writeLossless(body),
    decode: decodeCreated,
  });
  return { kind: 'done', item, nativeListingId, state: 'in_review', differences: [] };
}

async function update(
  ask: Ask,
  groundFor: FindGround,
  { item, draft }: PublishTarget,
  nativeListingId: string,
): Promise<PublishOutcome> {
  const product = await changeable(ask, nativeListingId);
  // A product's category stays what it is (sheet §3.8); what it demands is asked of that one.
  const ground = await groundFor(product.category ?? draft.nativeCategoryId);
  await ask({
    operation: 'updateProduct',
    body: writeLossless(mergeProduct(draft, product, ground)),
    decode: () => undefined,
  });
  return { kind: 'done', item, nativeListingId, ...(await readBack(ask, ground, draft, nativeListingId)) };
}

/** The product, unless Coupang takes no change of it now. */
async function changeable(ask: Ask, id: string): Promise<SellerProduct> {
  const product = await askProduct(ask, id);
  if (!isInReview(product.status)) return product;
  throw new MarketplaceError({
    reason: 'wrong_state',
    operation: 'updateProduct',
    nativeCode: product.status,
    says: {
      ko: '승인 대기 중인 상품은 수정할 수 없습니다. 승인되거나 반려된 뒤에 다시 시도하세요.',
      en: 'Coupang changes no product that waits for approval: try again once it was approved or denied.',
      ru: 'Товар, ждущий одобрения, изменить нельзя. Попробуйте, когда его одобрят или отклонят.',
      uz: 'Tasdiq kutayotgan mahsulotni o‘zgartirib bo‘lmaydi. U tasdiqlangach yoki rad etilgach urinib ko‘ring.',
    },
  });
}

/** What became of an update. It has been taken already, so a reading that fails leaves open only what it would have told. */
async function readBack(
  ask: Ask,
  ground: Ground,
  draft: ListingDraft,
  id: string,
): Promise<Pick<Extract<PublishOutcome, { kind: 'done' }>, 'state' | 'differences'>> {
  try {
    const product = await askProduct(ask, id);
    return { state: listingState(product.status, []), differences: differences(draft, product, ground) };
  } catch (error) {
    if (error instanceof MarketplaceError) return { state: null, differences: [] };
    throw error;
  }
}

/** The answer is the product's number, perhaps in a second envelope (sheet §3). */
function decodeCreated(json: unknown): string {
  const answer = asFields(json, 'answer');
  const isBare = typeof answer.data === 'number' || typeof answer.data === 'string';
  return idAt(isBare ? answer : asFields(answer.data, 'data'), 'data');
}
