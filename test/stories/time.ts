import type { SandboxControl } from '../harness/sandbox-control.ts';
import { shareClock } from '../harness/shared-clock.ts';

/** The time of the hub and of the marketplaces, for stories that are played side by side. */
export interface Time {
  readonly now: () => Date;
  /** Lets so much time have passed since the moment; what passed for another story counts. */
  passSince(moment: Date, ms: number): Promise<void>;
}

export function timeFor(sandbox: SandboxControl): Time {
  const clock = shareClock(sandbox);
  return {
    now: clock.now,
    async passSince(moment, ms) {
      const left = ms - (clock.now().getTime() - moment.getTime());
      if (left > 0) await clock.pass(left);
    },
  };
}
