import { createHash } from 'node:crypto';
import type { OrderCommandKind, OrderPayload } from '../../domain/command.ts';
import type { AccountId, CommandId, OrderId, OrderLineId } from '../../domain/ids.ts';
import type { Edition } from '../../marketplaces/kit/edition.ts';
import type { OrdersDesk } from '../../marketplaces/kit/shop.ts';
import { findAccount } from '../../store/accounts.ts';
import { type AuditEntry, recordAudit } from '../../store/audit.ts';
import type { NewOrderCommand } from '../../store/commands/command.ts';
import { liftPauses } from '../../store/commands/pauses.ts';
import { storeCommands } from '../../store/commands/store.ts';
import { wakeLane } from '../../store/lanes.ts';
import { findOrders, type OrderHead, type OrderLine, readLines } from '../../store/orders/read.ts';
import type { OwnerScope } from '../../store/scope.ts';
import { editionOf } from '../open-shop.ts';
import { fits, whyNothing } from './fit.ts';
import { payloadOf } from './order-payload.ts';
import type { Declined, Wish, WishedBy } from './order-wish.ts';

export interface OrderWish {
  readonly order: OrderId;
  /** Only these lines; null means every line it applies to. */
  readonly lines: readonly OrderLineId[] | null;
  readonly wish: Wish;
}

/** What became of a wish: commands to follow, or the reason why there are none. */
export type WishAnswer =
  | { readonly kind: 'accepted'; readonly order: OrderId; readonly commands: readonly CommandId[] }
  | { readonly kind: 'declined'; readonly order: OrderId; readonly because: Declined };

/**
 * Turns wishes into durable commands, in the caller's transaction (law 2). Shipping lines that are not yet
 * acknowledged first acknowledges them: marketplaces take no invoice before.
 */
export async function wishFor(
  scope: OwnerScope,
  wishes: readonly OrderWish[],
  by: WishedBy,
): Promise<readonly WishAnswer[]> {
  const { lane = 'click' } = by;
  const plans = await planWishes(scope, wishes);
  const wanted = plans.flatMap((planned) =>
    planned.kind === 'planned' ? planned.commands.map((command) => ({ ...command, ...by, lane })) : [],
  );
  const stored = await storeCommands(scope, wanted);
  const accounts = [...new Set(wanted.map((command) => command.account))];
  if (lane === 'click') await liftPauses(scope, accounts);
  for (const account of accounts) await wakeLane(scope, account, 'commands', null);
  let next = 0;
  const answers = plans.map((planned): WishAnswer => {
    if (planned.kind === 'declined') return planned;
    const commands = stored.slice(next, next + planned.commands.length);
    next += planned.commands.length;
    return { kind: 'accepted', order: planned.order, commands };
  });
  await recordAudit(
    scope,
    plans.flatMap((planned, nth) => auditOf(planned, answers[nth], wishes[nth], by)),
  );
  return answers;
}

function auditOf(
  planned: WishPlan,
  answer: WishAnswer | undefined,
  wish: OrderWish | undefined,
  by: WishedBy,
): readonly AuditEntry[] {
  if (planned.kind === 'declined' || answer?.kind !== 'accepted' || wish === undefined) return [];
  const { actor, cause } = by;
  const detail = { cause, plan_id: by.plan ?? null, command_ids: answer.commands, line_ids: wish.lines };
  const target = { kind: 'order', id: planned.order };
  return [{ actor, action: `order.${wish.wish.kind}`, target, account: planned.account, detail }];
}

type PlannedCommand = Omit<NewOrderCommand, 'actor' | 'cause' | 'lane' | 'plan'>;

/** What a wish would become. */
export type WishPlan =
  | {
      readonly kind: 'planned';
      readonly order: OrderId;
      readonly account: AccountId;
      readonly commands: readonly PlannedCommand[];
    }
  | { readonly kind: 'declined'; readonly order: OrderId; readonly because: Declined };

/** Works out what wishes would become, in the order given. Nothing is written. */
export async function planWishes(
  scope: OwnerScope,
  wishes: readonly OrderWish[],
): Promise<readonly WishPlan[]> {
  const ids = [...new Set(wishes.map(({ order }) => order))];
  const heads = new Map((await findOrders(scope, ids)).map((head) => [head.id, head]));
  const lines = await readLines(scope, [...heads.keys()]);
  const editions = await editionsOf(scope, [...heads.values()]);
  return wishes.map((wish) => plan(wish, heads.get(wish.order), lines.get(wish.order) ?? [], editions));
}

