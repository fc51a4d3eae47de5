import { isClaimAction } from '../../domain/claim-action.ts';
import type { CommandKind } from '../../domain/command.ts';
import type { CommandItemId } from '../../domain/ids.ts';
import type { PublishOutcome, PublishTarget, SaleTarget } from '../../marketplaces/kit/catalog.ts';
import type { Edition } from '../../marketplaces/kit/edition.ts';
import type { OfferOutcome, PriceTarget, StockTarget } from '../../marketplaces/kit/offers.ts';
import type {
  CancelTarget,
  ClaimOutcome,
  ClaimTarget,
  DelayTarget,
  HoldTarget,
  LineTarget,
  Outcome,
  ShipTarget,
  SplitTarget,
} from '../../marketplaces/kit/shop.ts';
import { MarketplaceError } from '../../marketplaces/kit/trouble.ts';
import {
  isForClaim,
  isForListing,
  isForOffer,
  isForOrder,
  type OpenCommand,
  type OpenLine,
  type OpenOfferCommand,
  type OpenOrderCommand,
} from '../../store/commands/command.ts';
import type { OpenedShop } from '../open-shop.ts';
import { draftNow } from '../publish/draft-now.ts';

type AnyOutcome = Outcome | OfferOutcome | PublishOutcome | ClaimOutcome;
export type LineDone = Extract<Outcome, { kind: 'done' }>;
export type ClaimDone = Extract<ClaimOutcome, { kind: 'done' }>;

/** What the marketplace said of each item. One it did not mention is missing. */
export type Answers = ReadonlyMap<CommandItemId, AnyOutcome>;

/** Sends commands of one kind through the shop's desk, as one batch. Throws when the call as a whole failed. */
export async function send(
  { shop, edition }: Pick<OpenedShop, 'shop' | 'edition'>,
  kind: CommandKind,
  commands: readonly OpenCommand[],
): Promise<Answers> {
  const forOrders = commands.filter(isForOrder);
  const { orders, claims, stock, prices, catalog } = shop;
  if (isClaimAction(kind)) {
    if (claims === undefined) throw notOffered(`claims.${kind}`);
    return byItem(commands, await claims.act(kind, commands.flatMap(claimTargets)));
  }
  switch (kind) {
    case 'acknowledge':
      if (orders.acknowledge === undefined) throw notOffered('orders.acknowledge');
      return byLine(forOrders, await orders.acknowledge(forOrders.flatMap(lineTargets)));
    case 'ship':
      if (orders.ship === undefined) throw notOffered('orders.ship');
      return byLine(forOrders, await orders.ship(forOrders.flatMap(shipTargets)));
    case 'change_invoice':
      if (orders.changeInvoice === undefined) throw notOffered('orders.changeInvoice');
      return byLine(forOrders, await orders.changeInvoice(forOrders.flatMap(shipTargets)));
    case 'delay':
      if (orders.delay === undefined) throw notOffered('orders.delay');
      return byLine(forOrders, await orders.delay(forOrders.flatMap(delayTargets)));
    case 'split':
      if (orders.split === undefined) throw notOffered('orders.split');
      return byLine(forOrders, await orders.split(forOrders.flatMap(splitTargets)));
    case 'hold':
      if (orders.hold === undefined) throw notOffered('orders.hold');
      return byLine(forOrders, await orders.hold(forOrders.flatMap(holdTargets)));
    case 'release':
      if (orders.release === undefined) throw notOffered('orders.release');
      return byLine(forOrders, await orders.release(forOrders.flatMap(lineTargets)));
    case 'cancel':
      if (orders.cancel === undefined) throw notOffered('orders.cancel');
      return byLine(forOrders, await orders.cancel(forOrders.flatMap(cancelTargets)));
    case 'set_stock':
      if (stock === undefined) throw notOffered('stock.set');
      return byItem(commands, await stock.set(commands.filter(isForOffer).flatMap(stockTargets)));
    case 'set_price':
      if (prices === undefined) throw notOffered('prices.set');
      return byItem(commands, await prices.set(commands.filter(isForOffer).flatMap(priceTargets)));
    case 'publish':
      if (catalog === undefined) throw notOffered('catalog.publish');
      return byItem(commands, await catalog.publish(publishTargets(commands, edition)));
    case 'set_sale':
      if (catalog === undefined) throw notOffered('catalog.setOnSale');
      return byItem(commands, await catalog.setOnSale(commands.flatMap(saleTargets)));
  }
}

function notOffered(operation: string): MarketplaceError {
  return new MarketplaceError({ reason: 'not_offered', operation });
}

