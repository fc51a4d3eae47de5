import { moveIn, openHouse } from './house.ts';
import { createLog } from './log.ts';
import { readSettings } from './settings.ts';
import { untilStopped } from './until-stopped.ts';

/** `moa serve`: the API, and the work as well unless `worker` is off. */
export async function serve({ worker }: { readonly worker: boolean }): Promise<void> {
  const settings = readSettings(process.env);
  const log = createLog(settings.logLevel);
  const house = await openHouse(settings, log);
  const living = await moveIn(house, settings, worker ? settings : null);
  console.log(`Moa listens on ${living.url}  (API reference: ${living.url}/docs)`);
  await untilStopped(living.stop, settings.drainMs);
}
