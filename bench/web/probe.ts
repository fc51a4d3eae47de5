import type { Page } from 'playwright-core';
import { z } from 'zod';

/**
 * Runs in the page. After `arm(kind)` the next input of the kind starts a stopwatch that stops when other rows than
 * before have been painted: seen by a frame, and the first task after that frame. After a turn of the wheel it must be
 * rows that were not there at all, since the next page had still to be fetched.
 */
const PROBE = `(() => {
  const shown = () => [...document.querySelectorAll('[role=grid] [role=row][id]')].map(({ id }) => id).join();
  const last = () => Math.max(...[...document.querySelectorAll('[role=grid] [role=row][id]')].map((row) => row.ariaRowIndex));
  const fetched = () => document.querySelector('[role=grid] [role=rowgroup]').offsetHeight / 38;
  const asked = (since) => performance.getEntriesByType('resource')
    .filter(({ name, startTime }) => name.includes('/api/v1/orders?') && startTime >= since).at(-1);
  window.moaProbe = {
    arm(kind) {
      performance.clearResourceTimings();
      const before = shown();
      const there = fetched();
      const isNew = () => (kind === 'wheel' ? last() >= there : shown() !== before);
      this.taken = new Promise((resolve) => addEventListener(kind, ({ timeStamp }) => {
        const look = () => {
          if (!isNew()) return void requestAnimationFrame(look);
          setTimeout(() => {
            const total = performance.now() - timeStamp;
            const api = asked(timeStamp);
            resolve({ total, api: api === undefined ? null : api.responseEnd - api.startTime });
          });
        };
        requestAnimationFrame(look);
      }, { capture: true, once: true }));
    },
  };
})()`;

const TAKEN = z.object({ total: z.number(), api: z.number().nullable() });

/** From the input to the painted rows, and what of that the API took; null where nothing was asked. Milliseconds. */
export type Taken = z.infer<typeof TAKEN>;

export async function installProbe(page: Page): Promise<void> {
  await page.evaluate(PROBE);
}

/** What one input took until its rows were painted. */
export async function timed(
  page: Page,
  kind: 'click' | 'change' | 'keydown' | 'wheel',
  act: () => Promise<unknown>,
): Promise<Taken> {
  await page.evaluate(`moaProbe.arm('${kind}')`);
  await act();
  return TAKEN.parse(await page.evaluate('moaProbe.taken'));
}
