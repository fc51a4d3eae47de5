import type { Random } from '../../frame/random.ts';
import { type Courier, couriers } from '../couriers.ts';

const USUAL = [10013, 10007, 10008, 10003, 10005];
/** A carrier for one town, now and then. */
const RARE = [10188];

/** A parcel as a seller, or the site's courier, might have it. */
export function inventParcel(random: Random): { readonly courier: Courier; readonly invoice: string } {
  const codes = random.chance(0.04) ? RARE : USUAL;
  const courier = random.pick(couriers().filter(({ code }) => codes.includes(code)));
  return { courier, invoice: `6${Array.from({ length: 11 }, () => random.int(0, 9)).join('')}` };
}
