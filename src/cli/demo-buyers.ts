import { z } from 'zod';
import type { ClaimKind } from '../domain/claim.ts';
import { control, SandboxRefused } from './sandbox-control.ts';

/** A shop of the demo as its buyers see it. */
export interface DemoShop {
  /** Where the sandbox's control API has it, such as `/coupang/shops/demo`. */
  readonly path: string;
  /** Under which name the sandbox tells an order's number. */
  readonly orderKey: string;
}

const SOLD = z.object({ order: z.string() });
const ORDERS = z.object({ orders: z.array(z.record(z.string(), z.unknown())) });
const TOLD = z.object({ status: z.string(), claims: z.array(z.unknown()) });

/** How many orders a buyer looks through for one that has arrived. */
const LOOKED_THROUGH = 40;

/**
 * Lets buyers of these shops change their minds, one after the other: they cancel what they have just bought, send
 * back what has arrived, take that back and want it exchanged instead. Answers how to stop them.
 */
export function startBuyers(
  sandboxUrl: string,
  shops: readonly DemoShop[],
  everyMs: number,
  onTrouble: (error: unknown) => void,
): () => Promise<void> {
  const minds = shops.map((shop) => changesOfMind({ url: sandboxUrl }, shop));
  let turn = 0;
  let under: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    const mind = minds[turn % minds.length];
    turn += 1;
    under = under.then(() => mind?.next()).catch(onTrouble);
  }, everyMs).unref();
  return async () => {
    clearInterval(timer);
    await under;
  };
}

/** What the buyers of one shop do, one step at a time, for ever. What the marketplace does not let them do is left. */
async function* changesOfMind(sandbox: { readonly url: string }, shop: DemoShop): AsyncGenerator<void> {
  const act = (name: string, body: unknown) =>
    control(sandbox, 'POST', `${shop.path}/acts/story.${name}`, body);
  const claim = (order: string, kind: ClaimKind) => unlessRefused(act('claim', { order, kind }));
  const withdraw = (order: string) => unlessRefused(act('withdraw', { order }));
  const buy = async () => SOLD.parse(await act('sell', {})).order;

  for (;;) {
    const regretted = await buy();
    yield;
    await claim(regretted, 'cancel');
    yield;
    const worn = await arrived(sandbox, shop);
    if (worn !== undefined) {
      await claim(worn, 'return');
      yield;
      await withdraw(worn);
      yield;
      await claim(worn, 'exchange');
      yield;
    }
    const kept = await buy();
    yield;
    await claim(kept, 'cancel');
    yield;
    await withdraw(kept);
    yield;
  }
}

/** An order that has reached its buyer and that nobody has complained about. */
async function arrived(sandbox: { readonly url: string }, shop: DemoShop): Promise<string | undefined> {
  const { orders } = ORDERS.parse(await control(sandbox, 'GET', `${shop.path}/orders`));
  const numbers = [...new Set(orders.map((order) => z.string().parse(order[shop.orderKey])))];
  const offset = Math.floor(Math.random() * numbers.length);
  const around = [...numbers.slice(offset), ...numbers.slice(0, offset)];
  for (const order of around.slice(0, LOOKED_THROUGH)) {
    const told = TOLD.parse(await control(sandbox, 'POST', `${shop.path}/acts/story.tell`, { order }));
    if (told.status === 'delivered' && told.claims.length === 0) return order;
  }
  return undefined;
}

async function unlessRefused(deed: Promise<unknown>): Promise<void> {
  try {
    await deed;
  } catch (error) {
    if (!(error instanceof SandboxRefused && error.status === 409)) throw error;
  }
}
