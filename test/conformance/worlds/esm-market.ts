import { z } from 'zod';
import type { OrderStatus } from '../../../src/domain/status.ts';
import type { SandboxControl } from '../../harness/sandbox-control.ts';
import type { Market, Oddity, TrueContact, TrueOrder, TrueWrites } from '../world.ts';

const claim = z.object({
  kind: z.enum(['cancel', 'return', 'exchange']),
  state: z.enum(['requested', 'approved', 'collected', 'reshipped', 'done', 'rejected', 'withdrawn']),
});

const row = z.object({
  orderNo: z.string(),
  guideOrdNo: z.string(),
  site: z.enum(['gmarket', 'auction']),
  status: z.int(),
  siteGoodsNo: z.string(),
  optionNo: z.string().nullable(),
  quantity: z.int(),
  unitPrice: z.int(),
  amount: z.int(),
  discount: z.int(),
  paid: z.int(),
  shippingFee: z.int(),
  remoteFee: z.int(),
  buyer: z.object({ name: z.string(), phone: z.string() }),
  receiver: z.object({
    name: z.string(),
    mobile: z.string(),
    zipCode: z.string(),
    front: z.string(),
    back: z.string(),
  }),
  memo: z.string(),
  gift: z.object({ acceptedAt: z.string().nullable() }).nullable(),
  deliveryCompanyCode: z.int().nullable(),
  deliveryCompanyName: z.string().nullable(),
  guideDeliveryCompanyCode: z.string().nullable(),
  invoiceNo: z.string().nullable(),
  invoicesRegistered: z.int(),
  confirmations: z.int(),
  claims: z.array(claim),
});

/** One order number as the sandbox tells it: one line of what was bought together. */
export type Row = z.infer<typeof row>;

const rows = z.object({ orders: z.array(row) });
const sold = z.object({ order: z.string() });

/** How an edition names and shows the order numbers. */
export interface Told {
  /** The hub's id of the order that a line is in. */
  orderOf(row: Row): string;
  /** The hub's id of a line within its order. */
  lineOf(row: Row): string;
  orders(shown: readonly Row[]): readonly TrueOrder[];
  /** What contacts belong to. */
  packageOf(row: Row): string;
  contact(row: Row): TrueContact;
  writes(row: Row): TrueWrites;
  /** Whether the shop has orders that were undone before it was connected. */
  readonly hasUndone: boolean;
  /** Whether an order with these lines is in some list. */
  lists(own: readonly Row[]): boolean;
  /** How many lines an order has that buyers place. */
  readonly mostLines: number;
}

const SITES = ['gmarket', 'auction'] as const;
const PREFIXES: Readonly<Record<Row['site'], string>> = { gmarket: 'G', auction: 'A' };
const UNPAID = 0;

/** The hub's id of a number of one site. */
export function idAt({ site }: Pick<Row, 'site'>, number: string): string {
  return `${PREFIXES[site]}:${number}`;
}

