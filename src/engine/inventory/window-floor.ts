import type { Bucket } from '../../marketplaces/kit/bucket.ts';
import type { Edition } from '../../marketplaces/kit/edition.ts';

/**
 * The time that a marketplace's limits leave between two writes of stock, in milliseconds: below it no number arrives
 * sooner. Null where an edition writes none.
 */
export function writePaceMs({ operations, buckets }: Edition): number | null {
  const paces = Object.values(operations)
    .filter(({ intent }) => intent === 'stock-write')
    .map(({ bucket, cost = 1 }) => cost * paceOf(buckets[bucket]));
  return paces.length === 0 ? null : Math.min(...paces);
}

function paceOf(bucket: Bucket | undefined): number {
  if (bucket === undefined) return 0;
  return Math.max(0, ...bucket.limits.map(({ calls, perMs }) => perMs / (calls * bucket.margin)));
}
