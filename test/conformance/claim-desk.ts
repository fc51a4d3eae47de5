import { sql } from 'kysely';
import { expect } from 'vitest';
import type { ClaimState } from '../../src/domain/claim.ts';
import { CLAIM_ACTIONS, type ClaimAction, kindOfAction } from '../../src/domain/claim-action.ts';
import type { CommandState } from '../../src/domain/command.ts';
import type { ClaimId } from '../../src/domain/ids.ts';
import {
  CLAIM_VERBS,
  type ClaimVerb,
  type ClaimWish,
  type ClaimWishAnswer,
  wishForClaims,
} from '../../src/engine/claims/wish-claims.ts';
import { rereadOrders } from '../../src/engine/reread/reread-orders.ts';
import { type Claim, claimsOfOrder } from '../../src/store/claims/read.ts';
import { commandsOfClaim } from '../../src/store/commands/read.ts';
import { asOwner } from '../../src/store/scope.ts';
import { A_WHILE_MS, MOMENT_MS, type Scene } from './scene.ts';
import { newInvoice } from './wishes.ts';

/** What a seller tells along with an action; what is left out is made up where the edition needs it. */
export type Telling = Partial<Pick<ClaimWish, 'text' | 'reason' | 'parcel' | 'fee' | 'fault'>>;

/** The claims of an order as the hub has them, oldest first. */
export async function claimsOf(scene: Scene, order: string): Promise<readonly Claim[]> {
  const id = await scene.hubId(order);
  const { hub } = scene.stage;
  return (await asOwner(hub.db, scene.owner, (scope) => claimsOfOrder(scope, id))).toReversed();
}

/** The one claim of an order. */
export async function claimOf(scene: Scene, order: string): Promise<Claim> {
  const [claim, ...others] = await claimsOf(scene, order);
  if (claim === undefined) throw new Error(`the hub has no claim of order ${order}`);
  expect(others).toEqual([]);
  return claim;
}

/** So much time passes that every feed has come round, and the hub reads what it wants to read. */
export async function catchUp(scene: Scene): Promise<void> {
  const { stage } = scene;
  await stage.passTime(A_WHILE_MS);
  // What the marketplace has just decided by itself is not held back as too new.
  await stage.passTime(MOMENT_MS);
  await scene.pull();
  await readAgain(scene);
}

/** Reads by number what waits for it, whenever that is due. */
async function readAgain(scene: Scene): Promise<void> {
  const { stage, owner, account } = scene;
  await sql`
    update claims set read_at = now()
    where account_id = ${account} and read_at < now() + interval '1 hour'`.execute(stage.hub.db.root);
  await sql`
    update order_hints set due_at = now() where account_id = ${account}`.execute(stage.hub.db.root);
  await rereadOrders(stage.hub, { owner, account });
}

/** The verb that means an action for claims of its kind. */
export function verbOf(action: ClaimAction): ClaimVerb {
  const verb = CLAIM_VERBS.find((one) => action === `${kindOfAction(action)}.${one}`);
  if (verb === undefined) throw new Error(`no verb means ${action}`);
  return verb;
}

/** Everything an edition needs or takes for an action. */
export function tellingFor(scene: Scene, action: ClaimAction): Required<Telling> {
  const facts = scene.cast.edition.claims?.[action];
  const inputs = facts === undefined ? [] : [...facts.needs, ...(facts.takes ?? [])];
  const shippedAt = scene.stage.hub.clock();
  return {
    text: inputs.includes('text') ? '구매자와 통화하여 확인했습니다' : null,
    reason: inputs.includes('reason') ? (facts?.reasons?.[0]?.code ?? null) : null,
    parcel: inputs.includes('shipment') ? { carrier: 'cj', invoice: newInvoice(), shippedAt } : null,
    fee: inputs.includes('fee') ? 3_000 : null,
    fault: inputs.includes('fault') ? 'seller' : null,
  };
}

/** The wish to do something with a claim. */
export function wishOf(scene: Scene, claim: ClaimId, action: ClaimAction, telling: Telling = {}): ClaimWish {
  return { claim, verb: verbOf(action), ...tellingFor(scene, action), ...telling };
}

export function wishClaims(scene: Scene, wishes: readonly ClaimWish[]): Promise<readonly ClaimWishAnswer[]> {
  const { stage, owner } = scene;
  return asOwner(stage.hub.db, owner, (scope) =>
    wishForClaims(scope, wishes, { actor: 'test', cause: 'conformance' }),
  );
}

/** Does one thing with a claim through the hub, and answers what became of the command. */
export async function act(
  scene: Scene,
  claim: ClaimId,
  action: ClaimAction,
  telling: Telling = {},
): Promise<CommandState> {
  const [answer] = await wishClaims(scene, [wishOf(scene, claim, action, telling)]);
  expect(answer, action).toMatchObject({ kind: 'accepted' });
  await scene.work();
  return (await claimStates(scene, claim)).at(-1) ?? 'canceled';
}

/** What became of the commands for a claim, oldest first. */
export async function claimStates(scene: Scene, claim: ClaimId): Promise<readonly CommandState[]> {
  const { stage, owner } = scene;
  const commands = await asOwner(stage.hub.db, owner, (scope) => commandsOfClaim(scope, claim));
  return commands.map(({ state }) => state);
}

/** Actions on claims that an edition offers, in the order of the desk. */
export function offeredActions({ cast }: Pick<Scene, 'cast'>): readonly ClaimAction[] {
  return CLAIM_ACTIONS.filter((action) => cast.edition.claims?.[action] !== undefined);
}

/** Whether a claim is where an action can be taken. */
export function stands(claim: Claim, from: readonly ClaimState[]): boolean {
  return claim.state !== null && from.includes(claim.state);
}
