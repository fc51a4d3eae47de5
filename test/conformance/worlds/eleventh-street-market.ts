import { z } from 'zod';
import type { OrderStatus } from '../../../src/domain/status.ts';
import type { SandboxControl, SandboxShop } from '../../harness/sandbox-control.ts';
import type { Market, Oddity, TrueContact, TrueOrder, TruePerson } from '../world.ts';

const person = z.object({ name: z.string(), phone: z.string(), mobile: z.string() });

const line = z.object({
  ordNo: z.string(),
  ordPrdSeq: z.string(),
  dlvNo: z.string(),
  ordPrdStat: z.string(),
  guideStatus: z.string(),
  stage: z.string(),
  quantity: z.number(),
  canceled: z.number(),
  returned: z.number(),
  left: z.number(),
  price: z.number(),
  optionPrice: z.number(),
  amount: z.number(),
  shipping: z.number(),
  sellerDiscount: z.number(),
  couponDiscount: z.number(),
  islandFee: z.number(),
  buyer: person,
  receiver: person
    .extend({ postCode: z.string(), baseAddress: z.string(), detailAddress: z.string() })
    .nullable(),
  memo: z.string().nullable(),
  parcels: z.array(z.object({ courierCode: z.string().nullable(), invoice: z.string().nullable() })),
  confirmsApplied: z.number(),
  invoicesRegistered: z.number(),
  oddCases: z.array(z.string()),
});

const claim = z.object({
  ordNo: z.string(),
  ordPrdSeq: z.string(),
  kind: z.enum(['cancel', 'return', 'exchange']),
  state: z.string(),
  quantity: z.number(),
  endedAt: z.string().nullable(),
});

type Claim = z.infer<typeof claim>;

/** One line as the sandbox tells it, with the claims about it. */
export type Line = z.infer<typeof line> & { readonly claims: readonly Claim[] };

const lines = z.object({ orders: z.array(line) });
const claims = z.object({ claims: z.array(claim) });

const ODD_CASES: Readonly<Partial<Record<Oddity, string>>> = {
  several_packages: 'several_deliveries',
  several_units: 'several_units',
  no_phone: 'blank_phones',
  unlisted_carrier: 'unlisted_courier',
  island: 'island',
};

/** How an edition shows what the sandbox holds. */
export interface Showing {
  readonly orders: (shown: readonly Line[]) => readonly TrueOrder[];
  readonly packageOf: (line: Line) => string;
  readonly contact: (line: Line) => TrueContact;
  /** The carrier's code as the edition writes it. */
  readonly carrier: (code: string) => string;
}

const UNPAID = '102';

export function marketOf(sandbox: SandboxControl, shop: SandboxShop, showing: Showing): Market {
  const path = `/eleventh_street/shops/${shop.shop}`;
  async function everyLine(): Promise<readonly Line[]> {
    const known = claims.parse(await sandbox.get(`${path}/claims`)).claims;
    const byLine = Map.groupBy(known, ({ ordNo, ordPrdSeq }) => `${ordNo} ${ordPrdSeq}`);
    return lines
      .parse(await sandbox.get(`${path}/orders`))
      .orders.map((one) => ({ ...one, claims: byLine.get(`${one.ordNo} ${one.ordPrdSeq}`) ?? [] }));
  }
  const shown = async () => (await everyLine()).filter(({ stage }) => stage !== UNPAID);
  const numbers = (some: readonly Line[]) => [...new Set(some.map(({ ordNo }) => ordNo))];
  return {
    shop,
    orders: async () => showing.orders(await shown()),
    hidden: async () => numbers((await everyLine()).filter(({ stage }) => stage === UNPAID)),
    contacts: async () =>
      new Map((await shown()).map((one) => [showing.packageOf(one), [showing.contact(one)]])),
    writes: async (order) =>
      (await everyLine())
        .filter(({ ordNo }) => ordNo === order)
        .map((one) => ({
          line: one.ordPrdSeq,
          acknowledged: one.confirmsApplied,
          registered: one.invoicesRegistered,
          carrierCode: codeOf(one.parcels[0]?.courierCode, showing),
          invoice: one.parcels[0]?.invoice ?? null,
        })),
    async odd(oddity) {
      const oddCase = ODD_CASES[oddity];
      if (oddCase === undefined) return [];
      return numbers((await shown()).filter(({ oddCases }) => oddCases.includes(oddCase)));
    },
    async deliver(seq, order) {
      await sandbox.act(shop, 'move', { order, line: seq, stage: '501' });
    },
    async requestCancel(seq, order) {
      await sandbox.act(shop, 'requestClaim', { order, line: seq, kind: 'cancel', fault: 'seller' });
    },
    async cancel(seq, order) {
      await sandbox.act(shop, 'cancelInOffice', { order, line: seq });
    },
    async reissueKey() {
      await sandbox.act(shop, 'reissueKey');
    },
  };
}

function codeOf(code: string | null | undefined, { carrier }: Showing): string | null {
  return code === null || code === undefined ? null : carrier(code);
}

const REQUESTED = {
  cancel: 'CANCEL_REQUESTED',
  return: 'RETURN_REQUESTED',
  exchange: 'EXCHANGE_REQUESTED',
} as const satisfies Record<Claim['kind'], OrderStatus>;

/** What the claims about a line make of it as a whole; null where they are about a part of it, or there are none. */
export function wholeClaim({ claims: own, left, returned }: Line): OrderStatus | null {
  const open = own.find(({ endedAt }) => endedAt === null);
  if (open !== undefined && open.quantity >= left) return REQUESTED[open.kind];
  if (left === 0) return returned > 0 ? 'RETURNED' : 'CANCELED';
  const exchanged = own
    .filter(({ kind, state }) => kind === 'exchange' && state === 'done')
    .reduce((sum, { quantity }) => sum + quantity, 0);
  return exchanged >= left ? 'EXCHANGED' : null;
}

/** Who bought, and where it goes. */
export function peopleOf({ buyer, receiver }: Line): Omit<TrueContact, 'deliveryNote'> {
  return {
    orderer: personOf(buyer),
    receiver: receiver === null ? { name: null, phone: null, safePhone: null } : personOf(receiver),
    postalCode: receiver?.postCode ?? null,
    address: receiver?.baseAddress ?? null,
    addressDetail: receiver?.detailAddress ?? null,
  };
}

/** Blank numbers are dashes, and one that begins with 050 forwards to the person (sheet §2, §7.8). */
function personOf({ name, mobile, phone }: Line['buyer']): TruePerson {
  const numbers = [mobile, phone].filter((number) => /\d{3}/.test(number));
  return {
    name,
    phone: numbers.find((number) => !number.startsWith('050')) ?? null,
    safePhone: numbers.find((number) => number.startsWith('050')) ?? null,
  };
}
