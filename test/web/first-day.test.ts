import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeComplaints } from './harness/axe.ts';
import { openStage, type Stage, type Visit } from './harness/stage.ts';

/** A seller opens the desk for the first time, and works on the orders that came in. */
describe('the first day at the desk', { timeout: 60_000 }, () => {
  let stage: Stage;
  let visit: Visit;

  beforeAll(async () => {
    stage = await openStage();
    visit = await stage.visit();
  }, 120_000);
  afterAll(async () => {
    await visit.close();
    await stage.close();
  });

  test('a stranger is led to the login, and a wrong password is told in a sentence', async () => {
    const { page } = visit;
    await page.goto('/orders?status=PAID');
    await page.waitForURL('**/login?**');
    await page.getByLabel('이메일').fill(stage.loginOf('owner').email);
    await page.getByLabel('비밀번호').fill('not the password');
    await page.getByRole('button', { name: '로그인', exact: true }).click();
    await page.getByRole('alert').getByText('이메일').waitFor();
    expect(visit.complaints).toEqual([]);
  });

  test('after the login one is where one wanted to be, with a cookie that scripts cannot read', async () => {
    const { page } = visit;
    await page.getByLabel('비밀번호').fill(stage.loginOf('owner').password);
    await page.getByRole('button', { name: '로그인', exact: true }).click();
    await page.waitForURL('**/orders?status=PAID');
    await page.getByRole('heading', { name: '주문', level: 1 }).waitFor();
    const [cookie] = await page.context().cookies();
    expect(cookie).toMatchObject({ name: 'moa.session_token', httpOnly: true, sameSite: 'Lax' });
    expect(await page.evaluate('document.cookie')).toBe('');
  });

  test('an empty desk says what to do, and fills by itself once a shop is connected', async () => {
    const { page } = visit;
    await page.getByRole('link', { name: '오늘', exact: true }).click();
    await page.getByText('아직 연결한 마켓이 없습니다').waitFor();
    await page.goto('/orders');
    await page.getByText('아직 주문이 없습니다').waitFor();
    await stage.connect('coupang', 30);
    await page.getByRole('row').nth(10).waitFor();
  });

  test('today leads to the new orders', async () => {
    const { page } = visit;
    await page.getByRole('link', { name: '오늘', exact: true }).click();
    await page.getByRole('link', { name: /발주확인할 신규 주문/ }).click();
    await page.waitForURL('**/orders?status=PAID');
    await page.getByRole('row').nth(3).waitFor();
    expect(await axeComplaints(page)).toEqual([]);
  });

  test('two orders are acknowledged by keyboard, each with its outcome', async () => {
    const { page } = visit;
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.getByText('2건 선택').first().waitFor();
    await page.keyboard.press('a');
    const outcome = page.getByRole('dialog', { name: '발주확인 결과' });
    await outcome.getByText('2건 가운데 2건 완료').waitFor();
    expect(await axeComplaints(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await outcome.waitFor({ state: 'detached' });
  });

  test('an acknowledged order ships by a pasted line, and what cannot be sent says why', async () => {
    const { page } = visit;
    await page.getByRole('button', { name: '배송 준비' }).click();
    await page.waitForURL('**/orders?status=PREPARING');
    const number = await page.getByRole('row').nth(1).getByRole('link').innerText();
    await page.getByRole('button', { name: '송장 일괄 등록' }).click();
    await page
      .getByLabel('송장 목록')
      .fill(
        `주문번호\t택배사\t송장번호\n${number}\tCJ대한통운\t680405450931\n404404\tCJ대한통운\t680405450942`,
      );
    await page.getByRole('button', { name: '확인하기' }).click();
    await page.getByText('이 번호의 주문을 찾을 수 없습니다.').waitFor();
    await page.getByRole('button', { name: '1건 보내기' }).click();
    await page.getByRole('dialog', { name: '발송 결과' }).getByText('1건 가운데 1건 완료').waitFor();
    await page.keyboard.press('Escape');
    await page.goto(`/orders?q=${number}`);
    await page.getByRole('row').getByText('680405450931').waitFor();
  });

  test('the contact of an order is masked until it is asked for, and a memo stays with it', async () => {
    const { page } = visit;
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/orders\/\d+$/);
    const receiver = page.locator('section', { hasText: '받는 사람' });
    await receiver.getByText('****').first().waitFor();
    expect(await axeComplaints(page)).toEqual([]);
    await receiver.getByRole('button', { name: '보기' }).click();
    await receiver.getByText('****').first().waitFor({ state: 'detached' });
    await page.getByLabel('새 메모').fill('경비실에 맡겨 달라고 함');
    await page.getByRole('button', { name: '메모 저장' }).click();
    await page.getByText(/테스트 owner ·/).waitFor();
  });

  test('the palette opens with its key, changes the language, and finds orders', async () => {
    const { page } = visit;
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('english');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Today', exact: true }).waitFor();
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('no such product');
    await page.keyboard.press('Enter');
    await page.getByText('No order matches').waitFor();
  });

  test('a hub that goes away is told of, and what happened meanwhile is shown when it is back', async () => {
    const { page } = visit;
    await page.goto('/orders');
    await page.getByRole('row').nth(1).waitFor();
    const bringBack = await stage.takeAway();
    const banner = page.getByText('The connection to Moa is lost.');
    await banner.waitFor();
    await bringBack();
    await banner.waitFor({ state: 'detached' });
  });

  test('a viewer sees the orders and no way to act on them', async () => {
    const looking = await stage.visit({ as: 'viewer' });
    await looking.page.goto('/orders?status=PAID');
    await looking.page.getByRole('row').nth(1).waitFor();
    expect(await looking.page.getByRole('checkbox').count()).toBe(0);
    expect(await looking.page.getByRole('button', { name: '송장 일괄 등록' }).count()).toBe(0);
    expect(looking.complaints).toEqual([]);
    await looking.close();
  });

  test('signing out ends the session; an ended one leads to the login and back', async () => {
    const { page } = visit;
    const elsewhere = await page.context().newPage();
    await elsewhere.goto('/');
    await elsewhere.getByRole('button', { name: 'My account' }).click();
    await elsewhere.getByRole('menuitem', { name: 'Sign out' }).click();
    await elsewhere.waitForURL('**/login');
    await page.getByRole('button', { name: 'New', exact: true }).click();
    await page.waitForURL('**/login?**');
    await page.getByLabel('E-mail').fill(stage.loginOf('owner').email);
    await page.getByLabel('Password').fill(stage.loginOf('owner').password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.waitForURL('**/orders?status=PAID');
    await page.getByRole('heading', { name: 'Orders', level: 1 }).waitFor();
    expect(visit.complaints).toEqual([]);
  });
});
