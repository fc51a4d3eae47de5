import type { BrowserContext } from 'playwright-core';
import { PATHS } from '../../test/web/harness/paths.ts';

/** Compressed bytes of script that each page takes when it is the first that is opened, by its address. */
export async function routeBytes(
  open: () => Promise<BrowserContext>,
): Promise<Readonly<Record<string, number>>> {
  const bytes: Record<string, number> = {};
  for (const path of PATHS) {
    const context = await open();
    const page = await context.newPage();
    const sizes: Promise<number>[] = [];
    page.on('requestfinished', (request) => {
      if (request.resourceType() === 'script')
        sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
    });
    await page.goto(path);
    await page.locator('h1').first().waitFor();
    await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
    bytes[path] = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    await context.close();
  }
  return bytes;
}
