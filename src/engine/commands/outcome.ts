import { commandStateOf, type ItemState } from '../../domain/command.ts';
import type { CommandItemId, OrderId } from '../../domain/ids.ts';
import type { TooEarlyFacts } from '../../marketplaces/kit/edition.ts';
import type { AcceptedClaim } from '../../store/claims/accepted.ts';
import { isForClaim, isForListing, isForOrder, type OpenCommand } from '../../store/commands/command.ts';
import type { CommandResult, ItemResult } from '../../store/commands/results.ts';
import type { AcceptedChange } from '../../store/orders/accepted.ts';
import type { AcceptedListing } from '../../store/publish/accepted.ts';
import { acceptedChange } from './accepted-change.ts';
import { acceptedClaim } from './accepted-claim.ts';
import { acceptedListing } from './accepted-listing.ts';
import { backoffMs, SETTLE_MS } from './retry.ts';
import type { Answers } from './send.ts';

/** What the answer to a call comes to. */
export interface Outcomes {
  readonly results: readonly CommandResult[];
  readonly accepted: readonly AcceptedChange[];
  readonly claims: readonly AcceptedClaim[];
  readonly listings: readonly AcceptedListing[];
  /** Orders of which the marketplace hinted that other facts changed. */
  readonly readAgain: readonly OrderId[];
}

/** Calls that one refused item is worth, where its refusal passes by itself. */
const ITEM_TRIES = 5;

/** When an answer is read. */
export interface AnsweredAt {
  /** How the edition waits with commands of this kind that it may be too early for. */
  readonly tooEarly: TooEarlyFacts | undefined;
  readonly now: Date;
  /** In 0..1, spreads retries. */
  readonly random: number;
}

/** Reads the outcome of each command from what the marketplace said of its items. Silence about one is `unknown`. */
export function outcomesOf(commands: readonly OpenCommand[], answers: Answers, at: AnsweredAt): Outcomes {
  const results: CommandResult[] = [];
  const accepted: AcceptedChange[] = [];
  const claims: AcceptedClaim[] = [];
  const listings: AcceptedListing[] = [];
  const readAgain = new Set<OrderId>();
  for (const command of commands) {
    const told = command.items.map((item) => toldOf(item.id, answers.get(item.id), command, at));
    const items = told.map(({ item }) => item);
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
    if (isForListing(command)) {
      for (const { id } of command.items) {
        const answer = answers.get(id);
        if (answer?.kind === 'done') listings.push(acceptedListing(command, answer));
      }
    }
    results.push({
      command: command.id,
      state: commandStateOf(statesWith(command, items)),
      notBefore: new Date(at.now.getTime() + Math.max(0, ...told.map(({ waitMs }) => waitMs))),
      trouble: null,
      // Waiting for the time to come uses up none of the tries that a refusal is worth.
      untried: told.length > 0 && told.every(({ early }) => early),
      items,
    });
  }
  return { results, accepted, claims, listings, readAgain: [...readAgain] };
}

interface ToldOfItem {
  readonly item: ItemResult;
  /** How long it waits for its next turn. */
  readonly waitMs: number;
  readonly early: boolean;
}

function toldOf(
  item: CommandItemId,
  answer: ReturnType<Answers['get']>,
  { attempts: before, triedForMs }: OpenCommand,
  { tooEarly, random }: AnsweredAt,
): ToldOfItem {
  const none = { reason: null, nativeCode: null, nativeText: null, says: null };
  if (answer === undefined || answer.kind === 'unknown') {
    const nativeText = answer?.nativeText ?? null;
    return { item: { ...none, item, state: 'unknown', nativeText }, waitMs: SETTLE_MS, early: false };
  }
  if (answer.kind === 'done') return { item: { ...none, item, state: 'done' }, waitMs: 0, early: false };
  const { reason, nativeCode, nativeText, says = null } = answer;
  const refusal = { item, reason, nativeCode, nativeText, says };
  if (reason === 'too_early' && tooEarly !== undefined) {
    const waits = triedForMs < tooEarly.forMs;
    return {
      item: { ...refusal, state: waits ? 'pending' : 'refused' },
      waitMs: waits ? tooEarly.everyMs : 0,
      early: true,
    };
  }
  const attempts = before + 1;
  const state = stateOfRefusal(answer, attempts);
  const waitMs = state === 'pending' ? backoffMs(attempts + 1, random) : 0;
  return { item: { ...refusal, state }, waitMs, early: false };
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
