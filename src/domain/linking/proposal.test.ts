import { expect, test } from 'vitest';
import { skuId } from '../ids.ts';
import { clearlyBest, type LinkHint, proposalsFrom } from './proposal.ts';

const hint = (reason: LinkHint['reason'], sku: number, told: Partial<LinkHint> = {}): LinkHint => ({
  reason,
  parts: [{ sku: skuId(sku), quantity: 1 }],
  ...told,
});

test('each set of SKUs is proposed once, with its best reason, the surest first', () => {
  const proposals = proposalsFrom(
    [hint('name', 1, { confidence: 0.8 }), hint('code', 1), hint('name', 2, { confidence: 0.5 })],
    3,
  );
  expect(proposals).toMatchObject([
    { reason: 'code', confidence: 1, parts: [{ sku: 1 }] },
    { reason: 'name', confidence: 0.5, parts: [{ sku: 2 }] },
  ]);
});

test('codes that contradict each other, or stand on several items, are doubtful', () => {
  const bundle = [{ sku: skuId(1), quantity: 2 }];
  expect(proposalsFrom([hint('code', 1), hint('remembered_code', 1, { parts: bundle })], 3)).toMatchObject([
    { confidence: 0.6 },
    { confidence: 0.6 },
  ]);
  expect(proposalsFrom([hint('code', 1, { shared: true })], 3)).toMatchObject([{ confidence: 0.6 }]);
  expect(proposalsFrom([hint('code', 1), hint('remembered_code', 1)], 3)).toMatchObject([{ confidence: 1 }]);
});

test('only what is sure and clearly the best is taken unseen', () => {
  const best = (hints: readonly LinkHint[], least: number) => clearlyBest(proposalsFrom(hints, 3), least);
  expect(best([hint('code', 1)], 0.9)).toMatchObject({ reason: 'code' });
  expect(best([hint('name', 1, { confidence: 0.85 })], 0.9)).toBeNull();
  const twins = [hint('name', 1, { confidence: 0.95 }), hint('name', 2, { confidence: 0.93 })];
  expect(best(twins, 0.9)).toBeNull();
  expect(best([], 0)).toBeNull();
});
