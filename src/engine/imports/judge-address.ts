import type { AddressJudge } from '../../domain/product-sheet/readers.ts';
import { addressFault } from '../egress/user-address.ts';

/** Judges addresses of pictures, which marketplaces fetch: they have to be out in the open, by http or https. */
export function judgeAddress(allowPrivateHosts: boolean): AddressJudge {
  return (address) => {
    const asHttps = new URL(address);
    asHttps.protocol = 'https:';
    const fault = addressFault(asHttps, allowPrivateHosts);
    return fault === 'bad_port' ? 'bad_address' : fault;
  };
}
