import type { SandboxControl } from './sandbox-control.ts';

/** One time for a hub and the sandbox beside it, which tests push forward. */
export interface SharedClock {
  readonly now: () => Date;
  pass(ms: number): Promise<void>;
}

/** A clock that starts with the real time. */
export function shareClock(sandbox: SandboxControl): SharedClock {
  let ahead = 0;
  return {
    now: () => new Date(Date.now() + ahead),
    async pass(ms) {
      // The marketplaces go first: a hub whose clock is minutes ahead of theirs would take what they do not show yet for read.
      await sandbox.post('/clock', { advance_ms: ms });
      ahead += ms;
      // What fell due meanwhile has happened before anybody looks, however soon that is.
      await sandbox.post('/tick');
    },
  };
}
