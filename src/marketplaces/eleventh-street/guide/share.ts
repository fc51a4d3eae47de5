/**
 * Shares a whole amount out by weights so that the parts add up to it exactly: what rounding leaves goes to the
 * heaviest first. Without any weight the first part takes it all.
 */
export function shared(amount: number, weights: readonly number[]): readonly number[] {
  if (weights.length === 1) return [amount];
  if (amount === 0) return weights.map(() => 0);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return weights.map((_weight, index) => (index === 0 ? amount : 0));
  const parts = weights.map((weight) => Math.floor((amount * weight) / total));
  let rest = amount - parts.reduce((sum, part) => sum + part, 0);
  if (rest <= 0) return parts;
  const heaviestFirst = [...weights.keys()].sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0));
  for (const index of heaviestFirst) {
    if (rest <= 0) break;
    parts[index] = (parts[index] ?? 0) + 1;
    rest -= 1;
  }
  return parts;
}
