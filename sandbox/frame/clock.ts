/** The sandbox's time: real time plus an offset that tests move, or a frozen instant. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  isFrozen(): boolean;
  /** Moves time forward, or back with a negative number; a frozen clock stays frozen at the new instant. */
  advance(ms: number): void;
  set(epochMs: number): void;
  freeze(): void;
  /** Lets a frozen clock run on from the instant at which it stood. */
  thaw(): void;
}

/** A clock that starts at `startMs` (real time if absent) and runs. */
export function createClock(startMs?: number): Clock {
  let offset = startMs === undefined ? 0 : startMs - Date.now();
  let frozenAt: number | undefined;
  const now = () => frozenAt ?? Date.now() + offset;
  const set = (epochMs: number) => {
    if (frozenAt === undefined) offset = epochMs - Date.now();
    else frozenAt = epochMs;
  };
  return {
    now,
    set,
    isFrozen: () => frozenAt !== undefined,
    advance: (ms) => set(now() + ms),
    freeze() {
      frozenAt = now();
    },
    thaw() {
      const at = now();
      frozenAt = undefined;
      set(at);
    },
  };
}
