import type { Claim } from './answers.ts';
import type { Sale } from './market.ts';
import type { Scene } from './scene.ts';

/** Whether the seller may do it with the claim now. */
export function may({ kind, actions }: Claim, verb: string): boolean {
  return actions.some(({ action }) => action === `${kind}.${verb}`);
}

/** Whether the marketplace offers it for claims of this kind, in whatever state. */
export function isOffered({ kind, not_offered }: Claim, verb: string): boolean {
  return !not_offered.some(({ action }) => action === `${kind}.${verb}`);
}

export function isOpen({ state }: Claim): boolean {
  return state !== 'done' && state !== 'rejected' && state !== 'withdrawn';
}

/** A sale of which everything has reached the buyer. */
export async function deliveredSale(scene: Scene): Promise<Sale> {
  const { buyer, courier, seller, newParcel } = scene;
  const sale = await buyer.buys();
  await seller.prepares(sale);
  await seller.ships(sale, newParcel());
  await courier.delivers(sale);
  await seller.sees(sale, 'that it is delivered', ({ status }) => status === 'DELIVERED');
  return sale;
}

/**
 * The seller agrees that the goods come back, where that is a step of its own. Where the marketplace has no step for
 * goods that came back, approving a return is the refund, and nobody does that before.
 */
export async function agreesTo({ seller }: Scene, sale: Sale): Promise<void> {
  const claim = await seller.claimOn(sale);
  const isRefund = claim.kind === 'return' && !isOffered(claim, 'collect');
  if (isRefund || !may(claim, 'approve')) return;
  await seller.decides(claim, 'approve');
}

/** The goods of a return or an exchange arrive, and the seller says so where he is asked to. */
export async function goodsComeBack(scene: Scene, sale: Sale): Promise<void> {
  const { courier, seller } = scene;
  await agreesTo(scene, sale);
  await courier.bringsBack(sale);
  // Where the seller can refund or re-ship at any time, the marketplace need not tell that the goods are back.
  const claim = await seller.seesClaim(
    sale,
    'goods that came back',
    (seen) => seen.state === 'collected' || ['collect', 'approve', 'ship'].some((verb) => may(seen, verb)),
  );
  if (may(claim, 'collect')) await seller.decides(claim, 'collect');
}

const TOWARDS_REFUND = ['complete', 'approve', 'release'] as const;

/** The seller does what is left to do until the buyer of a return has the money. */
export async function refunds({ seller }: Scene, sale: Sale): Promise<void> {
  const next = (claim: Claim) => TOWARDS_REFUND.find((verb) => may(claim, verb));
  let claim = await seller.claimOn(sale);
  while (isOpen(claim)) {
    const verb = next(claim);
    const { state } = claim;
    if (verb !== undefined) await seller.decides(claim, verb);
    claim = await seller.seesClaim(sale, 'that the return goes on', (seen) => seen.state !== state);
  }
}
