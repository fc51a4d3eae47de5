import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { listAccounts } from '../../src/store/accounts.ts';
import { asOwner } from '../../src/store/scope.ts';
import type { SandboxShop } from '../harness/sandbox-control.ts';
import { claim, line, order } from '../harness/snapshots.ts';
import { readBatch } from '../stock/shelf.ts';
import { axeComplaints } from './harness/axe.ts';
import { openStage, type Stage, type Visit } from './harness/stage.ts';

const PRODUCT = z.object({ id: z.number(), skus: z.array(z.object({ id: z.number(), code: z.string() })) });
const LISTINGS = z.object({ listings: z.array(z.object({ id: z.number() })) });
const LISTING = z.object({ items: z.array(z.object({ id: z.number(), native_item_id: z.string() })) });
const WINDOWS = z.object({ windows: z.array(z.object({ p50_ms: z.number().nullable() })) });

/** A seller keeps stock and prices true: what is changed here is changed in every shop. */
describe('stock and prices', { timeout: 60_000 }, () => {
  let stage: Stage;
  let visit: Visit;
  let coupang: SandboxShop;
  let sku: { readonly id: number; readonly code: string };
  /** The item at Coupang that is the SKU, by the marketplace's number. */
  let item: string;

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

  /** One thing on sale at a marketplace is made of the SKU. */
  async function link(platform: string): Promise<string> {
    const { listings } = await ask('GET', `/listings?state=on_sale&platform=${platform}&limit=1`, LISTINGS);
    const { items } = await ask('GET', `/listings/${listings[0]?.id}`, LISTING);
    const [first] = items;
    if (first === undefined) throw new Error(`nothing is on sale at ${platform}`);
    const parts = [{ sku_id: sku.id, quantity: 1 }];
    await ask('PUT', `/listing-items/${first.id}/link`, z.unknown(), { parts });
    return first.native_item_id;
  }

  beforeAll(async () => {
    stage = await openStage();
    visit = await stage.visit({ as: 'owner' });
    coupang = await stage.connect('coupang', 6);
    await stage.connect('naver', 6);
    await ask('POST', '/sync/products?wait=60', z.unknown(), {});
    const product = await ask('POST', '/products', PRODUCT, {
      name: '무선 이어폰',
      price: 30_000,
      cost: 10_000,
      stock_quantity: 10,
    });
    const [made] = product.skus;
    if (made === undefined) throw new Error('the product has no SKU');
    sku = made;
    item = await link('coupang');
    await link('naver');
  }, 180_000);
  afterAll(async () => {
    await visit.close();
    await stage.close();
  });

  afterEach(() => expect(visit.complaints).toEqual([]));

  test('a safety stock changed in its place makes the SKU run low', async () => {
    const { page } = visit;
    await page.goto('/inventory');
    const safety = page.getByRole('row', { name: /무선 이어폰/ }).getByRole('textbox');
    const before = await safety.inputValue();
    await page.route('**/safety-stock', (route) => route.abort(), { times: 1 });
    await safety.fill('13');
    await safety.press('Enter');
    await page.getByText('모아에 연결할 수 없습니다', { exact: true }).waitFor();
    await expect.poll(() => safety.inputValue()).toBe(before);
    await safety.fill('12');
    await safety.press('Enter');
    await page.getByRole('button', { name: '부족', exact: true }).click();
    await page.waitForURL('**/inventory?low=true');
    await page
      .getByRole('row', { name: /무선 이어폰/ })
      .getByText('부족')
      .waitFor();
  });

  test('a count is in the ledger, and both shops take the new number while one looks', async () => {
    const { page } = visit;
    await page.goto(`/inventory/${sku.id}`);
    await page.getByRole('button', { name: '실사', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('센 수량').fill('7');
    expect(await axeComplaints(page)).toEqual([]);
    await dialog.getByLabel('센 수량').press('Enter');
    await dialog.getByText('이 장소에 7개가 되었습니다').waitFor();
    const sevens = dialog
      .getByRole('row')
      .filter({ has: page.getByRole('cell', { name: '7', exact: true }) });
    await expect.poll(() => sevens.getByText('반영됨').count(), { timeout: 30_000 }).toBe(2);
    expect(await axeComplaints(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('region', { name: '재고 원장' }).getByText('-3').waitFor();
  });

  test('what one shop sells drops in the other, and the window between is drawn', async () => {
    const { page } = visit;
    await stage.sandbox.act(coupang, 'story.sell', { item, quantity: 2 });
    const measured = async () =>
      (await ask('GET', '/inventory/windows?days=1', WINDOWS)).windows.some(({ p50_ms }) => p50_ms !== null);
    await expect.poll(measured, { timeout: 40_000 }).toBe(true);
    await page.goto('/inventory?tab=windows');
    await page.getByRole('img', { name: /초과판매가 가능했던 시간/ }).waitFor();
    await page.getByRole('cell', { name: /→/ }).waitFor();
    expect(await axeComplaints(page)).toEqual([]);
  });

  test('a sheet that was counted in is looked at, confirmed and booked', async () => {
    const { page } = visit;
    await page.goto('/inventory');
    const saving = page.waitForEvent('download');
    await page.getByRole('link', { name: '엑셀 내려받기' }).click();
    expect((await saving).suggestedFilename()).toMatch(/\.xlsx$/);
    await page.getByRole('link', { name: '엑셀 올리기' }).click();
    const counted = Buffer.from(`SKU,재고\n${sku.code},9\nNOBODY,1\n`);
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: '실사.csv', mimeType: 'text/csv', buffer: counted });
    await page.getByText('재고: 7 → 9').waitFor();
    await page.getByText('NOBODY', { exact: true }).waitFor();
    await page.getByRole('checkbox', { name: /빼고/ }).check();
    await page.getByRole('button', { name: '확정하고 저장' }).click();
    await page.getByText('재고 1건을 세었고').waitFor();
    await page.goto('/inventory');
    await page
      .getByRole('row', { name: /무선 이어폰/ })
      .getByText('9', { exact: true })
      .first()
      .waitFor();
  });

  test('goods come in, and go on to another place', async () => {
    const { page } = visit;
    await page.goto('/inventory?tab=settings');
    await page.getByLabel('새 장소').fill('제2창고');
    await page.getByRole('button', { name: '추가' }).click();
    await page.getByRole('listitem').filter({ hasText: '제2창고' }).waitFor();
    await page.goto(`/inventory/${sku.id}`);
    await page.getByRole('button', { name: '입고', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('입고 수량').fill('5');
    await dialog.getByLabel('입고 번호').fill('PO-7');
    await dialog.getByRole('button', { name: '저장' }).click();
    await dialog.getByText('이 장소에 14개가 되었습니다').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('region', { name: '재고 원장' }).getByText('직접 입력 · PO-7').waitFor();
    await page.getByRole('button', { name: '입고', exact: true }).click();
    await dialog.getByLabel('입고 수량').fill('5');
    await dialog.getByLabel('입고 번호').fill('PO-7');
    await dialog.getByRole('button', { name: '저장' }).click();
    await dialog.getByText('이미 반영한 입고 번호입니다').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '이동', exact: true }).click();
    await dialog.getByLabel('옮길 수량').fill('99');
    await dialog.getByRole('button', { name: '저장' }).click();
    await dialog.getByRole('alert').waitFor();
    await dialog.getByLabel('옮길 수량').fill('4');
    // The goods are moved, and nobody hears of it: sent again they are not moved twice.
    await page.route('**/inventory/movements', (route) => route.fetch().then(() => route.abort()), {
      times: 1,
    });
    await dialog.getByRole('button', { name: '저장' }).click();
    await dialog.getByRole('alert').getByText('모아에 연결할 수 없습니다').waitFor();
    await dialog.getByRole('button', { name: '저장' }).click();
    await dialog.getByText('이 장소에 10개가 되었습니다').waitFor();
    await page.keyboard.press('Escape');
    const places = page.getByRole('region', { name: '보관 장소' });
    await places.getByRole('row', { name: '제2창고 4 0 4' }).waitFor();
  });

  test('what came back is put on the shelf as far as it can be sold', async () => {
    const { page } = visit;
    const accounts = await asOwner(stage.hub.db, stage.owner, (scope) => listAccounts(scope));
    const shop = accounts.find(({ platform }) => platform === 'coupang');
    if (shop === undefined) throw new Error('Coupang is not connected');
    const lines = [line({ nativeItemId: item, quantity: 3, shippableQuantity: 3 })];
    const now = new Date().toISOString();
    const parcel = { nativeCarrier: 'CJGLS', invoice: '640000000001', shippedAt: now };
    const about = [{ nativeLineId: 'box-1:70071284034', nativeItemId: item, quantity: 3 }];
    const read = (told: Parameters<typeof readBatch>[3]) => readBatch(stage.hub, stage.owner, shop, told);
    await read({ orders: [order({ orderedAt: now, paidAt: now, lines })] });
    await read({
      orders: [
        order({
          orderedAt: now,
          paidAt: now,
          lines: lines.map((one) => ({ ...one, status: 'SHIPPED', parcel })),
        }),
      ],
    });
    await read({ claims: [claim({ kind: 'return', state: 'done', requestedAt: now, lines: about })] });
    await page.goto('/inventory?tab=returns');
    await page.getByRole('button', { name: '상태 확인' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('불량').fill('1');
    expect(await dialog.getByLabel('판매 가능').inputValue()).toBe('2');
    expect(await axeComplaints(page)).toEqual([]);
    await dialog.getByRole('button', { name: '저장' }).click();
    await page.getByText('반품 재고를 처리했습니다', { exact: true }).waitFor();
    await page.getByText('확인할 반품이 없습니다').waitFor();
  });

  test('a price rule is previewed with its margins, applied as a plan, and undone', async () => {
    const { page } = visit;
    await page.goto('/prices');
    await page.getByText('가격 규칙이 없습니다').waitFor();
    await page.getByRole('button', { name: '가격 규칙으로' }).click();
    await page.getByRole('button', { name: '규칙 만들기' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('이름').fill('마진 20');
    await dialog.getByLabel('마켓').selectOption({ label: '쿠팡 전체' });
    await dialog.getByLabel('상품').fill('이어폰');
    await dialog.getByRole('button', { name: '무선 이어폰' }).waitFor();
    await dialog.getByLabel('상품').press('Enter');
    await dialog.getByRole('button', { name: '모든 상품' }).waitFor();
    await dialog.getByLabel('배송 원가 (₩)').fill('3000');
    expect(await axeComplaints(page)).toEqual([]);
    await dialog.getByRole('button', { name: '저장' }).click();
    await page.getByRole('cell', { name: '마진 20%' }).waitFor();
    await page.getByRole('button', { name: '마진 미리보기' }).click();
    await page.getByText('가격 1건이 바뀝니다').waitFor();
    await page.getByRole('row', { name: /20(\.\d)?%/ }).waitFor();
    await page.getByRole('button', { name: '적용 계획 만들기' }).click();
    await dialog.getByRole('button', { name: '1건 확정' }).click();
    await dialog.getByText('반영 완료').waitFor();
    expect(await axeComplaints(page)).toEqual([]);
    await dialog.getByRole('button', { name: '되돌리기' }).click();
    await dialog.getByRole('button', { name: '1건 확정' }).click();
    await dialog.getByText('반영 완료').waitFor();
  });

  test('prices are pasted from a sheet, and what selling costs is told', async () => {
    const { page } = visit;
    await page.goto('/prices?tab=plans');
    await page.getByRole('button', { name: '가격 일괄 변경' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('마켓').selectOption({ index: 0 });
    await dialog.getByLabel(/상품번호와 새 가격/).fill(`상품번호\t가격\n${item}\t오천원`);
    await dialog.getByText('읽을 수 없는 줄: 2').waitFor();
    await dialog.getByLabel(/상품번호와 새 가격/).fill(`상품번호\t가격\n${item}\t31,900원`);
    await dialog.getByRole('button', { name: '1건 미리보기' }).click();
    await dialog.getByRole('cell', { name: '₩31,900' }).waitFor();
    await dialog.getByRole('button', { name: '계획 취소' }).click();
    await dialog.getByText('취소', { exact: true }).first().waitFor();
    await page.keyboard.press('Escape');
    await page.goto('/prices?tab=fees');
    await page.getByRole('button', { name: '수수료 입력' }).click();
    await dialog.getByLabel('마켓플레이스').selectOption({ label: '쿠팡' });
    await dialog.getByLabel('판매 수수료 %').fill('7.8');
    await dialog.getByLabel('주문당 고정 (₩)').fill('500');
    await dialog.getByLabel('출처').fill('10월 정산서');
    expect(await axeComplaints(page)).toEqual([]);
    await dialog.getByRole('button', { name: '저장' }).click();
    await page.getByRole('row', { name: /쿠팡 직접 입력.*7\.8%.*₩500/ }).waitFor();
  });
});
