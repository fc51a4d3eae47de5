import { Duplex } from 'node:stream';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import type { Listening, OnNotice } from './listen.ts';

/**
 * Plans are for the sizes that tables had. A server makes new ones when it has measured a table by itself, which PGlite
 * never does.
 */
const PLANS_LAST_MS = 30_000;

export interface EmbeddedDatabase {
  /** Of the one connection that there is: who asks for it waits for whoever has it. */
  readonly pool: pg.Pool;
  /** One statement, or several without parameters, outside any transaction of the hub. */
  executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
  /** Hears what this process announces, which is all that anybody does. */
  listen(channel: string, onNotice: (text: string) => void, onGap: () => void): Promise<ListeningOnce>;
  close(): Promise<void>;
}

interface ListeningOnce {
  close(): Promise<void>;
}

/**
 * PGlite in a folder (in memory without one) behind the driver that servers have. Its own interface plans every statement
 * anew, which is most of what a small one costs, and asks five times for what the protocol asks once.
 */
export async function openEmbedded(
  options: { readonly dataDir?: string; readonly loadDataDir?: Blob },
  types: pg.CustomTypesConfig,
): Promise<EmbeddedDatabase> {
  const pglite = await PGlite.create(options);
  const pool = new pg.Pool({
    user: 'postgres',
    database: 'postgres',
    ssl: false,
    max: 1,
    idleTimeoutMillis: 0,
    stream: () => new Wire(pglite),
    types,
  });
  const listeners = new Map<string, Set<(text: string) => void>>();
  pool.on('error', () => {});
  pool.on('connect', (client) => {
    client.on('error', () => {});
    client.on('notification', ({ channel, payload }) => {
      for (const hear of listeners.get(channel) ?? []) hear(payload ?? '');
    });
  });

  const planning = setInterval(() => {
    pool.query('discard plans').catch(() => {});
  }, PLANS_LAST_MS);
  planning.unref();

  return {
    pool,
    async executeSql(text, values) {
      const client = await pool.connect();
      try {
        // Several statements are answered by as many results.
        const results = [await client.query(text, values)].flat();
        return { rows: results.flatMap(({ rows }) => rows) };
      } catch (error) {
        await client.query('rollback').catch(() => {});
        throw error;
      } finally {
        client.release();
      }
    },
    async listen(channel, onNotice, onGap) {
      const hearing = listeners.get(channel) ?? new Set();
      listeners.set(channel, hearing.add(onNotice));
      await pool.query(`listen ${pg.escapeIdentifier(channel)}`);
      onGap();
      return {
        async close() {
          hearing.delete(onNotice);
        },
      };
    },
    async close() {
      clearInterval(planning);
      if (!pool.ending) await pool.end();
      await pglite.close();
    },
  };
}

/** PGlite has one process, so notices only travel inside it. */
export async function listenEmbedded(
  embedded: Pick<EmbeddedDatabase, 'listen'>,
  channels: readonly string[],
  onNotice: OnNotice,
  onGap: () => void,
): Promise<Listening> {
  const heard = await Promise.all(
    channels.map((channel) =>
      embedded.listen(
        channel,
        (text) => onNotice(channel, text),
        () => {},
      ),
    ),
  );
  onGap();
  return {
    async stop() {
      await Promise.all(heard.map((one) => one.close()));
    },
  };
}

/** The socket between pg and a server, without a socket and a server. */
class Wire extends Duplex {
  readonly #pglite: PGlite;

  constructor(pglite: PGlite) {
    super();
    this.#pglite = pglite;
  }

  /** A driver that begins anew finds the session that the last one left: what it left open is not its own. */
  connect(): this {
    this.#pglite.exec('rollback; deallocate all').then(
      () => this.emit('connect'),
      (error: Error) => this.destroy(error),
    );
    return this;
  }

  /** Nothing waits here for more to be sent with it, and nothing keeps the process alive. */
  setNoDelay(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  override _read(): void {}

  override _write(message: Uint8Array, _encoding: BufferEncoding, done: (error?: Error) => void): void {
    this.#ask(message).then(() => done(), done);
  }

  override _writev(messages: readonly { readonly chunk: Uint8Array }[], done: (error?: Error) => void): void {
    this.#ask(Buffer.concat(messages.map(({ chunk }) => chunk))).then(() => done(), done);
  }

  override _final(done: () => void): void {
    this.push(null);
    done();
  }

  async #ask(messages: Uint8Array): Promise<void> {
    const answer = await this.#pglite.execProtocolRaw(messages);
    if (answer.length > 0) this.push(answer);
  }
}
