/** Sleep that something else may end early. */
export interface WakeableSleep {
  /** Resolves at a moment of this process's monotonic clock, or when woken. Rejects when the signal aborts. */
  until(moment: number, signal?: AbortSignal): Promise<void>;
  wakeAll(): void;
}

export function createWakeableSleep(): WakeableSleep {
  const sleepers = new Set<() => void>();
  return {
    until(moment, signal) {
      const ms = moment - performance.now();
      if (ms <= 0) return Promise.resolve();
      return new Promise((resolve, reject) => {
        const leave = (settle: () => void) => {
          clearTimeout(timer);
          sleepers.delete(wake);
          signal?.removeEventListener('abort', onAbort);
          settle();
        };
        const wake = () => leave(resolve);
        const onAbort = () => leave(() => reject(signal?.reason));
        const timer = setTimeout(wake, ms);
        sleepers.add(wake);
        signal?.addEventListener('abort', onAbort, { once: true });
        if (signal?.aborted) onAbort();
      });
    },
    wakeAll() {
      for (const wake of sleepers) wake();
    },
  };
}
