import type { Page } from 'playwright-core';
import { z } from 'zod';
import { openOrders } from './clicks.ts';

const SECONDS = 15;
/** As fast as a thumb on a track pad; a screen of rows in a third of a second. */
const PIXELS_PER_SECOND = 2_500;

/** Runs in the page: moves the list evenly and notes when each frame came. */
const SCROLL = `new Promise((resolve) => {
  const grid = document.querySelector('[role=grid]');
  const frames = [];
  const begun = performance.now();
  const step = (now) => {
    frames.push(now);
    grid.scrollTop = ((now - begun) / 1000) * ${PIXELS_PER_SECOND};
    if (now - begun < ${SECONDS * 1000}) requestAnimationFrame(step);
    else resolve({ frames, reached: grid.scrollTop });
  };
  requestAnimationFrame(step);
})`;

export interface Scrolled {
  readonly rows: number;
  readonly frames: number;
  /** Frames of a 60 Hz screen that nothing new came in time for. */
  readonly dropped: number;
  readonly droppedShare: number;
  readonly longestMs: number;
}

/** Scrolls through thousands of rows, with pages being fetched on the way. */
export async function measureScrolling(page: Page): Promise<Scrolled> {
  await openOrders(page);
  const { frames, reached } = z
    .object({ frames: z.array(z.number()), reached: z.number() })
    .parse(await page.evaluate(SCROLL));
  const gaps = frames.slice(1).map((at, nth) => at - (frames[nth] ?? at));
  const dropped = gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / (1000 / 60)) - 1), 0);
  return {
    rows: Math.round(reached / 38),
    frames: gaps.length,
    dropped,
    droppedShare: Number((dropped / (dropped + gaps.length)).toFixed(4)),
    longestMs: Math.round(Math.max(...gaps)),
  };
}
