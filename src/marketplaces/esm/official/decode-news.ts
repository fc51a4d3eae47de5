import { asFields, asList, idAt } from '../../kit/decode.ts';
import type { OrderRead } from '../../kit/shop.ts';
import { type Site, sitedId } from '../site.ts';
import { dataOf, readRow } from './decode-page.ts';
import { nativeStatusOf, saysNothing, statusOf } from './statuses.ts';
import { optionalCodeAt, optionalMomentAt } from './values.ts';

/** One page of `GetDeliveryStatus`, which names orders and where they have come to (sheet §3.4). */
export interface NewsPage {
  readonly reads: readonly OrderRead[];
  /** The order numbers on it, by which a page that comes again is known. */
  readonly numbers: readonly string[];
}

export function decodeNewsPage(site: Site): (json: unknown) => NewsPage {
  return (json) => {
    const rows = asList(dataOf(json) ?? [], 'Data').map((row) => asFields(row, 'Data'));
    return {
      reads: rows
        .filter(({ Status }) => !saysNothing(String(Status)))
        .map((row) => readRow(row, site, () => newsOf(row, site))),
      numbers: rows.map(({ OrderNo }) => String(OrderNo)),
    };
  };
}

function newsOf(row: Readonly<Record<string, unknown>>, site: Site): OrderRead {
  const number = idAt(row, 'OrderNo');
  const status = idAt(row, 'Status');
  const nativeStatus = nativeStatusOf(status, optionalCodeAt(row, 'ClaimStatus'));
  const changedAt = optionalMomentAt(row, 'StatusChangeDate');
  return {
    kind: 'line_news',
    news: {
      nativeOrderId: sitedId(site, number),
      nativeLineId: number,
      status: statusOf(nativeStatus),
      nativeStatus,
      parcel: null,
      deliveredAt: status === '4' ? changedAt : null,
      confirmedAt: status === '5' ? changedAt : null,
    },
  };
}
