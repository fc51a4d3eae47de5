import { sql } from 'kysely';
import type { Hub } from '../../src/engine/hub.ts';
import { createServer } from '../../src/http/server.ts';
import { startWorker } from '../../src/jobs/worker.ts';
import { unlimitedBudget } from '../../src/marketplaces/kit/budget.ts';
import { MARKETPLACES } from '../../src/marketplaces/registry.ts';
import { type DatabaseKind, newDatabase } from '../harness/databases.ts';
import { newHub } from '../harness/hub.ts';
import { openBusiness, TEST_SECRET } from '../harness/rest.ts';
import { newSandbox } from '../harness/sandbox.ts';
import { type Rest, restAt } from './rest.ts';
import { connectScene, type Scene } from './scene.ts';
import { timeFor } from './time.ts';

/** One edition of one marketplace, in which every story is played. */
export interface Cast {
  readonly platform: string;
  readonly edition: string;
}

/** Every edition of every marketplace. */
export const CASTS: readonly Cast[] = MARKETPLACES.flatMap(({ id, editions }) =>
  Object.keys(editions).map((edition) => ({ platform: id, edition })),
);

/** One hub with a shop of every cast connected, beside the marketplaces, on one clock. */
export interface Stage {
  scene(cast: Cast): Scene;
  readonly rest: Rest;
  close(): Promise<void>;
}

/** What is read is asked for; by the clock the hub would only read what was read already. */
const SELDOM_MS = 24 * 3_600_000;

export async function openStage(database: DatabaseKind, casts: readonly Cast[]): Promise<Stage> {
  const sandbox = await newSandbox();
  const db = await newDatabase(database);
  const parts = await newHub(db, { budget: unlimitedBudget });
  const time = timeFor(sandbox, (now) => takeDueWork(parts, now));
  const hub: Hub = { ...parts, clock: time.now };
  const { tokens } = await openBusiness(hub, '모아 상점');
  const server = await createServer(hub, { secret: TEST_SECRET });
  const url = await server.listen({ port: 0, host: '127.0.0.1' });
  const worker = await startWorker(hub, { pullEveryMs: SELDOM_MS, width: casts.length });
  const rest = restAt(url, tokens.staff, time);
  const scenes = new Map<Cast, Scene>();
  for (const cast of casts) {
    scenes.set(
      cast,
      await connectScene({ cast, sandbox, time, rest, owner: restAt(url, tokens.owner, time) }),
    );
  }
  return {
    rest,
    scene(cast) {
      const scene = scenes.get(cast);
      if (scene === undefined) throw new Error(`${cast.platform} ${cast.edition} is not on this stage`);
      return scene;
    },
    async close() {
      await server.close();
      await worker.stop();
      await hub.close();
      await db.close();
      await sandbox.close();
    },
  };
}

/** Work is due by the database's clock, which tests cannot push. */
async function takeDueWork({ db, nudges }: Hub, now: Date): Promise<void> {
  await sql`update commands set not_before = now() where not_before > now() and not_before <= ${now}`.execute(
    db.root,
  );
  await sql`update lanes set due_at = now() where due_at > now() and due_at <= ${now}`.execute(db.root);
  nudges.emit('nudge', 'commands');
}
