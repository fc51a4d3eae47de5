import type { OwnerId } from '../../domain/ids.ts';
import { findPictures, type KnownPicture, notePictures, type Picture } from '../../store/publish/pictures.ts';
import { asOwner } from '../../store/scope.ts';
import type { Egress } from '../egress/egress.ts';
import { getFollowing } from '../egress/get-following.ts';
import type { Hub } from '../hub.ts';
import { pictureSize } from './picture-size.ts';

/** More than any marketplace takes. */
const MAX_BYTES = 20 * 1024 * 1024;
/** What was looked at so lately is not asked for again. */
const FRESH_MS = 10 * 60_000;
/** Pictures fetched at the same time. */
const AT_ONCE = 4;

/**
 * What pictures are like, by their addresses: looked up where that was done lately, else asked for with the version that
 * is known, so that only a changed picture is fetched again.
 */
export async function lookAtPictures(
  hub: Hub,
  owner: OwnerId,
  addresses: readonly string[],
): Promise<ReadonlyMap<string, Picture>> {
  const wanted = [...new Set(addresses)];
  const known = await asOwner(hub.db, owner, (scope) => findPictures(scope, wanted));
  const now = hub.clock();
  const isFresh = (address: string) => {
    const picture = known.get(address);
    return picture !== undefined && now.getTime() - picture.readAt.getTime() < FRESH_MS;
  };
  const looked = new Map<string, KnownPicture>();
  const queue = wanted.filter((address) => !isFresh(address));
  const work = async () => {
    for (let address = queue.shift(); address !== undefined; address = queue.shift())
      looked.set(address, await lookAt(hub.egress, address, known.get(address), now));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  // What could not be looked at is tried again the next time.
  const kept = new Map([...looked].filter(([, { picture }]) => picture.kind !== 'unseen'));
  if (kept.size > 0) await asOwner(hub.db, owner, (scope) => notePictures(scope, kept));
  return new Map(
    wanted.flatMap((address) => {
      const found = looked.get(address) ?? known.get(address);
      return found === undefined ? [] : [[address, found.picture] as const];
    }),
  );
}

async function lookAt(
  egress: Egress,
  address: string,
  known: KnownPicture | undefined,
  now: Date,
): Promise<KnownPicture> {
  const told = (picture: Picture, etag: string | null = null): KnownPicture => ({
    picture,
    etag,
    readAt: now,
  });
  const found = await getFollowing(egress, address, MAX_BYTES, known?.etag ?? null);
  if (found.kind === 'trouble') {
    // Public servers without TLS are for others to ask: marketplaces do, the hub does not.
    const isBad = BAD.has(found.trouble) && !(found.trouble === 'bad_address' && address.startsWith('http:'));
    const because = found.trouble;
    return told(isBad ? { kind: 'bad', because } : { kind: 'unseen', because });
  }
  const { status, bytes, etag } = found;
  if (status === 304 && known !== undefined) return { ...known, readAt: now };
  if (status === 404 || status === 410) return told({ kind: 'bad', because: `HTTP ${status}` });
  if (status !== 200) return told({ kind: 'unseen', because: `HTTP ${status}` });
  const size = pictureSize(bytes);
  if (size === undefined) return told({ kind: 'bad', because: 'not a picture' }, etag);
  return told({ kind: 'picture', ...size, bytes: bytes.length }, etag);
}

/** Troubles that everybody would meet. */
const BAD: ReadonlySet<string> = new Set([
  'bad_address',
  'bad_port',
  'private_address',
  'too_large',
  'too many redirects',
]);
