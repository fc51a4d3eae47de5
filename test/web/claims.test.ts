import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { listAccounts } from '../../src/store/accounts.ts';
import { asOwner } from '../../src/store/scope.ts';
import { putClaims } from '../harness/rest.ts';
import { claim } from '../harness/snapshots.ts';
import { axeComplaints } from './harness/axe.ts';
import { openTradingDay, type TradingDay } from './harness/trading-day.ts';

const SALES = 5;

/** Buyers want their money back, and the seller decides. */
describe('the claims desk', { timeout: 60_000 }, () => {
  let day: TradingDay;

  beforeAll(async () => {
    day = await openTradingDay({ platform: 'eleventh_street', sales: SALES, as: 'staff' });
  }, 120_000);
  afterAll(() => day.close());

  test('nothing to decide is told as that', async () => {
    const { page } = day.visit;
    await page.goto('/claims');
    await page.getByText('클레임이 없습니다').waitFor();
    expect(await axeComplaints(page)).toEqual([]);
  });

  test('requests show up by themselves, with what can be done', async () => {
    const { market, sales } = day;
    const { page } = day.visit;
    await page.goto('/orders?status=PAID');
    await page.getByText(`${SALES}건`, { exact: true }).waitFor();
    await page.keyboard.press('*');
    await page.keyboard.press('a');
    await page.getByText(`${SALES}건 가운데 ${SALES}건 완료`).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: '클레임', exact: true }).click();
    await page.getByRole('button', { name: '진행 중', exact: true }).click();
    for (const sale of sales.slice(0, 4)) await market.buyer.wants('cancel', sale);
    await page.getByText('4건', { exact: true }).waitFor();
    await page.getByRole('row').getByText('승인, 거부').first().waitFor();
  });

  test('a cancel is refused because the goods have left, and the marketplace ships them', async () => {
    const { market } = day;
    const { page } = day.visit;
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog', { name: /^취소 \d+/ });
    const [, order = ''] = (await drawer.getByRole('heading', { name: /^취소 / }).innerText()).split(' ');
    await drawer.getByRole('button', { name: '취소 거부' }).click();
    const dialog = page.getByRole('dialog', { name: '취소 거부' });
    await dialog.getByLabel('택배사').selectOption('cj');
    await dialog.getByLabel('송장번호').fill('680405450931');
    expect(await axeComplaints(page)).toEqual([]);
    await dialog.getByRole('button', { name: '취소 거부' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('마켓에 처리되었습니다.').first().waitFor();
    expect(await market.tells({ order, lines: [] })).toMatchObject({
      left: 1,
      parcels: [{ invoice: '680405450931' }],
      claims: [{ state: expect.stringMatching(/rejected|withdrawn/), refunded: false }],
    });
    await drawer.getByRole('button', { name: '닫기' }).click();
    await page.getByText('3건', { exact: true }).waitFor();
  });

  test('many are decided at once: what fell away is left out, and each of the others has its outcome', async () => {
    const { market } = day;
    const { page } = day.visit;
    await page.keyboard.press('*');
    await page.getByText('3건 선택').first().waitFor();
    await page.keyboard.press('a');
    const dialog = page.getByRole('dialog', { name: '승인' });
    await dialog.getByText('3건 가운데 3건을').waitFor();
    const open = await openClaims();
    expect(open).toHaveLength(3);
    const [byColleague, withdrawn, approved] = open;
    if (byColleague === undefined || withdrawn === undefined || approved === undefined)
      throw new Error('three claims were to be open');
    await change('post', `/api/v1/claims/${byColleague.id}/approve?wait=10`, {});
    await dialog.getByText('2건 가운데 2건을').or(dialog.getByText('3건 가운데 2건을')).waitFor();
    expect(await axeComplaints(page)).toEqual([]);
    // The hub does not know it yet; the marketplace does.
    await market.buyer.changesHisMind({ order: withdrawn.native_order_id, lines: [] });
    await dialog.getByRole('button', { name: '2건 승인' }).click();
    const outcome = page.getByRole('dialog', { name: '승인 결과' });
    await outcome.getByText('2건 가운데 1건 완료').waitFor();
    const refused = outcome.getByRole('listitem').first();
    await refused.getByText(withdrawn.native_order_id).waitFor();
    await refused.getByText('거절됨').waitFor();
    expect(await axeComplaints(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await market.tells({ order: withdrawn.native_order_id, lines: [] })).toMatchObject({
      claims: [{ state: 'withdrawn', refunded: false }],
    });
    for (const { native_order_id } of [byColleague, approved])
      expect(await market.tells({ order: native_order_id, lines: [] })).toMatchObject({
        status: 'canceled',
        claims: [{ state: 'done', refunded: true }],
      });
  });

  test('a claim that contradicts the warehouse waits until somebody notes what was done', async () => {
    const { stage, sales } = day;
    const { page } = day.visit;
    const [account] = await asOwner(stage.hub.db, stage.owner, listAccounts);
    if (account === undefined) throw new Error('no shop is connected');
    const left = await orderOf(sales[4]?.order ?? '');
    await change('put', `/api/v1/orders/${left.id}/status?wait=10`, {
      status: 'shipped',
      shipping_info: { deliveryCompanyCode: 'cj', trackingNumber: '680405450942' },
    });
    const tokens = { owner: '', staff: '', viewer: '' };
    await putClaims(stage.hub, { owner: stage.owner, tokens }, account, [
      claim({ nativeClaimId: 'C-1', nativeOrderId: left.native_order_id, lines: [left.line] }),
    ]);
    await page.goto('/claims?to_resolve=true');
    await page.getByRole('row').nth(1).getByRole('link').click();
    const conflict = page.getByRole('region', { name: '확인 필요' });
    expect(await axeComplaints(page)).toEqual([]);
    await conflict.getByLabel('어떻게 처리했나요').fill('택배사에 회수를 요청함');
    await conflict.getByRole('button', { name: '확인 완료' }).click();
    await page.getByText('택배사에 회수를 요청함').waitFor();
    await page.getByRole('link', { name: '클레임', exact: true }).last().click();
    await page.waitForURL('**/claims?to_resolve=true');
    await page.getByText('조건에 맞는 클레임이 없습니다').waitFor();
    expect(day.visit.complaints).toEqual([]);
  });

  test('a viewer reads what could be done, and does nothing', async () => {
    const { stage } = day;
    const looking = await stage.visit({ as: 'viewer' });
    await looking.page.goto('/claims');
    await looking.page.getByRole('row').nth(1).waitFor();
    expect(await looking.page.getByRole('checkbox').count()).toBe(0);
    await looking.page.getByRole('row').filter({ hasText: 'C-1' }).getByRole('link').click();
    await looking.page.getByText(/직원 권한이 있으면 할 수 있습니다/).waitFor();
    expect(await looking.page.getByRole('button', { name: '취소 승인' }).count()).toBe(0);
    expect(looking.complaints).toEqual([]);
    await looking.close();
  });

  /** What the page itself asks the hub. */
  const ask = async (path: string): Promise<unknown> => (await day.visit.page.request.get(path)).json();

  /** What somebody else does meanwhile. */
  const change = async (how: 'post' | 'put', path: string, data: object): Promise<void> => {
    const answer = await day.visit.page.request[how](path, { headers: { origin: day.stage.url }, data });
    expect(answer.status(), await answer.text()).toBe(200);
  };

  const openClaims = async () =>
    z
      .object({ claims: z.array(z.object({ id: z.number(), native_order_id: z.string() })) })
      .parse(await ask('/api/v1/claims?open=true')).claims;

  /** An order with its first line. */
  const orderOf = async (number: string) => {
    const listed = await ask(`/api/v1/orders?q=${number}`);
    const found = z.object({ orders: z.tuple([z.object({ id: z.number() })]) }).parse(listed).orders[0];
    const { native_order_id, lines } = z
      .object({
        native_order_id: z.string(),
        lines: z.array(z.object({ native_line_id: z.string(), native_item_id: z.string() })).min(1),
      })
      .parse(await ask(`/api/v1/orders/${found.id}`));
    const [line] = lines;
    if (line === undefined) throw new Error('the order has no line');
    return {
      id: found.id,
      native_order_id,
      line: { nativeLineId: line.native_line_id, nativeItemId: line.native_item_id, quantity: 1 },
    };
  };
});
