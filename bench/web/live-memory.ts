import type { CDPSession, Page } from 'playwright-core';
import { z } from 'zod';
import type { Desk } from './desk.ts';

/** An hour of the page's own clock, with something happening to an order in every second of it. */
const SECONDS = 3_600;
/** Until then the page fills what it keeps; from then on it should not grow. */
const SETTLED_AT = 600;

export interface Memory {
  readonly heapMb: number;
  readonly nodes: number;
  readonly listeners: number;
}

export interface LiveMemory {
  readonly updates: number;
  readonly settled: Memory;
  readonly atTheEnd: Memory;
  readonly heapGrowth: number;
}

/**
 * Leaves the list of orders open for an hour of a busy day. The page's timers are pushed, so that the hour takes
 * minutes; events, answers and drawing are real.
 */
export async function measureLiveMemory(page: Page, desk: Desk): Promise<LiveMemory> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  await page.clock.install();
  await page.goto('/orders');
  await page.locator('[role=grid] [role=row][id]').first().waitFor();
  const pass = async (seconds: number) => {
    for (let second = 0; second < seconds; second++) {
      await desk.happen(1);
      await page.clock.runFor(1_000);
    }
  };
  await pass(SETTLED_AT);
  const settled = await memoryOf(devtools);
  await pass(SECONDS - SETTLED_AT);
  const atTheEnd = await memoryOf(devtools);
  return {
    updates: SECONDS,
    settled,
    atTheEnd,
    heapGrowth: Number((atTheEnd.heapMb / settled.heapMb - 1).toFixed(3)),
  };
}

const METRICS = z.object({ metrics: z.array(z.object({ name: z.string(), value: z.number() })) });

async function memoryOf(devtools: CDPSession): Promise<Memory> {
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = METRICS.parse(await devtools.send('Performance.getMetrics'));
  const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return {
    heapMb: Number((value('JSHeapUsedSize') / 1024 / 1024).toFixed(2)),
    nodes: value('Nodes'),
    listeners: value('JSEventListeners'),
  };
}
