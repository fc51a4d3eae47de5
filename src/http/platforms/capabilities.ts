import { CLAIM_ACTIONS } from '../../domain/claim-action.ts';
import { credentialFields } from '../../marketplaces/kit/credential-fields.ts';
import type { Descriptor } from '../../marketplaces/kit/descriptor.ts';
import type { Edition, WritePromise } from '../../marketplaces/kit/edition.ts';
import type { Gate } from '../../marketplaces/kit/gate.ts';

/** Something an edition can do, and how sure a write happens exactly once; null for reads. */
export interface Capability {
  readonly operation: string;
  readonly promise: WritePromise | null;
}

/** Lets nothing out: the shop is only looked at, never used. */
const CLOSED_GATE: Gate = {
  ask: () => Promise.reject(new Error('this shop was opened to look at, not to use')),
  tokens: {
    current: () => Promise.reject(new Error('this shop was opened to look at, not to use')),
    drop: () => Promise.resolve(),
  },
};

/**
 * What an edition offers, read off a shop it opens: a desk or method that is absent is not offered. The one method that
 * acts on claims stands for the actions that the edition lists, each with a promise of its own.
 */
export function capabilitiesOf(marketplace: Descriptor, edition: Edition): readonly Capability[] {
  const shop = edition.open({
    credentials: Object.fromEntries(credentialFields(marketplace, edition).map(({ name }) => [name, name])),
    keyExpiresAt: null,
    gate: CLOSED_GATE,
    clock: () => new Date(0),
  });
  return Object.entries(shop).flatMap(([desk, methods]) => {
    if (typeof methods === 'function') return [{ operation: desk, promise: null }];
    return Object.entries(methods)
      .filter(([, method]) => typeof method === 'function')
      .flatMap(([method]) => {
        const operation = `${desk}.${method}`;
        if (operation === 'claims.act') return claimActionsOf(edition);
        return [{ operation, promise: edition.promises[operation] ?? edition.promises[method] ?? null }];
      });
  });
}

/** In the order of the vocabulary. */
function claimActionsOf({ claims }: Edition): readonly Capability[] {
  return CLAIM_ACTIONS.flatMap((action) => {
    const facts = claims?.[action];
    return facts === undefined ? [] : [{ operation: `claims.${action}`, promise: facts.promise }];
  });
}
