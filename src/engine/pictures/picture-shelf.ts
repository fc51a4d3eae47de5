import { createHash } from 'node:crypto';
import type { OwnerId } from '../../domain/ids.ts';
import { type ImageType, imageType } from '../../marketplaces/kit/image.ts';
import type { Egress } from '../egress/egress.ts';
import { type Found, getFollowing } from '../egress/get-following.ts';
import { pictureSize } from './picture-size.ts';

/** A picture that a page may show, as it was fetched. */
export interface ShownPicture {
  readonly type: ImageType;
  readonly bytes: Uint8Array;
  /** Differs for other bytes. */
  readonly mark: string;
}

export type PictureAnswer =
  | { readonly kind: 'picture'; readonly picture: ShownPicture }
  | { readonly kind: 'none'; readonly because: string };

/** Fetches pictures that pages show, so that no browser asks anybody but the hub, and keeps them for a while. */
export interface PictureShelf {
  look(owner: OwnerId, address: string): Promise<PictureAnswer>;
}

export interface ShelfSettings {
  readonly egress: Egress;
  readonly clock: () => Date;
  /** All that is kept, in bytes. */
  readonly room?: number;
}

/** More is no picture to look at in a list. */
const MAX_BYTES = 10 * 1024 * 1024;
/** A small file can hold a picture that a browser needs gigabytes to draw. */
const MAX_PIXELS = 50_000_000;
const ROOM = 64 * 1024 * 1024;
/** What an entry takes beside its bytes. */
const ENTRY_BYTES = 1024;
/** After this it is asked whether it has changed. */
const FRESH_MS = 10 * 60_000;
/** What could not be shown is tried again after this. */
const FAILED_MS = 60_000;
const AT_ONCE = 6;

interface Kept {
  readonly answer: PictureAnswer;
  readonly etag: string | null;
  readonly readAt: number;
}

/**
 * Keeps pictures in memory, those looked at last the longest. Each owner's are kept apart. Who asks for what is being
 * fetched already waits for the same answer, and no more than a few are fetched at a time.
 */
export function openPictureShelf({ egress, clock, room = ROOM }: ShelfSettings): PictureShelf {
  const shelf = new Map<string, Kept>();
  const underWay = new Map<string, Promise<PictureAnswer>>();
  const fetching = places(AT_ONCE);
  let taken = 0;
  const forget = (key: string) => {
    const kept = shelf.get(key);
    if (kept === undefined) return;
    taken -= sizeOf(kept);
    shelf.delete(key);
  };
  const keep = (key: string, kept: Kept) => {
    forget(key);
    shelf.set(key, kept);
    taken += sizeOf(kept);
    for (const oldest of shelf.keys()) {
      if (taken <= room) break;
      forget(oldest);
    }
  };
  const fetchAnew = async (key: string, address: string) => {
    const known = shelf.get(key);
    const found = await fetching(() => getFollowing(egress, address, MAX_BYTES, known?.etag ?? null));
    const now = keptFrom(found, known, clock().getTime());
    keep(key, now);
    return now.answer;
  };
  return {
    async look(owner, address) {
      const key = `${owner} ${address}`;
      const known = shelf.get(key);
      if (known !== undefined && isFresh(known, clock().getTime())) {
        // What was looked at last stands last.
        shelf.delete(key);
        shelf.set(key, known);
        return known.answer;
      }
      const asked = underWay.get(key);
      if (asked !== undefined) return asked;
      const answer = fetchAnew(key, address).finally(() => underWay.delete(key));
      underWay.set(key, answer);
      return answer;
    },
  };
}

function sizeOf({ answer }: Kept): number {
  return ENTRY_BYTES + (answer.kind === 'picture' ? answer.picture.bytes.length : 0);
}

function isFresh({ answer, readAt }: Kept, now: number): boolean {
  return now - readAt < (answer.kind === 'picture' ? FRESH_MS : FAILED_MS);
}

/** What is to be kept after a fetch. A picture that was there stays while its server is only away. */
function keptFrom(found: Found, known: Kept | undefined, now: number): Kept {
  const none = (because: string): Kept => ({
    answer: { kind: 'none', because },
    etag: null,
    readAt: now,
  });
  const isSeen = known?.answer.kind === 'picture';
  if (found.kind === 'trouble')
    return isSeen && AWAY.has(found.trouble) ? { ...known, readAt: now } : none(found.trouble);
  if (found.status === 304 && isSeen) return { ...known, readAt: now };
  if (found.status >= 500 && isSeen) return { ...known, readAt: now };
  if (found.status !== 200) return none(`HTTP ${found.status}`);
  const { bytes, etag } = found;
  const type = imageType(bytes);
  const size = pictureSize(bytes);
  if (type === undefined || size === undefined) return none('not a picture');
  if (size.width * size.height > MAX_PIXELS) return none('too many pixels');
  const mark = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
  return { answer: { kind: 'picture', picture: { type, bytes, mark } }, etag, readAt: now };
}

/** Troubles of the moment. */
const AWAY: ReadonlySet<string> = new Set(['name_unknown', 'refused', 'timeout', 'cut']);

/** Lets so many work at a time; the others wait in line. */
function places(count: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  const line: (() => void)[] = [];
  let free = count;
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((go) => line.push(go));
    try {
      return await work();
    } finally {
      const next = line.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}
