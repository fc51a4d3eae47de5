import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASE_KINDS, newDatabase } from '../../../test/harness/databases.ts';
import { newHub } from '../../../test/harness/hub.ts';
import {
  connect,
  openBusiness,
  openTestServer,
  putOrders,
  type TestBusiness,
  type TestServer,
} from '../../../test/harness/rest.ts';
import { line, order } from '../../../test/harness/snapshots.ts';
import { workbookFile } from '../../../test/imports/workbook.ts';
import type { Hub } from '../../engine/hub.ts';

describe.each(DATABASE_KINDS)('orders found by many numbers on %s', (kind) => {
  let hub: Hub;
  let api: TestServer;
  let business: TestBusiness;

  beforeAll(async () => {
    hub = await newHub(await newDatabase(kind));
    api = await openTestServer(hub);
    business = await openBusiness(hub, 'seller');
    const coupang = await connect(hub, business, 'coupang');
    const naver = await connect(hub, business, 'naver');
    await putOrders(hub, business, coupang, [
      order({ nativeOrderId: 'ONE', lines: [line({ productName: '겨울 장갑' })] }),
      order({ nativeOrderId: 'BOTH' }),
    ]);
    await putOrders(hub, business, coupang, [
      order({ nativeOrderId: 'NOT-NAVER', lines: [line({ nativeLineId: '2026112298765431' })] }),
    ]);
    await putOrders(hub, business, naver, [
      order({ nativeOrderId: 'BOTH' }),
      order({
        nativeOrderId: 'TWO-LINES',
        lines: [
          line({ nativeLineId: '2026112298765431', productName: '털모자' }),
          line({ nativeLineId: '2026112298765441', productName: '겨울 장갑' }),
        ],
      }),
    ]);
  });

  afterAll(async () => {
    await api.server.close();
    await hub.close();
    await hub.db.close();
  });

  it('answers each number with every order that has it, and leaves out what nobody has', async () => {
    const body = { numbers: ['ONE', ' ONE ', 'BOTH', 'NOBODY'] };
    const answer = await api.ask('POST /api/v1/orders/find', { as: business.tokens.staff, body });
    const { orders } = answer.json();
    expect(orders.map(({ number, platform }: Found) => `${number} ${platform}`)).toEqual([
      'BOTH coupang',
      'BOTH naver',
      'ONE coupang',
    ]);
    expect(orders[2]).toMatchObject({ native_order_id: 'ONE', status: 'PAID', first_product: '겨울 장갑' });
    expect(orders[2]).toMatchObject({ line_id: null });
  });

  it('takes the number of a product order where the marketplace has such, in lists and in the search', async () => {
    const body = { numbers: ['2026112298765431'] };
    const answer = await api.ask('POST /api/v1/orders/find', { as: business.tokens.staff, body });
    const found = {
      number: '2026112298765431',
      platform: 'naver',
      native_order_id: 'TWO-LINES',
      first_product: '털모자',
      line_id: expect.any(Number),
    };
    expect(answer.json().orders).toEqual([expect.objectContaining(found)]);
    const listed = await api.ask('GET /api/v1/orders?q=2026112298765441', { as: business.tokens.staff });
    const { orders } = listed.json();
    expect(orders.map((one: { readonly native_order_id: string }) => one.native_order_id)).toEqual([
      'TWO-LINES',
    ]);
  });
});

interface Found {
  readonly number: string;
  readonly platform: string;
}

describe('a list of shipments', () => {
  let hub: Hub;
  let api: TestServer;
  let business: TestBusiness;

  beforeAll(async () => {
    hub = await newHub(await newDatabase('PGlite'));
    api = await openTestServer(hub);
    business = await openBusiness(hub, 'seller');
  });

  afterAll(async () => {
    await api.server.close();
    await hub.close();
    await hub.db.close();
  });

  const read = async (file: Buffer, language = 'ko') => {
    const answer = await api.ask('POST /api/v1/orders/shipment-lists', {
      as: business.tokens.staff,
      body: file,
      headers: { 'content-type': 'application/octet-stream', 'accept-language': language },
    });
    return answer.json();
  };

  it('is read from a workbook by the names of its columns, with what a carrier writes above and beside them', async () => {
    const { rows } = await read(
      await workbookFile([
        ['한진택배 출고 내역', null, null, null],
        ['받는분', '운송장번호', '택배사(명)', '주문번호'],
        ['홍길동', '6804-0545-0931', 'CJ대한통운', 2026112200001],
        ['김하늘', '200016500003', '롯데택배', 'A:2101000521'],
        ['비고', null, null, null],
      ]),
    );
    expect(rows).toEqual([
      {
        row: 3,
        order_number: '2026112200001',
        carrier: 'CJ대한통운',
        invoice: '6804-0545-0931',
        fault: null,
      },
      { row: 4, order_number: 'A:2101000521', carrier: '롯데택배', invoice: '200016500003', fault: null },
    ]);
  });

  it("is Naver's sheet of the bulk dispatch too, which names product orders", async () => {
    const { rows } = await read(
      await workbookFile([
        ['상품주문번호', '배송방법', '택배사', '송장번호'],
        ['2026112298765431', '택배,등기,소포', 'CJ대한통운', '680405450931'],
      ]),
    );
    expect(rows).toEqual([
      {
        row: 2,
        order_number: '2026112298765431',
        carrier: 'CJ대한통운',
        invoice: '680405450931',
        fault: null,
      },
    ]);
  });

  it('may be CSV without a header', async () => {
    const { rows } = await read(Buffer.from('15100\tCJ\t680405450931\n15101\tCJ\t680405450942\n'));
    expect(rows.map((row: { readonly invoice: string }) => row.invoice)).toEqual([
      '680405450931',
      '680405450942',
    ]);
  });

  it('says of each row why it cannot be taken', async () => {
    const { rows } = await read(
      Buffer.from('order number,carrier,tracking number\n1,CJ,6.80405E+11\n2,,680405450931\n,CJ,#N/A\n'),
    );
    expect(rows.map((row: { readonly fault: string }) => row.fault)).toEqual([
      '송장번호: 숫자가 길어 엑셀이 뒷자리를 버렸습니다(6.80405E+11). 셀 서식을 "텍스트"로 바꾸고 값을 다시 넣으세요.',
      '택배사: 꼭 필요한 칸이 비어 있습니다.',
      '주문번호: 꼭 필요한 칸이 비어 있습니다.',
    ]);
  });

  it.each([
    ['ru', 'Перевозчик: Обязательная ячейка пуста.'],
    ['uz', 'Tashuvchi: Majburiy katak bo‘sh.'],
  ])('says so in %s too', async (language, fault) => {
    const file = Buffer.from('order number,carrier,tracking number\n2,,680405450931\n');
    expect((await read(file, language)).rows).toMatchObject([{ fault }]);
  });

  it.each([
    [
      'other columns',
      Buffer.from('상품,가격\n장갑,100\n'),
      '주문번호, 택배사, 송장번호 열을 찾지 못했습니다',
    ],
    ['a heading alone', Buffer.from('주문번호,택배사,송장번호\n'), '송장이 한 줄도 없습니다'],
    ['something else', Buffer.from('%PDF-1.7'), '엑셀(.xlsx)이나 CSV 파일이 아닙니다'],
  ])('is refused in a sentence when it holds %s', async (_what, file, sentence) => {
    const problem = await read(file);
    expect(problem).toMatchObject({ status: 422, code: 'shipment_list_refused' });
    expect(problem.detail).toContain(sentence);
  });
});
