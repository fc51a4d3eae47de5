import type { LaneKind } from '../../store/lanes.ts';
import type { Hub } from '../hub.ts';

/** Wakes one waiter, when rung by hand or when commands were asked for in this process or in another one. */
export interface Bell {
  ring(): void;
  /** Resolves when it rings, at once if it rang since the last wait, and at the latest after `ms`. */
  wait(ms: number): Promise<void>;
  stop(): void;
}

export function hangBell(hub: Hub): Bell {
  let rang = false;
  let wake: (() => void) | undefined;
  const ring = () => {
    rang = true;
    wake?.();
  };
  const onNudge = (kind: LaneKind) => {
    if (kind === 'commands') ring();
  };
  hub.nudges.on('nudge', onNudge);
  const unfollow = hub.notices.follow({
    onNotice: (channel, text) => {
      if (channel === 'moa_lanes' && text === 'commands') ring();
    },
    onGap: ring,
  });
  return {
    ring,
    async wait(ms) {
      if (!rang) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      wake = undefined;
      rang = false;
    },
    stop() {
      hub.nudges.off('nudge', onNudge);
      unfollow();
    },
  };
}
