import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Database, Tables } from './database.ts';
import { SCOPED_ROLE } from './scope.ts';

const FOLDER = join(import.meta.dirname, 'migrations');

/**
 * Brings the schema up to date: every SQL file of the folder in name order, forward only, each in the one
 * migration transaction. Processes that start at once wait for each other on a database lock.
 */
export async function migrate(db: Database): Promise<void> {
  const migrator = new Migrator({ db: db.root, provider: { getMigrations: async () => readMigrations() } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  await prepareScopedRole(db);
}

function readMigrations(): Record<string, Migration> {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.sql'));
  return Object.fromEntries(
    files.map((name) => [
      name.replace(/\.sql$/, ''),
      migrationFrom(readFileSync(join(FOLDER, name), 'utf8')),
    ]),
  );
}

function migrationFrom(text: string): Migration {
  // Each by itself, so that what breaks is told by its own text; an empty line ends each.
  const statements = text
    .split(/;[ \t]*\n(?:[ \t]*\n)+/)
    .filter((part) => part.replace(/--.*$/gm, '').trim() !== '');
  return {
    async up(trx: Kysely<unknown>) {
      for (const statement of statements) await sql.raw(statement).execute(trx);
    },
  };
}

/**
 * Creates the role of owner transactions where it is missing, and opens every table to it. The audit trail it may
 * only add to.
 */
async function prepareScopedRole(db: Database): Promise<void> {
  await db.root.transaction().execute((trx) =>
    db.guarded(async () => {
      // Roles belong to the whole server, so two hubs on one server may try this at the same moment.
      await sql`select pg_advisory_xact_lock(7307001)`.execute(trx);
      const role = sql.id(SCOPED_ROLE);
      await makeRoleUsable(trx);
      await sql`grant usage on schema public to ${role}`.execute(trx);
      await sql`grant select, insert, update, delete on all tables in schema public to ${role}`.execute(trx);
      await sql`grant usage on all sequences in schema public to ${role}`.execute(trx);
      await sql`revoke update, delete, truncate on audit_entries from ${role}`.execute(trx);
      await sql`revoke insert, update, delete, truncate on audit_chain from ${role}`.execute(trx);
      await sql`revoke update, delete, truncate on stock_movements from ${role}`.execute(trx);
    }),
  );
}

async function makeRoleUsable(trx: Kysely<Tables>): Promise<void> {
  const role = sql.id(SCOPED_ROLE);
  const { rows } = await sql<{ member: boolean }>`
    select pg_has_role(current_user, oid, 'member') as member from pg_roles
    where rolname = ${SCOPED_ROLE}`.execute(trx);
  const [known] = rows;
  if (known?.member === true) return;
  try {
    if (known === undefined) await sql`create role ${role} nologin nobypassrls`.execute(trx);
    await sql`grant ${role} to current_user`.execute(trx);
  } catch (cause) {
    throw new Error(
      `The database user may not ${known === undefined ? 'create' : 'use'} the role "${SCOPED_ROLE}". ` +
        `Ask the server's administrator to run: ${known === undefined ? `create role ${SCOPED_ROLE} nologin nobypassrls; ` : ''}` +
        `grant ${SCOPED_ROLE} to <the user in DATABASE_URL>;`,
      { cause },
    );
  }
}
