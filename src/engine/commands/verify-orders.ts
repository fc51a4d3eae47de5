import type { LineNow } from '../../domain/command.ts';
import type { OrderLineSnapshot, OrderSnapshot } from '../../domain/order.ts';
import type { OpenLine, OpenOrderCommand } from '../../store/commands/command.ts';
import type { CommandResult } from '../../store/commands/results.ts';
import type { OpenedShop } from '../open-shop.ts';
import { partition, type Told } from '../pull/told.ts';
import { type Judged, resultOf } from './judged.ts';
import { verdictOn } from './verdict.ts';

/** The orders behind unknown commands, as the marketplace shows them now. */
export async function readOrdersOf(opened: OpenedShop, commands: readonly OpenOrderCommand[]): Promise<Told> {
  const ids = [...new Set(commands.map(({ nativeOrderId }) => nativeOrderId))];
  return partition((await opened.shop.orders.read(ids)).reads);
}

/** Judges a command by its order, or by the order's absence. */
export function judgeByOrder(
  command: OpenOrderCommand,
  order: OrderSnapshot | undefined,
  now: Date,
  lagMs: number,
): CommandResult {
  const ageMs = now.getTime() - (command.sentAt ?? command.triedSince).getTime();
  const judged = command.items.map((item): Judged => {
    const line = order === undefined ? undefined : findLine(order, item);
    const verdict = verdictOn({
      payload: command.payload,
      line: line === undefined ? undefined : lineNow(line),
      wasRefused: item.suspicion === 'already_done' || item.suspicion === 'wrong_state',
      ageMs,
      lagMs,
    });
    return { item, verdict, reason: item.suspicion ?? 'wrong_state' };
  });
  return resultOf(command, judged, now);
}

/** The line under its id, or the only one of the same item when the marketplace has given it a new id. */
function findLine(order: OrderSnapshot, item: OpenLine): OrderLineSnapshot | undefined {
  const exact = order.lines.find((line) => line.nativeLineId === item.nativeLineId);
  if (exact !== undefined) return exact;
  const same = order.lines.filter((line) => line.nativeItemId === item.nativeItemId);
  return same.length === 1 ? same[0] : undefined;
}

function lineNow(line: OrderLineSnapshot): LineNow {
  return {
    status: line.status,
    invoice: line.parcel?.invoice ?? null,
    shipBy: line.shipBy,
    held: line.held ?? false,
    left: line.shippableQuantity,
  };
}
