import type { OfferCommandKind, OfferValues } from '../../domain/command.ts';
import type { Shop } from '../../marketplaces/kit/shop.ts';
import { MarketplaceError } from '../../marketplaces/kit/trouble.ts';
import type { OpenOfferCommand } from '../../store/commands/command.ts';
import type { CommandResult } from '../../store/commands/results.ts';
import { type Judged, resultOf } from './judged.ts';
import { offerVerdict } from './verdict.ts';

/** The things on sale behind unknown commands, as the marketplace shows them now. */
export async function readOffersOf(
  shop: Shop,
  kind: OfferCommandKind,
  commands: readonly OpenOfferCommand[],
): Promise<ReadonlyMap<string, OfferValues>> {
  const desk = kind === 'set_stock' ? shop.stock : shop.prices;
  if (desk === undefined) {
    const operation = kind === 'set_stock' ? 'stock.read' : 'prices.read';
    throw new MarketplaceError({ reason: 'not_offered', operation });
  }
  const offers = new Map(
    commands.map(({ payload: { nativeItemId }, nativeListingId }) => [
      nativeItemId,
      { nativeItemId, nativeListingId },
    ]),
  );
  const { reads } = await desk.read([...offers.values()]);
  return new Map(reads.map((read) => [read.nativeItemId, read]));
}

/** Judges a command by its thing on sale, or by the absence of it. */
export function judgeByOffer(
  command: OpenOfferCommand,
  now: OfferValues | undefined,
  at: Date,
): CommandResult {
  const judged = command.items.map((item): Judged => {
    const verdict = offerVerdict(command.payload, now, item.suspicion !== null);
    return { item, verdict, reason: item.suspicion ?? 'not_found' };
  });
  return resultOf(command, judged, at);
}
