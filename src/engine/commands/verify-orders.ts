import type { LineNow } from '../../domain/command.ts';
import type { LineNews, OrderLineSnapshot } from '../../domain/order.ts';
import { ladderStep } from '../../domain/status.ts';
import { type OpenLine, type OpenOrderCommand, sentForMs } from '../../store/commands/command.ts';
import type { CommandResult } from '../../store/commands/results.ts';
import type { OpenedShop } from '../open-shop.ts';
import { partition, type Told } from '../pull/told.ts';
import { type Judged, resultOf } from './judged.ts';
import { verdictOn } from './verdict.ts';

/** What a marketplace tells of orders that were asked for by id. */
export interface ToldOfOrders extends Told {
  /** Orders it does not show because they are over. */
  readonly ended: ReadonlySet<string>;
}

/** The orders behind unknown commands, as the marketplace shows them now. */
export async function readOrdersOf(
  opened: OpenedShop,
  commands: readonly OpenOrderCommand[],
): Promise<ToldOfOrders> {
  const ids = [...new Set(commands.map(({ nativeOrderId }) => nativeOrderId))];
  const { reads, missing } = await opened.shop.orders.read(ids);
  const ended = new Set(missing.flatMap((one) => (one.ended ? [one.nativeOrderId] : [])));
  return { ...partition(reads), ended };
}

/**
 * Judges a command by its order, or by the order's absence. Where the order is not shown under a claim, what else was
 * told of its line speaks.
 */
export function judgeByOrder(
  command: OpenOrderCommand,
  told: Pick<ToldOfOrders, 'orders' | 'news' | 'ended'>,
  now: Date,
  lagMs: number,
): CommandResult {
  const ageMs = sentForMs(command, now);
  const order = told.orders.findLast(({ nativeOrderId }) => nativeOrderId === command.nativeOrderId);
  const news = told.news.filter(({ nativeOrderId }) => nativeOrderId === command.nativeOrderId);
  // What was to be cancelled had not been sent: over, it is cancelled.
  const isGone = command.payload.kind === 'cancel' && told.ended.has(command.nativeOrderId);
  const judged = command.items.map((item): Judged => {
    if (isGone) return { item, verdict: 'done', reason: 'wrong_state' };
    const verdict = verdictOn({
      payload: command.payload,
      line: order === undefined ? newsOn(news, item) : lineIn(order.lines, item),
      wasRefused: item.suspicion === 'already_done' || item.suspicion === 'wrong_state',
      ageMs,
      lagMs,
    });
    return { item, verdict, reason: item.suspicion ?? 'wrong_state' };
  });
  return resultOf(command, judged, now);
}

function lineIn(lines: readonly OrderLineSnapshot[], item: OpenLine): LineNow | undefined {
  const line = findLine(lines, item);
  return line === undefined ? undefined : lineNow(line);
}

/** The line under its id, or the only one of the same item when the marketplace has given it a new id. */
function findLine(lines: readonly OrderLineSnapshot[], item: OpenLine): OrderLineSnapshot | undefined {
  const exact = lines.find((line) => line.nativeLineId === item.nativeLineId);
  if (exact !== undefined) return exact;
  const same = lines.filter((line) => line.nativeItemId === item.nativeItemId);
  return same.length === 1 ? same[0] : undefined;
}

/** Only a status of a claim is proof: a list that names a line on its way tells too little of it. */
function newsOn(news: readonly LineNews[], item: OpenLine): LineNow | undefined {
  const own = news.findLast(({ nativeLineId }) => nativeLineId === item.nativeLineId);
  if (own === undefined || own.status === null || ladderStep(own.status) !== undefined) return undefined;
  return {
    status: own.status,
    invoice: own.parcel?.invoice ?? null,
    shipBy: null,
    held: false,
    left: item.left,
  };
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
