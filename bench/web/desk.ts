import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { z } from 'zod';
import type { Place } from '../ingest-place.ts';

const LOGIN = { email: 'bench@moa.example', password: 'a long password' };
const SECRET = 'a-secret-of-the-bench-0123456789abcdef';

/** A hub under measurement, as its pages reach it. */
export interface Desk {
  readonly url: string;
  /** Lets so many things happen to orders, one after the other, and answers when they have. */
  happen(events: number): Promise<void>;
  signIn(context: BrowserContext): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a hub with that many orders in a process of its own. */
export async function openDesk(place: Place, orders: number): Promise<Desk> {
  const args = { place, orders, secret: SECRET, ...LOGIN };
  const child = fork(join(import.meta.dirname, 'desk-process.ts'), [JSON.stringify(args)], {
    stdio: 'inherit',
  });
  const failed = once(child, 'exit').then(([code]) => {
    throw new Error(`the hub ended with code ${code}`);
  });
  const said = async () => (await Promise.race([once(child, 'message'), failed]))[0];
  const { url } = z.object({ url: z.url() }).parse(await said());
  return {
    url,
    async happen(events) {
      child.send(events);
      await said();
    },
    async signIn(context) {
      const answer = await context.request.post(`${url}/api/auth/sign-in/email`, {
        data: LOGIN,
        headers: { origin: url },
      });
      if (!answer.ok()) throw new Error(`the login was refused: ${answer.status()}`);
    },
    async stop() {
      failed.catch(() => {});
      child.kill();
      await once(child, 'exit');
    },
  };
}
