import { useCallback, useRef, useState } from 'react';
import { api } from '../../api/client.ts';
import { dataOf } from '../../api/problem.ts';
import type { Schema } from '../../api/types.ts';
import { forgetLinks } from './forget-links.ts';

type Result = Schema<'MadeProducts'>['results'][number];

/** How far the making of products has come. */
export interface Making {
  readonly state: 'asking' | 'under way' | 'over';
  readonly results: readonly Result[];
  /** What cut it short; what was made before stays. */
  readonly error: unknown;
}

const ASKING: Making = { state: 'asking', results: [], error: null };
/** Listings of one request. */
const AT_ONCE = 100;

/** Makes products of listings, some at a time, and tells what came of each. */
export function useMaking(): {
  readonly making: Making;
  make(listings: readonly number[]): Promise<void>;
  /** Begins nothing more; what is under way comes to its end. */
  stop(): void;
} {
  const [making, setMaking] = useState(ASKING);
  const isStopping = useRef(false);
  const make = useCallback(async (listings: readonly number[]) => {
    isStopping.current = false;
    setMaking({ ...ASKING, state: 'under way' });
    let error: unknown = null;
    for (let from = 0; from < listings.length && error === null && !isStopping.current; from += AT_ONCE) {
      const listing_ids = listings.slice(from, from + AT_ONCE);
      try {
        const { results } = dataOf(
          await api.POST('/api/v1/products/from-listings', { body: { listing_ids } }),
        );
        setMaking((before) => ({ ...before, results: [...before.results, ...results] }));
      } catch (thrown) {
        error = thrown;
      }
    }
    setMaking((before) => ({ ...before, state: 'over', error }));
    forgetLinks();
  }, []);
  const stop = useCallback(() => {
    isStopping.current = true;
  }, []);
  return { making, make, stop };
}
