/** Wakes a loop at the earliest moment somebody asked for. A ring while nobody waits is not lost. */
export interface Alarm {
  ring(inMs?: number): void;
  /** Resolves when it rings, and after `atMostMs` in any case. */
  wait(atMostMs: number): Promise<void>;
}

export function createAlarm(): Alarm {
  let ringAt = Number.POSITIVE_INFINITY;
  let set = () => {};
  return {
    ring(inMs = 0) {
      const at = performance.now() + inMs;
      if (at >= ringAt) return;
      ringAt = at;
      set();
    },
    async wait(atMostMs) {
      const until = performance.now() + atMostMs;
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        set = () => {
          clearTimeout(timer);
          timer = setTimeout(resolve, Math.max(0, Math.min(ringAt, until) - performance.now()));
        };
        set();
      });
      set = () => {};
      ringAt = Number.POSITIVE_INFINITY;
    },
  };
}
