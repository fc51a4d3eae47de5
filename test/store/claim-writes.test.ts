import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CLAIM_STATES, type ClaimSnapshot, type ClaimState, isBeyond } from '../../src/domain/claim.ts';
import { dueOf } from '../../src/domain/deadline.ts';
import { commandId, runId } from '../../src/domain/ids.ts';
import type { Hub } from '../../src/engine/hub.ts';
import { applyAcceptedClaims } from '../../src/store/claims/accepted.ts';
import { claimHistory, listClaims } from '../../src/store/claims/read.ts';
import { moveClaims, writeClaims } from '../../src/store/claims/write.ts';
import { asOwner, type OwnerScope } from '../../src/store/scope.ts';
import { DATABASE_KINDS, newDatabase } from '../harness/databases.ts';
import { connectShop, newHub, type SellerShop } from '../harness/hub.ts';
import { claim } from '../harness/snapshots.ts';

const CAUSE = { run: runId(1), command: null };
const HOUR_MS = 3_600_000;

/** What may happen to one claim. */
type Step =
  | { readonly told: ClaimState | null; readonly invoice: string | null }
  | { readonly moved: ClaimState }
  | { readonly accepted: ClaimState }
  | { readonly lagIsOver: true };

const state = fc.constantFrom(...CLAIM_STATES);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    told: fc.option(state, { freq: 5 }),
    invoice: fc.constantFrom(null, '640012345678', '640000000000'),
  }),
  fc.record({ moved: fc.constantFrom<ClaimState>('withdrawn', 'rejected') }),
  fc.record({ accepted: state }),
  fc.constant({ lagIsOver: true } as const),
);

/** What the claim must be, by the rules in words: `write.ts` says them in SQL. */
interface Model {
  readonly state: ClaimState | null;
  readonly known: boolean;
  readonly invoice: string | null;
  readonly lags: boolean;
}

function modelAfter(before: Model, happened: Step): Model {
  if ('lagIsOver' in happened) return { ...before, lags: false };
  if ('moved' in happened)
    return before.state === happened.moved ? before : { ...before, state: happened.moved, known: true };
  if ('accepted' in happened) return { ...before, state: happened.accepted, known: true, lags: true };
  const { told, invoice } = happened;
  const parcel = { invoice: invoice ?? before.invoice };
  const isOld =
    before.lags &&
    told !== null &&
    before.state !== null &&
    before.state !== told &&
    !isBeyond(before.state, told);
  if (isOld) return { ...before, ...parcel };
  return { ...before, ...parcel, state: told ?? before.state, known: told !== null };
}

