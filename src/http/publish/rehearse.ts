import type { z } from 'zod';
import type { Hub } from '../../engine/hub.ts';
import { prepare } from '../../engine/publish/prepare.ts';
import { nameOf, readAll } from '../../engine/publish/publish-now.ts';
import { publishingShop } from '../../engine/publish/publishing-shop.ts';
import { reportTrouble } from '../../engine/trouble-report.ts';
import { MarketplaceError } from '../../marketplaces/kit/trouble.ts';
import type { Pair } from '../../store/publish/targets.ts';
import type { Caller } from '../caller.ts';
import type { Language } from '../problems/language.ts';
import { troubleOf } from '../trouble-view.ts';
import { type rehearsalView, viewFault, viewPreview } from './publication-view.ts';

/** A marketplace that has not answered by then counts as not answering. */
const LONGEST_MS = 45_000;

type Rehearsal = z.infer<typeof rehearsalView>;

/** Shows what publishing would send to each shop, or what it lacks. */
export async function rehearse(
  hub: Hub,
  { owner }: Caller,
  pairs: readonly Pair[],
  closing: AbortSignal,
  language: Language,
): Promise<Rehearsal[]> {
  const signal = AbortSignal.any([closing, AbortSignal.timeout(LONGEST_MS)]);
  const { facts, targets, accounts } = await readAll(hub, owner, pairs);
  const rehearsals = pairs.map(async (pair): Promise<Rehearsal | undefined> => {
    const [product, target] = [facts.get(pair.product), targets.get(nameOf(pair))];
    const account = accounts.get(pair.account);
    const shop = account === undefined ? null : publishingShop(hub, owner, account, 'click', signal);
    if (product === undefined || target === undefined || shop === null) return undefined;
    const common = {
      product_id: pair.product,
      account_id: pair.account,
      platform: shop.account.platform,
      faults: [],
      warnings: [],
      trouble: null,
      preview: null,
    };
    try {
      const prepared = await prepare(hub, owner, shop, target, product, { rehearse: true });
      const warnings = prepared.warnings.map((fault) => viewFault(fault, language));
      if (prepared.kind === 'declined') {
        const faults = prepared.faults.map((fault) => viewFault(fault, language));
        return { ...common, state: 'declined', faults, warnings };
      }
      const preview = prepared.preview === null ? null : viewPreview(prepared.preview);
      return { ...common, state: 'ready', warnings, preview };
    } catch (error) {
      if (!(error instanceof MarketplaceError) && !signal.aborted) throw error;
      const trouble = reportTrouble(
        error instanceof MarketplaceError
          ? error
          : new MarketplaceError({ reason: 'timeout', operation: 'catalog.preview' }),
      );
      return { ...common, state: 'waiting', trouble: troubleOf(trouble, shop.account, language) };
    }
  });
  return (await Promise.all(rehearsals)).flatMap((one) => one ?? []);
}
