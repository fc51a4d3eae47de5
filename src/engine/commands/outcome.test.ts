import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commandStateOf, mayBecome } from '../../domain/command.ts';
import { claimId, commandId, commandItemId, orderId, orderLineId } from '../../domain/ids.ts';
import { asToldBy } from '../../marketplaces/kit/localized.ts';
import type { Outcome } from '../../marketplaces/kit/shop.ts';
import { TROUBLE_REASONS, type TroubleReason } from '../../marketplaces/kit/trouble.ts';
import type { OpenClaimCommand, OpenOrderCommand } from '../../store/commands/command.ts';
import { outcomesOf } from './outcome.ts';
import type { Answers } from './send.ts';

const NOW = new Date('2026-11-21T03:00:00.000Z');
const MINUTE_MS = 60_000;
const PATIENCE = {
  everyMs: MINUTE_MS,
  forMs: 60 * MINUTE_MS,
  says: asToldBy('아직 열리지 않았습니다.'),
};
const SHIPMENT = {
  carrierId: 'cj',
  carrierCode: 'CJGLS',
  invoice: '640012345678',
  shippedAt: '2026-11-21T00:00:00.000Z',
};
const REASONS = Object.keys(TROUBLE_REASONS).filter(isReason);

function isReason(text: string): text is TroubleReason {
  return text in TROUBLE_REASONS;
}

const open = { state: 'pending', triedForMs: 0, sentAt: null, ended: [] } as const;
const item = (id: number) => ({
  id: commandItemId(id),
  state: 'pending' as const,
  suspicion: null,
  nativeCode: null,
  nativeText: null,
  says: null,
});

/** A command to ship so many lines, numbered from one. */
function shipping(lines: number, more: Partial<OpenOrderCommand> = {}): OpenOrderCommand {
  return {
    ...open,
    id: commandId(1),
    attempts: 0,
    order: orderId(7),
    nativeOrderId: 'O-7',
    payload: { kind: 'ship', ...SHIPMENT },
    items: Array.from({ length: lines }, (_, n) => ({
      ...item(n + 1),
      line: orderLineId(n + 1),
      nativeLineId: `L-${n + 1}`,
      nativeItemId: `I-${n + 1}`,
      packageKey: 'P',
      left: 1,
    })),
    ...more,
  };
}

/** A command to send the replacement of an exchange. */
function reshipping(more: Partial<OpenClaimCommand> = {}): OpenClaimCommand {
  return {
    ...open,
    id: commandId(2),
    attempts: 0,
    claim: claimId(9),
    ref: {
      nativeClaimId: 'E-9',
      nativeOrderId: 'O-7',
      kind: 'exchange',
      requestedAt: '2026-11-20T00:00:00.000Z',
      nativeStatus: 'PROGRESS',
      lines: [],
      replacementPackage: null,
    },
    payload: {
      kind: 'exchange.ship',
      text: null,
      reason: null,
      fee: null,
      fault: null,
      shipment: SHIPMENT,
    },
    items: [item(1)],
    ...more,
  };
}

const done = (line: number, readAgain = false): Outcome => ({
  kind: 'done',
  line,
  status: 'SHIPPED',
  nativeStatus: 'DEPARTURE',
  readAgain,
});
const refused = (line: number, reason: TroubleReason, retryHelps = false): Outcome => ({
  kind: 'refused',
  line,
  reason,
  nativeCode: 'E1',
  nativeText: '거절',
  retryHelps,
});
const unknown = (line: number): Outcome => ({ kind: 'unknown', line, nativeText: '응답 없음' });

const said = (...outcomes: readonly Outcome[]): Answers =>
  new Map(outcomes.map((outcome) => [commandItemId(outcome.line), outcome]));
const tooEarly = (): Answers =>
  new Map([
    [commandItemId(1), { ...refused(1, 'too_early', true), item: 1, nativeCode: '', nativeText: '' }],
  ]);
const AT = { tooEarly: undefined, now: NOW, random: 0.5 };

const anOutcome = (line: number): fc.Arbitrary<Outcome | null> =>
  fc.oneof(
    fc.constant(null),
    fc.constant(unknown(line)),
    fc.boolean().map((again) => done(line, again)),
    fc
      .tuple(fc.constantFrom(...REASONS), fc.boolean())
      .map(([reason, helps]) => refused(line, reason, helps)),
  );
const someAnswers = fc
  .integer({ min: 1, max: 4 })
  .chain((lines) => fc.tuple(...Array.from({ length: lines }, (_, n) => anOutcome(n + 1))));

