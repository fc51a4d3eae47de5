import { type FetchedImage, type FetchImage, imageType } from '../../marketplaces/kit/image.ts';
import type { Egress } from './egress.ts';
import { getFollowing } from './get-following.ts';

/** More than any marketplace takes. */
const MAX_BYTES = 20 * 1024 * 1024;

/** Fetches pictures for marketplaces that want them handed over. */
export function imageFetcher(egress: Egress): FetchImage {
  return async (address) => {
    const result = await getFollowing(egress, address, MAX_BYTES);
    if (result.kind === 'trouble') return failed(result.trouble);
    if (result.status !== 200) return failed(`HTTP ${result.status}`);
    const type = imageType(result.bytes);
    return type === undefined ? failed('not a picture') : { kind: 'image', bytes: result.bytes, type };
  };
}

function failed(because: string): FetchedImage {
  return { kind: 'failed', because };
}
