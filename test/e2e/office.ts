import { z } from 'zod';
import type { Hub } from '../../src/engine/hub.ts';
import { createServer } from '../../src/http/server.ts';
import { startWorker } from '../../src/jobs/worker.ts';
import { unlimitedBudget } from '../../src/marketplaces/kit/budget.ts';
import { type DatabaseKind, newDatabase } from '../harness/databases.ts';
import { newHub } from '../harness/hub.ts';
import { watchSecrets } from '../harness/log-watch.ts';
import { openBusiness, TEST_SECRET } from '../harness/rest.ts';
import { newSandbox } from '../harness/sandbox.ts';
import type { SandboxControl, SandboxShop } from '../harness/sandbox-control.ts';
import { shareClock } from '../harness/shared-clock.ts';

export type Language = 'ko' | 'en';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** A seller's office: a hub with its API and worker, beside a sandbox. Everything goes over HTTP. */
export interface Office {
  readonly sandbox: SandboxControl;
  readonly now: () => Date;
  passTime(ms: number): Promise<void>;
  /** Asks the API under `/api/v1`, in English unless told otherwise. */
  ask(line: `${string} /${string}`, body?: unknown, language?: Language): Promise<Answer>;
  /** Opens a quiet shop without limits of calls at a marketplace. */
  openShop(platform: string, orders: number, more?: Readonly<Record<string, unknown>>): Promise<SandboxShop>;
  /** Connects a shop through the API and answers the account's id. */
  connect(shop: SandboxShop, more?: Readonly<Record<string, unknown>>): Promise<number>;
  close(): Promise<void>;
}

const CONNECTED = z.object({ id: z.number() });

export interface OfficeSettings {
  /** PostgreSQL when left out: it takes a third of PGlite's work. */
  readonly database?: DatabaseKind;
  /** How often each shop's orders are read; every second when left out. */
  readonly pullEveryMs?: number;
}

export async function openOffice({
  database = 'PostgreSQL',
  pullEveryMs = 1_000,
}: OfficeSettings = {}): Promise<Office> {
  const sandbox = await newSandbox();
  const db = await newDatabase(database);
  const clock = shareClock(sandbox);
  const hub: Hub = { ...(await newHub(db, { budget: unlimitedBudget })), clock: clock.now };
  const { tokens } = await openBusiness(hub, '테스트 상점');
  const server = await createServer(hub, { secret: TEST_SECRET });
  const url = await server.listen({ port: 0, host: '127.0.0.1' });
  const worker = await startWorker(hub, { pullEveryMs, width: 4 });

  const office: Office = {
    sandbox,
    now: clock.now,
    passTime: clock.pass,
    async ask(line, body, language = 'en') {
      const [method = 'GET', path = '/'] = line.split(' ', 2);
      const answer = await fetch(`${url}/api/v1${path}`, {
        method,
        headers: {
          authorization: `Bearer ${tokens.owner}`,
          'accept-language': language,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: answer.status, body: await answer.json() };
    },
    openShop: (platform, orders, more = {}) =>
      sandbox.openShop(platform, { orders, quiet: true, limits: false, publicationDelayMs: 0, ...more }),
    async connect(shop, more = {}) {
      watchSecrets(Object.values(shop.credentials));
      const { status, body } = await office.ask('POST /platform-accounts', {
        platform: shop.platform,
        name: `내 ${shop.platform} 스토어`,
        credentials: shop.credentials,
        base_url: shop.baseUrl,
        ...more,
      });
      if (status !== 201) throw new Error(`not connected: ${JSON.stringify(body)}`);
      return CONNECTED.parse(body).id;
    },
    async close() {
      await server.close();
      await worker.stop();
      await hub.close();
      await db.close();
      await sandbox.close();
    },
  };
  return office;
}
