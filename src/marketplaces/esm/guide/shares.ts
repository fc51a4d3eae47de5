/**
 * Splits a whole amount over lines in proportion to their weights, to the won: the shares add up to the amount. With
 * no weight at all the first line bears everything.
 */
export function shares(amount: number, weights: readonly number[]): readonly number[] {
  if (weights.length === 1) return [amount];
  if (amount === 0) return weights.map(() => 0);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total <= 0) return weights.map((_, index) => (index === 0 ? amount : 0));
  let passed = 0;
  let given = 0;
  return weights.map((weight) => {
    passed += weight;
    const upToHere = Math.round((amount * passed) / total);
    const share = upToHere - given;
    given = upToHere;
    return share;
  });
}
