import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

export interface Listening {
  stop(): Promise<void>;
}

export type OnNotice = (channel: string, text: string) => void;

const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 5_000;
/** A connection whose other end is gone without a word is found out by asking. */
const ASK_EVERY_MS = 10_000;
const ANSWER_WITHIN_MS = 5_000;

/** Listens on a connection of its own and connects again, for ever, when it breaks. */
export async function listenOnServer(
  url: string,
  channels: readonly string[],
  onNotice: OnNotice,
  onGap: () => void,
): Promise<Listening> {
  const stopping = new AbortController();
  const listening = (async () => {
    for (let retryMs = FIRST_RETRY_MS; !stopping.signal.aborted; ) {
      try {
        await listenOnce(url, channels, onNotice, onGap, stopping.signal);
        retryMs = FIRST_RETRY_MS;
      } catch {
        await pause(retryMs, undefined, { signal: stopping.signal }).catch(() => {});
        retryMs = Math.min(LONGEST_RETRY_MS, retryMs * 2);
      }
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await listening;
    },
  };
}

/** Resolves when the connection broke after it had worked; throws when it never did. */
async function listenOnce(
  url: string,
  channels: readonly string[],
  onNotice: OnNotice,
  onGap: () => void,
  stopping: AbortSignal,
): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: ANSWER_WITHIN_MS,
    query_timeout: ANSWER_WITHIN_MS,
    keepAlive: true,
  });
  const ended = new Promise<void>((resolve) => {
    client.on('end', resolve);
    client.on('error', () => resolve());
    stopping.addEventListener('abort', () => resolve(), { once: true });
  });
  client.on('notification', ({ channel, payload }) => onNotice(channel, payload ?? ''));
  try {
    await client.connect();
    for (const channel of channels) await client.query(`listen ${client.escapeIdentifier(channel)}`);
    onGap();
    const asking = setInterval(() => {
      client.query('select 1').catch(() => client.end().catch(() => {}));
    }, ASK_EVERY_MS);
    await ended;
    clearInterval(asking);
  } finally {
    await client.end().catch(() => {});
  }
}
