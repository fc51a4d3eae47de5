import { useDeskPlace } from './desk-place.ts';

/** Which columns of a table somebody has hidden; the hub keeps them. `place` is the table's: `orders.hidden`. */
export function useKeptNames(
  place: string,
  usual: readonly string[],
): [readonly string[], (names: readonly string[]) => void] {
  const { place: kept, keep } = useDeskPlace(place.replace(/\.hidden$/, ''));
  return [kept?.hidden_columns ?? usual, (names) => keep(() => ({ hidden_columns: [...names] }))];
}
