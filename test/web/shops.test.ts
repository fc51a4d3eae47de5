import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SandboxShop } from '../harness/sandbox-control.ts';
import { axeComplaints } from './harness/axe.ts';
import { openStage, type Stage, type Visit } from './harness/stage.ts';

/** A seller connects the first shop, sets its schedule, and sees what was read and sent. */
describe('connections and the sync dashboard', { timeout: 60_000 }, () => {
  let stage: Stage;
  let visit: Visit;
  let shop: SandboxShop;

  beforeAll(async () => {
    stage = await openStage();
    shop = await stage.sandbox.openShop('coupang', { orders: 20, quiet: true, limits: false });
    visit = await stage.visit({ as: 'owner' });
  }, 120_000);
  afterAll(async () => {
    await visit.close();
    await stage.close();
  });

  const sheet = (name: string) =>
    visit.page.getByRole('navigation', { name: '동기화' }).getByRole('button', { name });

  test('the first run offers a shop of one’s own, or practice shops, and leads to the form', async () => {
    const { page } = visit;
    await page.goto('/');
    await page.getByText('아직 연결한 마켓이 없습니다').waitFor();
    await page.getByRole('heading', { name: '연습용 마켓으로 둘러보기' }).waitFor();
    await page.getByText('npm start').first().waitFor();
    expect(await axeComplaints(page)).toEqual([]);
    await page.getByRole('link', { name: '마켓 연결하기' }).click();
    await page.getByRole('dialog', { name: '마켓 연결하기' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: '내 상점 연결하기' }).waitFor();
    expect(await axeComplaints(page)).toEqual([]);
  });

  test('a wrong key is told exactly, and what was typed is kept but not switched on', async () => {
    const { page } = visit;
    await page.getByRole('link', { name: '마켓 연결하기' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('마켓', { exact: true }).selectOption('coupang');
    await dialog.getByLabel('상점 이름').fill('우리 쿠팡');
    await dialog.getByLabel('Access Key', { exact: true }).fill(`${shop.credentials.access_key}`);
    await dialog.getByLabel('Secret Key', { exact: true }).fill('0'.repeat(40));
    await dialog.getByLabel('업체코드', { exact: false }).fill(`${shop.credentials.vendor_id}`);
    await dialog.getByText('고급 설정').click();
    await dialog.getByLabel('호출 주소').fill(shop.baseUrl);
    expect(await axeComplaints(page)).toEqual([]);
    await dialog.getByRole('button', { name: '저장하고 연결 확인' }).click();
    const trouble = dialog.getByRole('alert');
    await trouble.getByText('API 키가 맞지 않습니다').waitFor();
    await trouble.getByText('쿠팡 판매자 페이지에서 키를 다시 확인한 뒤').waitFor();
    await trouble.getByText('Invalid signature').waitFor();
    await dialog.getByText('아직 켜지 않았습니다').waitFor();
    expect(await axeComplaints(page)).toEqual([]);
  });

  test('with the right key it is tested, switched on and read', async () => {
    const { page } = visit;
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Secret Key', { exact: true }).fill(`${shop.credentials.secret_key}`);
    await dialog.getByRole('button', { name: '저장하고 연결 확인' }).click();
    await dialog.getByText('연결되었습니다').waitFor();
    await dialog.getByRole('button', { name: '완료' }).click();
    const card = page.getByRole('region', { name: '우리 쿠팡' });
    await card.getByText('정상', { exact: true }).waitFor();
    expect(await axeComplaints(page)).toEqual([]);
  });

  test('a shop is paused and switched on again', async () => {
    const { page } = visit;
    const card = page.getByRole('region', { name: '우리 쿠팡' });
    await card.getByRole('button', { name: '우리 쿠팡 메뉴' }).click();
    await page.getByRole('menuitem', { name: '일시 정지' }).click();
    await card.getByText('멈춰 둔 상점입니다').waitFor();
    await card.getByRole('button', { name: '다시 켜기' }).click();
    await card.getByText('멈춰 둔 상점입니다').waitFor({ state: 'detached' });
  });

  test('what was read is listed', async () => {
    const { page } = visit;
    await page.getByRole('button', { name: '우리 쿠팡 메뉴' }).waitFor();
    await page.goto('/sync?tab=logs');
    await page.getByRole('row').filter({ hasText: '첫 수집' }).first().waitFor();
    expect(await axeComplaints(page)).toEqual([]);
  });

  test('a reading is started by hand and shows up in the log', async () => {
    const { page } = visit;
    await page.getByRole('button', { name: '지금 수집' }).click();
    await page.getByRole('dialog').getByLabel('종류').selectOption('orders');
    await page.getByRole('button', { name: '시작', exact: true }).click();
    await sheet('수집 기록').click();
    const row = page.getByRole('row').filter({ hasText: '직접 요청' }).first();
    await row.getByRole('button').first().click();
    await page.getByRole('dialog').getByText('우리 쿠팡').first().waitFor();
    expect(await axeComplaints(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  test('a reading that fails is found, says why, and is done again', async () => {
    const { page } = visit;
    await stage.sandbox.post('/coupang/faults', { kind: 'ip_not_allowed' });
    await page.getByRole('button', { name: '지금 수집' }).click();
    await page.getByRole('button', { name: '시작', exact: true }).click();
    await sheet('수집 기록').click();
    await page.getByLabel('결과').selectOption('failed');
    await page.getByLabel('종류').selectOption('orders');
    const row = page.getByRole('row').filter({ hasText: '직접 요청' }).first();
    await row.getByText('이 서버의 IP가 허용되지 않았습니다').waitFor();
    await stage.sandbox.delete('/coupang/faults');
    await row.getByRole('button', { name: '다시 시도' }).click();
    await page.getByRole('dialog').getByText('성공', { exact: true }).waitFor({ timeout: 45_000 });
    await page.keyboard.press('Escape');
  });

  test('a schedule with hours is made and changed', async () => {
    const { page } = visit;
    await sheet('예약 수집').click();
    await page.getByRole('button', { name: '예약 만들기' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('이름 (선택)').fill('낮 수집');
    await dialog.getByLabel('하루 종일').uncheck();
    expect(await axeComplaints(page)).toEqual([]);
    await dialog.getByRole('button', { name: '저장' }).click();
    await page.getByText('09:00 – 18:00').waitFor();
    await page.getByRole('button', { name: '낮 수집 고치기' }).click();
    await dialog.getByLabel('간격 (분)').fill('10');
    await dialog.getByRole('button', { name: '저장' }).click();
    await page.getByText('10분마다').waitFor();
    await page.getByRole('button', { name: '낮 수집 일시 정지' }).click();
    await page.getByRole('button', { name: '낮 수집 다시 켜기' }).waitFor();
  });

  test('a viewer sees how the shop is and what was read, and can change nothing of it', async () => {
    const looking = await stage.visit({ as: 'viewer' });
    const { page } = looking;
    await page.goto('/connections');
    const card = page.getByRole('region', { name: '우리 쿠팡' });
    await card.getByText('정상', { exact: true }).waitFor();
    for (const name of ['마켓 연결하기', '연결 확인', '우리 쿠팡 메뉴'])
      expect(await page.getByRole('button', { name }).count(), name).toBe(0);
    await page.goto('/connections?connect=true');
    await card.waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.goto('/sync?tab=logs&status=failed');
    await page.getByRole('row').filter({ hasText: '직접 요청' }).first().waitFor();
    for (const name of ['지금 수집', '다시 시도', '실패한 것 모두 다시 시도'])
      expect(await page.getByRole('button', { name }).count(), name).toBe(0);
    await page.goto('/sync?tab=schedules');
    await page.getByText('낮 수집').waitFor();
    expect(await page.getByRole('button', { name: /낮 수집/ }).count()).toBe(0);
    expect(looking.complaints).toEqual([]);
    await looking.close();
  });

  test('a shop is disconnected after a question', async () => {
    const { page } = visit;
    await page.goto('/connections');
    await page.getByRole('button', { name: '우리 쿠팡 메뉴' }).click();
    await page.getByRole('menuitem', { name: '연결 끊기' }).click();
    expect(await axeComplaints(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: '연결 끊기' }).click();
    await page.getByRole('heading', { name: '내 상점 연결하기' }).waitFor();
    expect(visit.complaints).toEqual([]);
  });
});
