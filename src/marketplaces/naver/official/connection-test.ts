import { asFields, asList, type Fields, idAt, optionalTextAt } from '../../kit/decode.ts';
import type { ConnectionReport } from '../../kit/shop.ts';
import { askChangedPage } from './changed-feed.ts';
import type { Client } from './client.ts';
import { runEnd } from './cursor.ts';

const MINUTE_MS = 60_000;

/**
 * A token alone proves little: it may come from an address that is not allowed, and API groups are ticked one by
 * one (sheet §1.3, §3.1). So the seller, the channels and the orders are read as well.
 */
export async function testConnection(client: Client, clock: () => Date): Promise<ConnectionReport> {
  await client.proveKeys();
  const accountId = await client.ask({
    operation: 'sellerAccount',
    decode: (json) => idAt(asFields(json, 'account'), 'accountId'),
  });
  const channel = await client.ask({ operation: 'sellerChannels', decode: decodeShopName });
  const to = runEnd(clock().getTime());
  await askChangedPage(client, { from: to + 1 - MINUTE_MS, to }, null);
  return {
    shopName: channel ?? accountId,
    checks: ['token', 'sellerAccount', 'sellerChannels', 'changedStatuses'],
  };
}

/** The name of the SmartStore among the channels, else of the first channel. */
export function decodeShopName(json: unknown): string | null {
  const channels: readonly Fields[] = asList(json, 'channels').map((channel) => asFields(channel, 'channel'));
  const store = channels.find(({ channelType }) => channelType === 'STOREFARM') ?? channels[0];
  return store === undefined ? null : optionalTextAt(store, 'name');
}
