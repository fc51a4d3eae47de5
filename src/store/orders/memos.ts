import { sql } from 'kysely';
import { type OrderId, type OrderMemoId, orderMemoId } from '../../domain/ids.ts';
import type { OwnerScope } from '../scope.ts';

/** What somebody of the business noted about an order. */
export interface OrderMemo {
  readonly id: OrderMemoId;
  readonly note: string;
  readonly actor: string;
  /** Null for programs. */
  readonly author: string | null;
  readonly writtenAt: Date;
}

interface MemoRow {
  readonly id: number;
  readonly note: string;
  readonly actor: string;
  readonly author: string | null;
  readonly written_at: Date;
}

const COLUMNS = sql.raw('id, note, actor, author, written_at');

/** The memos of an order, the oldest first. */
export async function memosOf(scope: OwnerScope, order: OrderId): Promise<readonly OrderMemo[]> {
  const { rows } = await sql<MemoRow>`
    select ${COLUMNS} from order_memos
    where owner_id = ${scope.owner} and order_id = ${order} order by id`.execute(scope.trx);
  return rows.map(fromRow);
}

/** Notes something about an order; undefined when the owner has no such order. */
export async function addMemo(
  scope: OwnerScope,
  order: OrderId,
  memo: Pick<OrderMemo, 'note' | 'actor' | 'author'>,
): Promise<OrderMemo | undefined> {
  const { rows } = await sql<MemoRow>`
    insert into order_memos (owner_id, order_id, note, actor, author)
    select owner_id, id, ${memo.note}, ${memo.actor}, ${memo.author} from orders
    where owner_id = ${scope.owner} and id = ${order}
    returning ${COLUMNS}`.execute(scope.trx);
  const [row] = rows;
  return row === undefined ? undefined : fromRow(row);
}

/** Takes a memo away; false when the order has none of that number. */
export async function removeMemo(scope: OwnerScope, order: OrderId, memo: OrderMemoId): Promise<boolean> {
  const { rows } = await sql`
    delete from order_memos where owner_id = ${scope.owner} and order_id = ${order} and id = ${memo}
    returning id`.execute(scope.trx);
  return rows.length > 0;
}

function fromRow(row: MemoRow): OrderMemo {
  return {
    id: orderMemoId(row.id),
    note: row.note,
    actor: row.actor,
    author: row.author,
    writtenAt: row.written_at,
  };
}
