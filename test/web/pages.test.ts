import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeComplaints } from './harness/axe.ts';
import { PATHS } from './harness/paths.ts';
import { openStage, type Stage, type VisitSettings } from './harness/stage.ts';

const LOOKS: readonly VisitSettings[] = [
  { language: 'ko', theme: 'light', width: 1440 },
  { language: 'ru', theme: 'dark', width: 390 },
];

/** Every page, in the widest and the narrowest window, in both themes, with things to show. */
describe('every page', { timeout: 60_000 }, () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage();
    await stage.connect('naver', 40);
  }, 120_000);
  afterAll(() => stage.close());

  test('the first screen takes less than 250 KB of compressed script', async () => {
    const visit = await stage.visit({ as: 'owner' });
    const { page } = visit;
    const scripts: Promise<number>[] = [];
    page.on('requestfinished', (request) => {
      if (request.resourceType() === 'script')
        scripts.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
    });
    await page.goto('/');
    await page.locator('h1').first().waitFor();
    await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
    const sizes = await Promise.all(scripts);
    expect(sizes.length).toBeGreaterThan(3);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(250 * 1024);
    await visit.close();
  });

  test.each(['/orders?status=NONE', '/claims?state=none&open=true'])(
    'passes over what it does not know in its address: %s',
    async (path) => {
      const visit = await stage.visit({ as: 'owner' });
      const { page } = visit;
      const answered = page.waitForResponse((response) =>
        /\/api\/v1\/(orders|claims)\?/.test(response.url()),
      );
      await page.goto(path);
      expect((await answered).status()).toBe(200);
      expect(await page.getByRole('alert').count()).toBe(0);
      await visit.close();
    },
  );

  for (const look of LOOKS) {
    test.each(PATHS)(`is clean in ${look.language}, ${look.theme}, ${look.width} wide: %s`, async (path) => {
      const visit = await stage.visit({ ...look, ...(path === '/login' ? {} : { as: 'owner' }) });
      const { page } = visit;
      await page.goto(path);
      await page.locator('h1').first().waitFor();
      await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
      expect(await axeComplaints(page)).toEqual([]);
      const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect(overflow).toBeLessThanOrEqual(0);
      expect(await page.title()).not.toBe('');
      expect(visit.complaints).toEqual([]);
      await visit.close();
    });
  }
});
