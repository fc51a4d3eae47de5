import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { OwnerScope } from '../scope.ts';
import { sqlJson } from '../sql-json.ts';

/** What was found at a picture's address, and the version it was found in. */
export interface KnownPicture {
  readonly picture: Picture;
  readonly etag: string | null;
  readonly readAt: Date;
}

/**
 * What there is at a picture's address. `bad` is nothing that anybody could show: no picture, or an address that must not
 * be fetched. `unseen` could not be looked at from here, which says nothing of what others see.
 */
export type Picture =
  | {
      readonly kind: 'picture';
      readonly format: 'jpg' | 'png' | 'gif' | 'bmp' | 'webp';
      readonly bytes: number;
      readonly width: number;
      readonly height: number;
    }
  | { readonly kind: 'bad'; readonly because: string }
  | { readonly kind: 'unseen'; readonly because: string };

/** What is not asked for again within this time is forgotten. */
const KEPT_DAYS = 90;

/** What is known of some pictures. */
export async function findPictures(
  scope: OwnerScope,
  addresses: readonly string[],
): Promise<ReadonlyMap<string, KnownPicture>> {
  const byDigest = new Map(addresses.map((address) => [digestOf(address), address]));
  const { rows } = await sql<{
    digest: string;
    etag: string | null;
    facts: Picture;
    read_at: Date;
  }>`
    select encode(address_digest, 'hex') as digest, etag, facts, read_at from picture_facts
    where owner_id = ${scope.owner} and address_digest in (
      select decode(x, 'hex') from unnest(${[...byDigest.keys()]}::text[]) x)`.execute(scope.trx);
  return new Map(
    rows.flatMap(({ digest, etag, facts, read_at }) => {
      const address = byDigest.get(digest);
      return address === undefined ? [] : [[address, { picture: facts, etag, readAt: read_at }] as const];
    }),
  );
}

/** Keeps what was found, and forgets what nobody has asked for in a long time. */
export async function notePictures(
  scope: OwnerScope,
  pictures: ReadonlyMap<string, KnownPicture>,
): Promise<void> {
  const rows = [...pictures].map(([address, { picture, etag, readAt }]) => ({
    digest: digestOf(address),
    etag,
    facts: picture,
    read_at: readAt.toISOString(),
  }));
  await sql`
    insert into picture_facts (owner_id, address_digest, etag, facts, read_at)
    select ${scope.owner}, decode(digest, 'hex'), etag, facts, read_at
    from json_to_recordset(${sqlJson(rows)}::json) as x(digest text, etag text, facts jsonb, read_at timestamptz)
    order by digest
    on conflict (owner_id, address_digest) do update set etag = excluded.etag, facts = excluded.facts,
      read_at = excluded.read_at`.execute(scope.trx);
  await sql`
    delete from picture_facts
    where owner_id = ${scope.owner} and read_at < now() - make_interval(days => ${KEPT_DAYS})`.execute(
    scope.trx,
  );
}

function digestOf(address: string): string {
  return createHash('sha256').update(address).digest('hex');
}
