import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { z } from 'zod';
import { DURABLE, startPostgres } from '../test/harness/postgres.ts';
import { inChild } from './child.ts';
import type { Place } from './ingest-place.ts';
import { sandboxProcess } from './sandbox.ts';

const PLATFORMS = ['coupang', 'naver'] as const;
const SMALL = 5_000;
const LARGE = 50_000;

const HUB = z.object({
  seconds: z.number(),
  peakMb: z.number(),
  failed: z.number(),
  orders: z.number(),
  lines: z.number(),
});
const FLOOR = z.object({ seconds: z.number(), peakMb: z.number(), rows: z.number() });

/**
 * Pulls shops of 5,000 and 50,000 orders through the whole hub into an empty database, and in the same run the
 * floor: the same calls fetched, parsed and inserted as plain rows. Sandbox limits are off.
 */
export async function ingest(): Promise<Record<string, unknown>> {
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
    await client.query(`create database bench_${places}`);
    await client.end();
    return { kind: 'server', url: postgres.url.replace(/\/postgres$/, `/bench_${places}`) };
  }

  try {
    for (const orders of [SMALL, LARGE]) {
      for (const platform of PLATFORMS) {
        const shop = await sandbox.openShop(platform, {
          orders,
          days: 10,
          limits: false,
          quiet: true,
          publicationDelayMs: 0,
        });
        // The sandbox prints each order once and remembers it; whoever came first would pay for that.
        await inChild('ingest-hub.ts', {
          ...shop,
          place: await place('PostgreSQL'),
          record: join(folder, 'warm-up.json'),
        });
        for (const kind of ['PostgreSQL', 'PGlite'] as const) {
          // The floor sends the hub's own signed calls again: to them it must still be the same moment.
          await sandbox.post('/clock', { set: new Date().toISOString(), freeze: true });
          const record = join(folder, `calls-${platform}-${orders}-${kind}.json`);
          const hub = HUB.parse(
            await inChild('ingest-hub.ts', { ...shop, place: await place(kind), record }),
          );
          const floor = FLOOR.parse(await inChild('ingest-floor.ts', { place: await place(kind), record }));
          const result = {
            platform,
            database: kind,
            orders: hub.orders,
            lines: hub.lines,
            setAside: hub.failed,
            ordersPerSecond: Math.round(hub.orders / hub.seconds),
            floorOrdersPerSecond: Math.round(hub.orders / floor.seconds),
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
    }
  } finally {
    await sandbox.stop();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return { results };
}
