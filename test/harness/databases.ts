import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { type Database, type DatabasePlace, openDatabase } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';

/** Both kinds of database that every promise must hold on. */
export const DATABASE_KINDS = ['PGlite', 'PostgreSQL'] as const;
export type DatabaseKind = (typeof DATABASE_KINDS)[number];

/** A new empty place for a database of the kind. */
export async function newPlace(kind: DatabaseKind): Promise<DatabasePlace> {
  if (kind === 'PGlite') return { kind: 'memory' };
  return { kind: 'server', url: await newServerDatabase(), connections: 6 };
}

/** Creates an empty database on the run's PostgreSQL server and answers its address. */
export async function newServerDatabase(): Promise<string> {
  const server = inject('postgresUrl');
  const name = `moa_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return server.replace(/\/postgres$/, `/${name}`);
}

/** Opens and migrates a new database of the kind. */
export async function newDatabase(kind: DatabaseKind): Promise<Database> {
  const db = await openDatabase(await newPlace(kind));
  await migrate(db);
  return db;
}
