import type { KeyObject } from 'node:crypto';
import { sql } from 'kysely';
import type { OrderId } from '../../domain/ids.ts';
import { type AccountId, accountId } from '../../domain/ids.ts';
import type { Contact } from '../../domain/order.ts';
import type { OwnerScope } from '../scope.ts';
import { sqlJson } from '../sql-json.ts';
import { keyedDigest, open, seal } from '../vault/seal.ts';
import type { Vault } from '../vault/vault.ts';

/** A contact ready for its table: sealed, with a digest to see changes by and tokens to search by. */
export interface SealedContact {
  readonly sealed: string;
  readonly customs_sealed: string | null;
  readonly digest: string;
  readonly search_tokens: readonly string[];
}

/** Seals one package's contact for the row it will stand in. */
export function sealContact(
  key: KeyObject,
  nativeOrderId: string,
  packageKey: string,
  contact: Contact,
): SealedContact {
  const { customsCode, ...others } = contact;
  // The parts come in the order in which lines were read, which says nothing.
  const parts = Object.entries(contact.native).sort(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify({ ...contact, native: parts });
  const place = contactPlace(nativeOrderId, packageKey);
  return {
    sealed: seal(key, Buffer.from(JSON.stringify(others)), place).toString('base64'),
    customs_sealed:
      customsCode === null
        ? null
        : seal(key, Buffer.from(customsCode), `${place}|customs`).toString('base64'),
    digest: keyedDigest(key, 'contact', text).toString('base64'),
    search_tokens: searchTerms(contact).map((term) => searchToken(key, term)),
  };
}

/** What a seller may look a contact up by: the whole name, the whole phone number, its last four digits. */
function searchTerms(contact: Contact): readonly string[] {
  const terms = new Set<string>();
  for (const person of [contact.orderer, contact.receiver]) {
    if (person.name !== null) terms.add(foldTerm(person.name));
    for (const phone of [person.phone, person.safePhone]) {
      const digits = phone?.replace(/\D/g, '') ?? '';
      if (digits.length < 4) continue;
      terms.add(digits);
      terms.add(digits.slice(-4));
    }
  }
  return [...terms];
}

/** Folds what somebody typed the way `searchTerms` folded what was stored. */
export function foldTerm(text: string): string {
  const digits = text.replace(/\D/g, '');
  const isPhone = digits.length >= 4 && /^[\d\s()+-]+$/.test(text);
  return isPhone ? digits : text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}

/** A keyed token of a folded term: equal terms can be matched, but not read, in the table. */
export function searchToken(key: KeyObject, term: string): string {
  return keyedDigest(key, 'contact-search', term).toString('base64');
}

export interface PackageContact {
  readonly packageKey: string;
  readonly contact: Contact;
}

interface StoredContact {
  native_order_id: string;
  package_key: string;
  sealed: Uint8Array;
  customs_sealed: Uint8Array | null;
}

function openContact(key: KeyObject, row: StoredContact): Contact {
  const place = contactPlace(row.native_order_id, row.package_key);
  const others: Omit<Contact, 'customsCode'> = JSON.parse(open(key, row.sealed, place).toString('utf8'));
  const customsCode =
    row.customs_sealed === null ? null : open(key, row.customs_sealed, `${place}|customs`).toString('utf8');
  return { ...others, customsCode };
}

/** The known contacts of an account whose digest is another one than told, by their place. */
export async function differingContacts(
  scope: OwnerScope,
  account: AccountId,
  key: KeyObject,
  told: readonly { readonly native_order_id: string; readonly key: string; readonly digest: string }[],
): Promise<ReadonlyMap<string, Contact>> {
  const { rows } = await sql<StoredContact>`
    select o.native_order_id, c.package_key, c.sealed, c.customs_sealed
    from json_to_recordset(${sqlJson(told)}::json) as x(native_order_id text, key text, digest text)
    join orders o on o.account_id = ${account} and o.native_order_id = x.native_order_id
    join contacts c on c.order_id = o.id and c.package_key = x.key
    where c.owner_id = ${scope.owner} and c.digest <> decode(x.digest, 'base64')`.execute(scope.trx);
  return new Map(
    rows.map((row) => [contactPlace(row.native_order_id, row.package_key), openContact(key, row)]),
  );
}

/** Opens the contacts of one order. */
export async function readContacts(
  scope: OwnerScope,
  vault: Vault,
  order: OrderId,
): Promise<readonly PackageContact[]> {
  const { rows } = await sql<StoredContact & { account_id: number }>`
    select c.package_key, c.account_id, o.native_order_id, c.sealed, c.customs_sealed
    from contacts c join orders o on o.id = c.order_id
    where c.owner_id = ${scope.owner} and c.order_id = ${order} order by c.package_key`.execute(scope.trx);
  const [first] = rows;
  if (first === undefined) return [];
  const key = await vault.dataKey(scope, accountId(first.account_id));
  return rows.map((row) => ({ packageKey: row.package_key, contact: openContact(key, row) }));
}

/** Notes that somebody saw an order's contact unmasked. */
export async function logReveal(scope: OwnerScope, order: OrderId, actor: string): Promise<void> {
  await sql`
    insert into contact_reveals (owner_id, order_id, actor) values (${scope.owner}, ${order}, ${actor})`.execute(
    scope.trx,
  );
}

/** The search tokens of a term under every account of the owner. */
export async function searchTokens(
  scope: OwnerScope,
  vault: Vault,
  accounts: readonly AccountId[],
  text: string,
): Promise<readonly string[]> {
  const term = foldTerm(text);
  const tokens: string[] = [];
  for (const account of accounts) tokens.push(searchToken(await vault.dataKey(scope, account), term));
  return tokens;
}

/** Names a contact, and binds its sealed form to its place. */
export function contactPlace(nativeOrderId: string, packageKey: string): string {
  return `contact|${nativeOrderId}|${packageKey}`;
}
