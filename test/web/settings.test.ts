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
    expect(stranger.complaints).toEqual([]);
    await stranger.close();
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
    await page.getByText('token.revoke').waitFor();
    expect(await page.getByText('webhook.create').count()).toBe(0);
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
