import { vi } from 'vitest';
import type { z } from 'zod';
import {
  CLAIM_DETAIL,
  type Claim,
  COMMAND,
  type ListedClaim,
  ORDER,
  ORDERS,
  type Order,
  SYNCED,
  WISHED,
} from './answers.ts';
import type { Sale } from './market.ts';
import type { Declined, Rest } from './rest.ts';
import type { Time } from './time.ts';

/** A parcel as the seller types it in. */
export interface Parcel {
  readonly deliveryCompanyCode: string;
  readonly trackingNumber: string;
}

/** What the seller would say about a claim if he is asked for it. */
export interface Told {
  readonly parcel?: Parcel;
  readonly fee?: number;
  readonly fault?: 'buyer' | 'seller';
}

/** The seller of one connected shop, who works over REST only. */
export interface Seller {
  readonly rest: Rest;
  /** Reads the shop, while time passes, until the hub shows of the order what is waited for. */
  sees(sale: Sale, what: string, isSo: (order: Order) => boolean): Promise<Order>;
  /** The same of the newest claim on the order. */
  seesClaim(sale: Sale, what: string, isSo: (claim: Claim) => boolean): Promise<Claim>;
  /** The newest claim on the order as the hub shows it. */
  claimOn(sale: Sale): Promise<Claim>;
  /** Confirms the order where the marketplace has that step. */
  prepares(sale: Sale): Promise<void>;
  ships(sale: Sale, parcel: Parcel, lines?: readonly number[]): Promise<void>;
  /** Whether the marketplace offers it to this shop, such as `orders.split`. */
  offers(operation: string): boolean;
  /** Asks for something with an order. Fails unless the marketplace has done it. */
  does(line: `${string} /orders/${string}`, body?: unknown): Promise<void>;
  /** Decides on a claim, telling what its action needs. Fails unless the marketplace has done it. */
  decides(claim: Claim, verb: string, told?: Told): Promise<void>;
  /** Asks for what is never offered, and answers what the hub says instead. */
  isDeclined(line: `${string} /${string}`, body?: unknown): Promise<Declined>;
}

const MINUTE_MS = 60_000;
const OPEN: readonly string[] = ['pending', 'sending', 'unknown'];
/**
 * How long after the last look at the shop it is looked at again. Marketplaces that have no list of what changed are
 * read by sweeps, of which the slowest comes round once an hour.
 */
const LOOKS_AFTER_MS = [0, 11 * MINUTE_MS, 61 * MINUTE_MS, 61 * MINUTE_MS, 61 * MINUTE_MS];

export function sellerOf(rest: Rest, time: Time, account: number, capabilities: ReadonlySet<string>): Seller {
  async function look(): Promise<void> {
    const { runs } = await rest.get('POST /sync/orders?wait=60', SYNCED, { account_id: account });
    const [run] = runs;
    if (run?.status !== 'success') throw new Error(`the shop was not read: ${JSON.stringify(runs)}`);
  }

  async function orderOf({ order }: Sale): Promise<Order | undefined> {
    const {
      orders: [found],
    } = await rest.get(`GET /orders?account_id=${account}&q=${order}`, ORDERS);
    return found === undefined ? undefined : rest.get(`GET /orders/${found.id}`, ORDER);
  }

  async function until<Seen>(
    what: string,
    see: () => Promise<Seen | undefined>,
    isSo: (seen: Seen) => boolean,
  ): Promise<Seen> {
    let seen = await see();
    let lookedAt = time.now();
    for (const after of LOOKS_AFTER_MS) {
      if (seen !== undefined && isSo(seen)) return seen;
      await time.passUntil(new Date(lookedAt.getTime() + after));
      lookedAt = time.now();
      await look();
      seen = await see();
    }
    if (seen !== undefined && isSo(seen)) return seen;
    throw new Error(`the hub never showed ${what}, but ${JSON.stringify(seen)}`);
  }

  /** Asks for a write and lets time pass until nothing more comes of it by itself. */
  async function carriedOut(line: `${string} /${string}`, body: unknown): Promise<void> {
    const { commands } = await rest.get(`${line}?wait=3`, WISHED, body);
    for (const { id } of commands) {
      const over = await isOver(id);
      if (over.state !== 'done') throw new Error(`${line}: ${JSON.stringify(over)}`);
    }
  }

  /** A command once nothing more comes of it by itself. */
  function isOver(id: number): Promise<z.infer<typeof COMMAND>> {
    return vi.waitUntil(
      async () => {
        const command = await rest.get(`GET /commands/${id}`, COMMAND);
        if (!OPEN.includes(command.state)) return command;
        if (command.next_attempt_at !== null) await time.passUntil(new Date(command.next_attempt_at));
        return null;
      },
      { timeout: 90_000, interval: 100 },
    );
  }

  async function need(sale: Sale): Promise<Order> {
    const order = await orderOf(sale);
    if (order === undefined) throw new Error(`the hub does not know the order ${sale.order}`);
    return order;
  }

  async function newestClaim(sale: Sale): Promise<Claim | undefined> {
    const order = await orderOf(sale);
    const newest = order?.claims.reduce(
      (one: ListedClaim | undefined, other) => (one === undefined || other.id > one.id ? other : one),
      undefined,
    );
    return newest === undefined ? undefined : rest.get(`GET /claims/${newest.id}`, CLAIM_DETAIL);
  }

  const seller: Seller = {
    rest,
    sees: (sale, what, isSo) => until(what, () => orderOf(sale), isSo),
    seesClaim: (sale, what, isSo) => until(what, () => newestClaim(sale), isSo),
    async claimOn(sale) {
      const claim = await newestClaim(sale);
      if (claim === undefined) throw new Error(`the hub knows no claim on the order ${sale.order}`);
      return claim;
    },
    offers: (operation) => capabilities.has(operation),
    async prepares(sale) {
      const order = await seller.sees(sale, 'the order', () => true);
      if (seller.offers('orders.acknowledge'))
        await seller.does(`PUT /orders/${order.id}/status`, { status: 'preparing' });
    },
    async ships(sale, parcel, lines) {
      const order = await need(sale);
      await seller.does(`PUT /orders/${order.id}/status`, {
        status: 'shipped',
        shipping_info: parcel,
        ...(lines === undefined ? {} : { line_ids: lines }),
      });
    },
    async does(line, body) {
      await carriedOut(line, body);
    },
    async decides(claim, verb, told = {}) {
      const action = claim.actions.find((one) => one.action === `${claim.kind}.${verb}`);
      if (action === undefined)
        throw new Error(`${verb} is not possible now: ${claim.kind} ${claim.state} ${claim.native_status}`);
      const { needs, takes, reasons } = action;
      const wants = (input: (typeof needs)[number]) => needs.includes(input) || takes.includes(input);
      const body = {
        ...(needs.includes('text') ? { text: '상품을 확인했습니다.' } : {}),
        ...(needs.includes('reason') ? { reason: reasons[0]?.code } : {}),
        ...(wants('shipment') ? told.parcel : {}),
        ...(wants('fee') && told.fee !== undefined ? { fee: told.fee } : {}),
        ...(wants('fault') && told.fault !== undefined ? { fault: told.fault } : {}),
      };
      await carriedOut(`POST /claims/${claim.id}/${verb}`, body);
    },
    isDeclined: (line, body) => rest.declined(line, body),
  };
  return seller;
}
