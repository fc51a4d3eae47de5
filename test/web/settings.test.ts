import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeComplaints } from './harness/axe.ts';
import { openStage, type Stage, type Visit } from './harness/stage.ts';

describe('the settings', { timeout: 60_000 }, () => {
  let stage: Stage;
  let visit: Visit;

  beforeAll(async () => {
    stage = await openStage();
    visit = await stage.visit({ as: 'owner' });
  }, 120_000);
  afterAll(async () => {
    await visit.close();
    await stage.close();
  });

  test('somebody is invited, signs in with the password shown once, and sees what a viewer may', async () => {
    const { page } = visit;
    await page.goto('/settings/people');
    await page.getByRole('button', { name: '사람 초대' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('이름').fill('새 직원');
    await dialog.getByLabel('이메일').fill('new@moa.example');
    await dialog.getByLabel('역할').selectOption('viewer');
    await dialog.getByRole('button', { name: '사람 초대' }).click();
    const password = await dialog.getByLabel('첫 비밀번호').inputValue();
    expect(await axeComplaints(page)).toEqual([]);
    await dialog.getByRole('button', { name: '옮겨 적었습니다' }).click();
    await page.getByText('new@moa.example').waitFor();

    const stranger = await stage.visit();
    await stranger.page.goto('/settings/people');
    await stranger.page.getByLabel('이메일').fill('new@moa.example');
    await stranger.page.getByLabel('비밀번호').fill(password);
    await stranger.page.getByRole('button', { name: '로그인', exact: true }).click();
    await stranger.page.getByText('대표만 볼 수 있습니다').waitFor();
    expect(await stranger.page.getByRole('link', { name: 'API 토큰' }).count()).toBe(0);
    await stranger.page.goto('/settings/marketplaces');
    await stranger.page.getByText('상점마다 1분에 240회까지').waitFor();
    expect(await stranger.page.getByRole('button', { name: /API 설정 바꾸기/ }).count()).toBe(0);
    expect(stranger.complaints).toEqual([]);
    await stranger.close();
  });

  test('who forgot the password gets a new one, shown once', async () => {
    const { page } = visit;
    await page.goto('/settings/people');
    const row = page.getByRole('listitem').filter({ hasText: 'new@moa.example' });
    await row.getByRole('button', { name: '새 비밀번호' }).click();
    const dialog = page.getByRole('dialog');
    expect(await axeComplaints(page)).toEqual([]);
    await dialog.getByRole('button', { name: '새로 만들기' }).click();
    expect((await dialog.getByLabel('새 비밀번호').inputValue()).length).toBeGreaterThan(12);
    // A press beside the dialog does not take away what is shown once.
    await page.mouse.click(5, 5);
    await dialog.getByRole('button', { name: '옮겨 적었습니다' }).click();
  });

  test('a role is changed only after a question', async () => {
    const { page } = visit;
    const role = page.getByLabel('새 직원 님의 역할');
    await role.selectOption('owner');
    const dialog = page.getByRole('dialog', { name: '새 직원 님의 역할을 바꿀까요?' });
    expect(await axeComplaints(page)).toEqual([]);
    await dialog.getByRole('button', { name: '취소' }).click();
    expect(await role.inputValue()).toBe('viewer');
    await role.selectOption('staff');
    await dialog.getByRole('button', { name: '바꾸기' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await role.inputValue()).toBe('staff');
  });

  test('a marketplace is called at half its pace, and its page says so', async () => {
    const { page } = visit;
    await page.goto('/settings/marketplaces');
    await page.getByText('상점마다 1분에 240회까지').waitFor();
    await page.getByRole('button', { name: '쿠팡 API 설정 바꾸기' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('한도 사용률 (%)').fill('50');
    await dialog.getByLabel('API 주소').fill('ftp://gateway');
    expect(await axeComplaints(page)).toEqual([]);
    await dialog.getByRole('button', { name: '저장' }).click();
    await dialog.getByText('https://로 시작하는 주소여야 하며').first().waitFor();
    await dialog.getByLabel('API 주소').fill('');
    await dialog.getByRole('button', { name: '저장' }).click();
    await page.getByText('상점마다 1분에 120회까지').waitFor();
    await page.getByText('한도의 50%만 사용').waitFor();
    expect(await axeComplaints(page)).toEqual([]);
  });

  test('a language that is chosen stays, in every one of the four, and the API speaks it too', async () => {
    const own = await stage.visit({ as: 'owner' });
    const { page } = own;
    await page.goto('/settings');
    const titles = { ru: 'Мой профиль', uz: 'Mening hisobim', en: 'My account', ko: '내 계정' };
    for (const [code, title] of Object.entries(titles)) {
      await page.locator('main select').last().selectOption(code);
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      expect(await page.getAttribute('html', 'lang')).toBe(code);
    }
    await page.locator('main select').last().selectOption('uz');
    await page
      .getByText(/\d-(yan|fev|mar|apr|may|iyn|iyl|avg|sen|okt|noy|dek)/)
      .first()
      .waitFor();
    await page.locator('main select').last().selectOption('ru');
    await page.reload();
    await page.getByRole('heading', { level: 1, name: titles.ru }).waitFor();
    await page.goto('/settings/webhooks/404404');
    await page.getByRole('alert').getByText('Под этим номером ничего нет').waitFor();
    await page.goto('/connections?connect=true');
    await page.getByRole('dialog').getByText('Новый секрет сразу отменяет прежний').waitFor();
    expect(own.complaints).toEqual([]);
    await own.close();
  });

  test('the settings lead to the rules of prices and stock', async () => {
    const { page } = visit;
    await page.goto('/settings');
    await page.getByRole('link', { name: '가격 규칙' }).first().click();
    await page.waitForURL('**/prices?tab=rules');
    await page.goBack();
    await page.getByRole('link', { name: '재고 규칙' }).first().click();
    await page.waitForURL('**/inventory?tab=settings');
  });

  test('a token is shown once and revoked', async () => {
    const { page } = visit;
    await page.goto('/settings/tokens');
    await page.getByRole('button', { name: '토큰 발급' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('이름').fill('ERP');
    await dialog.getByRole('button', { name: '발급', exact: true }).click();
    expect(await dialog.getByLabel('토큰').inputValue()).toMatch(/^moa_/);
    await dialog.getByRole('button', { name: '옮겨 적었습니다' }).click();
    const row = page.getByRole('listitem').filter({ hasText: 'ERP' });
    await row.getByRole('button', { name: '폐기' }).click();
    await dialog.getByRole('button', { name: '폐기' }).click();
    await row.waitFor({ state: 'detached' });
  });

  test('a webhook is added, and a test that nobody takes stands in its log', async () => {
    const { page } = visit;
    await page.goto('/settings/webhooks');
    await page.getByRole('button', { name: '웹훅 추가' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('받는 주소').fill('http://127.0.0.1:9/hook');
    await dialog.getByLabel('설명').fill('물류');
    expect(await axeComplaints(page)).toEqual([]);
    await dialog.getByRole('button', { name: '저장' }).click();
    await dialog.getByRole('button', { name: '옮겨 적었습니다' }).click();
    await page.getByRole('link', { name: '물류' }).click();
    await page.getByRole('button', { name: '시험 발송' }).click();
    await page.getByRole('button', { name: '시험', exact: true }).waitFor();
    expect(await axeComplaints(page)).toEqual([]);
  });

  test('the trail tells all of it and is sound', async () => {
    const { page } = visit;
    await page.goto('/settings/audit?action=token');
    await page.getByText('토큰 폐기').waitFor();
    expect(await page.getByText('웹훅 추가').count()).toBe(0);
    await page.getByLabel('한 사람').selectOption({ label: '모아가 스스로' });
    await page.getByRole('button', { name: '보기', exact: true }).click();
    await page.getByText('맞는 기록이 없습니다').waitFor();
    await page.getByRole('button', { name: '검사하기' }).click();
    await page.getByText('쓰인 그대로입니다').waitFor();
  });

  test('a view that is saved here is there in another browser', async () => {
    const { page } = visit;
    await page.goto('/orders?status=PAID');
    await page.getByRole('button', { name: '보기', exact: true }).click();
    await page.getByRole('menuitem', { name: '지금 조건을 보기로 저장' }).click();
    await page.getByRole('dialog').getByLabel('이름').fill('아침');
    const kept = page.waitForResponse((answer) => answer.url().endsWith('/me/views/orders'));
    await page.getByRole('dialog').getByRole('button', { name: '저장' }).click();
    expect((await kept).status()).toBe(200);
    const elsewhere = await stage.visit({ as: 'owner' });
    await elsewhere.page.goto('/orders');
    await elsewhere.page.getByRole('button', { name: '보기', exact: true }).click();
    await elsewhere.page.getByRole('menuitem', { name: '아침' }).click();
    await elsewhere.page.waitForURL('**/orders?status=PAID');
    await elsewhere.close();
    expect(visit.complaints).toEqual([]);
  });
});
