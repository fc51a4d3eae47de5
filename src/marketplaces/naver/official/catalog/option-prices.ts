/** How far an option's price may lie from the product's, below and above, as a share of it. */
function reach(salePrice: number): { readonly below: number; readonly above: number } {
  if (salePrice < 2_000) return { below: 0, above: 1 };
  return salePrice < 10_000 ? { below: 0.5, above: 1 } : { below: 0.5, above: 0.5 };
}

/** Whether Naver takes a product at this price with options at those (seller centre notice 2283; not in the sheet). */
export function isWithinReach(salePrice: number, prices: readonly number[]): boolean {
  const { below, above } = reach(salePrice);
  return prices.every((price) => price >= salePrice * (1 - below) && price <= salePrice * (1 + above));
}

/**
 * The product's price for options at these prices. One of them must cost just that. The price it has stays where it can,
 * since buyers see it in lists; else the lowest that reaches all the others is taken. Where none does, Naver may judge
 * the price it has, if an option costs that; undefined where none does.
 */
export function basePrice(wanted: number, prices: readonly number[]): number | undefined {
  const isEqual = prices.includes(wanted);
  if (isEqual && isWithinReach(wanted, prices)) return wanted;
  const candidates = [...new Set(prices)].sort((a, b) => a - b);
  return candidates.find((price) => isWithinReach(price, prices)) ?? (isEqual ? wanted : undefined);
}
