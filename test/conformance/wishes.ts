import type { OrderStatus } from '../../src/domain/status.ts';
import type { Wish } from '../../src/engine/commands/order-wish.ts';
import { A_WHILE_MS, type Scene } from './scene.ts';
import { storyOf } from './story.ts';
import type { TrueWrites, WriteCalls } from './world.ts';
import type { Cast } from './worlds/all.ts';

export const ACKNOWLEDGE: Wish = { kind: 'acknowledge' };

let given = 0;

/** Invoice numbers of CJ Logistics that no test has used. */
export function newInvoice(): string {
  given += 1;
  return String(640_000_000_000 + given);
}

type Shipping = Extract<Wish, { readonly invoice: string }>;

/** The wish to ship under an invoice. */
export function shipWith(scene: Scene, invoice: string, carrier = 'CJ대한통운'): Shipping {
  return { kind: 'ship', carrier, invoice, shippedAt: scene.stage.hub.clock() };
}

/** What the marketplace counted for the lines of an order it has. */
export async function writesOf(scene: Scene, order: string): Promise<readonly TrueWrites[]> {
  const lines = await scene.market.writes(order);
  if (lines.length === 0) throw new Error(`the marketplace has no order ${order}`);
  return lines;
}

/** Orders that were just bought and pulled. */
export async function freshOrders(scene: Scene, count: number): Promise<readonly string[]> {
  const bought = await scene.buy(count);
  await scene.pull();
  return bought;
}

/** Orders that may be shipped: bought, pulled, and acknowledged through the hub where that is a step of its own. */
export async function readyOrders(scene: Scene, count: number): Promise<readonly string[]> {
  const bought = await freshOrders(scene, count);
  await makeReady(scene, bought);
  return bought;
}

/** Orders of so many lines each that were just bought and pulled. */
export async function freshOrdersOf(scene: Scene, lines: number, count: number): Promise<readonly string[]> {
  const sold: string[] = [];
  while (sold.length < count) sold.push((await storyOf(scene).sell({ lines })).order);
  await scene.stage.passTime(A_WHILE_MS);
  await scene.pull();
  return sold;
}

/** Acknowledges orders through the hub where that is a step of its own. */
export async function makeReady(scene: Scene, orders: readonly string[]): Promise<void> {
  if (!acknowledges(scene.cast)) return;
  await scene.wish(orders, () => ACKNOWLEDGE);
  await scene.work();
}

/** Whether the seller acknowledges orders before shipping them. */
export function acknowledges({ edition }: Cast): boolean {
  return edition.promises.acknowledge !== undefined;
}

/** What an order that may be shipped looks like. */
export function readyStatus(scene: Scene): OrderStatus {
  return acknowledges(scene.cast) ? 'PREPARING' : 'PAID';
}

/** The sandbox's name of a call that the edition promises. */
export function callOf({ cast }: { readonly cast: Cast }, write: keyof WriteCalls): string {
  const name = cast.world.calls[write];
  if (name === undefined) throw new Error(`the world of ${cast.name} does not name its call ${write}`);
  return name;
}
