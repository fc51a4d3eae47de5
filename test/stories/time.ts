import type { SandboxControl } from '../harness/sandbox-control.ts';
import { shareClock } from '../harness/shared-clock.ts';

/** The time of the hub and of the marketplaces, for stories that are played side by side. */
export interface Time {
  readonly now: () => Date;
  /** Does something during which no time is pushed forward: nobody's token ends between two calls. */
  during<Done>(work: () => Promise<Done>): Promise<Done>;
  /** Lets it become this late; nothing is pushed when it is later already, because another story let time pass. */
  passUntil(moment: Date): Promise<void>;
}

/** `isLate` is told how late it has become, for what waits by a clock that cannot be pushed. */
export function timeFor(sandbox: SandboxControl, isLate: (now: Date) => Promise<void>): Time {
  const clock = shareClock(sandbox);
  const underWay = new Set<Promise<unknown>>();
  let passing: Promise<void> = Promise.resolve();
  return {
    now: clock.now,
    async during(work) {
      await passing;
      const done = work();
      underWay.add(done);
      try {
        return await done;
      } finally {
        underWay.delete(done);
      }
    },
    passUntil(moment) {
      passing = passing.then(async () => {
        await Promise.allSettled(underWay);
        const ms = moment.getTime() - clock.now().getTime();
        if (ms > 0) await clock.pass(ms);
        await isLate(clock.now());
      });
      return passing;
    },
  };
}
