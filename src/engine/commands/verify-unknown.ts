import { commandStateOf, type ItemState, type LineNow } from '../../domain/command.ts';
import type { OwnerId } from '../../domain/ids.ts';
import type { OrderLineSnapshot, OrderSnapshot } from '../../domain/order.ts';
import type { CommandResult, ItemResult, OpenCommand, OpenItem } from '../../store/commands.ts';
import { writeResults } from '../../store/commands.ts';
import { asOwner } from '../../store/scope.ts';
import type { Hub } from '../hub.ts';
import type { OpenedShop } from '../open-shop.ts';
import { ingest, partition } from '../pull/write-batch.ts';
import { reportTrouble } from '../trouble-report.ts';
import { backoffMs, LONGEST_TRY_MS } from './retry.ts';
import { type Verdict, verdictOn } from './verdict.ts';

const WAIT_MS = 15_000;
/** Orders read in one go; on a marketplace without a bulk read each is a call of its own. */
const READ_AT_ONCE = 50;

/**
 * Settles commands that may or may not have arrived, by reading the marketplace before anything is sent again.
 * What was read is taken into the order list in the same transaction.
 */
export async function verifyUnknown(
  hub: Hub,
  owner: OwnerId,
  opened: OpenedShop,
  unknown: readonly OpenCommand[],
): Promise<void> {
  const commands = unknown.slice(0, READ_AT_ONCE);
  const ids = [...new Set(commands.map(({ nativeOrderId }) => nativeOrderId))];
  let orders: readonly OrderSnapshot[];
  try {
    orders = partition((await opened.shop.orders.read(ids)).reads).orders;
  } catch (error) {
    await postpone(hub, owner, commands, error);
    return;
  }
  const byId = new Map(orders.map((order) => [order.nativeOrderId, order]));
  const items: ItemResult[] = [];
  const results: CommandResult[] = [];
  for (const command of commands) {
    const judged = judge(command, byId.get(command.nativeOrderId), hub.clock(), opened.edition.effectLagMs);
    items.push(...judged.items);
    results.push(judged.result);
  }
  await asOwner(hub.db, owner, async (scope) => {
    await ingest(scope, hub, opened, orders, { run: null, command: null });
    await writeResults(scope, items, results);
  });
}

async function postpone(
  hub: Hub,
  owner: OwnerId,
  commands: readonly OpenCommand[],
  error: unknown,
): Promise<void> {
  const trouble = reportTrouble(error);
  const results = commands.map((command): CommandResult => {
    const waitMs = backoffMs(command.attempts + 1, Math.random());
    return {
      command: command.id,
      state: 'unknown',
      notBefore: new Date(hub.clock().getTime() + waitMs),
      trouble,
    };
  });
  await asOwner(hub.db, owner, (scope) => writeResults(scope, [], results));
}

interface Judged {
  readonly items: readonly ItemResult[];
  readonly result: CommandResult;
}

function judge(command: OpenCommand, order: OrderSnapshot | undefined, now: Date, lagMs: number): Judged {
  const ageMs = now.getTime() - command.createdAt.getTime();
  const items: ItemResult[] = [];
  const states: ItemState[] = [];
  let waits = false;
  for (const item of command.items) {
    const line = order === undefined ? undefined : findLine(order, item);
    const verdict = verdictOn({
      payload: command.payload,
      line: line === undefined ? undefined : lineNow(line),
      wasRefused: item.suspicion === 'already_done' || item.suspicion === 'wrong_state',
      ageMs,
      lagMs,
    });
    waits ||= verdict === 'wait';
    const state = stateFor(verdict);
    states.push(state);
    items.push({
      command: command.id,
      line: item.line,
      state,
      reason:
        verdict === 'refused'
          ? (item.suspicion ?? 'wrong_state')
          : verdict === 'wait'
            ? item.suspicion
            : null,
      nativeCode: item.nativeCode,
      nativeText: item.nativeText,
    });
  }
  const open = commandStateOf(states);
  const tooLong = open === 'pending' && ageMs > LONGEST_TRY_MS;
  // A marketplace that answers reads but loses writes is not sent them over and over without a pause.
  const waitMs = waits ? WAIT_MS : backoffMs(command.attempts, Math.random());
  return {
    items,
    result: {
      command: command.id,
      state: tooLong ? 'dead' : open,
      notBefore: new Date(now.getTime() + waitMs),
      trouble: null,
    },
  };
}

function stateFor(verdict: Verdict): ItemState {
  switch (verdict) {
    case 'done':
      return 'done';
    case 'send_again':
      return 'pending';
    case 'refused':
      return 'refused';
    case 'wait':
      return 'unknown';
  }
}

/** The line under its id, or the only one of the same item when the marketplace has given it a new id. */
function findLine(order: OrderSnapshot, item: OpenItem): OrderLineSnapshot | undefined {
  const exact = order.lines.find((line) => line.nativeLineId === item.nativeLineId);
  if (exact !== undefined) return exact;
  const same = order.lines.filter((line) => line.nativeItemId === item.nativeItemId);
  return same.length === 1 ? same[0] : undefined;
}

function lineNow(line: OrderLineSnapshot): LineNow {
  return { status: line.status, invoice: line.parcel?.invoice ?? null, shipBy: line.shipBy };
}
