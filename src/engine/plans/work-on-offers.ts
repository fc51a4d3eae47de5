import type { AccountId, CommandId, OwnerId } from '../../domain/ids.ts';
import type { OfferPlanKind } from '../../domain/plan.ts';
import type { NewOfferCommand } from '../../store/commands/command.ts';
import { storeCommands } from '../../store/commands/store.ts';
import { wakeLane } from '../../store/lanes.ts';
import {
  holdPlan,
  type ItemVerdict,
  nextItems,
  type PlanAtWork,
  writeVerdicts,
} from '../../store/plans/work.ts';
import { asOwner, type OwnerScope } from '../../store/scope.ts';
import type { Hub } from '../hub.ts';
import type { TroubleReport } from '../trouble-report.ts';
import type { PlanDeclined } from './declined.ts';
import {
  decideOffer,
  type OfferDecision,
  type OfferItem,
  offerItem,
  offerKey,
  offerPayload,
  prepareOffer,
} from './judge-offers.ts';
import { lookAtOffers, type OffersLook } from './look-at-offers.ts';

/** What one piece of work on a plan has come to: more to do, a while to wait, or nothing left in this state. */
export type Step =
  | { readonly kind: 'worked' }
  | { readonly kind: 'later'; readonly waitMs: number; readonly trouble: TroubleReport }
  | { readonly kind: 'through' };

interface Rest {
  /** By this process's own monotonic clock. */
  readonly untilMs: number;
  readonly platform: string;
  readonly trouble: TroubleReport;
}

/** Accounts that cannot be asked for a while. */
export type Resting = Map<AccountId, Rest>;

/** Offers read before what they showed is written down: some seconds of a marketplace's limit. */
const AT_ONCE = 25;
/** An account that cannot be read for this long keeps its part of the plan from being done. */
const GIVE_UP_MS = 60 * 60_000;

type OfferPlanAtWork = PlanAtWork & { readonly kind: OfferPlanKind };

/** Reads a piece of a plan about offers at the marketplaces, and writes down what is to be done about it. */
export async function workOnOffers(
  hub: Hub,
  owner: OwnerId,
  plan: OfferPlanAtWork,
  resting: Resting,
  signal: AbortSignal,
): Promise<Step> {
  const from = plan.state === 'preparing' ? 'waiting' : 'planned';
  const now = performance.now();
  for (const [account, { untilMs }] of resting) if (untilMs <= now) resting.delete(account);
  const items = await asOwner(hub.db, owner, async (scope) =>
    (await nextItems(scope, plan.id, from, AT_ONCE, [...resting.keys()])).map(offerItem),
  );
  if (items.length === 0) return stepWithout(hub, owner, plan, from, resting);
  const byAccount = [...Map.groupBy(items, ({ account }) => account)];
  const looks = await Promise.all(
    byAccount.map(async ([account, its]) => {
      const ids = its.map(({ nativeItemId }) => nativeItemId);
      return { account, its, look: await lookAtOffers(hub, owner, account, plan.kind, ids, signal) };
    }),
  );
  for (const { account, look } of looks) {
    if (look.kind === 'later') {
      const untilMs = performance.now() + look.waitMs;
      resting.set(account, { untilMs, platform: look.platform, trouble: look.trouble });
    }
  }
  const wokeUp = await asOwner(hub.db, owner, async (scope) => {
    if (!(await holdPlan(scope, plan.id, plan.state))) return false;
    const decisions = looks.flatMap(({ its, look }) => decisionsOn(plan, its, look));
    const verdicts = [
      ...decisions.flatMap((decision) => (decision.kind === 'leave' ? [decision.verdict] : [])),
      ...(await orderThem(scope, plan, decisions)),
    ];
    await writeVerdicts(scope, plan.id, from, verdicts);
    return plan.state === 'confirmed';
  });
  if (wokeUp) hub.nudges.emit('nudge', 'commands');
  return { kind: 'worked' };
}

function decisionsOn(
  plan: OfferPlanAtWork,
  items: readonly OfferItem[],
  look: OffersLook,
): readonly OfferDecision[] {
  switch (look.kind) {
    case 'later':
      return [];
    case 'declined':
      return items.map((item) => ({ kind: 'leave', verdict: declined(item, look.because) }));
    case 'seen':
      return items.map((item) =>
        plan.state === 'preparing'
          ? { kind: 'leave', verdict: prepareOffer(item, look) }
          : decideOffer(item, look, plan.includeStale),
      );
  }
}

function declined({ position }: { readonly position: number }, because: PlanDeclined): ItemVerdict {
  return { position, state: 'declined', declined: because };
}

/** Writes the commands down in the transaction that notes they were: each item becomes one once. */
async function orderThem(
  scope: OwnerScope,
  plan: OfferPlanAtWork,
  decisions: readonly OfferDecision[],
): Promise<readonly ItemVerdict[]> {
  const going = decisions.flatMap((decision) => (decision.kind === 'order' ? [decision] : []));
  const commands = going.map(({ item, after }): NewOfferCommand => {
    const payload = offerPayload(item.nativeItemId, after);
    const by = { actor: plan.actor, cause: `plan ${plan.id}`, plan: plan.id };
    return { account: item.account, payload, key: offerKey(payload), lane: 'bulk', ...by };
  });
  const ids: readonly CommandId[] = await storeCommands(scope, commands);
  for (const account of new Set(going.map(({ item }) => item.account)))
    await wakeLane(scope, account, 'commands', null);
  return going.map(({ item, before, after }, at): ItemVerdict => {
    const command = ids[at];
    if (command === undefined) throw new Error(`item ${item.position} got no command`);
    return { position: item.position, state: 'ordered', before, after, flags: item.flags, command };
  });
}

/** Nothing is left that can be asked about now: wait for the accounts that rest, or give up on them after long. */
async function stepWithout(
  hub: Hub,
  owner: OwnerId,
  plan: OfferPlanAtWork,
  from: 'waiting' | 'planned',
  resting: Resting,
): Promise<Step> {
  return asOwner(hub.db, owner, async (scope): Promise<Step> => {
    const left = (await nextItems(scope, plan.id, from, AT_ONCE, [])).map(offerItem);
    if (left.length === 0) return { kind: 'through' };
    const rests = left.flatMap(({ account }) => resting.get(account) ?? []);
    const [first] = rests.toSorted((a, b) => a.untilMs - b.untilMs);
    if (first === undefined) return { kind: 'worked' };
    const since = plan.state === 'preparing' ? plan.createdAt : (plan.confirmedAt ?? plan.createdAt);
    if (hub.clock().getTime() - since.getTime() < GIVE_UP_MS)
      return {
        kind: 'later',
        waitMs: Math.max(0, first.untilMs - performance.now()),
        trouble: first.trouble,
      };
    if (!(await holdPlan(scope, plan.id, plan.state))) return { kind: 'worked' };
    await writeVerdicts(
      scope,
      plan.id,
      from,
      left.flatMap((item) => {
        const rest = resting.get(item.account);
        if (rest === undefined) return [];
        return [declined(item, { code: 'trouble', platform: rest.platform, trouble: rest.trouble })];
      }),
    );
    return { kind: 'worked' };
  });
}