describe.each(DATABASE_KINDS)('writing claims on %s', (kind) => {
  let hub: Hub;
  let shop: SellerShop;

  beforeAll(async () => {
    hub = await newHub(await newDatabase(kind));
  });
  afterAll(async () => {
    await hub.close();
    await hub.db.close();
  });

  const inside = <Result>(work: (scope: OwnerScope) => Promise<Result>) => asOwner(hub.db, shop.owner, work);
  async function newShop(): Promise<void> {
    shop = await connectShop(hub, {
      platform: 'coupang',
      baseUrl: 'http://127.0.0.1:1',
      credentials: { a: 'b' },
    });
  }
  const target = () => ({
    account: shop.account.id,
    platform: 'coupang',
    carrierIdOf: () => 'cj',
    dueOf: (one: Parameters<typeof dueOf>[0]) => dueOf(one, []),
    claimsSeenWithinMs: HOUR_MS,
  });
  const snapshot = (told: ClaimState | null, invoice: string | null): ClaimSnapshot =>
    claim({
      kind: 'return',
      state: told,
      nativeStatus: told ?? 'NEVER_HEARD_OF',
      collection: invoice === null ? null : { by: null, nativeCarrier: 'CJGLS', invoice, collectedAt: null },
    });
  const write = (one: ClaimSnapshot) => inside((scope) => writeClaims(scope, target(), [one], CAUSE));
  async function stored() {
    const page = { by: 'requested', limit: 2, after: null } as const;
    const [only] = await inside((scope) => listClaims(scope, {}, page));
    if (only === undefined) throw new Error('no claim');
    return only.claim;
  }
  const history = async () => {
    const { id } = await stored();
    return inside((scope) => claimHistory(scope, id));
  };

  async function happen(one: Step): Promise<void> {
    const { id, nativeClaimId, nativeOrderId } = await stored();
    if ('told' in one) await write(snapshot(one.told, one.invoice));
    else if ('moved' in one) {
      const move = { nativeClaimId, nativeOrderId, state: one.moved, nativeStatus: one.moved, at: null };
      await inside((scope) => moveClaims(scope, target(), [move], CAUSE));
    } else if ('accepted' in one) {
      const change = {
        command: commandId(1),
        claim: id,
        state: one.accepted,
        nativeStatus: one.accepted,
        becomes: null,
        fault: null,
        fee: null,
        collection: null,
        replacement: null,
        hold: null,
      };
      await inside((scope) => applyAcceptedClaims(scope, [change], HOUR_MS));
    } else {
      await inside(({ trx }) => sql`update claims set floor_until = null where id = ${id}`.execute(trx));
    }
  }

  test('whatever is told, moved and accepted in whatever order: old answers take nothing back, and the history is whole', {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 7 }), async (steps) => {
        await newShop();
        await write(snapshot('requested', null));
        let model: Model = { state: 'requested', known: true, invoice: null, lags: false };
        for (const one of steps) {
          await happen(one);
          model = modelAfter(model, one);
          const now = await stored();
          expect([now.state, now.stateKnown, now.collection.invoice]).toEqual([
            model.state,
            model.known,
            model.invoice,
          ]);
        }
        const moves = await history();
        expect(moves[0]).toMatchObject({ fromState: null, toState: 'requested' });
        for (const [nth, move] of moves.entries()) {
          if (nth === 0) continue;
          expect(move.fromState).toBe(moves[nth - 1]?.toState);
          expect([move.fromState, move.fromNative]).not.toEqual([move.toState, move.toNative]);
        }
        expect(moves.at(-1)?.toState).toBe(model.state);
      }),
      { numRuns: 30 },
    );
  });

  test('the same again writes nothing, a new claim and a move are answered with what was before', async () => {
    await newShop();
    const first = snapshot('requested', null);
    expect(await write(first)).toMatchObject([{ created: true, state: 'requested', stateBefore: null }]);
    expect(await write(first)).toEqual([]);
    expect(await write(snapshot('collecting', '640012345678'))).toMatchObject([
      { created: false, state: 'collecting', stateBefore: 'requested' },
    ]);
    // A list that tells of no parcel any more says nothing about it.
    expect(await write(snapshot('collecting', null))).toEqual([]);
    expect(await history()).toHaveLength(2);
  });

  test('claims that nobody knows are not moved', async () => {
    await newShop();
    const move = {
      nativeClaimId: 'R0',
      nativeOrderId: 'O-0',
      state: 'withdrawn',
      nativeStatus: 'WITHDRAWN',
      at: null,
    } as const;
    expect(await inside((scope) => moveClaims(scope, target(), [move], CAUSE))).toEqual([]);
  });

  test('another owner neither moves nor reads a claim of this one', async () => {
    await newShop();
    await write(snapshot('requested', null));
    const { nativeClaimId, nativeOrderId } = await stored();
    const first = { ...shop, target: target() };
    await newShop();
    const move = { nativeClaimId, nativeOrderId, state: 'withdrawn', nativeStatus: 'X', at: null } as const;
    expect(await inside((scope) => moveClaims(scope, first.target, [move], CAUSE))).toEqual([]);
    shop = first;
    expect(await stored()).toMatchObject({ state: 'requested' });
  });
});
