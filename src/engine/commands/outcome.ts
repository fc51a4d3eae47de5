import { commandStateOf, type ItemState } from '../../domain/command.ts';
import type { OrderId } from '../../domain/ids.ts';
import type { AcceptedClaim } from '../../store/claims/accepted.ts';
import { isForClaim, isForOrder, type OpenCommand } from '../../store/commands/command.ts';
import type { CommandResult, ItemResult } from '../../store/commands/results.ts';
import type { AcceptedChange } from '../../store/orders/accepted.ts';
import { acceptedChange } from './accepted-change.ts';
import { acceptedClaim } from './accepted-claim.ts';
import { backoffMs, SETTLE_MS } from './retry.ts';
import type { Answers } from './send.ts';

/** What the answer to a call comes to. */
export interface Outcomes {
  readonly results: readonly CommandResult[];
  readonly accepted: readonly AcceptedChange[];
  readonly claims: readonly AcceptedClaim[];
  /** Orders of which the marketplace hinted that other facts changed. */
  readonly readAgain: readonly OrderId[];
}

/** Calls that one refused item is worth, where its refusal passes by itself. */
const ITEM_TRIES = 5;

/** Reads the outcome of each command from what the marketplace said of its items. Silence about one is `unknown`. */
export function outcomesOf(
  commands: readonly OpenCommand[],
  answers: Answers,
  now: Date,
  random: number,
): Outcomes {
  const results: CommandResult[] = [];
  const accepted: AcceptedChange[] = [];
  const claims: AcceptedClaim[] = [];
  const readAgain = new Set<OrderId>();
  for (const command of commands) {
    const attempts = command.attempts + 1;
    const items: ItemResult[] = [];
    let waitMs = 0;
    for (const { id: item } of command.items) {
      const answer = answers.get(item);
      if (answer === undefined || answer.kind === 'unknown') {
        const nativeText = answer?.nativeText ?? null;
        items.push({ item, state: 'unknown', reason: null, nativeCode: null, nativeText });
        waitMs = Math.max(waitMs, SETTLE_MS);
      } else if (answer.kind === 'done') {
        items.push({ item, state: 'done', reason: null, nativeCode: null, nativeText: null });
      } else {
        const { reason, nativeCode, nativeText } = answer;
        const state = stateOfRefusal(answer, attempts);
        if (state === 'pending') waitMs = Math.max(waitMs, backoffMs(attempts + 1, random));
        items.push({ item, state, reason, nativeCode, nativeText });
      }
    }
    if (isForOrder(command)) {
      for (const { id, line } of command.items) {
        const answer = answers.get(id);
        if (answer?.kind !== 'done' || !('line' in answer)) continue;
        accepted.push(acceptedChange(command, line, answer));
        if (answer.readAgain) readAgain.add(command.order);
      }
    }
    if (isForClaim(command)) {
      for (const { id } of command.items) {
        const answer = answers.get(id);
        if (answer?.kind === 'done') claims.push(acceptedClaim(command, answer));
      }
    }
    results.push({
      command: command.id,
      state: commandStateOf(statesWith(command, items)),
      notBefore: new Date(now.getTime() + waitMs),
      trouble: null,
      items,
    });
  }
  return { results, accepted, claims, readAgain: [...readAgain] };
}

/** Only open items were sent; those that ended before still count for the command as a whole. */
export function statesWith(command: OpenCommand, items: readonly ItemResult[]): readonly ItemState[] {
  return [...command.ended, ...items.map(({ state }) => state)];
}

/** A refusal that may only mean "it is so already" is checked by reading; one that passes by itself is tried again. */
function stateOfRefusal(
  answer: { readonly reason: string; readonly retryHelps: boolean },
  attempts: number,
): ItemState {
  if (answer.reason === 'already_done') return 'unknown';
  if (answer.retryHelps && attempts < ITEM_TRIES) return 'pending';
  if (answer.reason === 'wrong_state' && attempts > 1) return 'unknown';
  return 'refused';
}
