import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newDatabase } from '../../../test/harness/databases.ts';
import { connectShop, newHub } from '../../../test/harness/hub.ts';
import { openBusiness, TEST_SECRET } from '../../../test/harness/rest.ts';
import { newSandbox } from '../../../test/harness/sandbox.ts';
import type { Hub } from '../../engine/hub.ts';
import { createServer } from '../../http/server.ts';
import { startWorker, type Worker } from '../../jobs/worker.ts';
import { unlimitedBudget } from '../../marketplaces/kit/budget.ts';
import { addDeskCommands } from './commands.ts';
import { openDesk } from './desk.ts';
import { type HubApi, openHubApi } from './hub-api.ts';

describe('commands that work on a running hub', () => {
  let hub: Hub;
  let server: Awaited<ReturnType<typeof createServer>>;
  let worker: Worker;
  let sandbox: Awaited<ReturnType<typeof newSandbox>>;
  let env: NodeJS.ProcessEnv;
  let folder: string;
  let shop: number;
  let lines: string[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'moa-desk-'));
    hub = await newHub(await newDatabase('PostgreSQL'), { budget: unlimitedBudget });
    server = await createServer(hub, { secret: TEST_SECRET });
    const url = await server.listen({ host: '127.0.0.1', port: 0 });
    worker = await startWorker(hub, { pullEveryMs: 3_600_000, width: 2 });
    const business = await openBusiness(hub, 'seller');
    sandbox = await newSandbox();
    const opened = await sandbox.openShop('coupang', { orders: 0, products: 3, quiet: true, limits: false });
    const { account } = await connectShop(hub, { ...opened, owner: business.owner });
    shop = account.id;
    env = { MOA_URL: url, MOA_TOKEN: business.tokens.owner };
  });
  beforeEach(() => {
    lines = [];
  });
  afterAll(async () => {
    await worker.stop();
    await sandbox.close();
    await server.close();
    await hub.close();
    await hub.db.close();
    rmSync(folder, { recursive: true });
  });

  /** Gives a command as a shell does, and answers what it prints, line by line. */
  async function moa(
    line: string,
    as: NodeJS.ProcessEnv = env,
    open: (env: NodeJS.ProcessEnv) => HubApi = openHubApi,
  ): Promise<readonly string[]> {
    const program = new Command('moa').exitOverride();
    addDeskCommands(
      program,
      openDesk(
        () => open(as),
        (text) => lines.push(text),
      ),
    );
    lines = [];
    await program.parseAsync(line.split(' '), { from: 'user' });
    return lines;
  }
  const file = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const product = (code: string) =>
    file(
      `${code}.json`,
      JSON.stringify({ name: '면 양말', seller_code: code, price: 3_000, stock_quantity: 5 }),
    );

  test('read what a shop has on sale', async () => {
    expect((await moa(`listings import --shop ${shop}`))[0]).toMatch(/\tcoupang\tsuccess\t3 new\t/);
    expect(await moa('listings list --link unlinked')).toHaveLength(3);
  });

  test('add a product, count it, link it and show what the rules make of its price', async () => {
    expect((await moa('shops'))[0]).toMatch(new RegExp(`^${shop}\tcoupang\t`));
    const [added = ''] = await moa(`products add ${product('SOCK')}`);
    const [id] = added.split('\t');
    expect(added).toBe(`${id}\tSOCK\t면 양말\t3000 KRW\t5`);
    expect(await moa(`products change ${id} ${file('change.json', '{"price":3500}')}`)).toEqual([
      `${id}\tSOCK\t면 양말\t3500 KRW\t5`,
    ]);
    expect(JSON.parse((await moa(`products show ${id}`)).join(''))).toMatchObject({
      price: 3_500,
      version: 2,
    });

    expect(await moa('stock count SOCK 12')).toEqual(['SOCK\t12']);
    expect(await moa('stock receive SOCK 3')).toEqual(['SOCK\t15']);
    expect(await moa('stock list --search SOCK')).toEqual(['SOCK\t면 양말\t15\t0\t15\tin_stock']);
    expect(await moa('stock list --low')).toEqual([]);

    const [listing = ''] = await moa('listings list --link unlinked');
    const [, item = ''] = await moa(`listings show ${listing.split('\t')[0]}`);
    const [itemId = '', native = ''] = item.replace('item ', '').split('\t');
    const [linked = ''] = await moa(`listings link ${itemId} SOCK=3`);
    expect(linked).toMatch(new RegExp(`^item ${itemId}\t${native}\t.*\tSOCK=3$`));
    expect(await moa(`listings list --link unlinked --search ${native}`)).toEqual([]);
    expect((await moa(`prices quote --shop ${shop}`))[0]).toMatch(new RegExp(`\t${native}\t.+ -> .+`));
    expect(await moa(`stock sync --product ${id}`)).toEqual(['1 SKUs']);
  });

  test('choose for a shop, and show what publishing there lacks', async () => {
    const [category = ''] = await moa(`products categories ${shop} 양말`);
    expect(category).toMatch(/^\d+\t.+ > 양말$/);
    const [number] = category.split('\t');
    const [id = ''] = (await moa(`products add ${product('CAP')}`))[0]?.split('\t') ?? [];
    const choices = file('choices.json', '{"attributes":{"색상":"흰색"},"overrides":{"price":3900}}');
    expect(await moa(`products choose ${id} ${shop} ${choices} --category ${number}`)).toEqual([
      `${shop}\tcategory\t${number}`,
    ]);
    const [first, ...told] = await moa(`products publish ${id} --shop ${shop} --dry-run`);
    expect(first).toBe(`${shop}\tcoupang\tdeclined\t`);
    expect(told.join('\n')).toMatch(/^\t\tattributes\.수량\t.{8,}$/m);
    expect(told.join('\n')).not.toContain('attributes.색상');
  });

  test('send a sheet, tell what is wrong with it, and write it when asked', async () => {
    const sheet = file('in.csv', '판매자상품코드,상품명,판매가,재고\nHAT,모자,5000,4\nBAG,가방,0,1\n');
    const shown = await moa(`products import ${sheet}`);
    expect(shown[1]).toBe('2 rows\t1 new\t0 changed\t0 unchanged\t1 to correct');
    expect(shown[2]).toMatch(/^row 3\tprice\t.{10,}/);
    await expect(moa(`products import ${sheet} --confirm`)).rejects.toThrow(/.{8,}/);
    await moa(`products import ${sheet} --confirm --skip-bad`);
    expect((await moa('products list --search 모자'))[0]).toMatch(/\tHAT\t모자\t5000 KRW\t4$/);
    const out = join(folder, 'out.csv');
    await moa(`products export ${out}`);
    expect(readFileSync(out, 'utf8')).toContain('HAT');
  });

  test('confirm a sheet also when one answer is not enough to wait for, and fail when it was not written', async () => {
    const impatient = (as: NodeJS.ProcessEnv): HubApi => {
      const api = openHubApi(as);
      return {
        ...api,
        ask: (asked, { query, ...rest } = {}) => api.ask(asked, { ...rest, query: { ...query, wait: '0' } }),
      };
    };
    const sheet = file('scarf.csv', '판매자상품코드,상품명,판매가,재고\nSCARF,목도리,9000,2\n');
    const [first] = await moa(`products import ${sheet} --confirm`, env, impatient);
    expect(first).toMatch(/^import \d+\t.*written\.$/);
    expect((await moa('products list --search 목도리'))[0]).toMatch(/\tSCARF\t목도리\t9000 KRW\t2$/);

    const page = file('page.xls', '<html><table></table></html>');
    expect((await moa(`products import ${page}`))[1]).toMatch(/web page/);
    await expect(moa(`products import ${page} --confirm`)).rejects.toThrow(/web page/);
  });

  test('find the SKU of exactly a code among hundreds that begin with it', async () => {
    await moa(`products add ${product('LOT')}`);
    const skus = Array.from({ length: 210 }, (_, nth) => ({ code: `LOT-${nth}`, option_values: [`${nth}`] }));
    const many = { name: '로트', seller_code: 'MANY', price: 1_000, option_names: ['로트'], skus };
    await moa(`products add ${file('many.json', JSON.stringify(many))}`);
    expect(await moa('stock count LOT 7')).toEqual(['LOT\t7']);
  });

  test('page through lists, and print the whole answer where it is asked for', async () => {
    for (const code of ['A-1', 'A-2', 'A-3']) await moa(`products add ${product(code)}`);
    const first = await moa('products list --limit 2');
    expect(first).toHaveLength(3);
    const next = await moa(`products list --limit 2 ${first[2]?.replace('more: ', '')}`);
    expect(new Set([...first.slice(0, 2), ...next]).size).toBeGreaterThanOrEqual(4);
    const whole = JSON.parse((await moa('products list --limit 1 --json')).join(''));
    expect(whole).toMatchObject({ products: [{ seller_code: 'A-3' }] });
  });

  test.each([
    ['products show 999999', /.{8,}/],
    ['products show one', /the number of a product is wanted, not "one"/],
    ['stock count NOBODY 3', /no SKU with the code NOBODY/],
    ['stock count A-1 -3', /unknown option|quantity/],
    ['stock count A-1 3.5', /a quantity is wanted/],
    ['products import nowhere.csv', /nowhere\.csv/],
    ['prices quote --shop x', /a number is wanted/],
  ])('say what is wrong: %s', async (line, sentence) => {
    await expect(moa(line)).rejects.toThrow(sentence);
  });

  test('pass on the fields that the hub finds fault with', async () => {
    const free = file('free.json', '{"name":"공짜","price":0}');
    await expect(moa(`products add ${free}`)).rejects.toThrow(/\n {2}price: .{10,}/);
    await expect(moa(`products add ${file('bad.json', '{"name":')}`)).rejects.toThrow('is no JSON');
  });

  test('say how to find the hub, and when it is not there', async () => {
    await expect(moa('shops', { MOA_HOME: folder })).rejects.toThrow('set MOA_TOKEN');
    const away = { MOA_URL: 'http://127.0.0.1:9', MOA_TOKEN: 'moa_x' };
    await expect(moa('shops', away)).rejects.toThrow('Moa does not answer at http://127.0.0.1:9');
    await expect(moa('shops', { ...env, MOA_TOKEN: 'moa_wrong' })).rejects.toThrow(/.{8,}/);
    const demo = { url: env.MOA_URL, token: env.MOA_TOKEN };
    writeFileSync(join(folder, 'demo.json'), JSON.stringify(demo));
    expect(await moa('shops', { MOA_HOME: folder })).toHaveLength(1);
  });
});
