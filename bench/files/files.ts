import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { DURABLE, startPostgres } from '../../test/harness/postgres.ts';
import { inChild } from '../child.ts';
import type { Place } from '../ingest-place.ts';

const ROWS = [5_000, 50_000];

const report = z.object({
  bytes: z.number(),
  floorSeconds: z.number(),
  checkedSeconds: z.number(),
  writtenSeconds: z.number(),
  exportedSeconds: z.number(),
  longestPauseMs: z.number(),
  peakMb: z.number(),
});

/**
 * What a workbook of products costs: read and checked, written, and exported again, beside a floor that inflates the same bytes,
 * runs the XML parser over them and inserts the rows as plain documents.
 */
export async function files(): Promise<Record<string, unknown>> {
  const server = await startPostgres(DURABLE);
  const home = mkdtempSync(join(tmpdir(), 'moa-bench-files-'));
  try {
    const results: Record<string, unknown> = {};
    for (const rows of ROWS) {
      const places: readonly (readonly [string, Place])[] = [
        ['PostgreSQL', { kind: 'server', url: server.url.replace(/\/postgres$/, `/files_${rows}`) }],
        ['embedded', { kind: 'embedded', home: join(home, String(rows)) }],
      ];
      for (const [name, place] of places) {
        const measured = report.parse(await inChild('files/measure.ts', { place, rows, server: server.url }));
        const share = measured.floorSeconds / measured.checkedSeconds;
        console.log(
          `${String(rows).padStart(6)} rows  ${name.padEnd(10)}  read and checked ${fixed(measured.checkedSeconds)} s ` +
            `(floor ${fixed(measured.floorSeconds)} s, share ${share.toFixed(2)})  written ${fixed(measured.writtenSeconds)} s  ` +
            `exported ${fixed(measured.exportedSeconds)} s  longest pause ${Math.round(measured.longestPauseMs)} ms  ` +
            `peak ${measured.peakMb} MB`,
        );
        results[`${name} ${rows}`] = { ...measured, share };
      }
    }
    return results;
  } finally {
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

const fixed = (seconds: number) => seconds.toFixed(1);
