import type { AccountId, OwnerId, SkuId } from '../../domain/ids.ts';
import { offerQuantity } from '../../domain/offer-quantity.ts';
import type { NewOfferCommand } from '../../store/commands/command.ts';
import { storeCommands } from '../../store/commands/store.ts';
import { type TakenChange, takeStockChanges } from '../../store/inventory/changes.ts';
import { noteWanted, type OfferedItem, offeredItems } from '../../store/inventory/offered-items.ts';
import { notePushes, type StockPush } from '../../store/inventory/pushes.ts';
import { readStockSettings } from '../../store/inventory/settings.ts';
import { wakeLanes } from '../../store/lanes.ts';
import { asOwner, type OwnerScope } from '../../store/scope.ts';
import type { Hub } from '../hub.ts';
import { offerKey } from '../plans/judge-offers.ts';
import { offerTermsOf } from './offer-terms.ts';

/** SKUs told in one transaction: some thousands of offers at the most. */
const SKUS_AT_ONCE = 300;
/** So far may the clocks of a marketplace and of the hub be apart. */
const CLOCKS_APART_MS = 60_000;

/** Tells shops what they may sell of SKUs whose number has changed, until none is left. */
export async function tellShops(hub: Hub, owner: OwnerId, signal: AbortSignal): Promise<null> {
  while (!signal.aborted) {
    const told = await asOwner(hub.db, owner, async (scope) => {
      const changes = await takeStockChanges(scope, SKUS_AT_ONCE);
      if (changes.length > 0) await tell(scope, changes, hub.clock());
      return changes.length;
    });
    if (told > 0) hub.nudges.emit('nudge', 'commands');
    if (told < SKUS_AT_ONCE) break;
  }
  return null;
}

/** A new number for one thing on sale. */
interface Wanted {
  readonly item: OfferedItem;
  readonly quantity: number;
  /** The shop knows it by itself: it has sold what is missing. */
  readonly known: boolean;
}

async function tell(scope: OwnerScope, changes: readonly TakenChange[], now: Date): Promise<void> {
  const settings = await readStockSettings(scope);
  const items = await offeredItems(scope, [...new Set(changes.map(({ sku }) => sku))]);
  const soldHere = salesBy(changes, now);
  const wanted = items.flatMap((item): readonly Wanted[] => {
    const quantity = offerQuantity(item.parts, offerTermsOf(item, { ...item, id: item.account }, settings));
    if (quantity === null || (quantity === item.wanted && item.drift === null)) return [];
    return [{ item, quantity, known: isKnownThere(item, quantity, items, soldHere) }];
  });
  await noteWanted(
    scope,
    wanted.map(({ item, quantity, known }) => ({ item: item.item, quantity, known })),
  );
  const going = wanted.filter(({ known }) => !known);
  const commands = going.map(({ item, quantity }): NewOfferCommand => {
    const payload = { kind: 'set_stock', nativeItemId: item.nativeItemId, quantity } as const;
    return {
      account: item.account,
      payload,
      key: offerKey(payload),
      lane: 'stock',
      actor: 'hub',
      cause: 'stock',
    };
  });
  const ids = await storeCommands(scope, commands);
  const pushes = going.flatMap(({ item }, nth): readonly StockPush[] => {
    const command = ids[nth];
    return command === undefined ? [] : pushesOf(item, command, changes);
  });
  await notePushes(scope, pushes);
  await wakeLanes(scope, 'commands', [...new Set(commands.map(({ account }) => account))]);
}

/** What a shop has sold of a SKU. */
interface Sales {
  readonly units: number;
  /** How long ago the first of them was ordered. */
  readonly agoMs: number;
}

/** What every shop has sold of each SKU; what came back is nothing that a shop can be relied on to know. */
function salesBy(changes: readonly TakenChange[], now: Date): ReadonlyMap<string, Sales> {
  return new Map(
    changes.flatMap(({ sku, account, units, orderedAt }) =>
      account === null || units <= 0 || orderedAt === null
        ? []
        : [[nameOf(sku, account), { units, agoMs: now.getTime() - orderedAt.getTime() }] as const],
    ),
  );
}

/**
 * Whether a shop shows the number by itself, since it has just sold the difference: then nothing is sent. It must be the
 * shop's only offer of the only SKU, else nobody knows which of them was sold; and it must have had its last number
 * before the sale, since one that came after it has put the goods back on the shelf.
 */
function isKnownThere(
  item: OfferedItem,
  quantity: number,
  items: readonly OfferedItem[],
  soldHere: ReadonlyMap<string, Sales>,
): boolean {
  const { wanted, hadForMs, drift } = item;
  const [part, ...others] = item.parts;
  if (wanted === null || drift !== null || part === undefined || others.length > 0) return false;
  const sales = soldHere.get(nameOf(part.sku, item.account));
  if (sales === undefined || wanted - sales.units / part.quantity !== quantity) return false;
  if (hadForMs === null || hadForMs < sales.agoMs + CLOCKS_APART_MS) return false;
  return !items.some(
    (other) =>
      other.item !== item.item &&
      other.account === item.account &&
      other.parts.some(({ sku }) => sku === part.sku),
  );
}

function pushesOf(
  item: OfferedItem,
  command: StockPush['command'],
  changes: readonly TakenChange[],
): readonly StockPush[] {
  return changes.flatMap(({ sku, account, units, orderedAt, seenAt }): readonly StockPush[] =>
    account === null || units <= 0 || account === item.account || !item.parts.some((part) => part.sku === sku)
      ? []
      : [{ sku, from: account, to: item.account, command, orderedAt, seenAt }],
  );
}

function nameOf(sku: SkuId, account: AccountId): string {
  return `${sku}|${account}`;
}
