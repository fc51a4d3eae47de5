import type { Invoice } from '../orders/box.ts';
import { refuseGuide } from './answers.ts';

/** The guide's own list (§2.4.3): it has a LOTTE that Coupang's does not. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['CJGLS', 'CJ대한통운'],
  ['KGB', '로젠택배'],
  ['EPOST', '우체국택배'],
  ['HANJIN', '한진택배'],
  ['HYUNDAI', '현대택배'],
  ['LOTTE', '롯데택배'],
  ['KDEXP', '경동택배'],
  ['DAESIN', '대신택배'],
]);

/** The invoice of a courier on the guide's list; the guide says nothing about numbers but shows digits. */
export function guideInvoice(courierCode: string, number: string): Invoice {
  const courierName = NAMES.get(courierCode);
  if (courierName === undefined)
    refuseGuide('INVALID_PARAMETER', `deliveryCompanyCode ${courierCode} is unknown`);
  if (!/^\d{8,16}$/.test(number)) refuseGuide('INVALID_PARAMETER', 'invoiceNumber must be 8 to 16 digits');
  return { courierCode, courierName, number };
}
