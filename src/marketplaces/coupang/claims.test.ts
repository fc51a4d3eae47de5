import { describe, expect, it } from 'vitest';
import { hasState, mayHaveMoved } from '../../domain/claim.ts';
import { CLAIM_ACTIONS, isClaimAction, kindOfAction } from '../../domain/claim-action.ts';
import { ORDER_COMMAND_KINDS } from '../../domain/command.ts';
import { coupang } from './descriptor.ts';
import { RESULT_CODES } from './official/result-codes.ts';

const DESK_NAMES: Readonly<Record<string, string>> = { change_invoice: 'changeInvoice' };

describe.each(Object.values(coupang.editions))('edition $name', (edition) => {
  const declined = new Set(edition.unsupported.map(({ operation }) => operation));
  const claims = edition.claims ?? {};

  it('offers each action on claims, or says what to do instead', () => {
    for (const action of CLAIM_ACTIONS) {
      expect([action, claims[action] !== undefined]).not.toEqual([action, declined.has(`claims.${action}`)]);
    }
  });

  it('offers each command on orders, or says what to do instead', () => {
    for (const kind of ORDER_COMMAND_KINDS) {
      const name = DESK_NAMES[kind] ?? kind;
      expect([name, edition.promises[name] !== undefined]).not.toEqual([
        name,
        declined.has(`orders.${name}`),
      ]);
    }
  });

  it('leads claims only from and to states that their kind knows, along ways they may go', () => {
    for (const [action, facts] of Object.entries(claims)) {
      if (!isClaimAction(action)) throw new Error(action);
      const before = kindOfAction(action);
      const after = facts.becomes ?? before;
      for (const state of facts.from) expect(hasState(before, state)).toBe(true);
      for (const state of facts.leadsTo) {
        expect(hasState(after, state)).toBe(true);
        const reached = after === before && facts.from.some((from) => mayHaveMoved(before, from, state));
        expect(reached || after !== before || facts.from.includes(state)).toBe(true);
      }
      if (facts.needs.includes('reason')) expect(facts.reasons?.length).toBeGreaterThan(0);
    }
  });

  it('names every error once', () => {
    const names = (edition.errors ?? []).map(({ code, where }) => `${code} ${where}`);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(8);
  });

  it('asks in its form for what its calls need', () => {
    const fields = (edition.credentials ?? coupang.credentials).map(({ name }) => name);
    expect(fields).toEqual(expect.arrayContaining(['access_key', 'secret_key', 'vendor_id']));
    expect(fields.includes('wing_id')).toBe(edition.name === 'official');
  });
});

it('tells all eighteen result codes of the sheet but OK', () => {
  expect(RESULT_CODES.length).toBe(17);
});
