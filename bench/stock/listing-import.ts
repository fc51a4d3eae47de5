import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { z } from 'zod';
import { DURABLE, startPostgres } from '../../test/harness/postgres.ts';
import type { SandboxShop } from '../../test/harness/sandbox-control.ts';
import { inChild } from '../child.ts';
import type { Place } from '../ingest-place.ts';
import { sandboxProcess } from '../sandbox.ts';

/** Shops, and how many calls the connector makes side by side. */
const SHOPS = [
  { platform: 'coupang', sideBySide: 1 },
  { platform: 'naver', sideBySide: 4 },
] as const;
const LISTINGS = 1_000;
/** Odd: of the ratios of so many runs the middle one counts, since a second or two is little to measure. */
const RUNS = 3;

const HUB = z.object({
  seconds: z.number(),
  secondsAgain: z.number(),
  peakMb: z.number(),
  listings: z.number(),
  items: z.number(),
});
const FLOOR = z.object({ seconds: z.number(), peakMb: z.number(), documents: z.number() });

/**
 * Reads shops of 1,000 listings through the whole hub, each the second one of its hub, and in the same run the floor: the
 * same calls fetched, parsed and inserted as plain documents and options. Sandbox limits are off.
 */
export async function listingImport(): Promise<readonly Record<string, unknown>[]> {
  const sandbox = await sandboxProcess();
  const folder = mkdtempSync(join(tmpdir(), 'moa-bench-'));
  const postgres = await startPostgres(DURABLE);
  const results: Record<string, unknown>[] = [];
  let places = 0;

  async function place(kind: 'PGlite' | 'PostgreSQL'): Promise<Place> {
    places += 1;
    if (kind === 'PGlite') return { kind: 'embedded', home: join(folder, `home-${places}`) };
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    await client.query(`create database listings_${places}`);
    await client.end();
    return { kind: 'server', url: postgres.url.replace(/\/postgres$/, `/listings_${places}`) };
  }

  async function importOnce(
    [before, shop]: readonly [SandboxShop, SandboxShop],
    kind: 'PGlite' | 'PostgreSQL',
    sideBySide: number,
  ): Promise<Run> {
    const record = join(folder, 'calls.json');
    const hub = HUB.parse(
      await inChild('stock/listing-hub.ts', { before, shop, place: await place(kind), record }),
    );
    const floor = FLOOR.parse(
      await inChild('stock/listing-floor.ts', { place: await place(kind), record, sideBySide }),
    );
    return { hub, floor, ratio: floor.seconds / hub.seconds };
  }

  try {
    for (const { platform, sideBySide } of SHOPS) {
      const size = { orders: 0, products: LISTINGS, limits: false, quiet: true };
      const before = await sandbox.openShop(platform, size);
      const shop = await sandbox.openShop(platform, size);
      // The sandbox works out each product once and remembers it; whoever came first would pay for that.
      await inChild('stock/listing-hub.ts', {
        before,
        shop,
        place: await place('PostgreSQL'),
        record: join(folder, 'warm-up.json'),
      });
      for (const kind of ['PostgreSQL', 'PGlite'] as const) {
        // The floor sends the hub's own signed calls again: to them it must still be the same moment.
        await sandbox.post('/clock', { set: new Date().toISOString(), freeze: true });
        const runs: Run[] = [];
        for (let nth = 0; nth < RUNS; nth++) runs.push(await importOnce([before, shop], kind, sideBySide));
        await sandbox.post('/clock', { freeze: false });
        await sandbox.post('/clock', { set: new Date().toISOString() });
        const result = { platform, database: kind, ...middleOf(runs) };
        results.push(result);
        console.log(JSON.stringify(result));
      }
    }
  } finally {
    await sandbox.stop();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return results;
}

interface Run {
  readonly hub: z.infer<typeof HUB>;
  readonly floor: z.infer<typeof FLOOR>;
  readonly ratio: number;
}

/** The run whose ratio is in the middle, told beside the lowest and the highest one. */
function middleOf(runs: readonly Run[]): Readonly<Record<string, unknown>> {
  const sorted = runs.toSorted((one, other) => one.ratio - other.ratio);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('nothing was measured');
  const { hub, floor, ratio } = middle;
  return {
    listings: hub.listings,
    items: hub.items,
    calls: floor.documents,
    listingsPerSecond: Math.round(hub.listings / hub.seconds),
    unchangedPerSecond: Math.round(hub.listings / hub.secondsAgain),
    floorListingsPerSecond: Math.round(hub.listings / floor.seconds),
    ratioToFloor: Number(ratio.toFixed(3)),
    ratios: sorted.map((run) => Number(run.ratio.toFixed(3))),
    peakMb: hub.peakMb,
    floorPeakMb: floor.peakMb,
  };
}
