import { commandStateOf, type ItemState } from '../../domain/command.ts';
import type { OpenCommand, OpenItem } from '../../store/commands/command.ts';
import type { CommandResult, ItemResult } from '../../store/commands/results.ts';
import { statesWith } from './outcome.ts';
import { backoffMs, LONGEST_TRY_MS } from './retry.ts';
import type { Verdict } from './verdict.ts';

/** What a reading says of one item of an unknown command. */
export interface Judged {
  readonly item: OpenItem;
  readonly verdict: Verdict;
  /** Told where the verdict is that it was refused. */
  readonly reason: string;
}

const WAIT_MS = 15_000;

/** What a command has come to by what was read of its items. */
export function resultOf(command: OpenCommand, judged: readonly Judged[], now: Date): CommandResult {
  const items = judged.map(({ item, verdict, reason }): ItemResult => {
    const { nativeCode, nativeText, says, suspicion } = item;
    return {
      item: item.id,
      state: STATES[verdict],
      reason: verdict === 'refused' ? reason : verdict === 'wait' ? suspicion : null,
      nativeCode,
      nativeText,
      says,
    };
  });
  const state = commandStateOf(statesWith(command, items));
  const tooLong = command.triedForMs > LONGEST_TRY_MS;
  // A marketplace that answers reads but loses writes is not sent them over and over without a pause.
  const waits = judged.some(({ verdict }) => verdict === 'wait');
  const waitMs = waits ? WAIT_MS : backoffMs(command.attempts, Math.random());
  return {
    command: command.id,
    state: tooLong && state === 'pending' ? 'dead' : state,
    notBefore: new Date(now.getTime() + waitMs),
    trouble: null,
    items,
  };
}

const STATES: Readonly<Record<Verdict, ItemState>> = {
  done: 'done',
  send_again: 'pending',
  refused: 'refused',
  wait: 'unknown',
};