async function editionsOf(
  scope: OwnerScope,
  heads: readonly OrderHead[],
): Promise<ReadonlyMap<AccountId, Edition>> {
  const editions = new Map<AccountId, Edition>();
  for (const account of new Set(heads.map((head) => head.account))) {
    const known = await findAccount(scope, account);
    if (known !== undefined) editions.set(account, editionOf(known).edition);
  }
  return editions;
}

function plan(
  { order, lines: chosen, wish }: OrderWish,
  head: OrderHead | undefined,
  lines: readonly OrderLine[],
  editions: ReadonlyMap<AccountId, Edition>,
): WishPlan {
  const decline = (because: Declined): WishPlan => ({ kind: 'declined', order, because });
  if (head === undefined) return decline({ code: 'order_not_found' });
  const edition = editions.get(head.account);
  if (edition === undefined) return decline({ code: 'account_disconnected' });
  const stranger = chosen?.find((id) => !lines.some((line) => line.id === id));
  if (stranger !== undefined) return decline({ code: 'line_not_found', line: stranger });
  if (!offers(edition, wish.kind)) {
    const unsupported =
      edition.unsupported.find(({ operation }) => operation === `orders.${METHODS[wish.kind]}`) ?? null;
    return decline({ code: 'not_offered', platform: head.platform, unsupported });
  }
  const meant = lines.filter((line) => chosen === null || chosen.includes(line.id));
  const fitting = meant.filter((line) => fits(wish.kind, line, edition));
  if (fitting.length === 0) return decline(whyNothing(wish.kind, meant));
  const payload = payloadOf(wish, edition, head, fitting);
  if ('code' in payload) return decline(payload);
  const command = (lineIds: readonly OrderLine[], what: OrderPayload): PlannedCommand => ({
    account: head.account,
    order,
    lines: lineIds.map((line) => line.id),
    payload: what,
    key: keyOf(order, lineIds, what),
  });
  const ships = wish.kind === 'ship' || wish.kind === 'split';
  const unacknowledged =
    ships && offers(edition, 'acknowledge') ? fitting.filter((line) => line.status === 'PAID') : [];
  return {
    kind: 'planned',
    order,
    account: head.account,
    commands: [
      ...(unacknowledged.length > 0 ? [command(unacknowledged, { kind: 'acknowledge' })] : []),
      command(fitting, payload),
    ],
  };
}

/** The method of the orders desk that carries a command out. */
const METHODS = {
  acknowledge: 'acknowledge',
  ship: 'ship',
  change_invoice: 'changeInvoice',
  split: 'split',
  delay: 'delay',
  hold: 'hold',
  release: 'release',
  cancel: 'cancel',
} as const satisfies Record<OrderCommandKind, keyof OrdersDesk>;

/** Which writes an edition offers is told by its promises: a write without one is not offered. */
function offers(edition: Edition, kind: OrderCommandKind): boolean {
  return edition.promises[METHODS[kind]] !== undefined;
}

/** Equal wishes get equal keys. The time of shipping is left out: asking twice does not mean shipping twice. */
function keyOf(order: OrderId, lines: readonly OrderLine[], payload: OrderPayload): string {
  const what = namesOf(payload);
  const parts = [order, ...lines.map((line) => line.id), ...what].join('|');
  return `${payload.kind}:${createHash('sha256').update(parts).digest('base64url').slice(0, 27)}`;
}

function namesOf(payload: OrderPayload): readonly (string | number | null)[] {
  switch (payload.kind) {
    case 'ship':
    case 'change_invoice':
      return [payload.carrierCode, payload.invoice];
    case 'split':
      return payload.parts.flatMap(({ carrierCode, invoice, quantity }) => [carrierCode, invoice, quantity]);
    case 'delay':
      return [payload.shipBy, payload.reason];
    case 'cancel':
      return [payload.reason, payload.quantity];
    case 'acknowledge':
    case 'hold':
    case 'release':
      return [];
  }
}
