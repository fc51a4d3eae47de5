import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { z } from 'zod';
import { DURABLE, startPostgres } from '../../test/harness/postgres.ts';
import { inChild } from '../child.ts';
import type { Place } from '../ingest-place.ts';
import { sandboxProcess } from '../sandbox.ts';

/** Shops, and how many calls the connector makes side by side. */
const SHOPS = [
  { platform: 'coupang', sideBySide: 1 },
  { platform: 'naver', sideBySide: 4 },
] as const;
const LISTINGS = 1_000;

const HUB = z.object({
  seconds: z.number(),
  secondsAgain: z.number(),
  peakMb: z.number(),
  listings: z.number(),
  items: z.number(),
});
const FLOOR = z.object({ seconds: z.number(), peakMb: z.number(), documents: z.number() });

/**
 * Reads shops of 1,000 listings through the whole hub into an empty database, and in the same run the floor: the same
 * calls fetched, parsed and inserted as plain documents. Sandbox limits are off.
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

  try {
    for (const { platform, sideBySide } of SHOPS) {
      const shop = await sandbox.openShop(platform, {
        orders: 0,
        products: LISTINGS,
        limits: false,
        quiet: true,
      });
      // The sandbox works out each product once and remembers it; whoever came first would pay for that.
      await inChild('stock/listing-hub.ts', {
        ...shop,
        place: await place('PostgreSQL'),
        record: join(folder, 'warm-up.json'),
      });
      for (const kind of ['PostgreSQL', 'PGlite'] as const) {
        // The floor sends the hub's own signed calls again: to them it must still be the same moment.
        await sandbox.post('/clock', { set: new Date().toISOString(), freeze: true });
        const record = join(folder, `calls-${platform}-${kind}.json`);
        const hub = HUB.parse(
          await inChild('stock/listing-hub.ts', { ...shop, place: await place(kind), record }),
        );
        const floor = FLOOR.parse(
          await inChild('stock/listing-floor.ts', { place: await place(kind), record, sideBySide }),
        );
        const result = {
          platform,
          database: kind,
          listings: hub.listings,
          items: hub.items,
          calls: floor.documents,
          listingsPerSecond: Math.round(hub.listings / hub.seconds),
          unchangedPerSecond: Math.round(hub.listings / hub.secondsAgain),
          floorListingsPerSecond: Math.round(hub.listings / floor.seconds),
          ratioToFloor: Number((floor.seconds / hub.seconds).toFixed(3)),
          peakMb: hub.peakMb,
          floorPeakMb: floor.peakMb,
        };
        results.push(result);
        console.log(JSON.stringify(result));
        await sandbox.post('/clock', { freeze: false });
        await sandbox.post('/clock', { set: new Date().toISOString() });
      }
    }
  } finally {
    await sandbox.stop();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return results;
}
