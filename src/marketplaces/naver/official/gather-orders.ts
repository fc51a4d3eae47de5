import type { Contact, OrderSnapshot, PackageSnapshot } from '../../../domain/order.ts';
import { asFields, fieldsAt, idAt, UnreadableError } from '../../kit/decode.ts';
import type { OrderRead } from '../../kit/shop.ts';
import { decodeProductOrder, type ProductOrder } from './decode-product-order.ts';

type Unreadable = Extract<OrderRead, { kind: 'unreadable' }>;

/** Elements of one answer as orders, and the rows among them that could not be read. */
export interface Gathered {
  readonly orders: ReadonlyMap<string, readonly ProductOrder[]>;
  readonly unreadable: readonly Unreadable[];
}

/** Reads elements and puts those of one order together. Unpaid ones are passed over (sheet §4.4). */
export function gather(elements: readonly unknown[]): Gathered {
  const orders = new Map<string, Map<string, ProductOrder>>();
  const unreadable: Unreadable[] = [];
  for (const element of elements) {
    try {
      const read = decodeProductOrder(element);
      if (read.unpaid) continue;
      const lines = orders.get(read.orderId) ?? new Map<string, ProductOrder>();
      orders.set(read.orderId, lines.set(read.line.nativeLineId, read));
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      unreadable.push(unreadableElement(element, error.message));
    }
  }
  return { orders: new Map([...orders].map(([id, lines]) => [id, [...lines.values()]])), unreadable };
}

/** Elements of one answer as reads. Other lines of an order may exist that this answer does not hold. */
export function readsOf(elements: readonly unknown[]): OrderRead[] {
  const { orders, unreadable } = gather(elements);
  return [...[...orders.values()].flatMap((lines) => readsOfOrder(lines, false)), ...unreadable];
}

/** One order and the claims on its lines. */
export function readsOfOrder(lines: readonly ProductOrder[], complete: boolean): OrderRead[] {
  return [{ kind: 'order', order: snapshotOf(lines, complete) }, ...lines.flatMap(({ claims }) => claims)];
}

/** Puts the lines of one order together. The list must not be empty. */
export function snapshotOf(lines: readonly ProductOrder[], complete: boolean): OrderSnapshot {
  const [first] = lines;
  if (first === undefined) throw new RangeError('an order has lines');
  return {
    nativeOrderId: first.orderId,
    orderedAt: first.orderedAt,
    paidAt: first.paidAt,
    currency: 'KRW',
    packages: packagesOf(lines),
    lines: lines.map(({ line }) => line),
    complete,
  };
}

function packagesOf(lines: readonly ProductOrder[]): PackageSnapshot[] {
  if (lines.length === 1) return lines.map((line) => packageOf(line, lines));
  const byKey = Map.groupBy(lines, ({ line }) => line.packageKey);
  return [...byKey.values()].flatMap((members) =>
    members.slice(0, 1).map((first) => packageOf(first, members)),
  );
}

function packageOf(first: ProductOrder, members: readonly ProductOrder[]): PackageSnapshot {
  // The fee of a bundle is repeated on its lines (sheet §7.9).
  const remoteAreaFee = Math.max(...members.map((member) => member.remoteAreaFee));
  return {
    key: first.line.packageKey,
    shippingFee: Math.max(...members.map((member) => member.shippingFee)),
    remoteAreaFee,
    remoteArea: remoteAreaFee > 0 ? true : null,
    contact: contactOf(first, members),
    native: first.native,
  };
}

function contactOf(first: ProductOrder, members: readonly ProductOrder[]): Contact {
  const native = personalByPath(members);
  if (members.length === 1) return { ...first.contact, native };
  const contacts = members.map(({ contact }) => contact);
  // A gift that still waits has no address, but the lines beside it may have one.
  const addressed = contacts.find(({ address }) => address !== null) ?? first.contact;
  const notes = new Set(contacts.map(({ deliveryNote }) => deliveryNote).filter((note) => note !== null));
  return {
    ...addressed,
    deliveryNote: notes.size === 0 ? null : [...notes].join('\n'),
    customsCode: contacts.find(({ customsCode }) => customsCode !== null)?.customsCode ?? null,
    native,
  };
}

/** The cut parts by their paths: those of the order once, those of a line under its id. */
function personalByPath(members: readonly ProductOrder[]): Readonly<Record<string, unknown>> {
  // Names that no other object has cost several times as much in an object with a prototype.
  const cut: Record<string, unknown> = Object.create(null);
  for (const { line, contact } of members) {
    for (const path in contact.native) {
      cut[path.startsWith('order.') ? path : `productOrders.${line.nativeLineId}.${path}`] =
        contact.native[path];
    }
  }
  return cut;
}

function unreadableElement(element: unknown, reason: string): Unreadable {
  return {
    kind: 'unreadable',
    nativeOrderId: orderIdOf(element),
    reason,
    payload: JSON.stringify(element) ?? 'nothing',
  };
}

function orderIdOf(element: unknown): string | null {
  try {
    return idAt(fieldsAt(asFields(element, 'element'), 'order'), 'orderId');
  } catch {
    return null;
  }
}
