import { expect, test } from 'vitest';
import { ruleBody, ruleForm } from './rule-form.ts';

const rule = {
  id: 7,
  name: '마진 20',
  enabled: true,
  account_id: null,
  platform: 'coupang',
  category_id: null,
  product_id: 3,
  aim: { kind: 'fixed', price: 1_990_000 },
  rounding: { step: 1_000, direction: 'nearest', less: 100 },
  shipping_cost: 3_000,
  other_cost: 0,
  floor: 1_000_050,
  ceiling: null,
  change_at_most_percent: 12.5,
  scarcity: { raise_percent: 5, cover_days: 7 },
  created_at: '2026-11-01T00:00:00.000Z',
  changed_at: '2026-11-01T00:00:00.000Z',
} as const;

test.each(['KRW', 'RUB', 'UZS'])('a rule that is looked at and saved stays as it was in %s', (currency) => {
  const { id: _, created_at: __, changed_at: ___, ...told } = rule;
  expect(ruleBody(ruleForm(rule, currency), currency)).toEqual(told);
});

test('amounts are typed in the usual unit', () => {
  expect(ruleForm(rule, 'KRW').value).toBe('1990000');
  expect(ruleForm(rule, 'RUB').value).toBe('19900');
  const typed = { ...ruleForm(rule, 'RUB'), shippingCost: '12.5', floor: '' };
  expect(ruleBody(typed, 'RUB')).toMatchObject({ shipping_cost: 1_250, floor: null });
});
