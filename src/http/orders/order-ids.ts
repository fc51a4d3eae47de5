import { MARKETPLACES } from '../../marketplaces/registry.ts';

/** The ids that an order may have, at any marketplace, whose number somebody types. */
export function orderIdsOf(number: string): readonly string[] {
  const spelled = MARKETPLACES.flatMap(({ editions }) => Object.values(editions)).flatMap(
    (edition) => edition.orderIdsOf?.(number) ?? [number],
  );
  return [...new Set(spelled)];
}

/** Marketplaces whose sellers know lines by numbers of their own. */
export const LINE_NAMERS: readonly string[] = MARKETPLACES.filter(({ editions }) =>
  Object.values(editions).some(({ namesLines }) => namesLines === true),
).map(({ id }) => id);
