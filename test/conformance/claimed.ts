import { expect } from 'vitest';
import { type ClaimKind, type ClaimState, isClosedClaim } from '../../src/domain/claim.ts';
import { type ClaimAction, kindOfAction } from '../../src/domain/claim-action.ts';
import type { Claim } from '../../src/store/claims/read.ts';
import { act, catchUp, claimOf, claimsOf, offeredActions, stands } from './claim-desk.ts';
import type { Scene } from './scene.ts';
import { type ClaimAsked, mayBe, storyOf } from './story.ts';
import { ACKNOWLEDGE, acknowledges, newInvoice, shipWith } from './wishes.ts';

export interface SoldOrder {
  readonly order: string;
  readonly lines: readonly string[];
}

/** Orders that were sold and pulled, and are being prepared where the seller has a say in that. */
export async function soldOrders(
  scene: Scene,
  count: number,
  what: { readonly lines?: number; readonly quantity?: number } = {},
): Promise<readonly SoldOrder[]> {
  const story = storyOf(scene);
  const sold: SoldOrder[] = [];
  for (let nth = 0; nth < count; nth++) sold.push(await story.sell(what));
  await catchUp(scene);
  if (!acknowledges(scene.cast)) return sold;
  await scene.wish(
    sold.map(({ order }) => order),
    () => ACKNOWLEDGE,
  );
  await scene.work();
  return sold;
}

/** Orders that the hub has shipped and that have reached their buyers. */
export async function deliveredOrders(
  scene: Scene,
  count: number,
  what: { readonly lines?: number; readonly quantity?: number } = {},
): Promise<readonly SoldOrder[]> {
  const sold = await soldOrders(scene, count, what);
  await scene.wish(
    sold.map(({ order }) => order),
    () => shipWith(scene, newInvoice()),
  );
  await scene.work();
  const story = storyOf(scene);
  for (const { order } of sold) await story.deliver(order);
  return sold;
}

/** Orders with one claim each that nobody has answered, as the hub has read them. */
export async function claimedOrders(
  scene: Scene,
  kind: ClaimKind,
  count: number,
  asked: Omit<ClaimAsked, 'kind'> = {},
): Promise<readonly string[]> {
  if (count === 0) return [];
  const sold = kind === 'cancel' ? await soldOrders(scene, count) : await deliveredOrders(scene, count);
  const story = storyOf(scene);
  for (const { order } of sold) await story.claim(order, { kind, ...asked });
  await catchUp(scene);
  for (const { order } of sold) expect((await claimOf(scene, order)).kind).toBe(kind);
  return sold.map(({ order }) => order);
}

/** A step that moves a claim on: something the seller does, or the courier. */
interface Step {
  readonly name: ClaimAction | 'courier';
  readonly from: readonly ClaimState[];
  readonly to: readonly ClaimState[];
}

/**
 * Moves the claim of an order by what its marketplace offers, and by the courier, until it stands in one of some
 * states. Steps that bring nothing are not tried again. Answers undefined where no way leads there.
 */
export async function bringTo(
  scene: Scene,
  order: string,
  states: readonly ClaimState[],
): Promise<Claim | undefined> {
  const useless = new Set<string>();
  let claim = await claimOf(scene, order);
  const steps = stepsOf(scene, claim.kind);
  for (;;) {
    if (stands(claim, states)) return claim;
    const { state } = claim;
    const isOpen = (step: Step) => !useless.has(`${state} ${step.name}`);
    const step = state === null ? undefined : firstStep(steps, isOpen, state, states);
    if (step === undefined) return undefined;
    const tried = `${claim.state} ${step.name}`;
    if (step.name === 'courier') await mayBe(storyOf(scene).collect(order));
    else await act(scene, claim.id, step.name);
    await catchUp(scene);
    const before = claim;
    const after = (await claimsOf(scene, order)).find(({ id }) => id === before.id);
    if (after === undefined) throw new Error(`the claim of order ${order} is gone`);
    if (after.state === before.state) useless.add(tried);
    claim = after;
  }
}

function stepsOf(scene: Scene, kind: ClaimKind): readonly Step[] {
  const own = offeredActions(scene)
    .filter((action) => kindOfAction(action) === kind)
    .flatMap((action): readonly Step[] => {
      const facts = scene.cast.edition.claims?.[action];
      const to = facts?.leadsTo.filter((state) => !isClosedClaim(state)) ?? [];
      return facts === undefined || to.length === 0 ? [] : [{ name: action, from: facts.from, to }];
    });
  if (kind === 'cancel') return own;
  return [{ name: 'courier', from: ['requested', 'approved', 'collecting'], to: ['collected'] }, ...own];
}

/** The first step of a shortest way. */
function firstStep(
  steps: readonly Step[],
  mayBeFirst: (step: Step) => boolean,
  from: ClaimState,
  states: readonly ClaimState[],
): Step | undefined {
  const seen = new Set<ClaimState>([from]);
  let ways = steps
    .filter((step) => step.from.includes(from) && mayBeFirst(step))
    .map((step) => ({ first: step, last: step }));
  while (ways.length > 0) {
    const there = ways.find(({ last }) => last.to.some((state) => states.includes(state)));
    if (there !== undefined) return there.first;
    ways = ways.flatMap(({ first, last }) => {
      const fresh = last.to.filter((state) => !seen.has(state));
      for (const state of fresh) seen.add(state);
      const next = steps.filter((step) => step.from.some((state) => fresh.includes(state)));
      return next.map((step) => ({ first, last: step }));
    });
  }
  return undefined;
}
