import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { OwnerId } from '../domain/ids.ts';
import { recordAudit } from './audit.ts';
import type { Database } from './database.ts';
import { asOwner, type OwnerScope } from './scope.ts';

/** The end of an owner's chain: whoever has written it down can prove later that nothing before it was changed. */
export interface ChainHead {
  readonly seq: number;
  /** Hexadecimal. */
  readonly hash: string;
}

/** The first place where the trail is not what was written. */
export interface ChainBreak {
  /** Null for an entry that has no place in the chain. */
  readonly seq: number | null;
  readonly entry: number | null;
  readonly why: 'changed' | 'missing' | 'gap' | 'cut' | 'unlinked';
}

export interface ChainReport {
  readonly entries: number;
  readonly head: ChainHead | null;
  readonly broken: ChainBreak | null;
}

interface Link {
  readonly seq: number;
  readonly entry_id: number;
  readonly hash: Uint8Array;
  /** The entry as the hash is made of it; null when the entry is gone. */
  readonly text: string | null;
}

const LINKS_AT_ONCE = 2_000;

/** Recomputes an owner's chain from its entries and answers the first break. Memory stays flat. */
export async function verifyAudit(db: Database, owner: OwnerId): Promise<ChainReport> {
  let entries = 0;
  let head: ChainHead | null = null;
  let previous: Link | null = null;
  for (;;) {
    const after: number = previous?.seq ?? 0;
    const links = await asOwner(db, owner, (scope) => readLinks(scope, after));
    for (const link of links) {
      const broken: ChainBreak['why'] | null =
        previous === null ? await firstBreak(db, owner, link) : nextBreak(previous, link);
      if (broken !== null)
        return { entries, head, broken: { seq: link.seq, entry: link.entry_id, why: broken } };
      if (link.text !== null) entries += 1;
      head = { seq: link.seq, hash: hexOf(link.hash) };
      previous = link;
    }
    if (links.length < LINKS_AT_ONCE) break;
  }
  const unlinked = await asOwner(db, owner, firstUnlinked);
  return {
    entries,
    head,
    broken: unlinked === undefined ? null : { seq: null, entry: unlinked, why: 'unlinked' },
  };
}

/** The text is put together here and not by the database's function, which somebody may have changed. */
async function readLinks({ trx, owner }: OwnerScope, after: number): Promise<readonly Link[]> {
  const { rows } = await sql<Link>`
    select c.seq, c.entry_id, c.hash, case when e.id is not null then
      jsonb_build_array(e.id, e.owner_id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), e.actor,
        e.action, e.target_kind, e.target_id, e.account_id, e.request_id, e.ip, e.result, e.detail)::text end as text
    from audit_chain c left join audit_entries e on e.id = c.entry_id and e.owner_id = c.owner_id
    where c.owner_id = ${owner} and c.seq > ${after} order by c.seq limit ${LINKS_AT_ONCE}`.execute(trx);
  return rows;
}

function nextBreak(previous: Link, link: Link): ChainBreak['why'] | null {
  if (link.seq !== previous.seq + 1) return 'gap';
  if (link.text === null) return 'missing';
  return isHashOf(link, previous.hash) ? null : 'changed';
}

/** A chain starts with its first entry, or with the last link of what retention has deleted. */
async function firstBreak(db: Database, owner: OwnerId, link: Link): Promise<ChainBreak['why'] | null> {
  if (link.text !== null) {
    if (link.seq !== 1) return 'cut';
    return isHashOf(link, new Uint8Array()) ? null : 'changed';
  }
  return (await asOwner(db, owner, (scope) => isRecordedCut(scope, link))) ? null : 'cut';
}

/** Every lawful cut stands in the trail itself, with the hash it was made behind. */
async function isRecordedCut({ trx, owner }: OwnerScope, link: Link): Promise<boolean> {
  const { rows } = await sql`
    select 1 from audit_entries
    where owner_id = ${owner} and action = 'audit.forget'
      and detail ->> 'through' = ${String(link.seq)} and detail ->> 'hash' = ${hexOf(link.hash)} limit 1`.execute(
    trx,
  );
  return rows.length === 1;
}

async function firstUnlinked({ trx, owner }: OwnerScope): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    select e.id from audit_entries e
    where e.owner_id = ${owner} and not exists (select from audit_chain c where c.entry_id = e.id)
    order by e.id limit 1`.execute(trx);
  return rows[0]?.id;
}

function isHashOf(link: Link, previous: Uint8Array): boolean {
  const expected = createHash('sha256')
    .update(previous)
    .update(link.text ?? '')
    .digest('hex');
  return expected === hexOf(link.hash);
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

/** The end of an owner's chain; null while there is no entry. */
export async function auditHead({ trx, owner }: OwnerScope): Promise<ChainHead | null> {
  const { rows } = await sql<{ seq: number; hash: Uint8Array }>`
    select seq, hash from audit_chain where owner_id = ${owner} order by seq desc limit 1`.execute(trx);
  return rows[0] === undefined ? null : { seq: rows[0].seq, hash: hexOf(rows[0].hash) };
}

/**
 * Deletes the oldest entries, up to `atMost`, from before a moment; the database keeps those of the last 730 days
 * whatever is asked. The cut is written into the trail. Answers how many are gone.
 */
export async function forgetAudit(scope: OwnerScope, before: Date, atMost: number): Promise<number> {
  const { rows } = await sql<{ cut_seq: number; cut_hash: Uint8Array; forgotten: number }>`
    select cut_seq, cut_hash, forgotten from forget_audit(${before}::timestamptz, ${atMost}::integer)`.execute(
    scope.trx,
  );
  const [cut] = rows;
  if (cut === undefined) return 0;
  await recordAudit(scope, [
    {
      actor: 'hub',
      action: 'audit.forget',
      target: { kind: 'audit', id: null },
      detail: { entries: cut.forgotten, through: cut.cut_seq, hash: hexOf(cut.cut_hash), before },
    },
  ]);
  return cut.forgotten;
}
