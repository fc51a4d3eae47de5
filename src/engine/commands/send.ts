import type { CommandKind } from '../../domain/command.ts';
import type { DelayTarget, LineTarget, Outcome, ShipTarget, Shop } from '../../marketplaces/kit/shop.ts';
import { MarketplaceError } from '../../marketplaces/kit/trouble.ts';
import type { OpenCommand } from '../../store/commands.ts';

/** Sends commands of one kind through the shop's desk, as one batch. Throws when the call as a whole failed. */
export async function send(
  shop: Shop,
  kind: CommandKind,
  commands: readonly OpenCommand[],
): Promise<readonly Outcome[]> {
  const { orders } = shop;
  switch (kind) {
    case 'acknowledge':
      if (orders.acknowledge === undefined) throw notOffered(kind);
      return orders.acknowledge(commands.flatMap(lineTargets));
    case 'ship':
      if (orders.ship === undefined) throw notOffered(kind);
      return orders.ship(commands.flatMap(shipTargets));
    case 'change_invoice':
      if (orders.changeInvoice === undefined) throw notOffered(kind);
      return orders.changeInvoice(commands.flatMap(shipTargets));
    case 'delay':
      if (orders.delay === undefined) throw notOffered(kind);
      return orders.delay(commands.flatMap(delayTargets));
  }
}

function notOffered(kind: CommandKind): MarketplaceError {
  return new MarketplaceError({ reason: 'not_offered', operation: `orders.${kind}` });
}

function lineTargets(command: OpenCommand): readonly LineTarget[] {
  return command.items.map((item) => ({
    line: item.line,
    nativeOrderId: command.nativeOrderId,
    nativeLineId: item.nativeLineId,
    nativeItemId: item.nativeItemId,
    packageKey: item.packageKey,
  }));
}

function shipTargets(command: OpenCommand): readonly ShipTarget[] {
  const { payload } = command;
  if (payload.kind !== 'ship' && payload.kind !== 'change_invoice') return [];
  const { carrierCode, invoice, shippedAt } = payload;
  return lineTargets(command).map((target) => ({ ...target, carrierCode, invoice, shippedAt }));
}

function delayTargets(command: OpenCommand): readonly DelayTarget[] {
  const { payload } = command;
  if (payload.kind !== 'delay') return [];
  const { shipBy, reason, text } = payload;
  return lineTargets(command).map((target) => ({ ...target, shipBy, reason, text }));
}
