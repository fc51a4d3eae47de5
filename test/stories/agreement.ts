import { expect } from 'vitest';
import type { ClaimState } from '../../src/domain/claim.ts';
import type { OrderStatus } from '../../src/domain/status.ts';
import type { ListedClaim, Order } from './answers.ts';
import type { Sale, Tale } from './market.ts';
import type { Scene } from './scene.ts';

/** What an order that stands so at its marketplace may be called by the hub. */
const MEANS: Readonly<Record<Tale['status'], readonly OrderStatus[]>> = {
  paid: ['PAID', 'PREPARING'],
  preparing: ['PREPARING'],
  shipped: ['SHIPPED', 'DELIVERING'],
  delivered: ['DELIVERED'],
  confirmed: ['CONFIRMED'],
  canceled: ['CANCELED'],
  returned: ['RETURNED'],
  exchanged: ['EXCHANGED'],
};

const ASKED: Readonly<Record<ListedClaim['kind'], OrderStatus>> = {
  cancel: 'CANCEL_REQUESTED',
  return: 'RETURN_REQUESTED',
  exchange: 'EXCHANGE_REQUESTED',
};

function endOf(state: ClaimState | null): Tale['claims'][number]['state'] {
  return state === 'done' || state === 'rejected' || state === 'withdrawn' ? state : 'open';
}

/** Reads the shop until the hub says of the order all that the marketplace does, and answers both. */
export async function agree(
  { seller, tells }: Scene,
  sale: Sale,
): Promise<{ readonly order: Order; readonly tale: Tale }> {
  const tale = await tells(sale);
  const tellsConfirmation = seller.offers('orders.confirmation');
  const order = await seller.sees(sale, `what is so: ${JSON.stringify(tale)}`, (seen) =>
    shows(seen, tale, tellsConfirmation),
  );
  const { claims } = order;
  expect(order.lines.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(tale.quantity);
  expect(claims.map(({ kind, state }) => `${kind} ${endOf(state)}`).sort()).toEqual(
    tale.claims.map(({ kind, state }) => `${kind} ${state}`).sort(),
  );
  for (const told of tale.claims) {
    const [claim, ...others] = claims.filter(
      ({ kind, state }) => kind === told.kind && endOf(state) === told.state,
    );
    expect(others).toEqual([]);
    expectSame(claim, told, tale);
  }
  return { order, tale };
}

function expectSame(claim: ListedClaim | undefined, told: Tale['claims'][number], tale: Tale): void {
  if (claim === undefined) throw new Error('the hub lacks a claim');
  const quantities = claim.lines.map(({ quantity }) => quantity);
  const claimed = quantities.some((quantity) => quantity === null)
    ? tale.quantity
    : quantities.reduce<number>((sum, quantity) => sum + (quantity ?? 0), 0);
  expect(claimed).toBe(told.quantity);
  // Not every marketplace tells whose fault it is, or what the way back costs: what is told must be so.
  if (claim.fault !== null) expect(claim.fault).toBe(told.fault);
  if (claim.fee !== null) {
    expect(claim.fee.amount).toBe(told.fee ?? 0);
    if (claim.fee.paid_by !== null && claim.fee.amount > 0) expect(claim.fee.paid_by).toBe(told.feePaidBy);
  }
  if (claim.collection.invoice !== null) expect(claim.collection.invoice).toBe(told.collectInvoice);
  expect(claim.replacement.invoice).toBe(told.replacementInvoice);
}

function shows(order: Order, tale: Tale, tellsConfirmation: boolean): boolean {
  const open = tale.claims.find(({ state }) => state === 'open');
  const meant = tale.status === 'confirmed' && !tellsConfirmation ? MEANS.delivered : MEANS[tale.status];
  const statuses = open === undefined ? meant : [ASKED[open.kind]];
  return (
    order.status !== null &&
    statuses.includes(order.status) &&
    same(
      invoicesOf(order),
      tale.parcels.flatMap(({ invoice }) => invoice ?? []),
    ) &&
    same(
      order.claims.map(({ kind, state }) => `${kind} ${endOf(state)}`),
      tale.claims.map(({ kind, state }) => `${kind} ${state}`),
    )
  );
}

function invoicesOf({ lines }: Order): readonly string[] {
  return lines.flatMap(({ parts, invoice }) => parts?.map((part) => part.invoice) ?? invoice ?? []);
}

function same(some: readonly string[], others: readonly string[]): boolean {
  return [...new Set(some)].sort().join() === [...new Set(others)].sort().join();
}
