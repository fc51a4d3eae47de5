import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { workbookFile } from '../imports/workbook.ts';
import { axeComplaints } from './harness/axe.ts';
import { openTradingDay, type TradingDay } from './harness/trading-day.ts';

const SALES = 20;

/** A morning at the orders desk, without a mouse where a list is worked off. */
describe('the orders desk', { timeout: 60_000 }, () => {
  let day: TradingDay;

  beforeAll(async () => {
    day = await openTradingDay({ platform: 'coupang', sales: SALES, as: 'staff' });
  }, 120_000);
  afterAll(() => day.close());

  test('twenty orders are acknowledged and shipped by keyboard alone', async () => {
    const { market, sales } = day;
    const { page } = day.visit;
    const { keyboard } = page;
    await page.goto('/orders?status=PAID');
    await page.getByText(`${SALES}건`, { exact: true }).waitFor();
    await keyboard.press('j');
    await keyboard.press('x');
    for (let row = 1; row < SALES; row++) await keyboard.press('j');
    await keyboard.press('Shift+X');
    await page.getByText(`${SALES}건 선택`).first().waitFor();
    await keyboard.press('a');
    await page.getByRole('dialog', { name: '발주확인 결과' }).getByText('20건 가운데 20건 완료').waitFor();
    await keyboard.press('Escape');

    await keyboard.press('Control+k');
    await keyboard.insertText('주문');
    await keyboard.press('Enter');
    await page.waitForURL(/\/orders$/);
    await page.getByText(`${SALES}건`, { exact: true }).waitFor();
    await keyboard.press('*');
    await keyboard.press('s');
    await page.getByLabel('송장 목록').waitFor();
    await keyboard.insertText(sales.map((_, sale) => `CJ대한통운\t${invoiceOf(sale)}`).join('\n'));
    expect(await axeComplaints(page)).toEqual([]);
    await keyboard.press('Control+Enter');
    await page.getByText('20건을 보내고, 0건은 보내지 않습니다.').waitFor();
    expect(await axeComplaints(page)).toEqual([]);
    await page.locator('button:focus', { hasText: '20건 보내기' }).waitFor();
    await keyboard.press('Enter');
    const outcome = page.getByRole('dialog', { name: '발송 결과' });
    await outcome.getByText('20건 가운데 20건 완료').waitFor();
    await keyboard.press('Escape');
    await outcome.waitFor({ state: 'detached' });
    const tales = await Promise.all(sales.map((sale) => market.tells(sale)));
    const sent = tales.flatMap(({ parcels }) => parcels.map(({ invoice }) => invoice));
    expect(sent.toSorted()).toEqual(sales.map((_, sale) => invoiceOf(sale)).toSorted());
  });

  test('a workbook of a carrier ships what it names; what it cannot is told row by row', async () => {
    const { market } = day;
    const { page } = day.visit;
    const first = await market.buyer.buys();
    const second = await market.buyer.buys();
    const file = await workbookFile([
      ['출고 내역', null, null],
      ['운송장번호', '택배사', '주문번호'],
      ['680405450931', 'CJ대한통운', first.order],
      ['680405450942', 'CJ대한통운', '404404'],
      ['6.80405E+11', 'CJ대한통운', second.order],
    ]);
    await page.goto('/orders?status=PAID');
    await page.getByText('2건', { exact: true }).waitFor();
    await page.getByRole('button', { name: '송장 일괄 등록' }).click();
    const dialog = page.getByRole('dialog');
    const name = '출고.xlsx';
    await dialog
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: file });
    await dialog.getByText('파일에서 1행을 읽지 못했습니다.', { exact: false }).waitFor();
    await dialog.getByText('5행: 송장번호: 숫자가 길어', { exact: false }).waitFor();
    expect(await axeComplaints(page)).toEqual([]);
    await dialog.getByRole('button', { name: '확인하기' }).click();
    await dialog.getByText('2행: 이 번호의 주문을 찾을 수 없습니다.').waitFor();
    await dialog.getByRole('button', { name: '1건 보내기' }).click();
    await page.getByRole('dialog', { name: '발송 결과' }).getByText('1건 가운데 1건 완료').waitFor();
    await page.keyboard.press('Escape');
    expect(await market.tells(first)).toMatchObject({ parcels: [{ invoice: '680405450931' }] });
    expect(await market.tells(second)).toMatchObject({ parcels: [] });
  });

  test('a file that holds something else is refused in a sentence', async () => {
    const { page } = day.visit;
    await page.getByRole('button', { name: '송장 일괄 등록' }).click();
    const dialog = page.getByRole('dialog');
    const buffer = Buffer.from('상품,가격\n장갑,100\n');
    await dialog
      .locator('input[type=file]')
      .setInputFiles({ name: '상품.csv', mimeType: 'text/csv', buffer });
    await dialog.getByRole('alert').getByText('주문번호, 택배사, 송장번호 열을 찾지 못했습니다').waitFor();
    await page.keyboard.press('Escape');
  });

  test('a wrong invoice is corrected on the page of the order, and the way back leads to the list as it was', async () => {
    const { page } = day.visit;
    await page.goto('/orders?q=680405450931');
    await page.getByRole('row').nth(1).getByRole('link').click();
    await page.getByRole('button', { name: '더 보기' }).click();
    await page.getByRole('menuitem', { name: '송장 수정' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('송장번호').fill('680405450942');
    expect(await axeComplaints(page)).toEqual([]);
    await dialog.getByRole('button', { name: '송장 수정' }).click();
    await page.getByRole('button', { name: '되돌리기' }).click();
    await page.getByText('되돌리기', { exact: true }).last().waitFor();
    const parcels = page.locator('section', { hasText: '택배' }).last();
    await parcels.getByText('680405450931').waitFor();
    await page.getByRole('link', { name: '주문', exact: true }).last().click();
    await page.waitForURL('**/orders?q=680405450931');
    expect(day.visit.complaints).toEqual([]);
  });
});

/** Twelve digits, another for each sale. */
function invoiceOf(sale: number): string {
  return String(560_000_000_000 + sale);
}
