import type { AccountId, OwnerId } from '../../domain/ids.ts';
import type { OfferFacts, OfferPlanKind } from '../../domain/plan.ts';
import type { Edition } from '../../marketplaces/kit/edition.ts';
import type { PricesDesk, StockDesk } from '../../marketplaces/kit/offers.ts';
import type { Shop } from '../../marketplaces/kit/shop.ts';
import { MarketplaceError } from '../../marketplaces/kit/trouble.ts';
import { findAccount } from '../../store/accounts.ts';
import { offersOf } from '../../store/listings/offers-of.ts';
import { asOwner } from '../../store/scope.ts';
import type { Hub } from '../hub.ts';
import { openShop } from '../open-shop.ts';
import { reportTrouble, type TroubleReport } from '../trouble-report.ts';
import type { PlanDeclined } from './declined.ts';

/** What asking a marketplace for the present values of some offers of one account has come to. */
export type OffersLook =
  | {
      readonly kind: 'seen';
      readonly offers: ReadonlyMap<string, OfferFacts>;
      /** In the marketplace's words, why it does not know an offer. */
      readonly missing: ReadonlyMap<string, string>;
      readonly rules: { readonly priceStep: number };
    }
  | { readonly kind: 'declined'; readonly because: PlanDeclined }
  /** Nothing is wrong with the question: it can be asked again after a while. */
  | {
      readonly kind: 'later';
      readonly waitMs: number;
      readonly platform: string;
      readonly trouble: TroubleReport;
    };

/** Which desk sets what a plan of this kind sets. */
const DESKS = { set_stock: 'stock', set_price: 'prices' } as const satisfies Record<
  OfferPlanKind,
  keyof Shop
>;

const WAIT_MS = 15_000;

/** Reads the present values of offers at their marketplace, behind everything that is more urgent. */
export async function lookAtOffers(
  hub: Hub,
  owner: OwnerId,
  account: AccountId,
  kind: OfferPlanKind,
  nativeItemIds: readonly string[],
  signal: AbortSignal,
): Promise<OffersLook> {
  const { known, offers } = await asOwner(hub.db, owner, async (scope) => ({
    known: await findAccount(scope, account),
    offers: await offersOf(scope, account, nativeItemIds),
  }));
  if (known === undefined) return { kind: 'declined', because: { code: 'account_not_found' } };
  if (!known.enabled) return { kind: 'declined', because: { code: 'account_disabled' } };
  const { shop, edition } = await openShop(hub, owner, known, 'bulk', signal);
  const desk = deskOf(shop, kind);
  if (desk === undefined) {
    const operation = `${DESKS[kind]}.set`;
    return { kind: 'declined', because: { code: 'not_offered', platform: known.platform, operation } };
  }
  try {
    const { reads, missing } = await desk.read(offers);
    return {
      kind: 'seen',
      offers: new Map(reads.map(({ nativeItemId, ...facts }) => [nativeItemId, facts])),
      missing: new Map(missing.map(({ nativeItemId, nativeText }) => [nativeItemId, nativeText])),
      rules: { priceStep: priceStepOf(edition) },
    };
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof MarketplaceError)) throw error;
    const trouble = reportTrouble(error);
    const { platform } = known;
    if (!passesByItself(error)) return { kind: 'declined', because: { code: 'trouble', platform, trouble } };
    return { kind: 'later', waitMs: Math.max(WAIT_MS, error.trouble.waitMs ?? 0), platform, trouble };
  }
}

function deskOf(shop: Shop, kind: OfferPlanKind): StockDesk | PricesDesk | undefined {
  return shop[DESKS[kind]];
}

function priceStepOf({ offerRules }: Edition): number {
  return offerRules?.priceStep ?? 1;
}

function passesByItself(error: MarketplaceError): boolean {
  switch (error.kind) {
    case 'rate_limited':
    case 'quota':
    case 'unavailable':
    case 'contract_broken':
    case 'unknown':
      return true;
    case 'blocked':
      return error.reason === 'edge_block';
    default:
      return error.retryHelps;
  }
}
