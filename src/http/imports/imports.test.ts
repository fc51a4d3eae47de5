import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DATABASE_KINDS, newDatabase } from '../../../test/harness/databases.ts';
import { newHub } from '../../../test/harness/hub.ts';
import {
  openBusiness,
  openTestServer,
  type TestBusiness,
  type TestServer,
} from '../../../test/harness/rest.ts';
import { importOffice } from '../../../test/imports/office.ts';
import { workbookFile } from '../../../test/imports/workbook.ts';
import type { Hub } from '../../engine/hub.ts';
import { asOwner } from '../../store/scope.ts';
import { verifyStock } from '../../store/stock/verify.ts';

const csv = (...lines: readonly string[]) => Buffer.from(lines.join('\n'));

const SHIRTS = csv(
  '판매자상품코드,상품명,판매가,옵션명1,옵션값1,SKU,재고,안전재고,브랜드,메모',
  'TEE,면 티셔츠,"19,000원",색상,흰색,TEE-W,3,1,모아,첫째',
  'TEE,,,,검정,TEE-B,0,,,',
  'SOCK,양말,3000,,,,12,,,',
);

describe.each(DATABASE_KINDS)('files of products on %s', (kind) => {
  let hub: Hub;
  let api: TestServer;
  let business: TestBusiness;

  beforeAll(async () => {
    hub = await newHub(await newDatabase(kind));
    api = await openTestServer(hub);
  });

  afterAll(async () => {
    await api.server.close();
    await hub.close();
    await hub.db.close();
  });

  beforeEach(async () => {
    business = await openBusiness(hub, 'seller');
  });

  const office = () => importOffice(hub, api, () => business);
  /** All products, by their seller codes. */
  const products = async () =>
    (await api.ask('GET /api/v1/products', { as: business.tokens.viewer }))
      .json()
      .products.toSorted((one: { seller_code: string }, other: { seller_code: string }) =>
        one.seller_code < other.seller_code ? -1 : 1,
      );
  const change = (id: number, body: unknown) =>
    api.ask(`PUT /api/v1/products/${id}`, { as: business.tokens.staff, body });
  const actions = async () =>
    (await api.ask('GET /api/v1/audit', { as: business.tokens.owner }))
      .json()
      .entries.map(({ action }: { readonly action: string }) => action);

  it('show what they would do, and do it once it is confirmed', async () => {
    const { send, rows, confirm } = office();
    const shown = await send(SHIRTS);
    expect(shown).toMatchObject({
      state: 'ready',
      format: 'csv',
      rows: { total: 3, new: 3, changed: 0, unchanged: 0, bad: 0 },
      products: { new: 2, changed: 0 },
      unknown_columns: ['메모'],
      may: ['confirm', 'delete'],
    });
    expect(await rows(shown.id)).toMatchObject([
      { row: 2, state: 'new', seller_code: 'TEE', sku: 'TEE-W', product_id: null, errors: [] },
      { row: 3, state: 'new', sku: 'TEE-B' },
      { row: 4, state: 'new', seller_code: 'SOCK', sku: 'SOCK' },
    ]);
    expect(await products()).toEqual([]);

    expect(await confirm(shown.id)).toMatchObject({
      state: 'imported',
      written: { products_added: 2, products_changed: 0, skus_counted: 3, rows_left_out: 0 },
      may: [],
    });
    expect(await products()).toMatchObject([
      { seller_code: 'SOCK', price: 3000, stock_quantity: 12 },
      {
        seller_code: 'TEE',
        name: '면 티셔츠',
        price: 19000,
        brand: '모아',
        option_names: ['색상'],
        skus: [
          { code: 'TEE-W', option_values: ['흰색'], safety_stock: 1, stock_quantity: 3 },
          { code: 'TEE-B', option_values: ['검정'], safety_stock: 0, stock_quantity: 0 },
        ],
      },
    ]);
    expect(await asOwner(hub.db, business.owner, verifyStock)).toEqual([]);
    expect((await actions()).toReversed()).toEqual([
      'product_import.create',
      'product_import.confirm',
      'product_import.write',
    ]);
    expect((await confirm(shown.id)).code).toBe('import_decided');
  });

  it('show how each cell differs, and change only those', async () => {
    const { send, rows, confirm } = office();
    await confirm((await send(SHIRTS)).id);
    const shown = await send(
      csv('SKU,price,stock,cost', 'TEE-B,21000,4,7000', 'TEE-W,,,', 'SOCK,3000,12,', 'UNKNOWN,1,,'),
    );
    expect(shown).toMatchObject({ rows: { changed: 1, unchanged: 2, bad: 1 }, products: { changed: 1 } });
    expect(await rows(shown.id, '?state=changed')).toMatchObject([
      {
        row: 2,
        seller_code: 'TEE',
        changes: [
          { column: 'price', before: '19000', after: '21000' },
          { column: 'cost', before: '', after: '7000' },
          { column: 'stock', before: '0', after: '4' },
        ],
      },
    ]);
    expect(await rows(shown.id, '?state=bad')).toMatchObject([
      {
        row: 5,
        errors: [{ column: 'sku', code: 'unknown_sku', message: expect.stringContaining('UNKNOWN') }],
      },
    ]);
    expect(await confirm(shown.id)).toMatchObject({ status: 409, code: 'import_has_bad_rows' });
    expect(await confirm(shown.id, { skip_bad: true })).toMatchObject({
      state: 'imported',
      written: { products_changed: 1, skus_counted: 1, rows_left_out: 1 },
    });
    const [sock, tee] = await products();
    expect(sock).toMatchObject({ version: 1, seller_code: 'SOCK' });
    expect(tee).toMatchObject({
      version: 2,
      price: 21000,
      skus: [{ stock_quantity: 3 }, { stock_quantity: 4 }],
    });
  });

  it('give back the rows that need correction, which can be corrected and sent again', async () => {
    const { send, rows, confirm, file } = office();
    const shown = await send(
      csv(
        '판매자상품코드,상품명,판매가,SKU,재고',
        'A,양말,0,A,-3',
        'B,양말,1000,DUP,',
        'C,양말,1000,DUP,',
        ',,1000,,',
        'D,=HYPERLINK("x"),2026,D,1',
      ),
    );
    expect(shown).toMatchObject({ rows: { new: 1, bad: 4 } });
    const told = (await rows(shown.id, '?state=bad')).map(
      ({
        row,
        errors,
      }: {
        row: number;
        errors: readonly { column: string | null; code: string; message: string }[];
      }) => [row, ...errors.map(({ column, code }) => `${column} ${code}`)],
    );
    expect(told).toEqual([
      [2, 'price too_small', 'stock negative'],
      [3, 'sku sku_twice'],
      [4, 'sku sku_twice'],
      [5, 'seller_code no_code'],
    ]);
    const [, third, fourth] = await rows(shown.id, '?state=bad');
    expect(third.errors[0].message).toContain('row 4');
    expect(fourth.errors[0].message).toContain('row 3');

    const asCsv = (await file(`GET /api/v1/product-imports/${shown.id}/errors.csv`)).toString();
    expect(asCsv.split('\r\n')[0]).toBe('\ufeffto_correct,판매자상품코드,상품명,판매가,SKU,재고');
    expect(asCsv).toContain(
      '"price: It must be 1 or more.\nstock: It cannot be below zero: -3.",A,양말,0,A,',
    );
    const corrected = asCsv
      .replace(',A,양말,0,A,', ',A,양말,500,A,')
      .replace("'-3", '3')
      .replace('C,양말,1000,DUP', 'C,양말,1000,OK');
    expect(await send(Buffer.from(corrected))).toMatchObject({
      rows: { new: 3, bad: 1 },
      unknown_columns: [],
    });
    const again = await send(await file(`GET /api/v1/product-imports/${shown.id}/errors.xlsx`));
    expect(again).toMatchObject({ format: 'xlsx', rows: { bad: 4 } });
    expect((await confirm(again.id, { skip_bad: true })).code).toBe('import_empty');
  });

  it('take a product with a bad row as a whole or not at all', async () => {
    const { send, rows, confirm } = office();
    await confirm((await send(SHIRTS)).id);
    const shown = await send(csv('SKU,재고,안전재고', 'TEE-W,9,1', 'TEE-B,많음,1', 'SOCK,1,'));
    expect(await rows(shown.id, '?state=bad')).toMatchObject([
      {
        row: 2,
        errors: [{ code: 'row_of_product_bad', column: null, message: expect.stringContaining('Row 3') }],
      },
      { row: 3, errors: [{ code: 'not_a_number', value: '많음' }] },
    ]);
    await confirm(shown.id, { skip_bad: true });
    expect(await products()).toMatchObject([
      { seller_code: 'SOCK', stock_quantity: 1 },
      { skus: [{ stock_quantity: 3 }, { stock_quantity: 0 }] },
    ]);
  });

  it('are refused once what they show is no longer so, and shown anew', async () => {
    const { send, confirm, work, read } = office();
    await confirm((await send(SHIRTS)).id);
    const shown = await send(csv('SKU,판매가', 'TEE-W,20000', 'SOCK,3500'));
    const [, tee] = await products();
    await change(tee.id, { price: 25000 });
    expect(await confirm(shown.id, { version: shown.version })).toMatchObject({
      status: 409,
      code: 'import_changed',
    });
    await work();
    const anew = await read(shown.id);
    expect(anew).toMatchObject({ state: 'ready', outdated: true, version: shown.version + 1 });
    expect(await confirm(shown.id, { version: shown.version })).toMatchObject({ code: 'import_changed' });
    expect(await products()).toMatchObject([{ price: 3000 }, { price: 25000 }]);
    expect(await confirm(shown.id, { version: anew.version })).toMatchObject({
      state: 'imported',
      outdated: false,
    });
    expect(await products()).toMatchObject([{ price: 3500 }, { price: 20000 }]);
  });

  it('write nothing at all when one product cannot be written as shown', async () => {
    const { send, work, read, confirm } = office();
    const shown = await send(
      csv('판매자상품코드,상품명,판매가,재고', 'A,가,1000,1', 'B,나,1000,1', 'Z,하,1000,1'),
    );
    const answer = await api.ask(`POST /api/v1/product-imports/${shown.id}/confirm`, {
      as: business.tokens.staff,
    });
    expect(answer.statusCode).toBe(202);
    // Between the confirmation and the writing somebody else adds the last one.
    await api.ask('POST /api/v1/products', {
      as: business.tokens.staff,
      body: { name: '먼저', price: 500, seller_code: 'Z' },
    });
    await work();
    expect(await products()).toMatchObject([{ seller_code: 'Z', price: 500 }]);
    const anew = await read(shown.id);
    expect(anew).toMatchObject({ state: 'ready', outdated: true, rows: { new: 2, changed: 1 } });
    expect(await confirm(shown.id)).toMatchObject({ state: 'imported' });
    expect(await products()).toHaveLength(3);
  });

  it('come back as they went out without changing anything, in both formats and languages', async () => {
    const { send, confirm, file } = office();
    await confirm((await send(SHIRTS)).id);
    const [, tee] = await products();
    await change(tee.id, {
      description: '<p>둘째\r\n줄</p>',
      main_image: 'https://example.com/a.jpg',
      additional_images: ['https://example.com/b.jpg?x=1,2', 'https://example.com/c.jpg'],
      category_id: '=1+1',
      manufacturer: "'-모아_x0041_",
      weight: 250,
      origin: { kind: 'imported', made_in: '베트남', importer: '모아상사' },
      after_service: { phone: '02-123-4567', text: '평일 9시~18시' },
      notice: { kind: '의류', facts: { 소재: '면 100%', 제조국: '베트남: 호치민' } },
      certifications: [{ kind: 'KC', number: 'R-1', agency: null }],
      carrier: 'CJ대한통운',
      delivery_fee: 3000,
      tax: 'exempt',
    });
    const before = await products();
    for (const format of ['xlsx', 'csv']) {
      for (const language of ['ko', 'en']) {
        const answer = await api.ask(`GET /api/v1/products/export?format=${format}`, {
          as: business.tokens.staff,
          headers: { 'accept-language': language },
        });
        const shown = await send(answer.rawPayload);
        expect(shown, `${format} ${language}`).toMatchObject({
          state: 'ready',
          unknown_columns: [],
          rows: { total: 3, unchanged: 3 },
        });
      }
      const stock = await send(await file(`GET /api/v1/inventory/export?format=${format}`));
      expect(stock).toMatchObject({ unknown_columns: [], rows: { total: 3, unchanged: 3 } });
    }
    expect(await products()).toEqual(before);
  });

  it('leave alone the stock that was sold after it was exported', async () => {
    const { send, confirm, file } = office();
    await confirm((await send(SHIRTS)).id);
    const exported = (await file('GET /api/v1/inventory/export?format=csv')).toString();
    await confirm((await send(csv('SKU,재고', 'SOCK,10'))).id);
    expect(await send(Buffer.from(exported))).toMatchObject({ rows: { unchanged: 3 } });
    const edited = exported.replace(/^(SOCK,[^\r]*?),12,12,/m, '$1,30,12,');
    const shown = await send(Buffer.from(edited));
    expect(shown).toMatchObject({ rows: { changed: 1, unchanged: 2 } });
    await confirm(shown.id);
    expect(await products()).toMatchObject([{ stock_quantity: 30 }, {}]);
  });

  it('count what lies in all places together', async () => {
    const { send, confirm, rows } = office();
    await confirm((await send(SHIRTS)).id);
    const as = business.tokens.staff;
    const [sock] = await products();
    const skuId = sock.skus[0].id;
    const elsewhere = (await api.ask('POST /api/v1/locations', { as, body: { name: '2층' } })).json().id;
    await api.ask('POST /api/v1/inventory/movements', {
      as,
      body: { movements: [{ type: 'transfer', sku_id: skuId, quantity: 5, to_location_id: elsewhere }] },
    });
    expect(await send(csv('SKU,재고', 'SOCK,12'))).toMatchObject({ rows: { unchanged: 1 } });
    const few = await send(csv('SKU,재고', 'SOCK,4'));
    expect(await rows(few.id)).toMatchObject([
      { errors: [{ code: 'less_than_elsewhere', column: 'stock' }] },
    ]);
    await confirm((await send(csv('SKU,재고', 'SOCK,20'))).id);
    const { on_hand, levels } = (await api.ask(`GET /api/v1/inventory/${skuId}`, { as })).json();
    expect(on_hand).toBe(20);
    expect(levels).toMatchObject([{ on_hand: 15 }, { on_hand: 5 }]);
  });

  it('come as forms too, and a repeated request with the same key is the same import', async () => {
    const { work, read } = office();
    const boundary = 'x7f3';
    const form = (bytes: Buffer) =>
      Buffer.concat([
        Buffer.from(
          `--${boundary}\r\ncontent-disposition: form-data; name="note"\r\n\r\nhello\r\n--${boundary}\r\n` +
            'content-disposition: form-data; name="file"; filename="상품 목록.xlsx"\r\ncontent-type: application/octet-stream\r\n\r\n',
        ),
        bytes,
        Buffer.from(`\r\n--${boundary}--\r\n`),
      ]);
    const workbook = await workbookFile([
      ['상품 목록 2026', null, null],
      ['판매자상품코드', '상품명', '판매가'],
      ['0012', '양말', 3000],
    ]);
    const ask = (bytes: Buffer) =>
      api.ask('POST /api/v1/product-imports', {
        as: business.tokens.staff,
        body: form(bytes),
        headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, 'idempotency-key': 'file-1' },
      });
    const first = await ask(workbook);
    expect(first.statusCode, first.body).toBe(202);
    expect((await ask(workbook)).json().id).toBe(first.json().id);
    expect((await ask(Buffer.from('sku\nother'))).json().code).toBe('idempotency_key_reused');
    await work();
    expect(await read(first.json().id)).toMatchObject({
      file_name: '상품 목록.xlsx',
      format: 'xlsx',
      rows: { new: 1, total: 1 },
    });
  });

  it.each([
    ['no table', Buffer.from('%PDF-1.4'), 'not_a_spreadsheet'],
    ['no header', csv('a,b', '1,2'), 'no_header'],
    ['no rows', csv('SKU,재고'), 'no_rows'],
    ['a column twice', csv('SKU,재고,재고수량', 'A,1,2'), 'column_twice'],
    ['an open quote', csv('SKU,재고', 'A,"1'), 'open_quote'],
  ])('with %s are refused with a sentence', async (_name, file, code) => {
    const { send, confirm } = office();
    const shown = await send(file);
    expect(shown).toMatchObject({
      state: 'refused',
      refusal: { code, detail: expect.stringMatching(/\w+ \w+/) },
      rows: null,
      may: ['delete'],
    });
    expect((await confirm(shown.id)).code).toBe('import_decided');
  });

  it('without a file, too large, or too many are refused', async () => {
    const { send } = office();
    const as = business.tokens.staff;
    const post = (body: unknown, type: string) =>
      api.ask('POST /api/v1/product-imports', { as, body, headers: { 'content-type': type } });
    expect((await post({}, 'application/json')).json()).toMatchObject({
      code: 'invalid_request',
      errors: [{ field: 'file', code: 'missing' }],
    });
    const fieldOnly = '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb\r\n--x--\r\n';
    expect((await post(fieldOnly, 'multipart/form-data; boundary=x')).json().errors).toMatchObject([
      { field: 'file' },
    ]);
    expect((await post('broken', 'multipart/form-data')).json().code).toBe('malformed_body');
    expect((await post(Buffer.alloc(31 * 1024 * 1024), 'text/csv')).statusCode).toBe(413);
    for (let nth = 0; nth < 10; nth += 1) await send(csv('SKU,재고', `A${nth},1`));
    expect((await post('SKU\nA', 'text/csv')).json()).toMatchObject({
      status: 409,
      code: 'too_many_imports',
    });
  });

  it('can be forgotten until they are confirmed', async () => {
    const { send, confirm } = office();
    const as = business.tokens.staff;
    const shown = await send(SHIRTS);
    expect((await api.ask(`DELETE /api/v1/product-imports/${shown.id}`, { as })).statusCode).toBe(204);
    expect((await api.ask(`GET /api/v1/product-imports/${shown.id}`, { as })).statusCode).toBe(404);
    const again = await send(SHIRTS);
    await confirm(again.id);
    const late = await api.ask(`DELETE /api/v1/product-imports/${again.id}`, { as });
    expect(late.json()).toMatchObject({ status: 409, code: 'import_decided' });
    const { rows } = await asOwner(hub.db, business.owner, ({ trx }) =>
      sql`select distinct import_id from product_import_rows`.execute(trx),
    );
    expect(rows).toEqual([{ import_id: again.id }]);
  });

  it('list by pages', async () => {
    const { send, rows } = office();
    const lines = Array.from({ length: 7 }, (_, nth) => `P${nth},상품 ${nth},1000`);
    const shown = await send(csv('판매자상품코드,상품명,판매가', ...lines));
    const page = (
      await api.ask(`GET /api/v1/product-imports/${shown.id}/rows?limit=3`, { as: business.tokens.viewer })
    ).json();
    expect(page.rows.map(({ row }: { readonly row: number }) => row)).toEqual([2, 3, 4]);
    const next = await rows(shown.id, `?limit=3&cursor=${page.next_cursor}`);
    expect(next.map(({ row }: { readonly row: number }) => row)).toEqual([5, 6, 7]);
    const other = await send(SHIRTS);
    const list = (
      await api.ask('GET /api/v1/product-imports?limit=1', { as: business.tokens.viewer })
    ).json();
    expect(list.product_imports).toMatchObject([{ id: other.id }]);
    expect(list.next_cursor).not.toBeNull();
  });
});
