import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { buildWeb } from '../../../scripts/web/build.ts';
import { DIST } from '../../../scripts/web/places.ts';
import type { OwnerId } from '../../../src/domain/ids.ts';
import type { Hub } from '../../../src/engine/hub.ts';
import { createUser } from '../../../src/http/auth/users.ts';
import { createServer } from '../../../src/http/server.ts';
import { startWorker } from '../../../src/jobs/worker.ts';
import { unlimitedBudget } from '../../../src/marketplaces/kit/budget.ts';
import type { Role } from '../../../src/store/owners.ts';
import { newDatabase } from '../../harness/databases.ts';
import { connectShop, newHub } from '../../harness/hub.ts';
import { openBusiness, TEST_SECRET } from '../../harness/rest.ts';
import { newSandbox } from '../../harness/sandbox.ts';
import type { SandboxControl, SandboxShop } from '../../harness/sandbox-control.ts';
import { launchChromium } from './chromium.ts';

const PASSWORD = 'a long password';

export interface VisitSettings {
  readonly language?: 'ko' | 'en' | 'ru' | 'uz';
  readonly theme?: 'light' | 'dark';
  readonly width?: 1440 | 390;
  /** Signed in already, as this role; a stranger when absent. */
  readonly as?: Role;
}

/** One person's browser: cookies of its own, and everything a page complained of. */
export interface Visit {
  readonly page: Page;
  /** Errors of scripts, refusals of the content security policy, and requests to anybody else. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** A hub with its web desk and worker, stand-in marketplaces, and a Chromium, shared by the stories of a file. */
export interface Stage {
  readonly hub: Hub;
  readonly owner: OwnerId;
  readonly url: string;
  readonly sandbox: SandboxControl;
  /** The login of a role. */
  loginOf(role: Role): { readonly email: string; readonly password: string };
  visit(settings?: VisitSettings): Promise<Visit>;
  /** Opens a quiet shop without limits at a marketplace and connects it. */
  connect(platform: string, orders: number): Promise<SandboxShop>;
  /** Lets the hub be away, and answers how to bring it back under the same address. */
  takeAway(): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/** Sets the stage. Building the desk takes some seconds, when its sources have changed. */
export async function openStage(): Promise<Stage> {
  await buildWeb();
  const sandbox = await newSandbox();
  const db = await newDatabase('PostgreSQL');
  const hub = await newHub(db, { budget: unlimitedBudget });
  const { owner } = await openBusiness(hub, '테스트 상점');
  for (const role of ['owner', 'staff', 'viewer'] as const)
    await createUser(hub, TEST_SECRET, { ...loginOf(role), name: `테스트 ${role}`, owner, role });
  let server = await listen(hub, 0);
  const { port } = addressOf(server);
  const url = `http://localhost:${port}`;
  const worker = await startWorker(hub, { pullEveryMs: 1_000, width: 4 });
  const browser = await launchChromium();
  const logins: Logins = new Map();
  return {
    hub,
    owner,
    url,
    sandbox,
    loginOf,
    visit: (settings = {}) => visit(browser, url, logins, settings),
    async connect(platform, orders) {
      const shop = await sandbox.openShop(platform, { orders, quiet: true, limits: false });
      await connectShop(hub, { platform, baseUrl: shop.baseUrl, credentials: shop.credentials, owner });
      return shop;
    },
    async takeAway() {
      await server.close();
      return async () => {
        server = await listen(hub, port);
      };
    },
    async close() {
      await browser.close();
      await server.close();
      await worker.stop();
      await hub.close();
      await db.close();
      await sandbox.close();
    },
  };
}

function loginOf(role: Role): { readonly email: string; readonly password: string } {
  return { email: `${role}@moa.example`, password: PASSWORD };
}

async function listen(hub: Hub, port: number): Promise<FastifyInstance> {
  const server = await createServer(hub, { secret: TEST_SECRET, web: join(DIST) });
  await server.listen({ port, host: 'localhost' });
  return server;
}

function addressOf(server: FastifyInstance): { readonly port: number } {
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port');
  return address;
}

async function visit(browser: Browser, url: string, logins: Logins, settings: VisitSettings): Promise<Visit> {
  const { language = 'ko', theme = 'light', width = 1440, as } = settings;
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height: width === 390 ? 844 : 900 },
    timezoneId: 'Asia/Seoul',
    reducedMotion: 'reduce',
  });
  if (as !== undefined) await signIn(context, url, logins, as);
  await context.addInitScript(
    ([chosenLanguage, chosenTheme]) => {
      // What a person chooses later stays.
      if (localStorage.getItem('moa.language') === null)
        localStorage.setItem('moa.language', `${chosenLanguage}`);
      if (localStorage.getItem('moa.theme') === null) localStorage.setItem('moa.theme', `${chosenTheme}`);
    },
    [language, theme],
  );
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`script: ${error.message}`));
  page.on('console', (message) => {
    // An answer that is a problem is told on the page; the browser notes it here as well.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !/^(data|blob):/.test(request.url()))
      complaints.push(`asked somebody else: ${request.url()}`);
  });
  return { page, complaints, close: () => context.close() };
}

/** The cookies of each role's first login: visits share it, since only so many logins a minute are let through. */
type Logins = Map<Role, Cookies>;
type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

async function signIn(context: BrowserContext, url: string, logins: Logins, role: Role): Promise<void> {
  const known = logins.get(role);
  if (known !== undefined) return context.addCookies(known);
  const answer = await context.request.post('/api/auth/sign-in/email', {
    data: loginOf(role),
    headers: { origin: url },
  });
  if (!answer.ok()) throw new Error(`the login failed: ${await answer.text()}`);
  logins.set(role, await context.cookies());
}