/** A shop of the sandbox on both sites, as an edition tells of it. */
export async function openMarket(
  sandbox: SandboxControl,
  edition: string,
  orders: number,
  told: Told,
): Promise<Market> {
  const lags = { confirmLagMs: 0, phoneLagMs: 0, dueDateLagMs: 0, productLagMs: 0 };
  const shop = await sandbox.openShop('esm', {
    // Some of them are no orders of a seller any more.
    orders: Math.ceil(orders * 1.2),
    undone: told.hasUndone,
    quiet: true,
    limits: false,
    edition,
    ...lags,
  });
  const everyRow = async () => rows.parse(await sandbox.get(`/esm/shops/${shop.shop}/orders`)).orders;
  const listed = async () =>
    [...Map.groupBy(await everyRow(), told.orderOf)].flatMap(([id, own]) =>
      own.every(({ status }) => status !== UNPAID) && told.lists(own) ? [id] : [],
    );
  // What no list shows any more when the shop is connected is never seen; what was seen before stays.
  const first = new Set(await listed());
  const gone = new Set((await everyRow()).map(told.orderOf).filter((id) => !first.has(id)));
  const shown = async () => {
    const now = new Set(await listed());
    return (await everyRow()).filter((one) => now.has(told.orderOf(one)) || !gone.has(told.orderOf(one)));
  };
  const act = async (name: string, line: string, order: string, more = {}) => {
    const one = (await everyRow()).find((own) => told.orderOf(own) === order && told.lineOf(own) === line);
    await sandbox.act(shop, name, { order: one?.orderNo ?? line, ...more });
  };
  let bought = 0;
  return {
    shop,
    orders: async () => told.orders(await shown()),
    async hidden() {
      const seen = new Set((await shown()).map(told.orderOf));
      return (await everyRow()).map(told.orderOf).filter((id) => !seen.has(id));
    },
    async contacts() {
      const byPackage = Map.groupBy(await shown(), told.packageOf);
      return new Map([...byPackage].map(([key, own]) => [key, own.map(told.contact)]));
    },
    // The story sells on Gmarket unless it is told otherwise.
    idOf: (order) => idAt({ site: 'gmarket' }, order),
    async buy(count) {
      const ids: string[] = [];
      for (let nth = 0; nth < count; nth++) {
        const site = SITES[bought % SITES.length] ?? 'gmarket';
        bought += 1;
        const lines = bought % 5 === 0 ? told.mostLines : 1;
        const { order } = sold.parse(await sandbox.act(shop, 'story.sell', { site, lines }));
        ids.push(idAt({ site }, order));
      }
      return ids;
    },
    writes: async (order) => (await everyRow()).filter((one) => told.orderOf(one) === order).map(told.writes),
    odd: async (oddity) =>
      [...Map.groupBy(await shown(), told.orderOf)].flatMap(([id, own]) => (isOdd(own, oddity) ? [id] : [])),
    deliver: (line, order) => act('hurry', line, order),
    requestCancel: (line, order) => act('story.claim', line, order, { kind: 'cancel' }),
    cancel: (line, order) => act('cancelForGood', line, order),
    async reissueKey() {
      await sandbox.act(shop, 'expireKey');
    },
  };
}

const UNLISTED = ['오늘의픽업'];

function isOdd(own: readonly Row[], oddity: Oddity): boolean {
  switch (oddity) {
    case 'several_units':
      return own.some(({ quantity }) => quantity > 1);
    case 'unlisted_carrier': {
      const carriers = own.flatMap(({ deliveryCompanyName }) => deliveryCompanyName ?? []);
      return carriers.length > 0 && carriers.every((name) => UNLISTED.includes(name));
    }
    case 'island':
      return own.some(({ remoteFee }) => remoteFee > 0);
    default:
      return false;
  }
}

/** The claim that speaks for an order number: open, or finished with an effect. */
export function standingClaim({ claims }: Row): Row['claims'][number] | undefined {
  return claims.findLast(({ state }) => state !== 'rejected' && state !== 'withdrawn');
}

const LADDER: readonly OrderStatus[] = ['PAID', 'PREPARING', 'DELIVERING', 'DELIVERED', 'CONFIRMED'];
const REQUESTED = {
  cancel: 'CANCEL_REQUESTED',
  return: 'RETURN_REQUESTED',
  exchange: 'EXCHANGE_REQUESTED',
} as const;
const ENDED = { cancel: 'CANCELED', return: 'RETURNED', exchange: 'EXCHANGED' } as const;

/** The status of a line with its claim laid over it. */
export function statusOf(one: Row): OrderStatus | null {
  const standing = standingClaim(one);
  if (standing !== undefined) return (standing.state === 'done' ? ENDED : REQUESTED)[standing.kind];
  return LADDER[one.status - 1] ?? null;
}

/** Whether a gift still waits for its receiver, whose address nobody is told before. */
export function isUnaccepted({ gift }: Row): boolean {
  return gift !== null && gift.acceptedAt === null;
}
