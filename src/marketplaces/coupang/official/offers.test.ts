import { describe, expect, it } from 'vitest';
import { MarketplaceError, type TroubleReason } from '../../kit/trouble.ts';
import type { Ask } from './calls.ts';
import { offerDesks } from './offers.ts';

const targets = [1, 2, 3].map((item) => ({
  item,
  nativeItemId: `7007128403${item}`,
  nativeListingId: null,
  quantity: item,
}));

/** Says yes to all but one option, which fails in the given way. */
function failingAt(
  item: number,
  reason: TroubleReason,
  maybeApplied = false,
): Ask & { readonly sent: string[] } {
  const sent: string[] = [];
  const ask: Ask = async ({ operation, params, decode }) => {
    const id = params?.vendorItemId ?? '';
    sent.push(id);
    if (id.endsWith(String(item)))
      throw new MarketplaceError({ reason, operation, maybeApplied, nativeText: 'why' });
    return decode({ code: 'SUCCESS', data: null });
  };
  return Object.assign(ask, { sent });
}

describe('setting stock', () => {
  it('goes on behind an option that Coupang refuses', async () => {
    const ask = failingAt(2, 'not_found');
    expect(await offerDesks(ask).stock.set(targets)).toEqual([
      { kind: 'done', item: 1 },
      { kind: 'refused', item: 2, reason: 'not_found', nativeCode: '', nativeText: 'why', retryHelps: false },
      { kind: 'done', item: 3 },
    ]);
  });

  it('goes on behind a call that may have arrived', async () => {
    const outcomes = await offerDesks(failingAt(1, 'timeout', true)).stock.set(targets);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['unknown', 'done', 'done']);
  });

  it('stops at trouble of the account, and what was not sent may be sent later', async () => {
    const ask = failingAt(2, 'wrong_key');
    const outcomes = await offerDesks(ask).stock.set(targets);
    expect(ask.sent).toHaveLength(2);
    expect(outcomes).toMatchObject([
      { kind: 'done', item: 1 },
      { kind: 'refused', item: 2, reason: 'wrong_key', retryHelps: true },
      { kind: 'refused', item: 3, reason: 'wrong_key', retryHelps: true },
    ]);
  });

  it('throws trouble of the account that comes before anything was sent', async () => {
    await expect(offerDesks(failingAt(1, 'wrong_key')).stock.set(targets)).rejects.toThrow('wrong_key');
  });

  it('sends no price in another currency', async () => {
    const ask = failingAt(9, 'down');
    const outcomes = await offerDesks(ask).prices.set([
      { item: 1, nativeItemId: '70071284031', nativeListingId: null, price: 1_000, currency: 'RUB' },
    ]);
    expect(outcomes).toMatchObject([{ kind: 'refused', reason: 'refused' }]);
    expect(ask.sent).toEqual([]);
  });
});
