import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { DATABASE_KINDS, newServerDatabase } from '../harness/databases.ts';
import { startReceiver } from './receiver.ts';

const EVENTS = 300;
/** Messages that may be under way to one endpoint. */
const PLACES = 8;

/** Starts the process and waits until it says that it is ready. */
async function start(env: NodeJS.ProcessEnv) {
  const child = fork(join(import.meta.dirname, 'delivering-process.ts'), [], {
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const hear = (word: string) =>
    new Promise<void>((resolve, reject) => {
      child.on('message', (said) => {
        if (said === word) resolve();
      });
      exited.then(() => reject(new Error(`the process ended before it was ${word}`)));
    });
  await hear('ready');
  return {
    child,
    hear,
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

// Each mostly waits for what the dead process had taken, so both run at once.
test.concurrent.each(DATABASE_KINDS)(
  'a hub on %s that is killed in the middle of its deliveries loses none',
  {
    timeout: 180_000,
  },
  async (kind) => {
    const home = mkdtempSync(join(tmpdir(), 'moa-webhooks-'));
    const env = {
      ...process.env,
      MOA_HOME: home,
      DATABASE_URL: kind === 'PostgreSQL' ? await newServerDatabase() : '',
    };
    const receiver = await startReceiver((response) => setTimeout(() => response.writeHead(204).end(), 15));
    let hub = await start(env);
    try {
      const begun = hub.hear('begun');
      hub.child.send({ url: receiver.url, events: EVENTS });
      await begun;
      const ids = () => new Set(receiver.received.map(({ headers }) => headers['webhook-id']));
      await vi.waitFor(() => expect(ids().size).toBeGreaterThan(EVENTS / 3), {
        timeout: 60_000,
        interval: 5,
      });
      await hub.kill();
      expect(ids().size).toBeLessThan(EVENTS);
      hub = await start(env);
      await vi.waitFor(() => expect(ids().size).toBe(EVENTS), { timeout: 90_000, interval: 50 });
      const orders = new Map(
        receiver.received.map(({ headers, message }) => [headers['webhook-id'], message.data.order_id]),
      );
      expect(new Set(orders.values()).size).toBe(EVENTS);
      // Only what was under way when it was killed may come twice.
      expect(receiver.received.length - EVENTS).toBeLessThanOrEqual(PLACES);
    } finally {
      await hub.kill();
      await receiver.close();
      rmSync(home, { recursive: true, force: true });
    }
  },
);
