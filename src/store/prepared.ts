import { createHash } from 'node:crypto';
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import pg from 'pg';

/** Several times as many as the hub has: texts made without end must not fill the server's memory with plans. */
const MOST_STATEMENTS = 1_000;

/** Characters; a longer text is a document. */
const LONGEST_VALUE = 500;

/** `feature_not_supported`: what a statement answers when a newer hub has changed the columns that it was prepared for. */
const CHANGED_UNDER_PLAN = '0A000';

/** The commands whose changed rows Kysely counts; to it all others are reads. */
const CHANGING = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'] as const;

/**
 * The pool as Kysely uses it, with statements prepared by name from their second use on: a connection parses a text
 * once, and PostgreSQL keeps its plan where a plan for any parameters is as good as one for these. Without names
 * seven tenths of the server's time under load went into planning the same two hundred statements again.
 * Statements without parameters (begin, commit) go as they are, and so do those that take a list: one plan for lists of
 * any length made batches of order lines four times slower. A connection whose statements have gone stale is
 * closed when it is given back, and the work that failed finds a new one at its next try.
 */
export function preparing(pool: pg.Pool, most = MOST_STATEMENTS): PostgresPool {
  const nameOf = statementNames(most);
  const known = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect();
      const before = known.get(client);
      if (before !== undefined) return before;
      const prepared = preparingClient(client, nameOf);
      known.set(client, prepared);
      return prepared;
    },
  };
}

type NameOf = (text: string) => string | undefined;

/** Names texts that are seen a second time. The name is made from the text, so that it means the same everywhere. */
function statementNames(most: number): NameOf {
  const names = new Map<string, string | undefined>();
  return (text) => {
    if (!names.has(text)) {
      if (names.size < most) names.set(text, undefined);
      return undefined;
    }
    const known = names.get(text);
    if (known !== undefined) return known;
    const name = createHash('sha256').update(text).digest('base64url');
    names.set(text, name);
    return name;
  };
}

/** A list of rows: an array, or many rows as one JSON text. */
function isList(value: unknown): boolean {
  return Array.isArray(value) || (typeof value === 'string' && value.length > LONGEST_VALUE);
}

function preparingClient(client: pg.PoolClient, nameOf: NameOf): PostgresPoolClient {
  let isStale = false;

  async function run(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<unknown>> {
    const name = values.length === 0 || values.some(isList) ? undefined : nameOf(text);
    try {
      const result = await client.query({
        text,
        values: [...values],
        ...(name === undefined ? {} : { name }),
      });
      const command = CHANGING.find((changes) => changes === result.command) ?? 'SELECT';
      return { rows: result.rows, rowCount: result.rowCount ?? 0, command };
    } catch (error) {
      isStale ||= error instanceof pg.DatabaseError && error.code === CHANGED_UNDER_PLAN;
      throw error;
    }
  }

  function query<Row>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<Row>>;
  function query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>;
  function query(
    text: string | PostgresCursor<unknown>,
    values: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<unknown>> | PostgresCursor<unknown> {
    if (typeof text !== 'string') throw new TypeError('rows are not read through cursors here');
    return run(text, values);
  }
  return { query, release: (destroy) => client.release(destroy || isStale) };
}