function byLine(commands: readonly OpenOrderCommand[], outcomes: readonly Outcome[]): Answers {
  const said = new Map(outcomes.map((outcome) => [outcome.line, outcome]));
  return new Map(
    commands.flatMap(({ items }) =>
      items.flatMap((item) => {
        const outcome = said.get(item.line);
        return outcome === undefined ? [] : [[item.id, outcome] as const];
      }),
    ),
  );
}

function byItem(
  commands: readonly OpenCommand[],
  outcomes: readonly (OfferOutcome | PublishOutcome | ClaimOutcome)[],
): Answers {
  const said = new Map(outcomes.map((outcome) => [outcome.item, outcome]));
  return new Map(
    commands.flatMap(({ items }) =>
      items.flatMap(({ id }) => {
        const outcome = said.get(id);
        return outcome === undefined ? [] : [[id, outcome] as const];
      }),
    ),
  );
}

function lineTargets(command: OpenOrderCommand): readonly LineTarget[] {
  return command.items.map((item) => lineTarget(command, item));
}

function lineTarget(command: OpenOrderCommand, item: OpenLine): LineTarget {
  return {
    line: item.line,
    nativeOrderId: command.nativeOrderId,
    nativeLineId: item.nativeLineId,
    nativeItemId: item.nativeItemId,
    packageKey: item.packageKey,
  };
}

function shipTargets(command: OpenOrderCommand): readonly ShipTarget[] {
  const { payload } = command;
  if (payload.kind !== 'ship' && payload.kind !== 'change_invoice') return [];
  const { carrierCode, invoice, shippedAt } = payload;
  return lineTargets(command).map((target) => ({ ...target, carrierCode, invoice, shippedAt }));
}

function splitTargets(command: OpenOrderCommand): readonly SplitTarget[] {
  const { payload } = command;
  if (payload.kind !== 'split') return [];
  return lineTargets(command).map((target) => ({ ...target, parts: payload.parts }));
}

function holdTargets(command: OpenOrderCommand): readonly HoldTarget[] {
  const { payload } = command;
  if (payload.kind !== 'hold') return [];
  return lineTargets(command).map((target) => ({ ...target, text: payload.text }));
}

function cancelTargets(command: OpenOrderCommand): readonly CancelTarget[] {
  const { payload } = command;
  if (payload.kind !== 'cancel') return [];
  const { reason, text, quantity } = payload;
  return command.items.map((item) => ({
    ...lineTarget(command, item),
    reason,
    text,
    quantity: quantity ?? item.left,
    whole: quantity === null || quantity >= item.left,
  }));
}

function claimTargets(command: OpenCommand): readonly ClaimTarget[] {
  if (!isForClaim(command)) return [];
  return command.items.map(({ id }) => ({ item: id, claim: command.ref, payload: command.payload }));
}

function delayTargets(command: OpenOrderCommand): readonly DelayTarget[] {
  const { payload } = command;
  if (payload.kind !== 'delay') return [];
  const { shipBy, reason, text } = payload;
  return lineTargets(command).map((target) => ({ ...target, shipBy, reason, text }));
}

function stockTargets({ payload, nativeListingId, items }: OpenOfferCommand): readonly StockTarget[] {
  if (payload.kind !== 'set_stock') return [];
  const { nativeItemId, quantity } = payload;
  return items.map(({ id }) => ({ item: id, nativeItemId, nativeListingId, quantity }));
}

function priceTargets({ payload, nativeListingId, items }: OpenOfferCommand): readonly PriceTarget[] {
  if (payload.kind !== 'set_price') return [];
  const { nativeItemId, price, currency } = payload;
  return items.map(({ id }) => ({ item: id, nativeItemId, nativeListingId, price, currency }));
}

function publishTargets(
  commands: readonly OpenCommand[],
  { listingRules }: Edition,
): readonly PublishTarget[] {
  return commands.flatMap((command) => {
    const draft = isForListing(command) ? draftNow(command, listingRules) : null;
    return draft === null ? [] : command.items.map(({ id }) => ({ item: id, draft }));
  });
}

function saleTargets(command: OpenCommand): readonly SaleTarget[] {
  if (!isForListing(command) || command.payload.kind !== 'set_sale') return [];
  const { payload, listing } = command;
  const { nativeListingId } = listing;
  if (nativeListingId === null) return [];
  const nativeItemIds = listing.items.flatMap(({ nativeItemId }) => nativeItemId ?? []);
  return command.items.map(({ id }) => ({
    item: id,
    nativeListingId,
    nativeItemIds,
    onSale: payload.onSale,
  }));
}
