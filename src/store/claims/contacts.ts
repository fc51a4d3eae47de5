import { sql } from 'kysely';
import type { ClaimSnapshot } from '../../domain/claim.ts';
import type { AccountId, ClaimId } from '../../domain/ids.ts';
import { accountId } from '../../domain/ids.ts';
import type { Contact } from '../../domain/order.ts';
import type { OwnerScope } from '../scope.ts';
import { sqlJson } from '../sql-json.ts';
import { keyedDigest, open, seal } from '../vault/seal.ts';
import type { Vault } from '../vault/vault.ts';

/** Keeps where goods are collected and replacements go, sealed, where it is known or has changed. */
export async function writeClaimContacts(
  scope: OwnerScope,
  vault: Vault,
  account: AccountId,
  claims: readonly ClaimSnapshot[],
): Promise<void> {
  const told = claims.flatMap(({ nativeClaimId, contact }) =>
    contact === null ? [] : [{ nativeClaimId, text: JSON.stringify(contact) }],
  );
  if (told.length === 0) return;
  const key = await vault.dataKey(scope, account);
  const rows = told.map(({ nativeClaimId, text }) => ({
    native_claim_id: nativeClaimId,
    sealed: seal(key, Buffer.from(text), placeOf(nativeClaimId)).toString('base64'),
    digest: keyedDigest(key, 'claim-contact', text).toString('base64'),
  }));
  await sql`
    insert into claim_contacts as k (claim_id, owner_id, account_id, sealed, digest)
    select c.id, ${scope.owner}, ${account}, decode(x.sealed, 'base64'), decode(x.digest, 'base64')
    from json_to_recordset(${sqlJson(rows)}::json) as x(native_claim_id text, sealed text, digest text)
    join claims c on c.account_id = ${account} and c.native_claim_id = x.native_claim_id
    on conflict (claim_id) do update set sealed = excluded.sealed, digest = excluded.digest, updated_at = now()
    where k.digest <> excluded.digest`.execute(scope.trx);
}

/** Opens the contact of one claim; null where the marketplace told none. */
export async function readClaimContact(
  scope: OwnerScope,
  vault: Vault,
  claim: ClaimId,
): Promise<Contact | null> {
  const { rows } = await sql<{ account_id: number; native_claim_id: string; sealed: Uint8Array }>`
    select k.account_id, c.native_claim_id, k.sealed from claim_contacts k join claims c on c.id = k.claim_id
    where k.owner_id = ${scope.owner} and k.claim_id = ${claim}`.execute(scope.trx);
  const [row] = rows;
  if (row === undefined) return null;
  const key = await vault.dataKey(scope, accountId(row.account_id));
  const contact: Contact = JSON.parse(open(key, row.sealed, placeOf(row.native_claim_id)).toString('utf8'));
  return contact;
}

function placeOf(nativeClaimId: string): string {
  return `claim-contact|${nativeClaimId}`;
}
