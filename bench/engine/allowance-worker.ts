import { z } from 'zod';
import { accountId, ownerId } from '../../src/domain/ids.ts';
import { openShop } from '../../src/engine/open-shop.ts';
import { findAccount } from '../../src/store/accounts.ts';
import { openDatabase } from '../../src/store/database.ts';
import { asOwner } from '../../src/store/scope.ts';
import { parseKeyring } from '../../src/store/vault/keyring.ts';
import { openVault } from '../../src/store/vault/vault.ts';
import { newHub } from '../../test/harness/hub.ts';

/** One worker of an account that has more to ask than it may: several callers, each asking again and again. */
const args = z
  .object({
    url: z.string(),
    keys: z.string(),
    owner: z.number(),
    account: z.number(),
    callers: z.number(),
  })
  .parse(JSON.parse(process.argv[2] ?? ''));

const db = await openDatabase({ kind: 'server', url: args.url, connections: 4 });
const hub = await newHub(db, { vault: await openVault(db, parseKeyring(args.keys)) });
const owner = ownerId(args.owner);
const account = await asOwner(db, owner, (scope) => findAccount(scope, accountId(args.account)));
if (account === undefined) throw new Error('no such account');

const stopping = new AbortController();
process.on('message', () => stopping.abort(new Error('stopped')));

const { shop } = await openShop(hub, owner, account, 'fresh', stopping.signal);
let failed = 0;
process.send?.({ ready: true });
await Promise.all(
  Array.from({ length: args.callers }, async () => {
    while (!stopping.signal.aborted) {
      await shop.orders.read(['9000000000001']).catch(() => {
        if (!stopping.signal.aborted) failed += 1;
      });
    }
  }),
);
process.send?.({ failed });
await hub.close();
await db.close();
process.exit(0);
