import type { GrantedCall } from '../gateway/call.ts';
import { courierOf, fitsCourier } from '../orders/couriers.ts';
import type { DeliveryMethod, Parcel } from '../orders/line.ts';
import { refuse } from './refusal.ts';

/** `dlvMthdCd` in requests (sheet §4.5). */
const METHODS: Readonly<Record<string, DeliveryMethod>> = {
  '01': 'parcel',
  '03': 'direct',
  '04': 'quick',
  '05': 'none',
};

/** The codes with which an action refuses an invoice. */
export interface InvoiceCodes {
  readonly method: number;
  readonly format: number;
  readonly courier: number;
  readonly taken: number;
}

/** How `reqdelivery` refuses one (sheet §5.2); it names no code of its own for a method that is not there. */
export const SHIP_CODES: InvoiceCodes = { method: -1, format: -3306, courier: -3307, taken: -3320 };

/** The parcel that a call describes with method, courier and invoice; refuses it where 11st would. */
export function readParcel(
  call: GrantedCall,
  ordNo: string,
  given: { readonly method: string; readonly courier: string; readonly invoice: string },
  codes: InvoiceCodes,
): Omit<Parcel, 'quantity'> {
  const method = METHODS[given.method] ?? refuse(codes.method, '배송방법 코드가 올바르지 않습니다.');
  if (method !== 'parcel') {
    const named = (text: string) => (text === 'null' ? null : text);
    return { method, courierCode: named(given.courier), invoice: named(given.invoice), sentAt: call.now };
  }
  const courier = courierOf(given.courier);
  if (courier === undefined) refuse(codes.courier, '택배사 코드가 올바르지 않습니다.');
  if (!fitsCourier(courier, given.invoice)) refuse(codes.format, '송장번호 형식이 올바르지 않습니다.');
  if (call.shop.invoices.isTaken(courier.code, given.invoice, ordNo))
    refuse(codes.taken, '이미 사용된 송장번호입니다.');
  return { method, courierCode: courier.code, invoice: given.invoice, sentAt: call.now };
}
