/** Counts what comes under each key, and says when it is more than anybody needs. */
export interface FloodGate {
  /** How often the key came in its present window, this time among them. */
  count(key: string): number;
  /** Whole seconds until every count begins anew. */
  opensIn(): number;
}

/** Under a flood of different keys the counts begin anew rather than grow without end. */
const MOST_KEYS = 20_000;

/** A gate of this process, with windows of fixed length. `clock` is monotonic milliseconds. */
export function openFloodGate(windowMs: number, clock: () => number = () => performance.now()): FloodGate {
  const counts = new Map<string, number>();
  let beganAt = clock();
  return {
    count(key) {
      if (clock() - beganAt >= windowMs || counts.size >= MOST_KEYS) {
        counts.clear();
        beganAt = clock();
      }
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return count;
    },
    opensIn: () => Math.max(1, Math.ceil((beganAt + windowMs - clock()) / 1000)),
  };
}
