import { createHash } from 'node:crypto';
import type { OwnerId } from '../../domain/ids.ts';
import type { ListingDraft } from '../../marketplaces/kit/catalog.ts';
import type { NewListingCommand } from '../../store/commands/command.ts';
import { liftPauses } from '../../store/commands/pauses.ts';
import { storeCommands } from '../../store/commands/store.ts';
import { askForJob } from '../../store/job-wishes.ts';
import { wakeLanes } from '../../store/lanes.ts';
import { holdListings } from '../../store/publish/choices.ts';
import { holdPublications, type Publication, settlePublications } from '../../store/publish/publications.ts';
import { type PublishingTarget, readTargets } from '../../store/publish/targets.ts';
import { asOwner, type OwnerScope } from '../../store/scope.ts';
import type { Hub } from '../hub.ts';
import type { Preparation } from './prepare.ts';

/**
 * Writes down what looking at a publication came to: a durable command with the listing it is about, or why there is none.
 * One that was asked for anew since, or whose product has come by another listing in the shop, is left to be looked at again.
 */
export async function settlePrepared(
  hub: Hub,
  owner: OwnerId,
  publication: Publication,
  prepared: Preparation,
  target: PublishingTarget | null = null,
): Promise<void> {
  await asOwner(hub.db, owner, async (scope) => {
    const [mine] = await holdPublications(scope, [publication]);
    if (mine === undefined) return;
    const { account, product, asks } = mine;
    const { warnings } = prepared;
    if (prepared.kind === 'declined' || target === null) {
      const faults = prepared.kind === 'declined' ? prepared.faults : [];
      await settlePublications(scope, [
        { account, product, asks, state: 'declined', command: null, faults, warnings },
      ]);
      return;
    }
    const [now] = await readTargets(scope, [mine]);
    if (now?.listing?.id !== target.listing?.id) {
      askForJob(scope, 'publish', null);
      return;
    }
    const command = await order(scope, mine, target, prepared);
    await settlePublications(scope, [
      { account, product, asks, state: 'queued', command, faults: [], warnings },
    ]);
  });
  if (prepared.kind === 'ready') hub.nudges.emit('nudge', 'commands');
}

/** Turns what is ready into a durable command (law 2), with the listing it is about. */
async function order(
  scope: OwnerScope,
  { account, product, actor, cause, lane }: Publication,
  target: PublishingTarget,
  { draft, prices }: Extract<Preparation, { readonly kind: 'ready' }>,
): Promise<NonNullable<Publication['command']>> {
  const [listing] = await holdListings(scope, [{ account, product, listing: target.listing?.id ?? null }]);
  if (listing === undefined) throw new Error(`product ${product} has no listing to publish`);
  const wanted: NewListingCommand = {
    account,
    listing,
    payload: { kind: 'publish', prices },
    draft,
    key: keyOf(draft, prices),
    lane,
    actor,
    cause,
  };
  const [command] = await storeCommands(scope, [wanted]);
  if (command === undefined) throw new Error('the publication was not stored');
  if (lane === 'click') await liftPauses(scope, [account]);
  await wakeLanes(scope, 'commands', [account]);
  return command;
}

/** Equal drafts have equal keys, where the catalogue says the same of prices: that decides which of them a later one leaves. */
function keyOf(draft: ListingDraft, prices: Readonly<Record<string, number>>): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([draft, prices]))
    .digest('base64url');
  return `publish:${digest.slice(0, 27)}`;
}
