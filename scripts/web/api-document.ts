import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { createHub } from '../../src/engine/hub.ts';
import { createServer } from '../../src/http/server.ts';
import { openDatabase } from '../../src/store/database.ts';
import { parseKeyring } from '../../src/store/vault/keyring.ts';
import type { Vault } from '../../src/store/vault/vault.ts';

/** A pool connects when it is first asked for something, and describing the API asks for nothing. */
const NO_DATABASE = 'postgres://127.0.0.1:1/none';

/** The API's OpenAPI document as the hub's code describes it. No server listens and no database is opened. */
export async function readApiDocument(): Promise<string> {
  const db = await openDatabase({ kind: 'server', url: NO_DATABASE });
  const log = pino({ level: 'silent' });
  const hub = createHub({ db, vault: closedVault(), log, allowPrivateHosts: false });
  const server = await createServer(hub, { secret: randomBytes(32).toString('hex') });
  try {
    return (await server.inject({ method: 'GET', url: '/openapi.json' })).body;
  } finally {
    await server.close();
    await hub.close();
    await db.close();
  }
}

function closedVault(): Vault {
  const refuse = () => Promise.reject(new Error('this vault was never opened'));
  return {
    keyring: parseKeyring(`1:${randomBytes(32).toString('base64')}`),
    dataKey: refuse,
    ownerKey: refuse,
  };
}
