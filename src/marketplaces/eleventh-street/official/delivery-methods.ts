import type { OrderStatus } from '../../../domain/status.ts';
import { DIRECT } from './carriers.ts';
import { NOTHING } from './path-text.ts';

/**
 * How a parcel goes, on the asking side (sheet §4.5). 02 is for claims only; answers use other numbers for the same
 * things.
 */
export const DELIVERY_METHODS = { parcel: '01', post: '02', direct: '03', quick: '04', none: '05' } as const;

/** What a shipment puts into a path: method 05 has neither carrier nor invoice (sheet §3.5). */
export function shipmentParams({
  carrierCode,
  invoice,
}: {
  readonly carrierCode: string;
  readonly invoice: string;
}): Readonly<Record<'dlvMthdCd' | 'dlvEtprsCd' | 'invcNo', string>> {
  if (carrierCode === DIRECT) {
    return { dlvMthdCd: DELIVERY_METHODS.none, dlvEtprsCd: NOTHING, invcNo: NOTHING };
  }
  return { dlvMthdCd: DELIVERY_METHODS.parcel, dlvEtprsCd: carrierCode, invcNo: invoice };
}

/** 11st does not tell a parcel that was handed over from one that moves: this stands until it is read (sheet §4.1). */
export const SHIPPED = {
  status: 'SHIPPED' satisfies OrderStatus,
  nativeStatus: '401',
  readAgain: false,
} as const;
