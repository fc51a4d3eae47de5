import { offerQuantity } from '../../domain/offer-quantity.ts';
import type { AskedThing } from '../../marketplaces/kit/hooks.ts';
import type { Account } from '../../store/accounts.ts';
import { lastSetStock } from '../../store/commands/last-set-stock.ts';
import { askedItems } from '../../store/inventory/asked-items.ts';
import { readStockSettings } from '../../store/inventory/settings.ts';
import type { OwnerScope } from '../../store/scope.ts';
import { offerTermsOf } from './offer-terms.ts';

/**
 * What a shop may sell now of things that its marketplace asks about: as the ledger has it, on the terms of the item. Of
 * what does not follow the ledger, the number that was last set there counts; null where nobody knows. Codes of the
 * seller may fit several items: then the least of them counts.
 */
export async function stockLeft(
  scope: OwnerScope,
  shop: Account,
  things: readonly AskedThing[],
): Promise<readonly (number | null)[]> {
  const settings = await readStockSettings(scope);
  const items = await askedItems(scope, shop, things);
  const set = await lastSetStock(
    scope,
    shop.id,
    things.flatMap(({ names }) => names),
  );
  return things.map(({ names }, nth) => {
    const own = items.filter((item) => item.nth === nth);
    const closest = own.filter(({ rank }) => rank === own[0]?.rank);
    const left = closest.flatMap(
      (item) => offerQuantity(item.parts, offerTermsOf(item, shop, settings)) ?? [],
    );
    if (left.length > 0) return Math.min(...left);
    return names.map((name) => set.get(name)).find((known) => known !== undefined) ?? null;
  });
}
