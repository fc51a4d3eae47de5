import type {
  FieldChange,
  ListingDraft,
  PlannedCall,
  PublishOutcome,
  PublishPreview,
  PublishTarget,
} from '../../../kit/catalog.ts';
import type { Fields } from '../../../kit/decode.ts';
import type { Localized } from '../../../kit/localized.ts';
import { RefusedDraft, refusedCall, refusedTarget } from '../../../kit/refused-draft.ts';
import { MarketplaceError } from '../../../kit/trouble.ts';
import { oneByOne } from '../../one-by-one.ts';
import { SITES, type Site } from '../../site.ts';
import { turnedDown } from '../../turned-down.ts';
import type { Ask } from '../calls.ts';
import { worksLater } from '../errors.ts';
import { OPERATIONS, type OperationName } from '../operations.ts';
import { readProduct } from './by-product.ts';
import { lookUpChoices } from './choices.ts';
import { differences } from './differences.ts';
import { type DraftOffers, offersOf } from './draft-options.ts';
import { encodeProduct } from './encode-product.ts';
import { idAt, memberAt, textAt } from './members.ts';
import { put, stopBody } from './offers.ts';
import type { OneAtATime } from './one-at-a-time.ts';
import { isStoppedByStock, type Product } from './selling.ts';
import { perSite, SITE_KEYS, SITE_LABELS } from './sites.ts';

/** Lists products and changes them, one after the other. A draft that lacks something is refused before any write. */
export function publish(
  ask: Ask,
  sites: readonly Site[],
  inTurn: OneAtATime,
  targets: readonly PublishTarget[],
): Promise<readonly PublishOutcome[]> {
  return oneByOne(
    targets,
    async ({ item, draft }) => {
      try {
        const { nativeListingId } = draft;
        return nativeListingId === null
          ? await create(ask, sites, item, draft)
          : await inTurn(nativeListingId, () => update(ask, sites, item, draft, nativeListingId));
      } catch (error) {
        if (!(error instanceof RefusedDraft)) throw error;
        return { ...refusedTarget(error), item };
      }
    },
    ({ item }, failure): PublishOutcome => ({ ...failure, item }),
    worksLater,
  );
}

interface Written {
  readonly operation: 'createGoods' | 'updateGoods';
  readonly goodsNo: string | null;
  readonly body: Fields;
  readonly offers: DraftOffers;
  /** Sites to be stopped afterwards, since nothing is left there. */
  readonly stop: readonly Site[];
  readonly before: Product | null;
}

async function written(ask: Ask, sites: readonly Site[], draft: ListingDraft): Promise<Written> {
  const goodsNo = draft.nativeListingId;
  if (goodsNo === null) {
    const offers = offersOf(draft, sites, null);
    if ([...offers.sites.values()].some(({ isLeft }) => !isLeft))
      throw new RefusedDraft('items.quantity', {
        ko: '재고가 1개 이상이어야 합니다.',
        en: 'At least one must be left.',
        ru: 'Остаток должен быть не меньше 1.',
        uz: 'Qoldiq kamida 1 ta bo‘lishi kerak.',
      });
    const choices = await lookUpChoices(ask, sites, draft, true);
    const body = encodeProduct(draft, choices, offers, null);
    return { operation: 'createGoods', goodsNo, body, offers, stop: [], before: null };
  }
  const before = await readProduct(ask, sites, goodsNo);
  const own = [...before.sites.keys()];
  const offers = offersOf(draft, own, before.options);
  const choices = await lookUpChoices(ask, own, draft, false);
  const isOn = (site: Site) => before.sites.get(site)?.isSell === true;
  // Only what was stopped for want of stock goes on by itself.
  const resumes = (site: Site) => offers.sites.get(site)?.isLeft === true && isStoppedByStock(before, site);
  const document = {
    ...encodeProduct(draft, choices, offers, before.document),
    isSell: perSite(own, (site) => isOn(site) || resumes(site)),
  };
  const stop = own.filter((site) => isOn(site) && offers.sites.get(site)?.isLeft === false);
  return { operation: 'updateGoods', goodsNo, body: document, offers, stop, before };
}

