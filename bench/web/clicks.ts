import type { Page } from 'playwright-core';
import { ORDER_STATUSES } from '../../src/domain/status.ts';
import { orderNumber } from './many-orders.ts';
import { installProbe, type Taken, timed } from './probe.ts';

export interface Measured {
  readonly times: number;
  /** From the input to painted rows. */
  readonly p50Ms: number;
  readonly p95Ms: number;
  /** Of that, what the API did not take: the desk's own part. */
  readonly beyondApiP50Ms: number;
  readonly beyondApiP95Ms: number;
}

/** Numbers of orders to search for: each is one that no search has shown before. */
const SEARCHES = 30;
const SORTS = 30;
const PAGES = 40;
/** Statuses that some of the measured orders have. */
const FILLED = ORDER_STATUSES.filter((status) =>
  ['PREPARING', 'SHIPPED', 'DELIVERED', 'CONFIRMED'].includes(status),
);

/** What a seller does with the list of orders, each time with something that the page has not kept. */
export async function measureClicks(page: Page, orders: number): Promise<Readonly<Record<string, Measured>>> {
  await openOrders(page);
  return {
    filter: summary(await filters(page)),
    search: summary(await searches(page, orders)),
    sort: summary(await sorts(page)),
    page: summary(await pages(page)),
  };
}

/** The list of orders with the probe in it. */
export async function openOrders(page: Page, query = ''): Promise<void> {
  await page.goto(`/orders${query}`);
  await page.locator('[role=grid] [role=row][id]').first().waitFor();
  await installProbe(page);
}

/** Every pair of a shop and a status. The newest orders are all new ones, so that status would show what is shown. */
async function filters(page: Page): Promise<readonly Taken[]> {
  const [shop, status] = [page.locator('select').nth(0), page.locator('select').nth(1)];
  const shops = await shop
    .locator('option')
    .evaluateAll((options) => options.map((option) => option.getAttribute('value') ?? ''));
  const taken: Taken[] = [];
  for (const chosenShop of shops) {
    if (chosenShop !== '') taken.push(await timed(page, 'change', () => shop.selectOption(chosenShop)));
    for (const chosen of FILLED) taken.push(await timed(page, 'change', () => status.selectOption(chosen)));
    taken.push(await timed(page, 'change', () => status.selectOption('')));
  }
  return taken;
}

async function searches(page: Page, orders: number): Promise<readonly Taken[]> {
  await openOrders(page);
  const box = page.getByRole('search').locator('input');
  const taken: Taken[] = [];
  for (let nth = 0; nth < SEARCHES; nth++) {
    // Half are numbers, half are words of what was sold.
    await box.fill(nth % 2 === 0 ? orderNumber(Math.floor((nth / SEARCHES) * orders)) : `${nth}호`);
    taken.push(await timed(page, 'keydown', () => box.press('Enter')));
  }
  return taken;
}

async function sorts(page: Page): Promise<readonly Taken[]> {
  const taken: Taken[] = [];
  for (let nth = 0; nth < SORTS / 3; nth++) {
    await openOrders(page, `?q=${nth}호`);
    const title = (name: number) => page.locator('[role=columnheader][aria-sort] button').nth(name);
    const [due, ordered] = [title(0), title(1)];
    taken.push(await timed(page, 'click', () => ordered.click()));
    taken.push(await timed(page, 'click', () => due.click()));
    taken.push(await timed(page, 'click', () => ordered.click()));
  }
  return taken;
}

/** To the end of what is there, until what follows it has been painted. */
async function pages(page: Page): Promise<readonly Taken[]> {
  await openOrders(page);
  const grid = page.locator('[role=grid]');
  const taken: Taken[] = [];
  for (let nth = 0; nth < PAGES; nth++) {
    await grid.hover();
    taken.push(await timed(page, 'wheel', () => page.mouse.wheel(0, 1_000_000)));
  }
  return taken;
}

function summary(taken: readonly Taken[]): Measured {
  const totals = taken.map(({ total }) => total);
  const beyond = taken.map(({ total, api }) => total - (api ?? 0));
  return {
    times: taken.length,
    p50Ms: quantile(totals, 0.5),
    p95Ms: quantile(totals, 0.95),
    beyondApiP50Ms: quantile(beyond, 0.5),
    beyondApiP95Ms: quantile(beyond, 0.95),
  };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0);
}
