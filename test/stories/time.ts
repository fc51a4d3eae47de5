import type { SandboxControl } from '../harness/sandbox-control.ts';
import { shareClock } from '../harness/shared-clock.ts';

/** The time of the hub and of the marketplaces, for stories that are played side by side. */
export interface Time {
  readonly now: () => Date;
  /** Lets it become this late; nothing happens when it is later already, because another story let time pass. */
  passUntil(moment: Date): Promise<void>;
}

/** `isLate` is told how late it has become, for what waits by a clock that cannot be pushed. */
export function timeFor(sandbox: SandboxControl, isLate: (now: Date) => Promise<void>): Time {
  const clock = shareClock(sandbox);
  return {
    now: clock.now,
    async passUntil(moment) {
      const ms = moment.getTime() - clock.now().getTime();
      if (ms > 0) await clock.pass(ms);
      await isLate(clock.now());
    },
  };
}
