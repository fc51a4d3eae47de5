import type { AccountId, OwnerId, ProductId } from '../../domain/ids.ts';
import type { Lane } from '../../marketplaces/kit/budget.ts';
import { MarketplaceError } from '../../marketplaces/kit/trouble.ts';
import { type Account, listAccounts } from '../../store/accounts.ts';
import { findProducts } from '../../store/catalogue/read.ts';
import { isDatabaseAway } from '../../store/database-away.ts';
import { readStockSettings } from '../../store/inventory/settings.ts';
import { type Publication, postponePublications } from '../../store/publish/publications.ts';
import { type PublishingTarget, readTargets } from '../../store/publish/targets.ts';
import { asOwner } from '../../store/scope.ts';
import { availableOf } from '../../store/stock/available.ts';
import { reachOf } from '../commands/retry.ts';
import type { Hub } from '../hub.ts';
import { reportTrouble } from '../trouble-report.ts';
import { type DraftFault, fault } from './draft-fault.ts';
import { type ProductFacts, prepare } from './prepare.ts';
import { type PublishingShop, publishingShop } from './publishing-shop.ts';
import { settlePrepared } from './settle-prepared.ts';

/** Shops that cannot be asked are asked again after this long, and given up after a day. */
const TROUBLE_WAIT_MS = 60_000;
const LONGEST_WAIT_MS = 24 * 3_600_000;
/** One product is looked at again after so long at the latest. */
const LONGEST_OWN_WAIT_MS = 30 * 60_000;
/** When so many break one after the other it is the shop: a page in place of an answer names no product. */
const MOST_BROKEN = 3;

/**
 * Looks at publications that were asked for: each becomes a command, or is declined with everything that stands against
 * it. What a shop cannot be asked about waits. A person who waits for the answer has it rehearsed, so that he is told now
 * what the connector would say later.
 */
export async function publishNow(
  hub: Hub,
  owner: OwnerId,
  publications: readonly Publication[],
  signal: AbortSignal,
): Promise<void> {
  const { facts, targets, accounts } = await readAll(hub, owner, publications);
  for (const [account, own] of Map.groupBy(publications, (one) => one.account)) {
    const known = accounts.get(account);
    const shops = shopsFor(hub, owner, known, signal);
    let brokenInRow = 0;
    for (const publication of own) {
      if (signal.aborted) return;
      const product = facts.get(publication.product);
      const target = targets.get(nameOf(publication));
      const shop = shops(publication.lane);
      if (product === undefined || target === undefined || shop === null) {
        await settlePrepared(hub, owner, publication, { kind: 'declined', faults: [GONE], warnings: [] });
        continue;
      }
      try {
        const rehearse = publication.lane === 'click';
        const prepared = await prepare(hub, owner, shop, target, product, { rehearse });
        await settlePrepared(hub, owner, publication, prepared, target);
        brokenInRow = 0;
      } catch (error) {
        if (signal.aborted) return;
        if (isDatabaseAway(error)) throw error;
        if (!(error instanceof MarketplaceError))
          hub.log.error({ err: error, product: publication.product }, 'preparing a publication broke');
        const isOfShop = reachOf(error) !== null;
        if (!isOfShop) {
          brokenInRow += 1;
          await postpone(hub, owner, publication, publication.product, error);
          if (brokenInRow < MOST_BROKEN) continue;
        }
        await postpone(hub, owner, publication, null, error);
        break;
      }
    }
  }
}

/** What is known of products, what stands in shops, and the shops. */
export async function readAll(
  hub: Hub,
  owner: OwnerId,
  pairs: readonly { readonly account: AccountId; readonly product: ProductId }[],
): Promise<{
  readonly facts: ReadonlyMap<ProductId, ProductFacts>;
  readonly targets: ReadonlyMap<string, PublishingTarget>;
  readonly accounts: ReadonlyMap<AccountId, Account>;
}> {
  return asOwner(hub.db, owner, async (scope) => {
    const products = await findProducts(scope, [...new Set(pairs.map(({ product }) => product))]);
    const stock = await availableOf(
      scope,
      products.flatMap(({ skus }) => skus.map(({ id }) => id)),
    );
    const settings = await readStockSettings(scope);
    const targets = await readTargets(scope, pairs);
    const accounts = await listAccounts(scope);
    return {
      facts: new Map(products.map((product) => [product.id, { product, stock, settings }])),
      targets: new Map(targets.map((target) => [nameOf(target), target])),
      accounts: new Map(accounts.map((account) => [account.id, account])),
    };
  });
}

export function nameOf({
  account,
  product,
}: {
  readonly account: AccountId;
  readonly product: ProductId;
}): string {
  return `${account}|${product}`;
}

function shopsFor(
  hub: Hub,
  owner: OwnerId,
  account: Account | undefined,
  signal: AbortSignal,
): (lane: Lane) => PublishingShop | null {
  const opened = new Map<Lane, PublishingShop | null>();
  return (lane) => {
    if (account?.enabled !== true) return null;
    const known = opened.get(lane);
    if (known !== undefined) return known;
    const shop = publishingShop(hub, owner, account, lane, signal);
    opened.set(lane, shop);
    return shop;
  };
}

/**
 * A shop that cannot be asked keeps all its publications waiting; what is wrong with one product, none but its own, and
 * that ever longer, so that the next time the others come before it. `product` is null for all of the shop.
 */
async function postpone(
  hub: Hub,
  owner: OwnerId,
  { account, askedAt }: Publication,
  product: ProductId | null,
  error: unknown,
): Promise<void> {
  const trouble = reportTrouble(error);
  const now = hub.clock().getTime();
  hub.log.warn({ account, product, trouble }, 'what a shop demands could not be read');
  const told = error instanceof MarketplaceError ? (error.trouble.waitMs ?? 0) : 0;
  const grown = product === null ? 0 : Math.min(LONGEST_OWN_WAIT_MS, (now - askedAt.getTime()) / 4);
  await asOwner(hub.db, owner, (scope) =>
    postponePublications(scope, {
      account,
      product,
      trouble,
      at: new Date(now + Math.max(TROUBLE_WAIT_MS, told, grown)),
      givenUpBefore: new Date(now - LONGEST_WAIT_MS),
      fault: UNREACHABLE,
    }),
  );
}

const GONE = fault('product_id', 'not_publishable', {
  ko: '상품이 지워졌거나, 상점이 꺼졌거나, 상품 등록을 지원하지 않는 연동 방식입니다.',
  en: 'The product was deleted, the shop is switched off, or its edition lists no products.',
  ru: 'Товар удалён, магазин выключен, или его edition не размещает товары.',
  uz: 'Mahsulot o‘chirilgan, do‘kon o‘chirib qo‘yilgan yoki uning edition i mahsulot joylamaydi.',
});

const UNREACHABLE: DraftFault = fault('account_id', 'shop_unreachable', {
  ko: '하루 동안 마켓에 물어볼 수 없었습니다. 계정 상태를 확인한 뒤 다시 시도하세요.',
  en: 'For a day the marketplace could not be asked. See the health of the account, then publish again.',
  ru: 'Целый день маркетплейс не отвечал. Проверьте состояние магазина и опубликуйте снова.',
  uz: 'Marketpleys bir kun davomida javob bermadi. Do‘kon holatini tekshirib, qayta joylang.',
});
