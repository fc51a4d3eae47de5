import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CLAIM_KINDS,
  CLAIM_STATES,
  CLAIM_TRANSITIONS,
  type ClaimKind,
  type ClaimState,
  hasState,
  isBeyond,
  isClosedClaim,
  mayHaveMoved,
  mayMove,
} from './claim.ts';
import { CLAIM_ACTIONS, kindOfAction } from './claim-action.ts';

const kinds = fc.constantFrom(...CLAIM_KINDS);
const states = fc.constantFrom(...CLAIM_STATES);

const CLOSED_WITHOUT_RETURN: readonly ClaimState[] = ['done'];

function walk(kind: ClaimKind, choices: readonly number[]): readonly ClaimState[] {
  const way: ClaimState[] = ['requested'];
  for (const choice of choices) {
    const next = CLAIM_TRANSITIONS[kind][way.at(-1) ?? 'requested'] ?? [];
    const state = next[choice % Math.max(1, next.length)];
    if (state === undefined) break;
    way.push(state);
  }
  return way;
}

describe('claims', () => {
  test('every step leads to a state the kind has, and every state is reached from the request', () => {
    for (const kind of CLAIM_KINDS) {
      for (const state of CLAIM_STATES.filter((one) => hasState(kind, one))) {
        for (const next of CLAIM_TRANSITIONS[kind][state] ?? []) expect(hasState(kind, next)).toBe(true);
        if (state !== 'requested')
          expect(mayHaveMoved(kind, 'requested', state), `${kind} ${state}`).toBe(true);
      }
    }
  });

  test('from every open state there is a way to an end', () => {
    for (const kind of CLAIM_KINDS) {
      for (const state of CLAIM_STATES.filter((one) => hasState(kind, one) && !isClosedClaim(one)))
        expect(mayHaveMoved(kind, state, 'done'), `${kind} ${state}`).toBe(true);
    }
  });

  test('a claim that is done stays so, and one that was turned down comes back only as a new request', () => {
    fc.assert(
      fc.property(kinds, states, (kind, to) => {
        for (const from of CLOSED_WITHOUT_RETURN) expect(mayMove(kind, from, to)).toBe(false);
        for (const from of ['rejected', 'withdrawn'] as const)
          if (mayMove(kind, from, to)) expect(to).toBe('requested');
      }),
    );
  });

  test('what was seen now and then of any way through the states is believed', () => {
    fc.assert(
      fc.property(
        kinds,
        fc.array(fc.nat(20), { maxLength: 12 }),
        fc.nat(),
        fc.nat(),
        (kind, choices, a, b) => {
          const way = walk(kind, choices);
          const first = a % way.length;
          const last = first + 1 + (b % Math.max(1, way.length - first));
          const between = way.slice(first + 1, last);
          const from = way[first];
          const to = way[last];
          if (from === undefined || to === undefined || between.some(isClosedClaim)) return;
          expect(mayHaveMoved(kind, from, to)).toBe(true);
        },
      ),
    );
  });

  test('of two states at the most one lies beyond the other, and nothing lies beyond the end', () => {
    fc.assert(
      fc.property(states, states, (a, b) => {
        if (!isClosedClaim(a) && !isClosedClaim(b)) expect(isBeyond(a, b) && isBeyond(b, a)).toBe(false);
        expect(isBeyond('done', a)).toBe(false);
      }),
    );
  });

  test('nothing leads back from a refund or a replacement to a request', () => {
    expect(mayHaveMoved('return', 'refunded', 'collecting')).toBe(false);
    expect(mayHaveMoved('exchange', 'reshipped', 'collected')).toBe(false);
    expect(mayHaveMoved('cancel', 'done', 'requested')).toBe(false);
  });

  test('every action belongs to a kind', () => {
    for (const action of CLAIM_ACTIONS) expect(CLAIM_KINDS).toContain(kindOfAction(action));
  });
});
