import { sql } from 'kysely';
import { type AccountId, type OrderId, type OwnerId, orderId } from '../../src/domain/ids.ts';
import type { Person } from '../../src/domain/order.ts';
import type { Hub } from '../../src/engine/hub.ts';
import { readContacts } from '../../src/store/orders/contacts.ts';
import { type OrderLine, readLines } from '../../src/store/orders/read.ts';
import { asOwner } from '../../src/store/scope.ts';
import type { TrueContact, TrueLine, TrueOrder, TruePackage, TruePerson } from './world.ts';
import { byId } from './worlds/by-id.ts';

interface Head {
  readonly id: OrderId;
  readonly native: string;
}

/** The hub's orders of one account in the form of the truth, to be compared with it. */
export async function knownOrders(
  hub: Hub,
  owner: OwnerId,
  account: AccountId,
): Promise<readonly TrueOrder[]> {
  const heads = await headsOf(hub, account);
  const lines = await asOwner(hub.db, owner, (scope) =>
    readLines(
      scope,
      heads.map(({ id }) => id),
    ),
  );
  const packages = await packagesOf(hub, account);
  return heads
    .map(({ id, native }) => ({
      id: native,
      packages: packages.get(id) ?? [],
      lines: (lines.get(id) ?? []).map(lineFacts).sort(byId),
    }))
    .sort(byId);
}

/** The contact of every package of an account, by the package's key. */
export async function knownContacts(
  hub: Hub,
  owner: OwnerId,
  account: AccountId,
): Promise<ReadonlyMap<string, TrueContact>> {
  const heads = await headsOf(hub, account);
  const contacts = new Map<string, TrueContact>();
  await asOwner(hub.db, owner, async (scope) => {
    for (const { id } of heads) {
      for (const { packageKey, contact } of await readContacts(scope, hub.vault, id)) {
        const { postalCode, address, addressDetail, deliveryNote } = contact;
        contacts.set(packageKey, {
          orderer: personFacts(contact.orderer),
          receiver: personFacts(contact.receiver),
          postalCode,
          address,
          addressDetail,
          deliveryNote,
        });
      }
    }
  });
  return contacts;
}

async function headsOf(hub: Hub, account: AccountId): Promise<readonly Head[]> {
  const { rows } = await sql<{ id: number; native_order_id: string }>`
    select id, native_order_id from orders where account_id = ${account}`.execute(hub.db.root);
  return rows.map((row) => ({ id: orderId(row.id), native: row.native_order_id }));
}

async function packagesOf(hub: Hub, account: AccountId): Promise<ReadonlyMap<OrderId, TruePackage[]>> {
  const { rows } = await sql<{
    order_id: number;
    key: string;
    shipping_fee: number;
    remote_area_fee: number;
  }>`
    select p.order_id, p.key, p.shipping_fee, p.remote_area_fee
    from packages p join orders o on o.id = p.order_id
    where o.account_id = ${account} order by p.key collate "C"`.execute(hub.db.root);
  const byOrder = Map.groupBy(rows, (row) => orderId(row.order_id));
  return new Map(
    [...byOrder].map(([id, own]) => [
      id,
      own.map((row) => ({
        key: row.key,
        shippingFee: row.shipping_fee,
        remoteAreaFee: row.remote_area_fee,
      })),
    ]),
  );
}

function lineFacts(line: OrderLine): TrueLine {
  return {
    id: line.nativeLineId,
    packageKey: line.packageKey,
    status: line.status,
    // Some connectors put the marketplace's word for a detail behind its word for the whole.
    native: line.nativeStatus.split('/')[0] ?? '',
    quantity: line.quantity,
    shippable: line.shippableQuantity,
    unitPrice: line.unitPrice,
    amount: line.amount,
    discount: line.discount,
    paid: line.paidAmount,
    taxFree: line.taxFree,
    carrier: line.nativeCarrier,
    carrierId: line.carrierId,
    invoice: line.invoice,
  };
}

function personFacts({ name, phone, safePhone }: Person): TruePerson {
  return { name, phone, safePhone };
}
