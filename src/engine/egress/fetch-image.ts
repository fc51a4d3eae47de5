import { type FetchedImage, type FetchImage, imageType } from '../../marketplaces/kit/image.ts';
import type { Egress } from './egress.ts';

/** More than any marketplace takes. */
const MAX_BYTES = 20 * 1024 * 1024;
const MAX_REDIRECTS = 3;

/** Fetches pictures for marketplaces that want them handed over. Each redirect is judged like the first address. */
export function imageFetcher(egress: Egress): FetchImage {
  return async (address) => {
    let at = address;
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      const result = await egress.get(at, MAX_BYTES);
      if (result.kind === 'trouble') return failed(result.trouble);
      if (result.kind === 'redirect') {
        if (!URL.canParse(result.location, at)) return failed('bad_address');
        at = new URL(result.location, at).href;
        continue;
      }
      if (result.status !== 200) return failed(`HTTP ${result.status}`);
      const type = imageType(result.bytes);
      return type === undefined ? failed('not a picture') : { kind: 'image', bytes: result.bytes, type };
    }
    return failed('too many redirects');
  };
}

function failed(because: string): FetchedImage {
  return { kind: 'failed', because };
}
