import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newDatabase } from '../../../test/harness/databases.ts';
import { newHub } from '../../../test/harness/hub.ts';
import {
  connect,
  openBusiness,
  openTestServer,
  type TestBusiness,
  type TestServer,
} from '../../../test/harness/rest.ts';
import { importOffice } from '../../../test/imports/office.ts';
import { addItem } from '../../../test/stock/shelf.ts';
import type { Hub } from '../../engine/hub.ts';
import type { NativeCategory } from '../../marketplaces/kit/catalog.ts';
import { writeCategories } from '../../store/publish/categories.ts';
import { asOwner } from '../../store/scope.ts';

const SOCKS: readonly NativeCategory[] = [
  { id: '5', parentId: null, name: '패션잡화', path: '패션잡화', leaf: false },
  { id: '7', parentId: '5', name: '양말', path: '패션잡화 > 양말', leaf: true },
];
/** Categories with the number of another one in their names. */
const SIZES: readonly NativeCategory[] = Array.from({ length: 60 }, (_, nth) => {
  const name = `7${String(nth).padStart(2, '0')}호`;
  return { id: `size-${nth}`, parentId: '5', name, path: `패션잡화 > ${name}`, leaf: true };
});

describe('what a shop is to show or sell otherwise', () => {
  let hub: Hub;
  let api: TestServer;
  let business: TestBusiness;
  let choices: `/api/v1/products/${number}/listings/${number}`;
  let categories: `/api/v1/platform-accounts/${number}/categories`;
  let terms: `/api/v1/listing-items/${number}/stock-terms`;

  beforeAll(async () => {
    hub = await newHub(await newDatabase('PostgreSQL'), { allowPrivateHosts: false });
    api = await openTestServer(hub);
    business = await openBusiness(hub, 'seller');
    const shop = await connect(hub, business, 'naver');
    const product = await api.ask('POST /api/v1/products', {
      as: business.tokens.staff,
      body: { name: '면 양말', seller_code: 'SOCK', price: 3_000, stock_quantity: 5 },
    });
    choices = `/api/v1/products/${product.json().id}/listings/${shop.id}`;
    categories = `/api/v1/platform-accounts/${shop.id}/categories`;
    await asOwner(hub.db, business.owner, (scope) =>
      writeCategories(scope, shop.id, [...SOCKS, ...SIZES], hub.clock()),
    );
    const item = await asOwner(hub.db, business.owner, (scope) => addItem(scope, shop, '70071284034'));
    terms = `/api/v1/listing-items/${item}/stock-terms`;
    const chosen = await api.ask(`PUT ${choices}`, {
      as: business.tokens.staff,
      body: { overrides: { name: '면 양말 3켤레', price: 3_500 }, quantities: { SOCK: 2 } },
    });
    expect(chosen.statusCode, chosen.body).toBe(200);
  });
  afterAll(async () => {
    await api.server.close();
    await hub.close();
    await hub.db.close();
  });

  /** The first fault that is told, as `<field> <code>`, after it was seen to have a sentence. */
  async function refused(answer: Awaited<ReturnType<TestServer['ask']>>): Promise<string> {
    expect(answer.statusCode, answer.body).toBe(422);
    const [error] = answer.json().errors;
    expect(error.message).toMatch(/\w+ \w+/);
    return `${error.field} ${error.code}`;
  }

  test.each([
    [{ overrides: { price: 0 } }, 'overrides.price too_small'],
    [{ overrides: { price: -100 } }, 'overrides.price too_small'],
    [{ overrides: { name: ' ' } }, 'overrides.name empty'],
    [{ overrides: { images: ['https://10.0.0.7/a.jpg'] } }, 'overrides.images[0] private_address'],
    [{ overrides: { images: ['https://[::1]/a.jpg'] } }, 'overrides.images[0] private_address'],
    [{ overrides: { images: ['file:///etc/passwd'] } }, 'overrides.images[0] bad_address'],
    [{ overrides: { images: [] } }, 'overrides.images too_few'],
    [{ quantities: { SOCK: -1 } }, 'quantities.SOCK too_small'],
    [{ quantities: { SOCK: 1.5 } }, 'quantities.SOCK wrong_type'],
    [{ places: { moon: '1' } }, 'places.moon unknown_field'],
    [{ attributes: { '소재\0': '면' } }, 'attributes bad_character'],
    [{ attributes: { '소재\ud83d': '면' } }, 'attributes bad_character'],
    [{ category_id: '8' }, 'category_id category_unknown'],
    [{ category_id: '5' }, 'category_id category_no_leaf'],
  ])('is refused with a sentence, and nothing of it is kept: %j', async (wrong, fault) => {
    const as = business.tokens.staff;
    const good = { attributes: { 소재: '면' } };
    expect(await refused(await api.ask(`PUT ${choices}`, { as, body: { ...good, ...wrong } }))).toBe(fault);
    const shown = await api.ask(`PUT ${choices}`, { as, body: {} });
    expect(shown.json()).toMatchObject({
      attributes: {},
      overrides: { name: '면 양말 3켤레', price: 3_500 },
      quantities: { SOCK: 2 },
    });
  });

  test('takes a category by its number, however many have the number in their names', async () => {
    const as = business.tokens.staff;
    const chosen = await api.ask(`PUT ${choices}`, { as, body: { category_id: '7' } });
    expect(chosen.json()).toMatchObject({ category_id: '7' });
    await api.ask(`PUT ${choices}`, { as, body: { category_id: null } });
  });

  test.each(['>', ' > > '])('looks for categories by words, and finds all for none: %j', async (words) => {
    const found = await api.ask(`GET ${categories}?q=${encodeURIComponent(words)}`, {
      as: business.tokens.viewer,
    });
    expect(found.statusCode, found.body).toBe(200);
    expect(found.json().categories).toHaveLength(50);
  });

  test.each([
    [{ buffer: -1 }, 'buffer too_small'],
    [{ share_percent: 0 }, 'share_percent too_small'],
    [{ share_percent: 101 }, 'share_percent too_large'],
    [{ share_percent: 50.5 }, 'share_percent wrong_type'],
    [{ follows_stock: 'yes' }, 'follows_stock wrong_type'],
  ])('is sold on no terms that make no sense: %j', async (wrong, fault) => {
    const as = business.tokens.staff;
    expect(await refused(await api.ask(`PUT ${terms}`, { as, body: wrong }))).toBe(fault);
    expect((await api.ask(`PUT ${terms}`, { as, body: {} })).json()).toEqual({
      follows_stock: true,
      buffer: 0,
      share_percent: 100,
    });
  });

  test('has no last units below one, and none for a shop that is not there', async () => {
    const as = business.tokens.owner;
    const settle = (last_units: unknown) =>
      api.ask('PUT /api/v1/inventory/settings', { as, body: { continuous: false, last_units } });
    expect(await refused(await settle({ from: 0, account_id: 1 }))).toBe('last_units.from too_small');
    expect(await refused(await settle({ from: 3, account_id: 999_999 }))).toBe(
      'last_units.account_id not_found',
    );
    expect((await api.ask('GET /api/v1/inventory/settings', { as })).json()).toEqual({
      continuous: true,
      last_units: null,
    });
  });

  test('comes from no picture in a private network, also by a file', async () => {
    const { send, rows } = importOffice(hub, api, () => business);
    const sheet = [
      '판매자상품코드,상품명,판매가,대표이미지',
      'GLOVE,장갑,4000,http://192.168.0.1/a.jpg',
      'HAT,모자,5000,',
    ];
    const shown = await send(Buffer.from(sheet.join('\n')));
    expect(shown).toMatchObject({ rows: { total: 2, new: 1, bad: 1 } });
    expect(await rows(shown.id, '?state=bad')).toMatchObject([
      { row: 2, errors: [{ column: 'main_image', code: 'private_address' }] },
    ]);
  });
});
