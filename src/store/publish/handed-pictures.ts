import { sql } from 'kysely';
import type { AccountId, OwnerId } from '../../domain/ids.ts';
import type { HandedPictures } from '../../marketplaces/kit/image.ts';
import type { Database } from '../database.ts';
import { asOwner } from '../scope.ts';
import { sqlJson } from '../sql-json.ts';

/** The pictures that one shop has handed to its marketplace, so that none is handed over for every change of a product. */
export function handedPictures(db: Database, owner: OwnerId, account: AccountId): HandedPictures {
  return {
    find(digests) {
      return asOwner(db, owner, async ({ trx }) => {
        const { rows } = await sql<{ digest: string; address: string }>`
          select encode(digest, 'hex') as digest, address from handed_pictures
          where owner_id = ${owner} and account_id = ${account}
            and digest in (select decode(x, 'hex') from unnest(${[...digests]}::text[]) x)`.execute(trx);
        return new Map(rows.map(({ digest, address }) => [digest, address]));
      });
    },
    async keep(addresses) {
      const rows = [...addresses].map(([digest, address]) => ({ digest, address }));
      if (rows.length === 0) return;
      await asOwner(db, owner, ({ trx }) =>
        sql`
          insert into handed_pictures (account_id, digest, owner_id, address)
          select ${account}, decode(digest, 'hex'), ${owner}, address
          from json_to_recordset(${sqlJson(rows)}::json) as x(digest text, address text)
          order by digest
          on conflict (account_id, digest) do update set address = excluded.address, handed_at = now()`.execute(
          trx,
        ),
      );
    },
  };
}
