import type { MissingOrder, OrderRead, OrdersDesk } from '../../marketplaces/kit/shop.ts';
import { MarketplaceError, type TroubleKind } from '../../marketplaces/kit/trouble.ts';

/** What asking for some orders by id brought. */
export interface ChunkRead {
  readonly reads: readonly OrderRead[];
  readonly missing: readonly MissingOrder[];
  /** Numbers that the marketplace stumbles over by themselves, such as one it cannot parse. */
  readonly stumbled: readonly { readonly nativeOrderId: string; readonly error: MarketplaceError }[];
}

/** Troubles that may be about one order number; every other kind is about the account or the marketplace. */
const ABOUT_ONE: ReadonlySet<TroubleKind> = new Set<TroubleKind>([
  'invalid',
  'not_found',
  'conflict',
  'contract_broken',
  'unknown',
]);

/**
 * Reads orders by id. When the marketplace refuses them together they are asked for one by one, so that one bad
 * number, which anybody may push, holds up no other. Throws MarketplaceError for trouble that is about no order.
 */
export async function readChunk(
  orders: Pick<OrdersDesk, 'read'>,
  nativeOrderIds: readonly string[],
): Promise<ChunkRead> {
  try {
    return { ...(await orders.read(nativeOrderIds)), stumbled: [] };
  } catch (error) {
    if (!isAboutOne(error)) throw error;
    const [only, ...others] = nativeOrderIds;
    if (only !== undefined && others.length === 0) {
      return { reads: [], missing: [], stumbled: [{ nativeOrderId: only, error }] };
    }
  }
  const alone: ChunkRead[] = [];
  for (const id of nativeOrderIds) alone.push(await readChunk(orders, [id]));
  return {
    reads: alone.flatMap(({ reads }) => reads),
    missing: alone.flatMap(({ missing }) => missing),
    stumbled: alone.flatMap(({ stumbled }) => stumbled),
  };
}

function isAboutOne(error: unknown): error is MarketplaceError {
  return error instanceof MarketplaceError && ABOUT_ONE.has(error.kind);
}
