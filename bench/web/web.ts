import pg from 'pg';
import { buildWeb } from '../../scripts/web/build.ts';
import { DURABLE, startPostgres } from '../../test/harness/postgres.ts';
import { launchChromium } from '../../test/web/harness/chromium.ts';
import { measureClicks } from './clicks.ts';
import { openDesk } from './desk.ts';
import { measureLiveMemory } from './live-memory.ts';
import { routeBytes } from './route-bytes.ts';
import { measureScrolling } from './scrolling.ts';

const ORDERS = 100_000;

/**
 * The web desk with 100,000 orders in a real Chromium: from an input to painted rows and what of that the API took,
 * frames dropped while scrolling, script bytes of every page, and memory over an hour of live updates.
 */
export async function web(): Promise<Readonly<Record<string, unknown>>> {
  await buildWeb();
  const postgres = await startPostgres(DURABLE);
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  await client.query('create database desk');
  await client.end();
  const desk = await openDesk({ kind: 'server', url: postgres.url.replace(/\/postgres$/, '/desk') }, ORDERS);
  const browser = await launchChromium();
  const open = () =>
    browser.newContext({
      baseURL: desk.url,
      viewport: { width: 1440, height: 900 },
      timezoneId: 'Asia/Seoul',
    });
  const member = await open();
  await desk.signIn(member);
  const storageState = await member.storageState();
  const visit = () =>
    browser.newContext({
      baseURL: desk.url,
      viewport: { width: 1440, height: 900 },
      timezoneId: 'Asia/Seoul',
      storageState,
    });
  try {
    const page = await member.newPage();
    const clicks = shown('clicks', await measureClicks(page, ORDERS));
    const scrolling = shown('scrolling', await measureScrolling(page));
    await page.close();
    const scriptBytes = shown('scriptBytes', await routeBytes(visit));
    const watched = await visit();
    const liveMemory = shown('liveMemory', await measureLiveMemory(await watched.newPage(), desk));
    return { orders: ORDERS, clicks, scrolling, scriptBytes, liveMemory };
  } finally {
    await browser.close();
    await desk.stop();
    await postgres.stop();
  }
}

function shown<Result>(what: string, result: Result): Result {
  console.log(what, JSON.stringify(result));
  return result;
}
