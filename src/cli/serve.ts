import { moveIn, openHouse } from './house.ts';
import { createLog } from './log.ts';
import { readSettings } from './settings.ts';
import { untilStopped } from './until-stopped.ts';

/** Accounts one process works on at once, per kind of work. */
export const WORK_WIDTH = 8;

/** `moa serve`: the hub alone. */
export async function serve(): Promise<void> {
  const settings = readSettings(process.env);
  const log = createLog(settings.logLevel);
  const house = await openHouse(settings, log);
  const living = await moveIn(house, settings, { pullEveryMs: settings.pullEveryMs, width: WORK_WIDTH });
  console.log(`Moa listens on ${living.url}  (API reference: ${living.url}/docs)`);
  await untilStopped(living.stop);
}
