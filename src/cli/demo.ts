import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { OwnerId } from '../domain/ids.ts';
import { openPeople } from '../http/auth/people.ts';
import { canSignIn, createUser } from '../http/auth/users.ts';
import { findMarketplace } from '../marketplaces/registry.ts';
import { changeAccount, createAccount, listAccounts, type NewAccount } from '../store/accounts.ts';
import { checkApiToken, issueApiToken } from '../store/api-tokens.ts';
import { createOwner } from '../store/owners.ts';
import { asOwner } from '../store/scope.ts';
import { writeWholeFile } from '../store/whole-file.ts';
import { startBuyers } from './demo-buyers.ts';
import { type SharedProduct, shareProduct } from './demo-product.ts';
import { moveIn, type OpenHouse, openHouse } from './house.ts';
import { createLog } from './log.ts';
import { control } from './sandbox-control.ts';
import { type SandboxProcess, startSandboxProcess } from './sandbox-process.ts';
import { authSecret, readSettings, type Settings } from './settings.ts';
import { untilStopped } from './until-stopped.ts';

const EMAIL = 'demo@moa.example';
const PULL_EVERY_MS = 4_000;
/** The sandbox answers in moments; whoever presses Ctrl-C waits. */
const DRAIN_MS = 2_000;
const NEW_ORDER_EVERY_MS = 8_000;
/** Some buyer of some shop changes his mind this often; each shop has its turn every half minute. */
const CHANGE_OF_MIND_EVERY_MS = 7_000;
const HISTORY_DAYS = 11;
const DAY_MS = 86_400_000;
/** New products are looked at for so long; in real life for minutes and days. */
const REVIEW_MS = 1_000;

/** The demo's shops; each is opened in the sandbox and connected like a real one. */
const SHOPS = [
  { platform: 'naver', name: '데모 스마트스토어', orderKey: 'orderId' },
  { platform: 'coupang', name: '데모 쿠팡 스토어', orderKey: 'orderId' },
  { platform: 'eleventh_street', name: '데모 11번가 스토어', orderKey: 'ordNo' },
  { platform: 'esm', name: '데모 지마켓·옥션 스토어', orderKey: 'orderNo' },
] as const;

const LOGIN = z.object({ token: z.string(), email: z.string(), password: z.string() });
type Login = z.infer<typeof LOGIN>;

/** What `demo.json` tells the programs that want to try the demo. */
interface DemoFacts extends Login {
  readonly url: string;
  readonly sandboxUrl: string;
  readonly shops: readonly ConnectedShop[];
  /** What is on sale in all of them, once it is. */
  readonly product?: SharedProduct;
}

interface ConnectedShop {
  readonly accountId: number;
  readonly platform: string;
  readonly edition: string;
  readonly name: string;
}

/** `moa demo`, which is `npm start`: the hub with stand-in marketplaces beside it and a connected shop at each. */
export async function demo(): Promise<void> {
  const settings: Settings = {
    ...readSettings(process.env),
    allowPrivateHosts: true,
    pullEveryMs: PULL_EVERY_MS,
    drainMs: DRAIN_MS,
  };
  const sandbox = await startSandboxProcess(
    settings.port === 0 ? 0 : settings.port + 10,
    join(settings.home, 'sandbox.jsonl'),
  );
  try {
    const house = await openHouse(settings, createLog(settings.logLevel, join(settings.home, 'moa.log')));
    const { login, owner } = await furnish(house, settings);
    const shops = await connectShops(house, owner, sandbox);
    const living = await moveIn(house, settings, settings);
    const facts: DemoFacts = { url: living.url, ...login, sandboxUrl: sandbox.url, shops };
    remember(settings, facts);
    await startTraffic(sandbox);
    const stopBuyers = startBuyers(
      sandbox.url,
      SHOPS.map(({ platform, orderKey }) => ({ path: `/${platform}/shops/${SHOP}`, orderKey })),
      CHANGE_OF_MIND_EVERY_MS,
      (error) => house.hub.log.warn({ err: error }, 'a buyer of the demo could not do what he wanted'),
    );
    greet(facts, settings);
    const leaving = new AbortController();
    const sharing = shareProduct({ ...facts, shop: SHOP }, leaving.signal)
      .then((product) => {
        remember(settings, { ...facts, product });
        offer(facts, product);
      })
      .catch((error: unknown) => {
        if (!leaving.signal.aborted)
          house.hub.log.warn({ err: error }, 'the product of the demo is not on sale everywhere');
      });
    await untilStopped(async () => {
      leaving.abort();
      await sharing;
      await stopBuyers();
      await living.stop();
      await sandbox.stop();
    });
  } catch (error) {
    await sandbox.stop();
    throw error;
  }
}

function demoFile(settings: Settings): string {
  return join(settings.home, 'demo.json');
}

function remember(settings: Settings, facts: Login | DemoFacts): void {
  writeWholeFile(demoFile(settings), `${JSON.stringify(facts, null, 2)}\n`);
}

/** Makes the demo owner, login and token where they are missing; finds them again at the next start. */
async function furnish(
  house: OpenHouse,
  settings: Settings,
): Promise<{ readonly login: Login; readonly owner: OwnerId }> {
  const secret = authSecret(process.env, settings.home);
  const people = openPeople(house.hub, { secret });
  const known = recall(settings);
  const check = known === undefined ? undefined : await checkApiToken(house.db, known.token);
  const { login, owner } =
    known !== undefined && check?.kind === 'valid'
      ? { login: known, owner: check.owner }
      : await newBusiness(house, async () => !(await canSignIn(people, EMAIL)));
  // Written down before anything else is made: a first start that is cut off is taken up by the next one.
  remember(settings, login);
  if (!(await canSignIn(people, login.email))) {
    const { email, password } = login;
    await createUser(house.hub, secret, { email, password, name: '데모 판매자', owner, role: 'owner' });
  }
  return { login, owner };
}