async function create(
  ask: Ask,
  sites: readonly Site[],
  item: number,
  draft: ListingDraft,
): Promise<PublishOutcome> {
  const { body, offers } = await written(ask, sites, draft);
  const made = await ask({
    operation: 'createGoods',
    site: sites,
    body: JSON.stringify(body),
    decode: decodeMade,
  });
  const lacking = lackingSites(made, sites);
  if (lacking.length === sites.length) {
    const nativeText = lacking.map(({ field, before }) => `${field}: ${before ?? ''}`).join(' / ');
    return { kind: 'refused', item, reason: 'refused', nativeCode: '', nativeText, retryHelps: false };
  }
  const shown = await asShown(ask, sites, made.goodsNo, draft, offers);
  return {
    kind: 'done',
    item,
    nativeListingId: made.goodsNo,
    state: null,
    differences: [...lacking, ...shown],
  };
}

interface Made {
  readonly goodsNo: string;
  readonly answer: unknown;
}

function decodeMade(json: unknown): Made {
  return { goodsNo: idAt(json, 'goodsNo'), answer: json };
}

/** No number, or `"0"`: on this site it was not made (sheet §5). */
function lackingSites({ answer }: Made, sites: readonly Site[]): readonly FieldChange[] {
  return SITES.filter((site) => sites.includes(site)).flatMap((site) => {
    const number = textAt(answer, 'siteDetail', SITE_KEYS[site], 'SiteGoodsNo');
    if (number !== null && number !== '0') return [];
    const before = textAt(answer, 'siteDetail', SITE_KEYS[site], 'SiteGoodsComment');
    return [{ field: SITE_LABELS[site], before, after: 'listed' }];
  });
}

const NOT_WHILE_STOPPED: Localized = {
  ko: '판매중지된 상품은 수정할 수 없습니다. 판매를 재개한 뒤 다시 시도하세요.',
  en: 'A stopped product takes no changes: put it back on sale first.',
  ru: 'Товар, снятый с продажи, изменить нельзя. Сначала верните его в продажу.',
  uz: 'Sotuvdan olingan mahsulotni o‘zgartirib bo‘lmaydi. Avval sotuvga qaytaring.',
};

async function update(
  ask: Ask,
  sites: readonly Site[],
  item: number,
  draft: ListingDraft,
  goodsNo: string,
): Promise<PublishOutcome> {
  const { body, offers, stop } = await written(ask, sites, draft);
  const own = [...offers.sites.keys()];
  if (!own.some((site) => memberAt(body, 'isSell', SITE_KEYS[site]) === true))
    throw turnedDown('updateGoods', 'wrong_state', NOT_WHILE_STOPPED);
  await ask({
    operation: 'updateGoods',
    site: own,
    params: { goodsNo },
    body: JSON.stringify(body),
    decode: () => undefined,
  });
  if (stop.length > 0) await put(ask, 'setOnSale', stop, goodsNo, stopBody(stop));
  const shown = await asShown(ask, own, goodsNo, draft, offers);
  return { kind: 'done', item, nativeListingId: goodsNo, state: null, differences: shown };
}

/** What is shown otherwise than it was asked for. That it cannot be read yet says nothing against what was written. */
async function asShown(
  ask: Ask,
  sites: readonly Site[],
  goodsNo: string,
  draft: ListingDraft,
  offers: DraftOffers,
): Promise<readonly FieldChange[]> {
  try {
    return differences(draft, offers, await readProduct(ask, sites, goodsNo));
  } catch (error) {
    if (error instanceof MarketplaceError) return [];
    throw error;
  }
}

/** The calls that publishing would make, and what would change. Nothing is written. Throws where the draft lacks something. */
export async function preview(
  ask: Ask,
  sites: readonly Site[],
  draft: ListingDraft,
): Promise<PublishPreview> {
  try {
    const { operation, goodsNo, body, offers, stop, before } = await written(ask, sites, draft);
    const calls = [planned(operation, goodsNo, body)];
    if (stop.length > 0 && goodsNo !== null)
      calls.push(planned('setOnSale', goodsNo, JSON.parse(stopBody(stop))));
    return { calls, changes: before === null ? [] : differences(draft, offers, before) };
  } catch (error) {
    if (error instanceof RefusedDraft) throw refusedCall(error, 'preview');
    throw error;
  }
}

function planned(operation: OperationName, goodsNo: string | null, body: unknown): PlannedCall {
  const { method, path } = OPERATIONS[operation];
  return { operation, method, path: path.replace('{goodsNo}', goodsNo ?? ''), body };
}
