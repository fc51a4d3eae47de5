import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { axeComplaints } from './harness/axe.ts';
import { openStage, type Stage, type Visit } from './harness/stage.ts';

const summary = z.object({ total: z.object({ now: z.object({ orders: z.int(), revenue: z.int() }) }) });

/** Whoever looks at the numbers of a business sees what the API counts, and can take it along. */
describe('analytics', { timeout: 60_000 }, () => {
  let stage: Stage;
  let visit: Visit;

  beforeAll(async () => {
    stage = await openStage();
    visit = await stage.visit({ as: 'viewer' });
  }, 120_000);
  afterAll(async () => {
    await visit.close();
    await stage.close();
  });

  const told = async () =>
    summary.parse(await (await visit.page.request.get('/api/v1/analytics/summary')).json()).total.now;

  test('without orders it says what to do', async () => {
    const { page } = visit;
    await page.goto('/analytics');
    await page.getByText('이 기간에 주문이 없습니다').waitFor();
    expect(await axeComplaints(page)).toEqual([]);
  });

  test('shows what the API counts, with a chart and its table', async () => {
    const { page } = visit;
    await stage.connect('coupang', 20);
    await expect.poll(async () => (await told()).orders, { timeout: 30_000 }).toBe(20);
    await expect
      .poll(
        async () => {
          await page.goto('/analytics');
          const tile = page.locator('dl > div').filter({ hasText: '주문' }).first();
          return (await tile.locator('dd').first().innerText()).replace(/\D/g, '');
        },
        { timeout: 30_000 },
      )
      .toBe('20');
    await page.getByRole('img', { name: /매출 추이/ }).waitFor();
    await page.getByRole('region', { name: '추이' }).getByRole('row').nth(30).waitFor();
    await page.getByRole('region', { name: '상점별 성과' }).getByText('쿠팡').first().waitFor();
    expect(await axeComplaints(page)).toEqual([]);
  });

  test('what is chosen stands in the address', async () => {
    const { page } = visit;
    await page.getByLabel('보는 값').selectOption('on_time_rate');
    await page.getByRole('img', { name: /정시 발송률 추이/ }).waitFor();
    await page.getByLabel('묶음').selectOption('week');
    await page.getByRole('img', { name: /주별/ }).waitFor();
    expect(new URL(page.url()).searchParams.get('measure')).toBe('on_time_rate');
    await page.getByLabel('종료일').fill('2020-01-01');
    await page.getByRole('alert').getByText('끝 날짜가 시작 날짜보다 빠릅니다').waitFor();
    await page.getByLabel('기간', { exact: true }).selectOption('30');
    await page.getByRole('alert').waitFor({ state: 'detached' });
  });

  test('a table is saved as a file that adds up', async () => {
    const { page } = visit;
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: '추이 CSV 받기' }).click();
    const [head = '', ...rows] = (await readFile(await (await saving).path(), 'utf8')).trim().split('\r\n');
    const place = head.split(',').indexOf('매출');
    expect(place).toBeGreaterThan(0);
    const sum = rows.reduce((total, row) => total + Number(row.split(',')[place]), 0);
    expect(sum).toBe((await told()).revenue);
    expect(visit.complaints).toEqual([]);
  });
});