async function newBusiness(house: OpenHouse, isFirst: () => Promise<boolean>) {
  const owner = await createOwner(house.db, '모아 데모 상점');
  const login: Login = {
    token: await issueApiToken(house.db, owner, { name: 'demo', role: 'owner', expiresAt: null }),
    email: (await isFirst()) ? EMAIL : `demo-${owner}@moa.example`,
    password: randomBytes(9).toString('base64url'),
  };
  return { login, owner };
}

function recall(settings: Settings): Login | undefined {
  mkdirSync(settings.home, { recursive: true });
  if (!existsSync(demoFile(settings))) return undefined;
  const parsed = LOGIN.safeParse(JSON.parse(readFileSync(demoFile(settings), 'utf8')));
  return parsed.success ? parsed.data : undefined;
}

const SHOP = 'demo';
const SHOP_LIST = z.object({ shops: z.array(z.string()) });
const OPENED = z.object({ shop: z.string(), credentials: z.record(z.string(), z.string()) });

async function connectShops(
  house: OpenHouse,
  owner: OwnerId,
  sandbox: SandboxProcess,
): Promise<readonly ConnectedShop[]> {
  const connected = await asOwner(house.db, owner, listAccounts);
  for (const { platform, name } of SHOPS) {
    const baseUrl = `${sandbox.url}/${platform}`;
    const account = connected.find((candidate) => candidate.platform === platform);
    const { shops } = SHOP_LIST.parse(await control(sandbox, 'GET', `/${platform}/shops`));
    // Asked in the same words again, the sandbox answers with the shop it opened: an earlier start may have been cut off.
    const credentials =
      account !== undefined && shops.includes(SHOP)
        ? undefined
        : OPENED.parse(
            await control(sandbox, 'POST', `/${platform}/shops`, {
              shop: SHOP,
              reviewMs: REVIEW_MS,
              productLagMs: REVIEW_MS,
            }),
          ).credentials;
    if (account === undefined && credentials !== undefined) {
      await connectShop(house, owner, { platform, name, baseUrl, credentials });
    } else if (account !== undefined && (account.baseUrl !== baseUrl || credentials !== undefined)) {
      // The sandbox may have got another port, or have been emptied.
      await asOwner(house.db, owner, (scope) =>
        changeAccount(scope, house.hub.vault, account.id, { baseUrl, credentials }),
      );
    }
  }
  const accounts = await asOwner(house.db, owner, listAccounts);
  return accounts.map(({ id, platform, edition, name }) => ({ accountId: id, platform, edition, name }));
}

async function connectShop(
  house: OpenHouse,
  owner: OwnerId,
  shop: Pick<NewAccount, 'platform' | 'name' | 'credentials'> & { readonly baseUrl: string },
): Promise<void> {
  const marketplace = findMarketplace(shop.platform);
  if (marketplace === undefined) throw new Error(`no connector for ${shop.platform}`);
  await asOwner(house.db, owner, (scope) =>
    createAccount(scope, house.hub.vault, {
      ...shop,
      edition: marketplace.defaultEdition,
      ordersSince: new Date(Date.now() - HISTORY_DAYS * DAY_MS),
      keyExpiresAt: null,
    }),
  );
}

async function startTraffic(sandbox: SandboxProcess): Promise<void> {
  for (const { platform } of SHOPS) {
    await control(sandbox, 'POST', `/${platform}/shops/${SHOP}/traffic`, {
      every_ms: NEW_ORDER_EVERY_MS,
      count: 1,
    });
  }
}

function greet(demoFacts: DemoFacts, settings: Settings): void {
  console.log(`
  모아 Moa is running.

  desk         ${demoFacts.url}
  API          ${demoFacts.url}/api/v1      reference: ${demoFacts.url}/docs
  login        ${demoFacts.email}   password: ${demoFacts.password}
  API token    ${demoFacts.token}
  shops        ${demoFacts.shops.map(({ name }) => name).join(' · ')}
  sandbox      ${demoFacts.sandboxUrl}/_control   (the marketplaces' own truth)
  data         ${settings.home}   (also in demo.json there)

  Try:
    curl -s -H "Authorization: Bearer ${demoFacts.token}" "${demoFacts.url}/api/v1/orders?status=PAID&limit=5"
    curl -s -H "Authorization: Bearer ${demoFacts.token}" "${demoFacts.url}/api/v1/claims?limit=5"

  Ctrl-C stops it; the next start finds everything again.
`);
}

/** How to see one stock behind four shops at work. */
function offer({ url, token, sandboxUrl }: DemoFacts, { id, name, left, items }: SharedProduct): void {
  console.log(`
  On sale in all four shops: ${name} (product ${id}), ${left ?? 'nobody knows how many'} left. Let somebody buy nine at Coupang:
    curl -s -X POST -H "content-type: application/json" -d '{"item":"${items.coupang}","quantity":9}' \\
      ${sandboxUrl}/_control/coupang/shops/${SHOP}/acts/story.sell
  and see the others drop to one, and how long that took:
    curl -s -H "Authorization: Bearer ${token}" "${url}/api/v1/commands?kind=set_stock&limit=5"
    curl -s -H "Authorization: Bearer ${token}" "${url}/api/v1/inventory/windows"
`);
}
