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
  let differences: readonly string[] = [];
  try {
    const order = await seller.sees(sale, 'the truth', (seen) => {
      differences = [
        ...differencesOfOrder(seen, tale, seller.offers('orders.confirmation')),
        ...differencesOfClaims(seen, tale, seller.offers('claims.withdrawals')),
      ];
      return differences.length === 0;
    });
    return { order, tale };
  } catch (cause) {
    throw new Error(`${differences.join('; ')}: ${JSON.stringify(tale)}`, { cause });
  }
}

function differencesOfOrder(order: Order, tale: Tale, tellsConfirmation: boolean): readonly string[] {
  const open = tale.claims.find(({ state }) => state === 'open');
  const meant = tale.status === 'confirmed' && !tellsConfirmation ? MEANS.delivered : MEANS[tale.status];
  const statuses = open === undefined ? meant : [ASKED[open.kind]];
  const status = order.status ?? 'of an unknown status';
  const quantity = order.lines.reduce((sum, line) => sum + line.quantity, 0);
  return [
    ...(statuses.some((one) => one === status)
      ? []
      : [`the order is ${status}, not ${statuses.join(' or ')}`]),
    ...difference('quantity', quantity, tale.quantity),
    ...difference(
      'invoices',
      invoicesOf(order),
      sorted(tale.parcels.flatMap(({ invoice }) => invoice ?? [])),
    ),
  ];
}

type TrueClaim = Tale['claims'][number];

function differencesOfClaims(order: Order, tale: Tale, tellsWithdrawals: boolean): readonly string[] {
  const left = [...order.claims];
  return [
    ...tale.claims.flatMap((told) => {
      const states =
        told.state === 'withdrawn' && !tellsWithdrawals ? ['withdrawn', 'rejected'] : [told.state];
      const at = left.findIndex(({ kind, state }) => kind === told.kind && states.includes(endOf(state)));
      const [claim] = at < 0 ? [] : left.splice(at, 1);
      return claim === undefined
        ? [`no ${told.kind} is ${told.state}`]
        : differencesOfClaim(claim, told, tale.quantity);
    }),
    ...left.map(({ kind, state }) => `there is no ${kind} that is ${state}`),
  ];
}

/** Not every marketplace tells whose fault it is, or what the way back costs; what is told must be so. */
function differencesOfClaim(claim: ListedClaim, told: TrueClaim, whole: number): readonly string[] {
  const { fault, fee, collection, replacement } = claim;
  const isWhole = claim.lines.some(({ quantity }) => quantity === null);
  const claimed = claim.lines.reduce((sum, { quantity }) => sum + (quantity ?? 0), 0);
  return [
    ...difference('claimed', isWhole ? whole : claimed, told.quantity),
    ...(fault === null ? [] : difference('fault', fault, told.fault)),
    ...(fee === null ? [] : difference('fee', fee.amount, told.fee ?? 0)),
    ...(fee === null || fee.amount === 0 || fee.paid_by === null
      ? []
      : difference('paid by', fee.paid_by, told.feePaidBy)),
    ...(collection.invoice === null ? [] : difference('collected', collection.invoice, told.collectInvoice)),
    ...difference('replacement', replacement.invoice, told.replacementInvoice),
  ];
}

function difference(what: string, shown: unknown, told: unknown): readonly string[] {
  const [ours, theirs] = [JSON.stringify(shown), JSON.stringify(told)];
  return ours === theirs ? [] : [`${what} is ${ours}, not ${theirs}`];
}

function invoicesOf({ lines }: Order): readonly string[] {
  return sorted(lines.flatMap(({ parts, invoice }) => parts?.map((part) => part.invoice) ?? invoice ?? []));
}

function sorted(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
}
