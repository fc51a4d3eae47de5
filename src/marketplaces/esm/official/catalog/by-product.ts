import type { OfferOutcome, OfferRef, OfferTarget } from '../../../kit/offers.ts';
import { ownRefusal } from '../../../kit/own-refusal.ts';
import { oneByOne } from '../../one-by-one.ts';
import type { Site } from '../../site.ts';
import type { Ask } from '../calls.ts';
import { worksLater } from '../errors.ts';
import { readItemId } from './item-id.ts';
import type { OneAtATime } from './one-at-a-time.ts';
import { decodeGoodsNo, decodeProduct, type Product } from './selling.ts';
import type { TurnedDown } from './stock-plan.ts';

/** Offers of one product; by its master number, or a site's number where that is not known yet. */
export interface Group<Offer> {
  readonly goodsNo: string | null;
  readonly siteGoodsNo: string;
  readonly offers: readonly Offer[];
}

export function byProduct<Offer extends OfferRef>(offers: readonly Offer[]): readonly Group<Offer>[] {
  const groups = Map.groupBy(
    offers,
    ({ nativeListingId, nativeItemId }) => nativeListingId ?? readItemId(nativeItemId).siteGoodsNo,
  );
  return [...groups.values()].map((own) => ({
    goodsNo: own[0]?.nativeListingId ?? null,
    siteGoodsNo: readItemId(own[0]?.nativeItemId ?? '').siteGoodsNo,
    offers: own,
  }));
}

/** The master number of a group: stock, prices and states know no other (sheet §7.16). */
export async function masterOf(
  ask: Ask,
  { goodsNo, siteGoodsNo }: Pick<Group<unknown>, 'goodsNo' | 'siteGoodsNo'>,
): Promise<string> {
  if (goodsNo !== null) return goodsNo;
  const { site } = readItemId(siteGoodsNo);
  return ask({ operation: 'goodsNo', site, params: { siteGoodsNo }, decode: decodeGoodsNo });
}

export function readProduct(ask: Ask, site: readonly Site[], goodsNo: string): Promise<Product> {
  return ask({ operation: 'goods', site, params: { goodsNo }, decode: decodeProduct(goodsNo) });
}

/** What was turned down or failed of one product; everything else is done. */
export interface Achieved {
  readonly turnedDown: readonly TurnedDown[];
  /** What a site said against it, though the other one took it. */
  readonly failures: ReadonlyMap<Site, string>;
}

/** Changes products one after the other and answers for every offer of theirs. */
export async function changeProducts<Target extends OfferTarget>(
  ask: Ask,
  inTurn: OneAtATime,
  targets: readonly Target[],
  change: (goodsNo: string, own: readonly Target[]) => Promise<Achieved>,
): Promise<readonly OfferOutcome[]> {
  const outcomes = await oneByOne(
    byProduct(targets),
    async (group): Promise<readonly OfferOutcome[]> => {
      const goodsNo = await masterOf(ask, group);
      const achieved = await inTurn(goodsNo, () => change(goodsNo, group.offers));
      return group.offers.map((target) => outcomeOf(target, achieved));
    },
    ({ offers }, failure) => offers.map(({ item }): OfferOutcome => ({ ...failure, item })),
    worksLater,
  );
  return outcomes.flat();
}

function outcomeOf({ item, nativeItemId }: OfferTarget, { turnedDown, failures }: Achieved): OfferOutcome {
  const refusal = turnedDown.find((one) => one.item === item);
  if (refusal !== undefined) {
    return { ...ownRefusal(refusal.reason, refusal.says), item };
  }
  const failure = failures.get(readItemId(nativeItemId).site);
  return failure === undefined
    ? { kind: 'done', item }
    : {
        kind: 'refused',
        item,
        reason: 'refused',
        nativeCode: '',
        nativeText: failure,
        retryHelps: false,
      };
}
