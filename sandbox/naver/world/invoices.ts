import type { Random } from '../../frame/random.ts';
import type { Parcel, ProductOrder } from '../orders/product-order.ts';

const COURIERS = ['CJGLS', 'HANJIN', 'HYUNDAI', 'KGB', 'EPOST'];

/** A courier and an invoice number nobody has used; the lines of one package travel together. */
export function parcelFor(line: ProductOrder, random: Random): Parcel {
  const companion = line.order.productOrders.find(
    ({ packageNumber, delivery }) => packageNumber === line.packageNumber && delivery !== undefined,
  );
  return companion?.delivery?.parcel ?? newParcel(random.pick(COURIERS), random);
}

/** A parcel of the given courier with a 12-digit invoice number. */
export function newParcel(company: string, random: Random): Parcel {
  return {
    method: 'DELIVERY',
    company,
    trackingNumber: String(random.int(100_000_000_000, 999_999_999_999)),
  };
}
