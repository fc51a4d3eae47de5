import { describe, expect, it } from 'vitest';
import { PRODUCT_PATHS } from '../products/test-product.ts';
import { PRODUCT_KINDS } from '../shop/product-kinds.ts';
import { at, openTestShop } from '../test-shop.ts';
import { CATEGORY_TREE, categoryOf, leavesUnder } from './tree.ts';

describe('categories', () => {
  it('have a leaf for everything that shops sell', () => {
    const leaves = leavesUnder(CATEGORY_TREE);
    for (const { noun, categoryCode } of PRODUCT_KINDS) expect(leaves, noun).toContain(categoryCode);
    expect(new Set(leaves).size).toBe(leaves.length);
  });

  it('are told as one tree under a root', () => {
    const { body } = openTestShop({ orders: 0 }).get(PRODUCT_PATHS.categories);
    expect(at(body, 'data')).toMatchObject({ displayItemCategoryCode: 0, name: 'ROOT' });
    expect(at(body, 'data', 'child', 0)).toMatchObject({ displayItemCategoryCode: 69_182, status: 'ACTIVE' });
  });

  it.each([
    ['77413', true],
    ['66190', false],
    ['99999999', false],
  ])('%s can be listed under: %s', (code, usable) => {
    const { body } = openTestShop({ orders: 0 }).get(PRODUCT_PATHS.categoryStatus(code));
    expect(at(body, 'data')).toBe(usable);
  });

  it('that are no leaves name those under them', () => {
    const shop = openTestShop({ orders: 0 });
    for (const path of [PRODUCT_PATHS.categoryStatus('69960'), PRODUCT_PATHS.categoryMeta('69960')]) {
      const { status, body } = shop.get(path);
      expect(status).toBe(400);
      expect(at(body, 'message')).toContain('77413,69980');
    }
    expect(categoryOf(69_960)?.family).toBeNull();
  });

  it('tell what their goods are asked', () => {
    const shop = openTestShop({ orders: 0 });
    const socks = at(shop.get(PRODUCT_PATHS.categoryMeta('77413')).body, 'data');
    expect(socks).toMatchObject({ isAllowSingleItem: true });
    expect(at(socks, 'attributes', 0)).toMatchObject({ attributeTypeName: '색상', required: 'MANDATORY' });
    expect(at(socks, 'noticeCategories', 0, 'noticeCategoryDetailNames', 0)).toEqual({
      noticeCategoryDetailName: '종류',
      required: 'MANDATORY',
    });
    expect(shop.get(PRODUCT_PATHS.categoryMeta('99999999')).status).toBe(400);
    expect(shop.get(PRODUCT_PATHS.categoryMeta('socks')).status).toBe(400);
  });
});
