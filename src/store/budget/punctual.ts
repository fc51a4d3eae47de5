import { LATEST_SEND_MS } from '../../marketplaces/kit/pace.ts';

const REMEMBERED = 16;

/** Tells whether a granted call leaves so late that calls could meet at the marketplace. */
export interface PunctualityCheck {
  /**
   * `askedAt` and `now` by this process's monotonic clock, `grantedAt` by the database's. All in milliseconds; the two
   * clocks need not agree.
   */
  isLate(call: { readonly askedAt: number; readonly grantedAt: number; readonly now: number }): boolean;
}

/**
 * Only what differs between calls can push them together: a constant way from the database to the socket, a slow
 * database or a connection that is opened for each call among it, delays all of them alike. So the lag between the
 * clocks is compared with the least of the last calls. Without any, the time since the grant was asked for counts.
 */
export function createPunctualityCheck(): PunctualityCheck {
  const lags: number[] = [];
  return {
    isLate({ askedAt, grantedAt, now }) {
      const lag = now - grantedAt;
      const sinceAsked = now - askedAt;
      const late = lags.length === 0 ? sinceAsked : Math.min(sinceAsked, lag - Math.min(...lags));
      lags.push(lag);
      if (lags.length > REMEMBERED) lags.shift();
      return late > LATEST_SEND_MS;
    },
  };
}
