import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listAccounts } from '../../src/store/accounts.ts';
import { ingestListings } from '../../src/store/listings/ingest.ts';
import { asOwner } from '../../src/store/scope.ts';
import { item, listing } from '../listings/shops.ts';
import { axeComplaints } from './harness/axe.ts';
import { openStage, type Stage, type Visit } from './harness/stage.ts';

/** A seller describes a product, brings more by a file, and puts them on sale. */
describe('the catalogue', { timeout: 60_000 }, () => {
  let stage: Stage;
  let visit: Visit;
  let picture: string;

  beforeAll(async () => {
    stage = await openStage();
    const shop = await stage.connect('naver', 5);
    picture = new URL('/_pictures/tee.png', shop.baseUrl).href;
    visit = await stage.visit({ as: 'staff' });
  }, 120_000);
  afterAll(async () => {
    await visit.close();
    await stage.close();
  });

  test('a product with options gets a SKU for each combination, and its notice the facts of its kind', async () => {
    const { page } = visit;
    await page.goto('/catalogue');
    await page.getByText('아직 상품이 없습니다').waitFor();
    await page.getByRole('link', { name: '상품 등록' }).first().click();
    // The search box of the list is called almost so.
    await page.waitForURL('**/catalogue/new');
    await page.getByLabel('상품명', { exact: true }).fill('면 티셔츠');
    await page.getByLabel('판매자 상품코드').fill('TEE');
    await page.getByRole('button', { name: '저장' }).click();
    await page.getByRole('alert').first().waitFor();
    await page.getByLabel('판매가').first().fill('19000');
    await page.getByRole('button', { name: '옵션 추가' }).click();
    await page.getByLabel('옵션명').fill('색상');
    await page.getByLabel('옵션값(쉼표로 구분)').fill('흰색, 검정');
    await page.getByRole('button', { name: '조합으로 SKU 만들기' }).click();
    await page.getByLabel('센 재고 TEE-흰색').fill('7');
    await page.getByRole('button', { name: '이미지 추가' }).click();
    await page.getByLabel('이미지 1 주소').fill(picture);
    await drawn('이미지 1');
    await page.getByLabel('고시 상품군').selectOption({ label: '의류' });
    await page.getByLabel('제품 소재').fill('면 100%');
    await page.getByRole('button', { name: /빈 항목 8개에/ }).click();
    expect(await page.getByLabel('품질보증기준').inputValue()).toBe('상품 상세설명 참조');
    expect(await axeComplaints(page)).toEqual([]);
    await page.getByRole('button', { name: '저장' }).click();
    await page.waitForURL(/\/catalogue\/\d+$/);
    await page.getByRole('heading', { name: '면 티셔츠', level: 1 }).waitFor();
    expect(await page.getByLabel('SKU 코드 2').inputValue()).toBe('TEE-검정');
    expect(await page.getByLabel('제품 소재').inputValue()).toBe('면 100%');
    await drawn('이미지 1');
    expect(await axeComplaints(page)).toEqual([]);
  });

  test('the dry run tells everything that lacks, with the way there', async () => {
    const { page } = visit;
    await page.getByRole('link', { name: '마켓에 등록' }).click();
    await page.getByRole('link', { name: /카테고리·항목 고르기/ }).click();
    await page.getByText('1. 마켓 카테고리').waitFor();
    expect(await page.getByLabel('검정').isVisible()).toBe(true);
    await page.getByRole('button', { name: '보낼 내용 미리보기' }).click();
    await page.getByText('고칠 것이 있음').waitFor();
    await page.getByRole('link', { name: '상품에서 고치기' }).first().waitFor();
    expect(await page.getByRole('button', { name: '마켓에 보내기' }).isDisabled()).toBe(true);
    expect(await axeComplaints(page)).toEqual([]);
  });

  test('the main picture can be taken away again', async () => {
    const { page } = visit;
    await page.getByRole('link', { name: '면 티셔츠' }).click();
    await page.getByRole('button', { name: '이미지 1 빼기' }).click();
    const saved = page.waitForResponse((response) => response.request().method() === 'PUT');
    await page.getByRole('button', { name: '저장' }).click();
    expect((await saved).status()).toBe(200);
    await page.reload();
    await page.getByLabel('SKU 코드 2').waitFor();
    expect(await page.getByLabel('이미지 1 주소').count()).toBe(0);
  });

  test('a file is shown row by row before anything is written', async () => {
    const { page } = visit;
    await page.goto('/catalogue/import');
    const columns =
      '판매자상품코드,상품명,판매가,재고,카테고리,브랜드,제조사,무게(g),대표이미지,상세설명,배송비,반품배송비,교환배송비,' +
      '출고소요일,택배사,원산지구분,A/S전화번호,A/S안내,고시품목,고시정보';
    const facts = '"품명 및 모델명: 모아\n인증/허가 사항: 해당 없음"';
    const rest = `주방,모아,모아목공,900,${picture},<p>편백</p>,3000,3500,7000,2,CJ대한통운,국산,02-555-0100,전화 문의,기타 재화,${facts}`;
    const rows = [
      columns,
      `BOARD,편백 도마,24900,10,${rest}`,
      `SPOON,원목 수저,9900,5,${rest}`,
      'HAT,모자,공짜',
    ];
    await page.locator('input[type="file"]').setInputFiles({
      name: 'goods.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(rows.join('\n')),
    });
    await page.getByRole('checkbox').waitFor();
    expect(await axeComplaints(page)).toEqual([]);
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: '확정하고 저장' }).click();
    await page.getByText('상품 2개를 등록하고').waitFor();
    await page.getByRole('link', { name: '상품', exact: true }).first().click();
    await page.getByRole('link', { name: '편백 도마', exact: true }).waitFor();
    expect(await page.getByRole('link', { name: '모자', exact: true }).count()).toBe(0);
  });

  test('a product goes from the matrix through the dry run on sale, and the matrix shows it', async () => {
    const { page } = visit;
    await page.getByRole('link', { name: /편백 도마: .*에 등록/ }).click();
    await page.waitForURL(/\/publish\?shop=\d+$/);
    await page.getByPlaceholder('카테고리 이름 찾기').fill('도마');
    await page.getByRole('button', { name: '생활/건강 > 주방용품 > 도마' }).click();
    // What the category demands moves all that stands below it.
    await page.getByText(/^선택 항목 \d+개$/).waitFor();
    await page.getByRole('button', { name: '보낼 내용 미리보기' }).click();
    await page.getByText('보낼 수 있음').waitFor();
    await page.getByText('이 상점에 새 상품으로 등록합니다').waitFor();
    expect(await listed()).toEqual([]);
    await page.getByLabel('이 상점의 판매가').fill('25900');
    expect(await page.getByRole('button', { name: '마켓에 보내기' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: '보낼 내용 미리보기' }).click();
    await page.getByRole('button', { name: '마켓에 보내기', disabled: false }).click();
    await page.getByRole('link', { name: '상품표에서 보기' }).click();
    await page.waitForURL(/\/catalogue\?q=BOARD$/);
    const cell = page.getByRole('button', { name: /편백 도마: 할 수 있는 일/ });
    await cell.getByText('판매 중').waitFor();
    await cell.getByText('10개').waitFor();
    expect(await cell.innerText()).toMatch(/25,900\s+상품 가격과 다릅니다/);
    expect(await listed()).toEqual(['편백 도마']);
    expect(await axeComplaints(page)).toEqual([]);
  });

  test('many are published at once: what lacks something is told, what is ready is sent', async () => {
    const { page } = visit;
    await page.goto('/catalogue');
    await page.getByLabel('보이는 상품').selectOption({ index: 2 });
    await page.waitForURL(/missing_in=\d+/);
    await page.getByRole('link', { name: '편백 도마', exact: true }).waitFor({ state: 'detached' });
    await page.getByRole('checkbox', { name: '보이는 것 모두 선택' }).check();
    await page.keyboard.press('p');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '보낼 내용 미리보기' }).click();
    await dialog.getByText('확인했습니다. 1건을 보낼 수 있습니다.').waitFor();
    await dialog.getByText('고칠 것이 있음').waitFor();
    await dialog.getByRole('link', { name: '이 상점 설정 열기' }).waitFor();
    expect(await axeComplaints(page)).toEqual([]);
    await dialog.getByRole('button', { name: '준비된 1건 보내기' }).click();
    await dialog.getByText('보냈습니다').waitFor();
    await dialog.getByRole('button', { name: '완료' }).click();
    await page.getByRole('link', { name: '원목 수저', exact: true }).waitFor({ state: 'detached' });
    expect(await listed()).toEqual(['원목 수저', '편백 도마']);
  });

  test("a corrected stock reaches the shop before one's eyes, and one that the shop shows otherwise stands out", async () => {
    const { page } = visit;
    await page.goto('/catalogue?q=BOARD');
    const cell = page.getByRole('button', { name: /편백 도마/ });
    await cell.getByText('10개').waitFor();
    const id = await page.getByRole('link', { name: '편백 도마', exact: true }).getAttribute('href');
    const counted = await page.request.put(`/api/v1/products/${id?.split('/').at(-1)}`, {
      data: { stock_quantity: 6 },
      headers: { origin: stage.url },
    });
    expect(counted.status()).toBe(200);
    await cell.getByText('6개').waitFor();
    await asOwner(stage.hub.db, stage.owner, ({ trx }) =>
      sql`update listing_items set drift_at = now() where seller_sku = 'BOARD'`.execute(trx),
    );
    await page.goto('/catalogue?drift=true');
    await page
      .getByRole('button', { name: /편백 도마/ })
      .getByText('재고 다름')
      .waitFor();
    await page.setViewportSize({ width: 390, height: 844 });
    const row = page.getByRole('row', { name: /편백 도마/ });
    await row.getByText('1곳').waitFor();
    await row.getByText('재고 다름').waitFor();
    expect(await axeComplaints(page)).toEqual([]);
  });

  test('what a shop has on sale already becomes products, and is linked to them', async () => {
    const { page } = visit;
    await asOwner(stage.hub.db, stage.owner, async (scope) => {
      const [account] = await listAccounts(scope);
      if (account === undefined) throw new Error('no shop is connected');
      const items = ['소', '대'].map((size) =>
        item({ nativeItemId: `7001-${size}`, optionValues: [size], sellerSku: `BASKET-${size}` }),
      );
      await ingestListings(scope, account, [
        listing({ nativeListingId: '7001', name: '대나무 바구니', sellerCode: 'BASKET', items }),
        listing({
          nativeListingId: '7002',
          name: '가격 없는 것',
          price: null,
          items: [item({ nativeItemId: '7002-1', price: null })],
        }),
      ]);
    });
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto('/listings?link=unlinked');
    await page.getByRole('row', { name: /대나무 바구니/ }).waitFor();
    await page.getByRole('checkbox', { name: '보이는 것 모두 선택' }).check();
    await page.getByRole('button', { name: '내 상품 2개 만들기' }).click();
    const dialog = page.getByRole('dialog');
    expect(await axeComplaints(page)).toEqual([]);
    await dialog.getByRole('button', { name: '만들고 연결' }).click();
    await dialog.getByText('상품 1개를 만들고').waitFor();
    // The other one tells no price.
    await dialog.getByText('상품으로 만들 수 없습니다').waitFor();
    expect(await axeComplaints(page)).toEqual([]);
    await dialog.getByRole('link', { name: '내 상품 보기' }).click();
    await page.getByRole('heading', { name: '대나무 바구니', level: 1 }).waitFor();
    expect(await page.getByLabel('SKU 코드 2').inputValue()).toBe('BASKET-대');
    await page.getByRole('button', { name: '판매 중지' }).waitFor();
  });

  test('what was typed is not lost on the way out, and options without SKUs are not saved', async () => {
    const { page } = visit;
    await page.getByLabel('옵션값(쉼표로 구분)').fill('소, 대, 특대');
    await page.getByRole('button', { name: '저장' }).click();
    await page.getByRole('alert').getByText('아직 SKU를 만들지 않았습니다').waitFor();
    await page.getByLabel('판매가', { exact: true }).fill('만원');
    await page.getByRole('button', { name: '조합으로 SKU 만들기' }).click();
    const refused = page.waitForResponse((response) => response.request().method() === 'PUT');
    await page.getByRole('button', { name: '저장' }).click();
    expect((await refused).status()).toBe(422);
    await page.getByRole('link', { name: '상품', exact: true }).last().click();
    await page.getByRole('dialog', { name: '저장하지 않고 나갈까요?' }).waitFor();
    expect(await axeComplaints(page)).toEqual([]);
    await page.getByRole('button', { name: '계속 편집' }).click();
    expect(await page.getByLabel('판매가', { exact: true }).inputValue()).toBe('만원');
    await page.getByLabel('판매가', { exact: true }).fill('12,000');
    await page.getByRole('button', { name: '저장' }).click();
    await page.getByText('저장했습니다', { exact: true }).waitFor();
    await page.getByRole('link', { name: '상품', exact: true }).last().click();
    await page.getByRole('link', { name: '대나무 바구니', exact: true }).waitFor();
    expect(visit.complaints).toEqual([]);
  });

  /** Waits until a picture stands on the page, and not the sign for none. */
  async function drawn(name: string): Promise<void> {
    const isDrawn = `[...document.images].some(({ alt, complete, naturalWidth }) => alt === ${JSON.stringify(name)} && complete && naturalWidth > 0)`;
    await expect.poll(() => visit.page.evaluate(isDrawn), { timeout: 30_000 }).toBe(true);
  }

  /** Names of what the shop has on sale of the own products, as the hub has seen it. */
  async function listed(): Promise<readonly string[]> {
    const { rows } = await asOwner(stage.hub.db, stage.owner, ({ trx }) =>
      sql<{ name: string }>`
        select distinct g.name from listings g
        where g.product_id is not null and g.native_listing_id is not null order by g.name`.execute(trx),
    );
    return rows.map(({ name }) => name);
  }
});
