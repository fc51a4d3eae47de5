import { z } from 'zod';
import { DIST } from '../../scripts/web/places.ts';
import { createUser } from '../../src/http/auth/users.ts';
import { createServer } from '../../src/http/server.ts';
import { unlimitedBudget } from '../../src/marketplaces/kit/budget.ts';
import { openDatabase } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { newHub } from '../../test/harness/hub.ts';
import { PLACE } from '../ingest-place.ts';
import { fourShops } from '../stock/four-shops.ts';
import { type ManyOrders, nextEvent, writeOrders } from './many-orders.ts';

/** A hub with its desk and many orders, in a process of its own. Told a number, it lets that many events happen. */
const args = z
  .object({ place: PLACE, orders: z.number(), secret: z.string(), email: z.string(), password: z.string() })
  .parse(JSON.parse(process.argv[2] ?? ''));

const db = await openDatabase(args.place);
await migrate(db);
const hub = await newHub(db, { budget: unlimitedBudget });
const shops = await fourShops(hub, 50);
const many: ManyOrders = { shops, total: args.orders, newest: new Date() };
await writeOrders(hub, many);
await createUser(hub, args.secret, {
  email: args.email,
  password: args.password,
  name: 'bench',
  owner: shops.owner,
  role: 'owner',
});
const server = await createServer(hub, { secret: args.secret, web: DIST });
const url = await server.listen({ port: 0, host: 'localhost' });

let event = 0;
process.on('message', async (message) => {
  for (const last = event + z.number().parse(message); event < last; event++)
    await nextEvent(hub, many, event);
  process.send?.({ happened: event });
});
process.send?.({ url });
