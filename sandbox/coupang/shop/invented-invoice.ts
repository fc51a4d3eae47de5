import type { Random } from '../../frame/random.ts';
import type { Invoice } from '../orders/box.ts';

const USUAL_COURIERS = [
  { courierCode: 'CJGLS', courierName: 'CJ대한통운', digits: 12 },
  { courierCode: 'HANJIN', courierName: '한진택배', digits: 12 },
  { courierCode: 'HYUNDAI', courierName: '롯데택배', digits: 12 },
  { courierCode: 'KGB', courierName: '로젠택배', digits: 11 },
  { courierCode: 'EPOST', courierName: '우체국', digits: 13 },
] as const;

/** An invoice as the seller might have typed it in WING. */
export function inventInvoice(random: Random): Invoice {
  const { courierCode, courierName, digits } = random.pick(USUAL_COURIERS);
  const number = `6${Array.from({ length: digits - 1 }, () => random.int(0, 9)).join('')}`;
  return { courierCode, courierName, number };
}

/** What a seller types who brings the goods himself. */
export const OWN_DELIVERY: Invoice = { courierCode: 'DIRECT', courierName: '업체직송', number: '직접배송' };
