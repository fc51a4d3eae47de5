import { expect } from 'vitest';
import { CLAIM_KINDS, type ClaimKind } from '../../src/domain/claim.ts';
import { type OrderStatus, orderStatusOf } from '../../src/domain/status.ts';
import type { Claim } from '../../src/store/claims/read.ts';
import { claimsOf } from './claim-desk.ts';
import type { Scene } from './scene.ts';
import { type Standing, storyOf, type Tale, type ToldClaim } from './story.ts';
import type { TrueLine, TrueOrder } from './world.ts';

const STANDING_OF: Readonly<Partial<Record<OrderStatus, Standing>>> = {
  PAID: 'paid',
  PREPARING: 'preparing',
  SHIPPED: 'shipped',
  DELIVERING: 'shipped',
  DELIVERED: 'delivered',
  CONFIRMED: 'confirmed',
  CANCELED: 'canceled',
  RETURNED: 'returned',
  EXCHANGED: 'exchanged',
};

/** What both sides say of a claim. */
interface ClaimView {
  readonly kind: ClaimKind;
  readonly state: ToldClaim['state'] | 'unknown';
  readonly quantity: number;
  readonly fault: string | null;
}

/** Holds the hub's order and its claims against what the marketplace tells of them. Answers what it told. */
export async function expectAgreement(
  scene: Scene,
  order: string,
  read: TrueOrder | null = null,
): Promise<Tale> {
  const tale = await storyOf(scene).tell(order);
  const known = read ?? (await scene.knownOrder(order));
  const claims = await claimsOf(scene, order);
  const views = claims.map((claim) => asFarAsTold(scene, viewOf(claim, known)));
  const told = tale.claims
    .map((claim) => asFarAsTold(scene, claim))
    .filter((claim) => !isHidden(scene, claim) || views.some((view) => inOrder(view, claim) === 0));
  expect(views.sort(inOrder), `claims of ${order}`).toEqual(told.sort(inOrder));
  for (const { order: tied, state, lines } of claims) {
    expect(tied, `the claim's order ${order}`).not.toBeNull();
    if (state === 'done' && scene.cast.world.linesVanish) continue;
    for (const { line } of lines) expect(line, `the claim's line of ${order}`).not.toBeNull();
  }
  // While a claim is open the hub shows the claim, and the marketplace where the goods are.
  if (!told.some(({ state }) => state === 'open') && !known.lines.some((line) => isUnmapped(scene, line))) {
    const status = orderStatusOf(known.lines.map((line) => line.status));
    expect(status === null ? null : STANDING_OF[status], `standing of ${order}`).toBe(
      standingAsFarAsTold(scene, tale),
    );
  }
  return tale;
}

function isHidden({ cast }: Scene, { kind, state }: ClaimView): boolean {
  return state === 'rejected' && (cast.world.hidesRejectedOf?.includes(kind) ?? false);
}

/** A status that the edition knows of and maps to nothing. */
function isUnmapped({ cast }: Scene, { native, status }: TrueLine): boolean {
  return status === null && cast.edition.statuses[native] === null;
}

function standingAsFarAsTold({ cast }: Scene, { status }: Tale): Standing {
  return status === 'confirmed' && cast.world.tellsConfirmation === false ? 'delivered' : status;
}

/** A claim without what the edition cannot tell of it. */
function asFarAsTold({ cast }: Scene, { kind, state, quantity, fault }: ClaimView): ClaimView {
  const { tellsFaultOf, tellsWithdrawalOf = CLAIM_KINDS } = cast.world;
  return {
    kind,
    state: state === 'withdrawn' && !tellsWithdrawalOf.includes(kind) ? 'rejected' : state,
    quantity,
    fault: tellsFaultOf.includes(kind) ? fault : null,
  };
}

function viewOf(claim: Claim, known: TrueOrder): ClaimView {
  const whole = (native: string | null) => known.lines.find(({ id }) => id === native)?.quantity ?? 0;
  return {
    kind: claim.kind,
    state: stateOf(claim),
    quantity: claim.lines.reduce(
      (sum, { nativeLineId, quantity }) => sum + (quantity ?? whole(nativeLineId)),
      0,
    ),
    // In the words of the sandbox whoever is neither of the two is the carrier.
    fault: claim.fault === 'marketplace' ? 'carrier' : claim.fault,
  };
}

function stateOf({ state }: Claim): ClaimView['state'] {
  switch (state) {
    case null:
      return 'unknown';
    case 'done':
    case 'rejected':
    case 'withdrawn':
      return state;
    default:
      return 'open';
  }
}

function inOrder(one: ClaimView, other: ClaimView): number {
  const [a, b] = [JSON.stringify(one), JSON.stringify(other)];
  return a < b ? -1 : a > b ? 1 : 0;
}
