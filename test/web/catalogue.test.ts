import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeComplaints } from './harness/axe.ts';
import { openStage, type Stage, type Visit } from './harness/stage.ts';

/** A seller describes a product, brings more by a file, and sees what a shop would get. */
describe('the catalogue', { timeout: 60_000 }, () => {
  let stage: Stage;
  let visit: Visit;

  beforeAll(async () => {
    stage = await openStage();
    await stage.connect('naver', 5);
    visit = await stage.visit({ as: 'staff' });
  }, 120_000);
  afterAll(async () => {
    await visit.close();
    await stage.close();
  });

  test('a product with options gets a SKU for each combination', async () => {
    const { page } = visit;
    await page.goto('/catalogue');
    await page.getByText('아직 상품이 없습니다').waitFor();
    await page.getByRole('link', { name: '상품 등록' }).click();
    await page.getByLabel('상품명').fill('면 티셔츠');
    await page.getByLabel('판매자 상품코드').fill('TEE');
    await page.getByRole('button', { name: '저장' }).click();
    await page.getByRole('alert').first().waitFor();
    await page.getByLabel('판매가').first().fill('19000');
    await page.getByRole('button', { name: '옵션 추가' }).click();
    await page.getByLabel('옵션명').fill('색상');
    await page.getByLabel('옵션값(쉼표로 구분)').fill('흰색, 검정');
    await page.getByRole('button', { name: '조합으로 SKU 만들기' }).click();
    await page.getByLabel('센 재고 TEE-흰색').fill('7');
    expect(await axeComplaints(page)).toEqual([]);
    await page.getByRole('button', { name: '저장' }).click();
    await page.waitForURL(/\/catalogue\/\d+$/);
    await page.getByRole('heading', { name: '면 티셔츠', level: 1 }).waitFor();
    expect(await page.getByLabel('SKU 코드 2').inputValue()).toBe('TEE-검정');
    expect(await axeComplaints(page)).toEqual([]);
  });

  test('the dry run tells everything that lacks, with the way there', async () => {
    const { page } = visit;
    await page.getByRole('link', { name: '마켓에 등록' }).click();
    await page.getByLabel('상점', { exact: true }).selectOption({ index: 1 });
    await page.getByText('1. 마켓 카테고리').waitFor();
    await page.getByRole('button', { name: '보낼 내용 미리보기' }).click();
    await page.getByText('고칠 것이 있음').waitFor();
    await page.getByRole('link', { name: '상품에서 고치기' }).first().waitFor();
    expect(await page.getByRole('button', { name: '마켓에 보내기' }).isDisabled()).toBe(true);
    expect(await axeComplaints(page)).toEqual([]);
  });

  test('a file is shown row by row before anything is written', async () => {
    const { page } = visit;
    await page.goto('/catalogue/import');
    await page.locator('input[type="file"]').setInputFiles({
      name: 'goods.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('판매자상품코드,상품명,판매가\nSOCK,면 양말,3000\nHAT,모자,공짜\n'),
    });
    await page.getByText('2행').waitFor();
    expect(await axeComplaints(page)).toEqual([]);
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: '확정하고 저장' }).click();
    await page.getByText('상품 1개를 등록하고').waitFor();
    await page.goto('/catalogue?q=SOCK');
    await page.getByRole('link', { name: '면 양말' }).waitFor();
    expect(await page.getByRole('link', { name: '모자' }).count()).toBe(0);
  });

  test('a cell of the matrix leads to what can be done in that shop', async () => {
    const { page } = visit;
    await page.getByRole('button', { name: /의 면 양말: 할 수 있는 일/ }).click();
    await page.getByRole('menuitem', { name: '이 상점에 등록' }).click();
    await page.waitForURL(/\/publish\?shop=\d+$/);
    expect(visit.complaints).toEqual([]);
  });
});
