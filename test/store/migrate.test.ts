import { readdirSync } from 'node:fs';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { newEmptyDatabase } from '../harness/databases.ts';

test('processes that start at once migrate once', async () => {
  const url = await newEmptyDatabase();
  const processes = await Promise.all(
    Array.from({ length: 4 }, () => openDatabase({ kind: 'server', url, connections: 3 })),
  );
  await Promise.all(processes.map(migrate));
  await Promise.all(processes.map(migrate));
  const [first] = processes;
  if (first === undefined) throw new Error('no process');
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(
    first.root,
  );
  expect(rows.map(({ name }) => name)).toEqual(
    readdirSync('src/store/migrations').map((file) => file.replace('.sql', '')),
  );
  await Promise.all(processes.map((process) => process.close()));
});