describe('what the answer to a call comes to', () => {
  test('whatever is said: each line is judged once, the command follows its lines, and only what was done is taken over', () => {
    fc.assert(
      fc.property(someAnswers, fc.nat(8), fc.boolean(), (outcomes, attempts, patient) => {
        const answers = said(...outcomes.filter((one) => one !== null));
        const command = shipping(outcomes.length, { attempts });
        const at = patient ? { ...AT, tooEarly: PATIENCE } : AT;
        const { results, accepted, claims } = outcomesOf([command], answers, at);
        const [result] = results;
        if (result === undefined || results.length !== 1) throw new Error('one result for one command');
        expect(result.items.map(({ item: id }) => id)).toEqual(command.items.map(({ id }) => id));
        expect(result.state).toBe(commandStateOf(result.items.map(({ state }) => state)));
        expect(mayBecome('sending', result.state)).toBe(true);
        const takenOver = outcomes.flatMap((one) => (one?.kind === 'done' ? [one.line] : []));
        expect(accepted.map(({ line }) => Number(line))).toEqual(takenOver);
        expect(claims).toEqual([]);
        for (const [nth, { state }] of result.items.entries()) {
          const outcome = outcomes[nth];
          if (outcome?.kind === 'done') expect(state).toBe('done');
          else expect(state).not.toBe('done');
          // Law 2: what may have arrived is read before anything is sent again.
          if (outcome === null || outcome?.kind === 'unknown') expect(state).toBe('unknown');
          // What cannot pass by itself is not sent twice.
          if (state === 'pending' && !(outcome?.kind === 'refused' && outcome.reason === 'too_early'))
            expect(outcome).toMatchObject({ retryHelps: true });
        }
        if (result.state === 'pending') expect(result.notBefore?.getTime()).toBeGreaterThan(NOW.getTime());
      }),
    );
  });

  test('a refusal that passes by itself is sent five times, with longer and longer pauses', () => {
    const sent = [0, 1, 2, 3, 4].map((attempts) => {
      const answers = said(refused(1, 'over_limit', true));
      const [result] = outcomesOf([shipping(1, { attempts })], answers, AT).results;
      return { state: result?.state, waitMs: (result?.notBefore?.getTime() ?? 0) - NOW.getTime() };
    });
    expect(sent.map(({ state }) => state)).toEqual(['pending', 'pending', 'pending', 'pending', 'refused']);
    const waits = sent.slice(0, 4).map(({ waitMs }) => waitMs);
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
  });

  test('a refusal for a state that an earlier try of ours may have brought about is read', () => {
    const stateAfter = (attempts: number) =>
      outcomesOf([shipping(1, { attempts })], said(refused(1, 'wrong_state')), AT).results[0]?.state;
    expect(stateAfter(0)).toBe('refused');
    expect(stateAfter(1)).toBe('unknown');
    expect(outcomesOf([shipping(1)], said(refused(1, 'already_done')), AT).results[0]?.state).toBe('unknown');
  });

  test('lines that ended before count for the command, and only the open ones are written', () => {
    const [result] = outcomesOf([shipping(1, { ended: ['done'] })], said(refused(1, 'refused')), AT).results;
    expect(result).toMatchObject({ state: 'partial', items: [{ item: 1, state: 'refused' }] });
  });

  test('an order of which other facts changed is read again, once', () => {
    const { readAgain } = outcomesOf([shipping(3)], said(done(1, true), done(2, true), done(3)), AT);
    expect(readAgain).toEqual([7]);
  });

  test('a claim takes over what the marketplace says of it', () => {
    const answers: Answers = new Map([
      [commandItemId(1), { kind: 'done', item: 1, state: 'reshipped', nativeStatus: 'DELIVERING' }],
    ]);
    expect(outcomesOf([reshipping()], answers, AT).claims).toMatchObject([
      { claim: 9, state: 'reshipped', nativeStatus: 'DELIVERING', replacement: { invoice: '640012345678' } },
    ]);
  });
});

describe('a command that is too early', () => {
  const told = (more: Partial<OpenClaimCommand>, patience = true) =>
    outcomesOf([reshipping(more)], tooEarly(), { ...AT, tooEarly: patience ? PATIENCE : undefined })
      .results[0];

  test('waits as often and as long as the edition says, and uses up no try', () => {
    fc.assert(
      fc.property(fc.nat(1_000), fc.nat(2 * PATIENCE.forMs), (attempts, triedForMs) => {
        const result = told({ attempts, triedForMs });
        const waits = triedForMs < PATIENCE.forMs;
        expect(result).toMatchObject({
          state: waits ? 'pending' : 'refused',
          untried: true,
          items: [{ state: waits ? 'pending' : 'refused', reason: 'too_early' }],
        });
        if (waits) expect(result?.notBefore).toEqual(new Date(NOW.getTime() + PATIENCE.everyMs));
      }),
    );
  });

  test('is a refusal like any other where the edition tells nothing of it', () => {
    expect(told({ attempts: 0 }, false)).toMatchObject({ state: 'pending', untried: false });
    expect(told({ attempts: 4 }, false)).toMatchObject({ state: 'refused', untried: false });
  });

  test('counts as tried where another line of it was sent', () => {
    const answers = said(refused(1, 'too_early', true), refused(2, 'over_limit', true));
    const [result] = outcomesOf([shipping(2)], answers, { ...AT, tooEarly: PATIENCE }).results;
    expect(result).toMatchObject({ state: 'pending', untried: false });
  });
});
