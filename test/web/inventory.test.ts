import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { axeComplaints } from './harness/axe.ts';
import { openStage, type Stage, type Visit } from './harness/stage.ts';

const PRODUCT = z.object({ id: z.number(), skus: z.array(z.object({ id: z.number(), code: z.string() })) });
const LISTINGS = z.object({ listings: z.array(z.object({ id: z.number() })) });
const LISTING = z.object({ items: z.array(z.object({ id: z.number() })) });

/** A seller keeps stock and prices true: what is changed here is changed in the shop. */
describe('stock and prices', { timeout: 60_000 }, () => {
  let stage: Stage;
  let visit: Visit;
  let sku: number;

  async function ask<Body>(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    shape: z.ZodType<Body>,
    data?: object,
  ): Promise<Body> {
    const answer = await visit.page.request.fetch(`${stage.url}/api/v1${path}`, {
      method,
      headers: { origin: stage.url },
      ...(data === undefined ? {} : { data }),
    });
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
    return shape.parse(await answer.json());
  }

  beforeAll(async () => {
    stage = await openStage();
    visit = await stage.visit({ as: 'owner' });
    await stage.connect('coupang', 6);
    await ask('POST', '/sync/products?wait=60', z.unknown(), {});
    const { listings } = await ask('GET', '/listings?state=on_sale&limit=1', LISTINGS);
    const { items } = await ask('GET', `/listings/${listings[0]?.id}`, LISTING);
    const product = await ask('POST', '/products', PRODUCT, {
      name: '무선 이어폰',
      price: 30_000,
      cost: 10_000,
      stock_quantity: 10,
    });
    sku = product.skus[0]?.id ?? 0;
    await ask('PUT', `/listing-items/${items[0]?.id}/link`, z.unknown(), {
      parts: [{ sku_id: sku, quantity: 1 }],
    });
  }, 180_000);
  afterAll(async () => {
    await visit.close();
    await stage.close();
  });

  test('a safety stock changed in its place makes the SKU run low', async () => {
    const { page } = visit;
    await page.goto('/inventory');
    const safety = page.getByRole('row', { name: /무선 이어폰/ }).getByRole('textbox');
    await safety.fill('12');
    await safety.press('Enter');
    await page.getByRole('button', { name: '부족', exact: true }).click();
    await page.waitForURL('**/inventory?low=true');
    await page
      .getByRole('row', { name: /무선 이어폰/ })
      .getByText('부족')
      .waitFor();
  });

  test('a count is in the ledger, and the shop takes the new number while one looks', async () => {
    const { page } = visit;
    await page.goto(`/inventory/${sku}`);
    await page.getByRole('button', { name: '실사', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('센 수량').fill('7');
    expect(await axeComplaints(page)).toEqual([]);
    await dialog.getByRole('button', { name: '저장' }).click();
    await dialog.getByText('이 장소에 7개가 되었습니다').waitFor();
    await dialog.getByRole('row').nth(1).getByText('반영됨').waitFor();
    await dialog.getByRole('cell', { name: '7', exact: true }).first().waitFor();
    expect(await axeComplaints(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('region', { name: '재고 원장' }).getByText('-3').waitFor();
  });

  test('a price rule is previewed, applied as a plan, and undone', async () => {
    const { page } = visit;
    await page.goto('/prices?tab=rules');
    await page.getByRole('button', { name: '규칙 만들기' }).click();
    await page.getByLabel('이름').fill('마진 20');
    await page.getByRole('dialog').getByRole('button', { name: '저장' }).click();
    await page.getByRole('cell', { name: '마진 20%' }).waitFor();
    await page.getByRole('button', { name: '미리보기', exact: true }).click();
    await page.getByText('가격 1건이 바뀝니다').waitFor();
    await page.getByRole('button', { name: '적용 계획 만들기' }).click();
    const plan = page.getByRole('dialog');
    await plan.getByRole('button', { name: '1건 확정' }).click();
    await plan.getByText('반영 완료').waitFor();
    expect(await axeComplaints(page)).toEqual([]);
    await plan.getByRole('button', { name: '되돌리기' }).click();
    await plan.getByRole('button', { name: '1건 확정' }).click();
    await plan.getByText('반영 완료').waitFor();
    expect(visit.complaints).toEqual([]);
  });
});
