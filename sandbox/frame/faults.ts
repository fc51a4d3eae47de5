import { ControlError } from './control-error.ts';
import { countInput, numberInput, objectInput, optionalTextInput, textInput } from './input.ts';
import { type Fault, type FaultKind, MARKET_FAULTS, WIRE_FAULTS } from './marketplace.ts';
import type { Random } from './random.ts';

/** The faults set on one marketplace. */
export interface FaultTable {
  set(fault: Omit<Fault, 'id'>): Fault;
  list(): readonly Fault[];
  /** Whether there was such a fault. */
  remove(id: number): boolean;
  clear(): void;
  /** The oldest fault of these kinds that strikes this operation now; taking it uses up one strike. */
  strike(operation: string, kinds: readonly FaultKind[]): Fault | undefined;
}

/** An empty table; `random` decides the strikes of faults whose probability is below 1. */
export function createFaultTable(random: Random): FaultTable {
  const faults = new Map<number, Fault>();
  let lastId = 0;
  return {
    set(fault) {
      lastId += 1;
      const placed = { id: lastId, ...fault };
      faults.set(lastId, placed);
      return placed;
    },
    list: () => [...faults.values()],
    remove: (id) => faults.delete(id),
    clear: () => faults.clear(),
    strike(operation, kinds) {
      for (const fault of faults.values()) {
        const matches = kinds.includes(fault.kind) && (fault.operation ?? operation) === operation;
        if (!matches || !random.chance(fault.probability)) continue;
        if (fault.times !== undefined) {
          if (fault.times > 1) faults.set(fault.id, { ...fault, times: fault.times - 1 });
          else faults.delete(fault.id);
        }
        return fault;
      }
      return undefined;
    },
  };
}

/** The fault that a control call describes. */
export function readFault(body: unknown): Omit<Fault, 'id'> {
  const input = objectInput(body);
  const name = textInput(input, 'kind');
  const kind = [...WIRE_FAULTS, ...MARKET_FAULTS].find((known) => known === name);
  if (kind === undefined) throw new ControlError(`unknown fault kind ${name}`);
  const probability = numberInput(input, 'probability', 1);
  if (probability < 0 || probability > 1) throw new ControlError('probability must lie between 0 and 1');
  const operation = optionalTextInput(input, 'operation');
  const times = input.times === undefined ? undefined : countInput(input, 'times', 1);
  if (times === 0) throw new ControlError('times must be at least 1');
  return {
    kind,
    probability,
    ...(operation === undefined ? {} : { operation }),
    ...(times === undefined ? {} : { times }),
    ...(kind === 'slow' ? { delayMs: countInput(input, 'delay_ms', 1_000) } : {}),
  };
}

/** A fault in the words of the control API. */
export function describeFault({ delayMs, ...fault }: Fault): Record<string, unknown> {
  return { ...fault, ...(delayMs === undefined ? {} : { delay_ms: delayMs }) };
}
