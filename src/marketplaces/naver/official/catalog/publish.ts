import type { ListingState } from '../../../../domain/listing.ts';
import type { ListingDraft, PublishOutcome, PublishPreview, PublishTarget } from '../../../kit/catalog.ts';
import { type Fields, fieldsAt, optionalTextAt, UnreadableError } from '../../../kit/decode.ts';
import { RefusedDraft, refusedCall, refusedTarget } from '../../../kit/refused-draft.ts';
import { MarketplaceError } from '../../../kit/trouble.ts';
import type { Client } from '../client.ts';
import { sendAll } from '../in-chunks.ts';
import { differences } from './differences.ts';
import { encodeProduct } from './encode-product.ts';
import type { Lookups } from './lookups.ts';
import { CATALOG_OPERATIONS } from './operations.ts';
import { isUploaded, type PictureDesk, picturesShown, uploadPictures } from './pictures.ts';
import { decodeWritten, readProduct, stateOf } from './product.ts';
import { listingState } from './states.ts';
import { surroundingsOf } from './surroundings.ts';

/** What publishing needs besides the draft. */
export interface Publishing extends PictureDesk {
  readonly lookups: Lookups;
}

/** Creates or updates listings, each by itself. */
export function publish(
  publishing: Publishing,
  targets: readonly PublishTarget[],
): Promise<readonly PublishOutcome[]> {
  return sendAll<PublishTarget, PublishOutcome>(
    targets.map((target) => [target]),
    ([target]) => Promise.all(target === undefined ? [] : [publishOne(publishing, target)]),
    ({ item }, failure) => ({ ...failure, item }),
  );
}

async function publishOne(publishing: Publishing, { item, draft }: PublishTarget): Promise<PublishOutcome> {
  const { client } = publishing;
  try {
    const around = await surroundingsOf(publishing, draft);
    // Worked in once before anything is uploaded, so that a draft at fault costs no upload.
    encodeProduct(draft, { ...around, pictures: planned(draft, new Map()) });
    const pictures = await uploadPictures(publishing, draft.images, around.now);
    const body = encodeProduct(draft, { ...around, pictures });
    return draft.nativeListingId === null
      ? await create(client, item, body)
      : await update(client, item, draft.nativeListingId, body);
  } catch (error) {
    if (error instanceof RefusedDraft) return { ...refusedTarget(error), item };
    throw error;
  }
}

/** There is no key by which Naver would know a create again: its answer, or a search by code, tells (sheet §3.6). */
async function create(client: Client, item: number, body: Fields): Promise<PublishOutcome> {
  const { no, origin } = await client.ask({ operation: 'createProduct', body, decode: decodeWritten });
  if (no === null) return { kind: 'unknown', item, nativeText: '' };
  return {
    kind: 'done',
    item,
    nativeListingId: no,
    state: origin === null ? null : listingState(optionalTextAt(origin, 'statusType') ?? '', 'ON').state,
    differences: origin === null ? [] : differences(fieldsAt(body, 'originProduct'), origin),
  };
}

async function update(
  client: Client,
  item: number,
  nativeListingId: string,
  body: Fields,
): Promise<PublishOutcome> {
  const { origin } = await client.ask({
    operation: 'updateProduct',
    params: { originProductNo: nativeListingId },
    body,
    decode: decodeWritten,
  });
  const shown = await readBack(client, nativeListingId);
  const after = shown?.origin ?? origin;
  return {
    kind: 'done',
    item,
    nativeListingId,
    state: shown?.state ?? null,
    differences: after === null ? [] : differences(fieldsAt(body, 'originProduct'), after),
  };
}

/** The product as it has become; undefined where it cannot be read just now, which undoes nothing. */
async function readBack(
  client: Client,
  no: string,
): Promise<{ readonly origin: Fields; readonly state: ListingState | null } | undefined> {
  try {
    const product = await readProduct(client, no);
    return { origin: product.origin, state: stateOf(product).state };
  } catch (error) {
    if (error instanceof MarketplaceError || error instanceof UnreadableError) return undefined;
    throw error;
  }
}

/** What publishing would send. Pictures have no address at Naver before they are uploaded. */
export async function preview(publishing: Publishing, draft: ListingDraft): Promise<PublishPreview> {
  const around = await surroundingsOf(publishing, draft);
  const shown = await picturesShown(publishing, draft.images, around.now);
  const body = previewBody(draft, { ...around, pictures: planned(draft, shown) });
  const no = draft.nativeListingId;
  const name = no === null ? 'createProduct' : 'updateProduct';
  const { method, path } = CATALOG_OPERATIONS[name];
  const upload = CATALOG_OPERATIONS.uploadImages;
  const foreign = draft.images.filter((address) => !isUploaded(address) && !shown.has(address));
  return {
    calls: [
      ...(foreign.length === 0
        ? []
        : [
            {
              operation: 'uploadImages',
              method: upload.method,
              path: upload.path,
              body: { imageFiles: foreign },
            },
          ]),
      { operation: name, method, path: path.replace('{originProductNo}', no ?? ''), body },
    ],
    changes: around.now === null ? [] : differences(around.now.origin, fieldsAt(body, 'originProduct')),
  };
}

/** A draft at fault cannot be shown as a call: the fault is told as Naver would tell it. */
function previewBody(draft: ListingDraft, around: Parameters<typeof encodeProduct>[1]): Fields {
  try {
    return encodeProduct(draft, around);
  } catch (error) {
    if (!(error instanceof RefusedDraft)) throw error;
    throw refusedCall(error, 'createProduct');
  }
}

function planned({ images }: ListingDraft, shown: ReadonlyMap<string, string>): readonly string[] {
  return images.map((address) =>
    isUploaded(address) ? address : (shown.get(address) ?? `[업로드: ${address}]`),
  );
}
