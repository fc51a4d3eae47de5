import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CARRIERS as HUB_CARRIERS } from '../../domain/carrier.ts';
import { hasState } from '../../domain/claim.ts';
import { CLAIM_ACTIONS, kindOfAction } from '../../domain/claim-action.ts';
import { carrierIdOf } from '../kit/carrier-code.ts';
import type { OrdersDesk } from '../kit/shop.ts';
import { elevenStreet } from './descriptor.ts';
import { CLAIM_CALLS as GUIDE_CALLS } from './guide/claim-calls.ts';
import { shared } from './guide/share.ts';
import { CLAIM_CALLS } from './official/claim-calls.ts';

const EDITIONS = Object.values(elevenStreet.editions);
const WRITES = [
  'acknowledge',
  'ship',
  'split',
  'changeInvoice',
  'delay',
  'hold',
  'release',
  'cancel',
] as const satisfies readonly (keyof OrdersDesk)[];

describe.each(EDITIONS)('edition $name', (edition) => {
  const unsupported = new Set(edition.unsupported.map(({ operation }) => operation));
  const calls = edition.name === 'official' ? CLAIM_CALLS : GUIDE_CALLS;

  it('offers each action on claims, or says why not and what to do instead', () => {
    for (const action of CLAIM_ACTIONS) {
      const offered = edition.claims?.[action] !== undefined;
      expect([action, offered]).toEqual([action, !unsupported.has(`claims.${action}`)]);
      expect([action, calls[action] !== undefined]).toEqual([action, offered]);
    }
  });

  it('promises every write it offers, and explains the others', () => {
    for (const write of WRITES) {
      const promised = edition.promises[write] !== undefined;
      expect([write, promised]).toEqual([write, !unsupported.has(`orders.${write}`)]);
    }
  });

  it('names states that claims of the kind know', () => {
    for (const action of CLAIM_ACTIONS) {
      const facts = edition.claims?.[action];
      for (const state of [...(facts?.from ?? []), ...(facts?.leadsTo ?? [])]) {
        expect(hasState(kindOfAction(action), state)).toBe(true);
      }
      if (facts?.needs.includes('reason')) expect(facts.reasons?.length).toBeGreaterThan(0);
    }
  });

  it('has each carrier code once, under carriers that the hub knows', () => {
    const { codeOf, nativeOnly } = edition.carriers;
    const codes = [...Object.values(codeOf), ...nativeOnly];
    expect(new Set(codes).size).toBe(codes.length);
    for (const [id, code] of Object.entries(codeOf)) {
      expect(HUB_CARRIERS.some((carrier) => carrier.id === id)).toBe(true);
      expect(carrierIdOf(edition.carriers, code)).toBe(id);
    }
  });

  it('never lets the gate repeat a write, which may be a GET', () => {
    for (const [name, { intent, idempotent }] of Object.entries(edition.operations)) {
      expect([name, idempotent]).toEqual([name, intent === 'read']);
    }
  });
});

describe('shared', () => {
  it('adds up to the amount, and gives nobody more than the next whole won', () => {
    const weights = fc.array(fc.nat({ max: 10_000_000 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fc.nat({ max: 50_000_000 }), weights, (amount, each) => {
        const parts = shared(amount, each);
        const total = each.reduce((sum, weight) => sum + weight, 0);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount);
        if (total === 0) return;
        for (const [index, part] of parts.entries()) {
          expect(Math.abs(part - (amount * (each[index] ?? 0)) / total)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
