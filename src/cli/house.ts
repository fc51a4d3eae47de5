import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { createHub, type Hub } from '../engine/hub.ts';
import { smtpMailer } from '../engine/mail/mailer.ts';
import { createServer } from '../http/server.ts';
import { startWorker, type Worker, type WorkerSettings } from '../jobs/worker.ts';
import { followClock } from '../store/clock.ts';
import { type Database, openDatabase } from '../store/database.ts';
import { freeAllLanes } from '../store/lanes.ts';
import { migrate } from '../store/migrate.ts';
import { tidy } from '../store/tidy.ts';
import { loadKeyring } from '../store/vault/keyring.ts';
import { openVault } from '../store/vault/vault.ts';
import { authSecret, type Settings } from './settings.ts';

/** Where `npm start` and `npm run web` put the built web desk. */
const WEB_DESK = join(import.meta.dirname, '..', '..', 'web', 'dist');

/** An opened database with its vault, and the hub on it; nothing runs yet. */
export interface OpenHouse {
  readonly db: Database;
  readonly hub: Hub;
  close(): Promise<void>;
}

/** Opens the database of the settings, migrates it and opens the vault. */
export async function openHouse(settings: Settings, log: Logger): Promise<OpenHouse> {
  const db = await openDatabase(
    settings.databaseUrl === null
      ? { kind: 'embedded', home: settings.home }
      : { kind: 'server', url: settings.databaseUrl },
  );
  try {
    await migrate(db);
    if (db.place !== 'server') {
      await freeAllLanes(db);
      await tidy(db);
    }
    const { keyring, keep } = loadKeyring(settings.vaultKeys, settings.home);
    const vault = await openVault(db, keyring);
    keep();
    const clock = await followClock(db);
    const hub = createHub({
      db,
      vault,
      log,
      allowPrivateHosts: settings.allowPrivateHosts,
      clock: clock.now,
      mailer: settings.mail === null ? null : smtpMailer(settings.mail),
    });
    return {
      db,
      hub,
      async close() {
        clock.stop();
        await hub.close();
        await db.close();
      },
    };
  } catch (error) {
    await db.close();
    throw error;
  }
}

/** A house in use: the API answers and the worker works. */
export interface LivingHouse {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts the API on an opened house, and the worker unless other processes do the work. */
export async function moveIn(
  house: OpenHouse,
  settings: Settings,
  worker: WorkerSettings | null,
): Promise<LivingHouse> {
  const server = await createServer(house.hub, {
    secret: authSecret(process.env, settings.home),
    web: WEB_DESK,
    ...(settings.publicUrl === null ? {} : { publicUrl: settings.publicUrl }),
  });
  const url = await listen(server, settings);
  const working = worker === null ? null : await startWorker(house.hub, worker);
  return { url, stop: () => stop(server, working, house) };
}

async function listen(server: FastifyInstance, settings: Settings): Promise<string> {
  try {
    return await server.listen({ port: settings.port, host: settings.host });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw new Error(`port ${settings.port} is in use; set PORT to another one`, { cause: error });
    }
    throw error;
  }
}

async function stop(server: FastifyInstance, working: Worker | null, house: OpenHouse): Promise<void> {
  await Promise.all([server.close(), working?.stop()]);
  await house.close();
}
