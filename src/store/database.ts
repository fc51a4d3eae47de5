import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite, types as pgliteTypes } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, PostgresDialect } from 'kysely';
import pg from 'pg';
import { type HomeLock, lockHome } from './home-lock.ts';
import { type Listening, listenEmbedded, listenOnServer } from './listen.ts';
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
  /** The same rows as the job queue reaches them: its own connections on a server, PGlite's only one otherwise. */
  readonly queueAccess: QueueAccess;
  close(): Promise<void>;
}

export type QueueAccess =
  | { readonly kind: 'server'; readonly url: string }
  | { readonly kind: 'pglite'; readonly pglite: PGlite };

const INT8 = 20;
const INT8_LIST = 1016;

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new RangeError(`bigint from the database is not a safe integer: ${text}`);
  return value;
}

/** A list of them as PostgreSQL writes it. PGlite reads one by the parser of its elements, pg would answer texts. */
function safeIntegers(text: string): readonly (number | null)[] {
  const inside = text.slice(1, -1);
  if (inside === '') return [];
  return inside.split(',').map((one) => (one === 'NULL' ? null : safeInteger(one)));
}

const PARSERS: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [INT8, safeInteger],
  [INT8_LIST, safeIntegers],
]);

/**
 * JSON parameters as PostgreSQL's binary form of them, which is their text as bytes. PGlite takes bytes where its types
 * say text (the type parameters stand for that), and measures and copies a text letter by letter: a tenth of the time in
 * which thousands of rows were written.
 */
function jsonBytes<Value>(value: Value): Value | Uint8Array {
  return Buffer.from(jsonText(value));
}

/** The same, with the number of the form's version before it (`jsonb_recv` in PostgreSQL's jsonb.c). */
function jsonbBytes<Value>(value: Value): Value | Uint8Array {
  const text = jsonText(value);
  const bytes = Buffer.allocUnsafe(1 + Buffer.byteLength(text));
  bytes[0] = 1;
  bytes.write(text, 1);
  return bytes;
}

function jsonText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Opens the database. It is migrated by `migrate`, not here. */
export async function openDatabase(place: DatabasePlace): Promise<Database> {
  const inTransaction = new AsyncLocalStorage<true>();
  const { kysely, lock, queueAccess, listen } = await connect(place);
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
      lock?.release();
    },
  };
}

interface Connected {
  readonly kysely: Kysely<Tables>;
  readonly queueAccess: QueueAccess;
  readonly listen: Database['listen'];
  readonly lock?: HomeLock;
}

async function connect(place: DatabasePlace): Promise<Connected> {
  if (place.kind === 'server') {
    const pool = new pg.Pool({
      connectionString: place.url,
      max: place.connections ?? 10,
      types: {
        getTypeParser: (oid, format) => PARSERS.get(oid) ?? pg.types.getTypeParser(oid, format),
      },
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
  const pglite = await PGlite.create({
    ...(folder === undefined ? {} : { dataDir: folder }),
    ...(place.kind === 'memory' && place.copyOf !== undefined ? { loadDataDir: place.copyOf } : {}),
    parsers: { [pgliteTypes.INT8]: safeInteger },
    serializers: { [pgliteTypes.JSON]: jsonBytes, [pgliteTypes.JSONB]: jsonbBytes },
  });
  const kysely = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) });
  return {
    kysely,
    queueAccess: { kind: 'pglite', pglite },
    listen: (channels, onNotice, onGap) => listenEmbedded(pglite, channels, onNotice, onGap),
    ...(lock === undefined ? {} : { lock }),
  };
}
