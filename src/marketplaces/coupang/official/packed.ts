/**
 * Puts groups together, in their order, into runs whose weights add up to at most `capacity`. A group is never
 * parted; one that is too heavy by itself makes a run of its own.
 */
export function packed<Group>(
  groups: readonly Group[],
  weightOf: (group: Group) => number,
  capacity: number,
): readonly (readonly Group[])[] {
  const runs: Group[][] = [];
  let left = 0;
  for (const group of groups) {
    const weight = weightOf(group);
    const run = runs.at(-1);
    if (run === undefined || weight > left) {
      runs.push([group]);
      left = capacity - weight;
    } else {
      run.push(group);
      left -= weight;
    }
  }
  return runs;
}
