import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { unproved } from '../conformance/unproved.ts';
import { prepareCopies } from './databases.ts';
import { scanLogs } from './log-watch.ts';
import { startPostgres } from './postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string;
    /** The file of a migrated PGlite. */
    migratedPglite: string;
  }
}

/**
 * One PostgreSQL server for the whole test run; each test file takes a database of its own on it, or a PGlite of its
 * own. Both are copies of databases that are migrated here, which takes a fraction of the time. At the end the
 * logs of all tests are scanned: a credential or a phone number in them fails the run. So does a promise of an edition
 * that the conformance suite has not kept.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  const logs = mkdtempSync(join(tmpdir(), 'moa-logs-'));
  process.env.MOA_TEST_LOGS = logs;
  const copies = mkdtempSync(join(tmpdir(), 'moa-copies-'));
  const migratedPglite = join(copies, 'pglite.tar');
  // Processes that tests start load the same sources again and again; compiled ones take half the time.
  process.env.NODE_COMPILE_CACHE ??= join(copies, 'compiled');
  await prepareCopies(server.url, migratedPglite);
  project.provide('postgresUrl', server.url);
  project.provide('migratedPglite', migratedPglite);
  return async () => {
    await server.stop();
    rmSync(copies, { recursive: true, force: true });
    const { lines, secrets, leaks } = scanLogs(logs);
    console.log(`log scan: ${lines} lines, ${secrets} secrets, ${leaks.length} leaks`);
    rmSync(logs, { recursive: true, force: true });
    const missing = unproved(project.vitest) ?? [];
    const complaints = [
      ...(leaks.length > 0 ? ['logs hold what they must not:', ...leaks.slice(0, 20)] : []),
      ...(missing.length > 0 ? ['promised, but not shown to work:', ...missing] : []),
    ];
    const { state } = project.vitest;
    const hasFailed = state.getFiles().some(({ result }) => result?.state === 'fail');
    if (complaints.length > 0 || hasFailed || state.getUnhandledErrors().length > 0) endWithFailure();
    if (complaints.length > 0) throw new Error(complaints.join('\n'));
  };
}

/** The server's exit hook ends the process with 0 whatever the runner made of it, and errors of a teardown are only printed. */
function endWithFailure(): void {
  process.once('exit', () => {
    process.exitCode = 1;
  });
}
