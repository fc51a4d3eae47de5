import type { KeyObject } from 'node:crypto';
import type { AccountId } from '../../domain/ids.ts';
import type { Contact, OrderSnapshot } from '../../domain/order.ts';
import type { OwnerScope } from '../scope.ts';
import { contactPlace, differingContacts, type SealedContact, sealContact } from './contacts.ts';

/** A package's contact on its way into the table. */
export interface ContactRow extends SealedContact {
  readonly native_order_id: string;
  readonly key: string;
}

/**
 * A package's contact after a reading that may not have shown all of its lines: what the other lines told of
 * people stays.
 */
export function mergeContact(known: Contact, now: Contact): Contact {
  const notes = known.deliveryNote?.split('\n') ?? [];
  const saysNothingNew = (now.deliveryNote?.split('\n') ?? []).every((note) => notes.includes(note));
  return {
    ...now,
    deliveryNote: saysNothingNew ? known.deliveryNote : now.deliveryNote,
    customsCode: now.customsCode ?? known.customsCode,
    native: { ...known.native, ...now.native },
  };
}

/**
 * Seals the contacts of some orders. Those of orders that were read in part are merged with what is known, unless
 * they were `created` just now.
 */
export async function contactRows(
  scope: OwnerScope,
  account: AccountId,
  key: KeyObject,
  orders: readonly OrderSnapshot[],
  created: ReadonlySet<string>,
): Promise<readonly ContactRow[]> {
  const entries = orders.flatMap(({ nativeOrderId, complete, packages }) =>
    packages.map((pack) => ({ complete, pack, row: rowOf(key, nativeOrderId, pack.key, pack.contact) })),
  );
  const told = entries
    .filter(({ complete, row }) => !complete && !created.has(row.native_order_id))
    .map(({ row: { native_order_id, key: packageKey, digest } }) => ({
      native_order_id,
      key: packageKey,
      digest,
    }));
  if (told.length === 0) return entries.map(({ row }) => row);
  const known = await differingContacts(scope, account, key, told);
  return entries.map(({ pack, row }) => {
    const before = known.get(contactPlace(row.native_order_id, row.key));
    if (before === undefined) return row;
    return rowOf(key, row.native_order_id, row.key, mergeContact(before, pack.contact));
  });
}

function rowOf(key: KeyObject, nativeOrderId: string, packageKey: string, contact: Contact): ContactRow {
  return {
    native_order_id: nativeOrderId,
    key: packageKey,
    ...sealContact(key, nativeOrderId, packageKey, contact),
  };
}
