import type { SandboxControl } from '../harness/sandbox-control.ts';
import { CONNECTED, PLATFORMS } from './answers.ts';
import { type Market, marketOf } from './market.ts';
import type { Rest } from './rest.ts';
import { type Parcel, type Seller, sellerOf } from './seller.ts';
import type { Cast } from './stage.ts';
import type { Time } from './time.ts';

/** One connected shop: its seller at the hub, and its buyers, couriers and truth at the marketplace. */
export interface Scene extends Market {
  readonly seller: Seller;
  /** A parcel with an invoice nobody has used. */
  newParcel(): Parcel;
}

interface SceneFacts {
  readonly cast: Cast;
  readonly sandbox: SandboxControl;
  readonly time: Time;
  /** The API as the staff uses it who works on orders, and as the owner, who connects shops. */
  readonly rest: Rest;
  readonly owner: Rest;
}

/** Opens a quiet shop at the marketplace and connects it. */
export async function connectScene({ cast, sandbox, time, rest, owner }: SceneFacts): Promise<Scene> {
  const { platform, edition } = cast;
  const shop = await sandbox.openShop(platform, {
    edition,
    orders: 0,
    quiet: true,
    limits: false,
    publicationDelayMs: 0,
  });
  const { id } = await owner.get('POST /platform-accounts', CONNECTED, {
    platform,
    edition,
    name: `${platform} ${edition}`,
    credentials: shop.credentials,
    base_url: shop.baseUrl,
    orders_from: time.now().toISOString(),
  });
  return {
    ...marketOf(sandbox, shop),
    seller: sellerOf(rest, time, id, await offersOf(rest, cast)),
    newParcel,
  };
}

async function offersOf(rest: Rest, { platform, edition }: Cast): Promise<ReadonlySet<string>> {
  const { platforms } = await rest.get('GET /platforms', PLATFORMS);
  const found = platforms.find(({ id }) => id === platform)?.editions.find(({ name }) => name === edition);
  if (found === undefined) throw new Error(`the hub does not know ${platform} ${edition}`);
  const lacking = new Set(found.unsupported.map(({ operation }) => operation));
  return new Set([
    ...found.capabilities.map(({ operation }) => operation),
    ...TOLD_UNLESS_LACKING.filter((operation) => !lacking.has(operation)),
  ]);
}

/** What a marketplace tells without being asked by a call of its own. */
const TOLD_UNLESS_LACKING = ['orders.confirmation', 'claims.withdrawals'];

let invoices = 0;

/** CJ Logistics numbers: eleven digits and their remainder by seven. */
function newParcel(): Parcel {
  const number = 64_005_550_000 + invoices++;
  return { deliveryCompanyCode: 'CJ대한통운', trackingNumber: `${number}${number % 7}` };
}
