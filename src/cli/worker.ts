import { startWorker } from '../jobs/worker.ts';
import { openHouse } from './house.ts';
import { createLog } from './log.ts';
import { readSettings } from './settings.ts';
import { untilStopped } from './until-stopped.ts';

/** `moa worker`: more hands for the shops of a PostgreSQL server, without the API. */
export async function worker(): Promise<void> {
  const settings = readSettings(process.env);
  if (settings.databaseUrl === null) {
    throw new Error(
      'moa worker shares the work on a PostgreSQL server: set DATABASE_URL to the address that moa serve has. ' +
        'The embedded database has one process only, and moa serve does the work there.',
    );
  }
  const house = await openHouse(settings, createLog(settings.logLevel));
  const working = await startWorker(house.hub, settings);
  console.log(`Moa works, on up to ${settings.width} shops at once in each kind of work`);
  await untilStopped(async () => {
    await working.stop();
    await house.close();
  }, settings.drainMs);
}
