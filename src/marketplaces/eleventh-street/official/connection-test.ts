import type { ConnectionReport } from '../../kit/shop.ts';
import type { Ask } from './calls.ts';
import { rowsOf } from './decode-list.ts';
import { saidIn } from './said.ts';
import { minuteOnWire } from './values.ts';

const HOUR_MS = 60 * 60_000;

/**
 * Two harmless reads (sheet §3.1): the addresses goods are sent from prove key and IP address, and the last hour of new
 * orders proves that order lists answer. 11st tells no name of a shop.
 */
export async function testConnection(ask: Ask, now: Date): Promise<ConnectionReport> {
  await ask({ operation: 'outboundArea', decode: (document) => saidIn(document).root });
  const params = { from: minuteOnWire(new Date(now.getTime() - HOUR_MS)), to: minuteOnWire(now) };
  await ask({ operation: 'complete', params, decode: rowsOf });
  return { shopName: null, checks: ['outboundArea', 'complete'] };
}
