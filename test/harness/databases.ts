import { randomBytes } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { inject } from 'vitest';
import { type Database, type DatabasePlace, openDatabase } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';

/** Both kinds of database that every promise must hold on. */
export const DATABASE_KINDS = ['PGlite', 'PostgreSQL'] as const;
export type DatabaseKind = (typeof DATABASE_KINDS)[number];

/**
 * A new place for a database of the kind, with the tables of today in it: a copy of one that was migrated for the whole
 * run.
 */
export async function newPlace(kind: DatabaseKind): Promise<DatabasePlace> {
  if (kind === 'PGlite') return { kind: 'memory', copyOf: await openAsBlob(inject('migratedPglite')) };
  return { kind: 'server', url: await newServerDatabase(), connections: 6 };
}

/** Creates a database with the tables of today on the run's PostgreSQL server and answers its address. */
export function newServerDatabase(): Promise<string> {
  return createOnServer(MIGRATED);
}

/** The same without any table. */
export function newEmptyDatabase(): Promise<string> {
  return createOnServer('template1');
}

async function createOnServer(template: string): Promise<string> {
  const server = inject('postgresUrl');
  const name = `moa_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${name} template ${template}`);
  await client.end();
  return server.replace(/\/postgres$/, `/${name}`);
}

/** Opens a new database of the kind with the tables of today. */
export async function newDatabase(kind: DatabaseKind): Promise<Database> {
  return openDatabase(await newPlace(kind));
}

/** The database on the run's server that others are copied from; nobody may be connected to it. */
const MIGRATED = 'moa_migrated';

/** Makes what `newDatabase` copies; once in a run. */
export async function prepareCopies(serverUrl: string, pgliteFile: string): Promise<void> {
  await Promise.all([prepareOnServer(serverUrl), preparePglite(pgliteFile)]);
}

async function prepareOnServer(serverUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(`create database ${MIGRATED}`);
  await client.end();
  const db = await openDatabase({
    kind: 'server',
    url: serverUrl.replace(/\/postgres$/, `/${MIGRATED}`),
    connections: 1,
  });
  await migrate(db);
  await db.close();
}

async function preparePglite(file: string): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'moa-home-'));
  const db = await openDatabase({ kind: 'embedded', home });
  await migrate(db);
  await db.close();
  const pglite = await PGlite.create(join(home, 'database'));
  const dump = await pglite.dumpDataDir('none');
  await pglite.close();
  await writeFile(file, Buffer.from(await dump.arrayBuffer()));
  await rm(home, { recursive: true });
}
