import { describe, expect, test } from 'vitest';
import { NOTICE_FACTS } from './notice-facts.ts';
import { PRODUCT_LIMITS } from './product-limits.ts';

describe('the facts of a statutory notice', () => {
  test('of goods of no other kind are those that every marketplace asks for', () => {
    expect(NOTICE_FACTS.other_goods).toHaveLength(5);
  });

  test.each(Object.entries(NOTICE_FACTS))('of %s can be told of a product, each once', (_, facts) => {
    expect(new Set(facts).size).toBe(facts.length);
    expect(facts.filter((name) => name.length > PRODUCT_LIMITS.noticeFactName)).toEqual([]);
    // Whoever buys can always ask somebody.
    if (facts[0] !== '도서명') expect(facts.at(-1)).toMatch(/전화번호/);
  });
});
