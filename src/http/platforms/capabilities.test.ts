import { describe, expect, it } from 'vitest';
import { CLAIM_ACTIONS } from '../../domain/claim-action.ts';
import { MARKETPLACES } from '../../marketplaces/registry.ts';
import { capabilitiesOf } from './capabilities.ts';

const READS: readonly string[] = [
  'test',
  'orders.changes',
  'orders.placedBetween',
  'orders.read',
  'claims.read',
  'stock.read',
  'prices.read',
  'catalog.listings',
  'catalog.read',
  'catalog.findBySellerCode',
  'catalog.categories',
  'catalog.requirements',
  'catalog.places',
  // Makes up what would be sent; nothing is.
  'catalog.preview',
];
const EDITIONS = MARKETPLACES.flatMap((marketplace) =>
  Object.values(marketplace.editions).map((edition) => ({
    name: `${marketplace.id} ${edition.name}`,
    marketplace,
    edition,
  })),
);

describe.each(EDITIONS)('what $name can do', ({ marketplace, edition }) => {
  const capabilities = capabilitiesOf(marketplace, edition);
  const operations = capabilities.map(({ operation }) => operation);

  it('promises something of every write and of no read', () => {
    for (const { operation, promise } of capabilities) {
      expect(promise === null, `${operation}: ${promise}`).toBe(READS.includes(operation));
    }
  });

  it('names every action on claims with the promise that the edition gives for it', () => {
    expect(operations).not.toContain('claims.act');
    for (const action of CLAIM_ACTIONS) {
      const shown = capabilities.find(({ operation }) => operation === `claims.${action}`);
      expect(shown?.promise).toBe(edition.claims?.[action]?.promise);
    }
  });

  it('names nothing twice, and nothing that it says it does not offer', () => {
    expect(new Set(operations).size).toBe(operations.length);
    for (const { operation } of edition.unsupported) expect(operations).not.toContain(operation);
  });
});
