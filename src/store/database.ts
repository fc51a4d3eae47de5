import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { type EmbeddedDatabase, listenEmbedded, openEmbedded } from './embedded.ts';
import { lockHome } from './home-lock.ts';
import { type Listening, listenOnServer } from './listen.ts';
import { preparing } from './prepared.ts';

/**
 * Where the rows are: a PostgreSQL server, or PGlite in a folder (or in memory, for tests; there it may begin as a copy
 * of another one).
 */
export type DatabasePlace =
  | { readonly kind: 'server'; readonly url: string; readonly connections?: number }
  | { readonly kind: 'embedded'; readonly home: string }
  | { readonly kind: 'memory'; readonly copyOf?: Blob };

/** Tables are read through visible SQL with row types at each query, not through a schema type. */
export type Tables = Record<string, never>;

export interface Database {
  readonly place: DatabasePlace['kind'];
  /**
   * The handle outside any transaction. Throws inside one: on PGlite, which has a single connection, such a query
   * would wait for ever for the transaction it stands in (FINDINGS L.5).
   */
  readonly root: Kysely<Tables>;
  /** Throws inside a transaction: for whoever is about to wait for one of another caller, which may wait for this one. */
  refuseInside(): void;
  /** Runs `work` with the guard on, so that `root` refuses to be used inside. */
  guarded<Result>(work: () => Promise<Result>): Promise<Result>;
  /**
   * Hears what processes announce on these channels, until stopped. `onGap` is called when notices may have been
   * missed: once at first, and after every lost connection.
   */
  listen(
    channels: readonly string[],
    onNotice: (channel: string, text: string) => void,
    onGap: () => void,
  ): Promise<Listening>;
  /** The same rows as the job queue reaches them: its own connections on a server, the only one there is otherwise. */
  readonly queueAccess: QueueAccess;
  close(): Promise<void>;
}

export type QueueAccess =
  | { readonly kind: 'server'; readonly url: string }
  | { readonly kind: 'embedded'; readonly db: Pick<EmbeddedDatabase, 'executeSql' | 'listen'> };

const INT8 = 20;
const INT8_LIST = 1016;

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new RangeError(`bigint from the database is not a safe integer: ${text}`);
  return value;
}

/** A list of them as PostgreSQL writes it. */
function safeIntegers(text: string): readonly (number | null)[] {
  const inside = text.slice(1, -1);
  if (inside === '') return [];
  return inside.split(',').map((one) => (one === 'NULL' ? null : safeInteger(one)));
}

const PARSERS: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [INT8, safeInteger],
  [INT8_LIST, safeIntegers],
]);

const TYPES: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => PARSERS.get(oid) ?? pg.types.getTypeParser(oid, format),
};

/** Opens the database. It is migrated by `migrate`, not here. */
export async function openDatabase(place: DatabasePlace): Promise<Database> {
  const inTransaction = new AsyncLocalStorage<true>();
  const { kysely, queueAccess, listen, end } = await connect(place);
  const refuseInside = () => {
    if (inTransaction.getStore()) throw new Error('the root database handle was used inside a transaction');
  };
  return {
    queueAccess,
    listen,
    place: place.kind,
    get root() {
      refuseInside();
      return kysely;
    },
    refuseInside,
    guarded: (work) => inTransaction.run(true, work),
    async close() {
      await kysely.destroy();
      await end?.();
    },
  };
}

interface Connected {
  readonly kysely: Kysely<Tables>;
  readonly queueAccess: QueueAccess;
  readonly listen: Database['listen'];
  /** What is left to do when nobody asks any more. */
  readonly end?: () => Promise<void>;
}

async function connect(place: DatabasePlace): Promise<Connected> {
  if (place.kind === 'server') {
    const pool = new pg.Pool({
      connectionString: place.url,
      max: place.connections ?? 10,
      types: TYPES,
    });
    // A connection the server drops while idle must not end the process; the next query opens a new one.
    pool.on('error', () => {});
    // Nor one that breaks in use: its query fails, and with it the work of one lane.
    pool.on('connect', (client) => client.on('error', () => {}));
    return {
      kysely: new Kysely({ dialect: new PostgresDialect({ pool: preparing(pool) }) }),
      queueAccess: { kind: 'server', url: place.url },
      listen: (channels, onNotice, onGap) => listenOnServer(place.url, channels, onNotice, onGap),
    };
  }
  const lock = place.kind === 'embedded' ? lockHome(place.home) : undefined;
  const folder = place.kind === 'embedded' ? join(place.home, 'database') : undefined;
  if (folder !== undefined) mkdirSync(folder, { recursive: true });
  const embedded = await openEmbedded(
    {
      ...(folder === undefined ? {} : { dataDir: folder }),
      ...(place.kind === 'memory' && place.copyOf !== undefined ? { loadDataDir: place.copyOf } : {}),
    },
    TYPES,
  );
  return {
    kysely: new Kysely({ dialect: new PostgresDialect({ pool: preparing(embedded.pool) }) }),
    queueAccess: { kind: 'embedded', db: embedded },
    listen: (channels, onNotice, onGap) => listenEmbedded(embedded, channels, onNotice, onGap),
    async end() {
      await embedded.close();
      lock?.release();
    },
  };
}
