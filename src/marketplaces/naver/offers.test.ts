import { describe, expect, it } from 'vitest';
import { CLAIM_TRANSITIONS, mayHaveMoved } from '../../domain/claim.ts';
import { CLAIM_ACTIONS, kindOfAction } from '../../domain/claim-action.ts';
import type { Edition } from '../kit/edition.ts';
import { CLAIM_CALLS as GUIDE_CALLS } from './guide/claim-calls.ts';
import { guide } from './guide/edition.ts';
import { CLAIM_CALLS } from './official/claim-calls.ts';
import { official } from './official/edition.ts';

const ORDER_WRITES = ['acknowledge', 'ship', 'split', 'changeInvoice', 'delay', 'hold', 'release', 'cancel'];

/** What an edition says it offers, and what it says it does not. */
function sayings(edition: Edition) {
  return {
    offered: [
      ...Object.keys(edition.promises).map((name) => `orders.${name}`),
      ...Object.keys(edition.claims ?? {}).map((action) => `claims.${action}`),
    ],
    denied: edition.unsupported.map(({ operation }) => operation),
  };
}

describe.each([
  ['official', official, CLAIM_CALLS],
  ['guide', guide, GUIDE_CALLS],
] as const)('what the edition %s offers', (_name, edition, calls) => {
  it('is told for every write: offered, or not and what to do instead', () => {
    const { offered, denied } = sayings(edition);
    for (const name of [
      ...ORDER_WRITES.map((write) => `orders.${write}`),
      ...CLAIM_ACTIONS.map((action) => `claims.${action}`),
    ]) {
      expect([name, offered.includes(name) !== denied.includes(name)]).toEqual([name, true]);
    }
    for (const { reason, instead } of edition.unsupported) {
      for (const text of [reason.ko, reason.en, instead.ko, instead.en]) expect(text).not.toBe('');
    }
  });

  it('has a call for every claim action and no other', () => {
    expect(Object.keys(calls).sort()).toEqual(Object.keys(edition.claims ?? {}).sort());
    for (const { operation } of Object.values(calls)) expect(edition.operations).toHaveProperty(operation);
  });

  it('leads claims only where claims can go', () => {
    for (const action of CLAIM_ACTIONS) {
      const facts = edition.claims?.[action];
      if (facts === undefined) continue;
      const kind = kindOfAction(action);
      for (const from of facts.from) {
        expect(CLAIM_TRANSITIONS[kind]).toHaveProperty(from);
        const leads = facts.leadsTo.some((to) => to === from || mayHaveMoved(kind, from, to));
        expect([action, from, leads]).toEqual([action, from, true]);
      }
      const after = calls[action]?.after;
      if (after) expect(facts.leadsTo).toContain(after.state);
    }
  });

  it('explains every error code once, in both languages', () => {
    const codes = (edition.errors ?? []).map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const { says } of edition.errors ?? []) {
      expect(says.ko).toMatch(/[가-힣]/);
      expect(says.en).not.toBe('');
    }
  });
});
