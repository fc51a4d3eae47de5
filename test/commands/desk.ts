import { sql } from 'kysely';
import type { CommandState, OrderPayload } from '../../src/domain/command.ts';
import type { CommandId, OrderId, OrderLineId } from '../../src/domain/ids.ts';
import type { Hub } from '../../src/engine/hub.ts';
import type { Lane } from '../../src/marketplaces/kit/budget.ts';
import type { Account } from '../../src/store/accounts.ts';
import type { Command, NewCommand, OpenCommand } from '../../src/store/commands/command.ts';
import { findCommands } from '../../src/store/commands/read.ts';
import { type CommandResult, writeResults } from '../../src/store/commands/results.ts';
import { storeCommands } from '../../src/store/commands/store.ts';
import { type TakenWork, type TakeRules, takeCommands } from '../../src/store/commands/take.ts';
import { readLines } from '../../src/store/orders/read.ts';
import { asOwner, type OwnerScope } from '../../src/store/scope.ts';
import { connect, openBusiness, putOrders, type TestBusiness } from '../harness/rest.ts';
import { line, order } from '../harness/snapshots.ts';

export const RULES: TakeRules = {
  sizeOf: (kind) => (kind === 'set_stock' || kind === 'set_price' ? 1 : 50),
  readAtOnce: 50,
  busy: [],
  now: new Date('2026-11-22T00:00:00Z'),
  clicksOnly: false,
};

/** One shop whose commands a test stores and works on by hand. */
export interface Desk {
  readonly business: TestBusiness;
  readonly account: Account;
  as<Result>(work: (scope: OwnerScope) => Promise<Result>): Promise<Result>;
  /** Puts an order with so many lines into the list. */
  order(lines?: number): Promise<{ readonly id: OrderId; readonly lines: readonly OrderLineId[] }>;
  store(...commands: readonly NewCommand[]): Promise<readonly CommandId[]>;
  stock(nativeItemId: string, quantity: number, lane?: Lane): NewCommand;
  act(
    order: { readonly id: OrderId; readonly lines: readonly OrderLineId[] },
    payload: OrderPayload,
    lane?: Lane,
  ): NewCommand;
  take(rules?: Partial<TakeRules>): Promise<TakenWork | null>;
  /** Ends what was taken, or sets it back, all items alike. */
  settle(
    taken: TakenWork | null,
    state: 'done' | 'refused' | 'unknown' | 'pending',
    at?: Date,
  ): Promise<void>;
  read(...ids: readonly CommandId[]): Promise<readonly Command[]>;
  states(...ids: readonly CommandId[]): Promise<readonly CommandState[]>;
  events(): Promise<readonly string[]>;
  /** Lets what waits for its time be due now. */
  bringForward(): Promise<void>;
}

export async function openDesk(hub: Hub): Promise<Desk> {
  const business = await openBusiness(hub, 'seller');
  const account = await connect(hub, business, 'coupang');
  const as: Desk['as'] = (work) => asOwner(hub.db, business.owner, work);
  const by = { actor: 'test', cause: 'test' };
  let orders = 0;
  const desk: Desk = {
    business,
    account,
    as,
    async order(count = 1) {
      orders += 1;
      const nativeOrderId = `O-${orders}`;
      const lines = Array.from({ length: count }, (_, n) => line({ nativeLineId: `${nativeOrderId}-${n}` }));
      const ids = await putOrders(hub, business, account, [order({ nativeOrderId, lines })]);
      const id = ids.get(nativeOrderId);
      if (id === undefined) throw new Error('the order was not stored');
      const stored = await as((scope) => readLines(scope, [id]));
      return { id, lines: (stored.get(id) ?? []).map((one) => one.id) };
    },
    store: (...commands) => as((scope) => storeCommands(scope, commands)),
    stock(nativeItemId, quantity, lane = 'stock') {
      const payload = { kind: 'set_stock', nativeItemId, quantity } as const;
      return { account: account.id, payload, key: `s:${nativeItemId}:${quantity}`, lane, ...by };
    },
    act({ id, lines }, payload, lane = 'click') {
      const key = `${payload.kind}:${id}:${lines.join(',')}:${JSON.stringify(payload)}`;
      return { account: account.id, order: id, lines, payload, key, lane, ...by };
    },
    take: (rules = {}) => as((scope) => takeCommands(scope, account.id, { ...RULES, ...rules })),
    async settle(taken, state, at) {
      if (taken === null) throw new Error('nothing was taken');
      await as((scope) =>
        writeResults(
          scope,
          taken.commands.map((command) => resultOf(command, state, at)),
        ),
      );
    },
    read: (...ids) => as((scope) => findCommands(scope, ids)),
    states: async (...ids) => (await desk.read(...ids)).map(({ state }) => state),
    async events() {
      const { rows } = await as(({ trx }) =>
        sql<{ type: string }>`select type from events where type like 'command.%' order by id`.execute(trx),
      );
      return rows.map(({ type }) => type);
    },
    async bringForward() {
      await as(({ trx }) =>
        sql`
          update commands set not_before = now() - interval '1 second'
          where account_id = ${account.id} and state in ('pending', 'unknown')`.execute(trx),
      );
    },
  };
  return desk;
}

function resultOf(
  command: OpenCommand,
  state: 'done' | 'refused' | 'unknown' | 'pending',
  at: Date | undefined,
): CommandResult {
  return {
    command: command.id,
    state,
    notBefore: at ?? new Date('2026-01-01T00:00:00Z'),
    trouble: null,
    items: command.items.map(({ id }) => ({
      item: id,
      state,
      reason: null,
      nativeCode: null,
      nativeText: null,
    })),
  };
}
