import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createClock } from '../../frame/clock.ts';
import { withDiary } from '../../frame/diary.ts';
import { isObject } from '../../frame/json.ts';
import type { Frame } from '../../frame/marketplace.ts';
import { startSandbox } from '../../frame/server.ts';
import { elevenStreetMarketplace } from '../marketplace.ts';
import { openTestShop, START } from '../test-shop.ts';
import { CLAIM_LIVES } from './lives.ts';
import { ODD_CASES } from './odd-cases.ts';

describe('a shop with a past', () => {
  test('holds every odd case, every status and every kind of claim in every state', () => {
    const shop = openTestShop({ orders: 400 });
    const lines = shop.lines();
    expect(new Set(lines.map(({ ordNo }) => ordNo)).size).toBe(400);
    const cases = new Set(lines.flatMap(({ oddCases }) => (Array.isArray(oddCases) ? oddCases : [])));
    expect([...cases].sort()).toEqual([...ODD_CASES].sort());
    expect([...new Set(lines.map(({ ordPrdStat }) => ordPrdStat))].sort()).toEqual(
      ['102', '200', '201', '202', '301', '401', '501', '601', '701', '901', 'A01', 'B01', 'C01'].sort(),
    );
    const states = new Set(shop.claims().map(({ kind, state }) => `${String(kind)} ${String(state)}`));
    for (const state of ['requested', 'done', 'rejected', 'withdrawn'])
      for (const kind of ['cancel', 'return', 'exchange']) expect(states).toContain(`${kind} ${state}`);
    for (const state of ['return on_hold', 'return completion_on_hold', 'exchange reshipped'])
      expect(states).toContain(state);
    expect(CLAIM_LIVES.length).toBeGreaterThan(15);
  });

  test('may hold thousands of orders, none of them in the future', () => {
    const shop = openTestShop({ orders: 5_000 });
    const instants = shop
      .lines()
      .flatMap((line) =>
        ['orderedAt', 'paidAt', 'confirmedAt', 'sentAt', 'deliveredAt', 'decidedAt', 'since'].map((name) =>
          typeof line[name] === 'string' ? Date.parse(line[name]) : 0,
        ),
      );
    expect(Math.max(...instants)).toBeLessThanOrEqual(START);
  });

  test('uses numbers that differ between shops, and numbers of claims that need their kind', () => {
    const shop = openTestShop({ orders: 100 });
    shop.market.openShop({ shop: 'other', orders: 100, quiet: true }, shop.frame);
    const numbers = (name: string) =>
      shop.market.orders(name).flatMap((line) => (isObject(line) ? [line.ordNo, line.dlvNo] : []));
    const own = new Set(numbers('shop'));
    expect(numbers('other').filter((number) => own.has(number))).toEqual([]);
    const seqs = (kind: string) => shop.claims().flatMap((claim) => (claim.kind === kind ? [claim.seq] : []));
    const cancels = new Set(seqs('cancel'));
    expect(seqs('return').some((seq) => cancels.has(seq))).toBe(true);
  });

  test('stays as it is when quiet', () => {
    const shop = openTestShop({ orders: 200 });
    const before = shop.lines();
    shop.now += 6 * 3_600_000;
    shop.tick();
    expect(shop.lines()).toEqual(before);
  });

  test('refuses what it cannot be', () => {
    const shop = openTestShop();
    expect(() => shop.market.openShop({ edition: 'other' }, shop.frame)).toThrow('edition');
    expect(() => shop.market.openShop({ shop: 'shop' }, shop.frame)).toThrow('already');
  });
});

test('a diary lived again leads to the same shop', () => {
  const folder = mkdtempSync(join(tmpdir(), 'moa-11st-'));
  try {
    const file = join(folder, 'diary.jsonl');
    const clock = createClock(START);
    clock.freeze();
    const frame: Frame = { now: clock.now, monotonicMs: clock.now, seed: 7, strike: () => undefined };
    const first = withDiary(elevenStreetMarketplace(), file);
    const { shop } = first.openShop({ shop: 'demo', orders: 80 }, frame);
    for (let step = 0; step < 60; step += 1) {
      clock.advance(300_000);
      if (step % 3 === 0) first.buy(shop, 2, frame);
      first.tick(frame);
    }
    const second = withDiary(elevenStreetMarketplace(), file);
    expect(second.orders(shop)).toEqual(first.orders(shop));
    expect(second.claims?.(shop)).toEqual(first.claims?.(shop));
    expect(second.buy(shop, 2, frame).length).toBe(2);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('the server opens it and answers under its address', async () => {
  const sandbox = await startSandbox({ marketplaces: [elevenStreetMarketplace()] });
  try {
    const opened: unknown = await (
      await fetch(`${sandbox.url}/_control/eleventh_street/shops`, {
        method: 'POST',
        body: JSON.stringify({ shop: 'web', orders: 20, quiet: true }),
      })
    ).json();
    const { base_url: base, credentials } = isObject(opened) ? opened : {};
    const key = isObject(credentials) ? String(credentials.api_key) : '';
    const answer = await fetch(`${String(base)}/rest/areaservice/outboundarea`, {
      headers: { openapikey: key },
    });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/xml;charset=EUC-KR']);
    expect(await answer.text()).toContain('SUCCESS');
    const claims: unknown = await (
      await fetch(`${sandbox.url}/_control/eleventh_street/shops/web/claims`)
    ).json();
    expect(isObject(claims) && Array.isArray(claims.claims)).toBe(true);
  } finally {
    await sandbox.close();
  }
});
