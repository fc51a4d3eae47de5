import type { Clock } from './clock.ts';
import { createFaultTable, type FaultTable } from './faults.ts';
import { createJournal, type Journal } from './journal.ts';
import {
  type Call,
  type Fault,
  type FaultKind,
  type Frame,
  type Marketplace,
  WIRE_FAULTS,
  type WireRequest,
} from './marketplace.ts';
import { createRandom } from './random.ts';

/** One marketplace with everything the frame keeps beside it. */
export interface Desk {
  readonly marketplace: Marketplace;
  readonly faults: FaultTable;
  readonly journal: Journal;
  /** The frame for control calls and for what happens by itself, where no fault strikes. */
  readonly frame: Frame;
  /** Lets the marketplace answer one request, journals it, and tells which wire fault is to be played on the answer. */
  handle(request: WireRequest): { readonly answer: Call['answer']; readonly wireFault?: Fault };
}

const monotonicMs = () => performance.now();
const ANSWER_FAULTS = WIRE_FAULTS.filter((kind) => kind !== 'down');

/** Seats a marketplace in the sandbox. */
export function createDesk(marketplace: Marketplace, clock: Clock, seed: number): Desk {
  const faults = createFaultTable(createRandom(seed));
  const journal = createJournal(marketplace.limitWindowMs ?? 1_000);

  const respond = (request: WireRequest, struck: FaultKind[]) => {
    const strike = (operation: string, ...kinds: FaultKind[]) => {
      const fault = faults.strike(operation, kinds);
      if (fault !== undefined) struck.push(fault.kind);
      return fault;
    };
    const operation = marketplace.operationOf(request);
    if (strike(operation, 'down') !== undefined) {
      const answer = { status: 503, headers: { 'content-type': 'text/plain' }, body: 'Service Unavailable' };
      return { call: { operation, answer } };
    }
    const call = marketplace.answer(request, { now: clock.now, monotonicMs, seed, strike });
    const wireFault = strike(call.operation, ...ANSWER_FAULTS);
    return wireFault === undefined ? { call } : { call, wireFault };
  };

  return {
    marketplace,
    faults,
    journal,
    frame: { now: clock.now, monotonicMs, seed, strike: () => undefined },
    handle(request) {
      const arrivedMs = performance.now();
      const struck: FaultKind[] = [];
      const { call, wireFault }: { call: Call; wireFault?: Fault } = respond(request, struck);
      const { answer, overLimit = false, ...identity } = call;
      journal.note(
        { at: clock.now(), ...identity, status: answer.status, overLimit, faults: struck },
        arrivedMs,
      );
      return wireFault === undefined ? { answer } : { answer, wireFault };
    },
  };
}
