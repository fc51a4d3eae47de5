import { type CommandKind, commandStateOf, type ItemState } from '../../domain/command.ts';
import type { AccountId, OwnerId } from '../../domain/ids.ts';
import { findAccount, noteHealth } from '../../store/accounts.ts';
import {
  type CommandResult,
  dueCommands,
  type ItemResult,
  nextCommandAt,
  noteSending,
  type OpenCommand,
  recoverSending,
  writeResults,
} from '../../store/commands.ts';
import { type AcceptedChange, applyAccepted } from '../../store/orders/accepted.ts';
import { askToReadAgain } from '../../store/orders/read.ts';
import { asOwner } from '../../store/scope.ts';
import type { Hub } from '../hub.ts';
import { type OpenedShop, openShop } from '../open-shop.ts';
import { reportTrouble, type TroubleReport } from '../trouble-report.ts';
import { acceptedChange } from './accepted-change.ts';
import { afterTrouble, SETTLE_MS } from './retry.ts';
import { send } from './send.ts';
import { verifyUnknown } from './verify-unknown.ts';

/** Commands looked at in one round. */
const ROUND = 200;

/**
 * Carries out an account's due commands until none is due. The caller holds the account's command lane, so no
 * other process sends for it. Answers when the next command becomes due. Aborting ends it between two calls.
 */
export async function carryOutCommands(
  hub: Hub,
  owner: OwnerId,
  account: AccountId,
  signal?: AbortSignal,
): Promise<Date | null> {
  const known = await asOwner(hub.db, owner, async (scope) => {
    await recoverSending(scope, account);
    return findAccount(scope, account);
  });
  if (known?.enabled !== true) return null;
  const opened = await openShop(hub, owner, known, 'click');
  while (!signal?.aborted) {
    const due = await asOwner(hub.db, owner, (scope) => dueCommands(scope, account, ROUND));
    const [first] = due;
    if (first === undefined) return asOwner(hub.db, owner, (scope) => nextCommandAt(scope, account));
    const unknown = due.filter((command) => command.state === 'unknown');
    if (unknown.length > 0) await verifyUnknown(hub, owner, opened, unknown);
    else await sendKind(hub, owner, opened, first.kind, due, signal);
  }
  return hub.clock();
}

async function sendKind(
  hub: Hub,
  owner: OwnerId,
  opened: OpenedShop,
  kind: CommandKind,
  due: readonly OpenCommand[],
  signal: AbortSignal | undefined,
): Promise<void> {
  const same = due.filter((command) => command.kind === kind);
  const size = kind === 'acknowledge' ? opened.edition.batch.acknowledge : opened.edition.batch.ship;
  for (const commands of batchesOf(same, size)) {
    if (signal?.aborted) return;
    await sendBatch(hub, owner, opened, kind, commands);
  }
}

/** Groups whole commands so that a batch has at most `size` lines; a larger command goes alone. */
function batchesOf(commands: readonly OpenCommand[], size: number): readonly (readonly OpenCommand[])[] {
  const batches: OpenCommand[][] = [];
  let lines = 0;
  for (const command of commands) {
    const last = batches.at(-1);
    if (last === undefined || lines + command.items.length > size) {
      batches.push([command]);
      lines = command.items.length;
    } else {
      last.push(command);
      lines += command.items.length;
    }
  }
  return batches;
}

async function sendBatch(
  hub: Hub,
  owner: OwnerId,
  opened: OpenedShop,
  kind: CommandKind,
  commands: readonly OpenCommand[],
): Promise<void> {
  await asOwner(hub.db, owner, (scope) =>
    noteSending(
      scope,
      commands.map(({ id }) => id),
    ),
  );
  try {
    const outcomes = await send(opened.shop, kind, commands);
    await settle(hub, owner, opened, commands, outcomes);
  } catch (error) {
    await settleTrouble(hub, owner, opened, commands, error);
  }
}

async function settle(
  hub: Hub,
  owner: OwnerId,
  opened: OpenedShop,
  commands: readonly OpenCommand[],
  outcomes: Awaited<ReturnType<typeof send>>,
): Promise<void> {
  const byLine = new Map(outcomes.map((outcome) => [outcome.line, outcome]));
  const items: ItemResult[] = [];
  const results: CommandResult[] = [];
  const accepted: AcceptedChange[] = [];
  const readAgain = new Set<OpenCommand['order']>();
  for (const command of commands) {
    const states: ItemState[] = [];
    let waitMs = 0;
    for (const item of command.items) {
      const outcome = byLine.get(item.line);
      const base = { command: command.id, line: item.line };
      if (outcome === undefined || outcome.kind === 'unknown') {
        const nativeText = outcome?.nativeText ?? null;
        items.push({ ...base, state: 'unknown', reason: null, nativeCode: null, nativeText });
        states.push('unknown');
        waitMs = Math.max(waitMs, SETTLE_MS);
      } else if (outcome.kind === 'done') {
        items.push({ ...base, state: 'done', reason: null, nativeCode: null, nativeText: null });
        states.push('done');
        accepted.push(acceptedChange(command, item.line, outcome));
        if (outcome.readAgain) readAgain.add(command.order);
      } else {
        const state = stateOfRefusal(outcome, command.attempts + 1);
        if (state === 'pending') waitMs = Math.max(waitMs, ITEM_RETRY_MS * 2 ** command.attempts);
        const { reason, nativeCode, nativeText } = outcome;
        items.push({ ...base, state, reason, nativeCode, nativeText });
        states.push(state);
      }
    }
    results.push({
      command: command.id,
      state: commandStateOf(states),
      notBefore: new Date(hub.clock().getTime() + waitMs),
      trouble: null,
    });
  }
  await asOwner(hub.db, owner, async (scope) => {
    await applyAccepted(scope, accepted, opened.edition.effectLagMs);
    await writeResults(scope, items, results);
    await askToReadAgain(scope, [...readAgain]);
  });
}

/** A refusal that may only mean "it is so already" is checked by reading; one that passes by itself is tried again. */
function stateOfRefusal(
  outcome: { readonly reason: string; readonly retryHelps: boolean },
  attempts: number,
): ItemState {
  if (outcome.reason === 'already_done') return 'unknown';
  if (outcome.reason === 'wrong_state' && attempts > 1) return 'unknown';
  if (outcome.retryHelps && attempts < ITEM_RETRIES) return 'pending';
  return 'refused';
}

const ITEM_RETRIES = 5;

const ITEM_RETRY_MS = 5_000;

async function settleTrouble(
  hub: Hub,
  owner: OwnerId,
  opened: OpenedShop,
  commands: readonly OpenCommand[],
  error: unknown,
): Promise<void> {
  const report = reportTrouble(error);
  hub.log.warn({ account: opened.account.id, trouble: report }, 'a write to the marketplace failed');
  const items: ItemResult[] = [];
  const results: CommandResult[] = [];
  for (const command of commands) {
    const ageMs = hub.clock().getTime() - command.createdAt.getTime();
    const next = afterTrouble(error, command.attempts + 1, ageMs, Math.random());
    const state: ItemState =
      next.kind === 'verify' ? 'unknown' : next.kind === 'again' ? 'pending' : 'refused';
    for (const item of command.items) {
      items.push({
        command: command.id,
        line: item.line,
        state,
        reason: report.reason,
        nativeCode: report.native_code,
        nativeText: report.native_text,
      });
    }
    results.push({
      command: command.id,
      state: next.kind === 'dead' ? 'dead' : commandStateOf([state]),
      notBefore: 'waitMs' in next ? new Date(hub.clock().getTime() + next.waitMs) : null,
      trouble: report,
    });
  }
  await asOwner(hub.db, owner, async (scope) => {
    await writeResults(scope, items, results);
    if (isAccountTrouble(report)) await noteHealth(scope, opened.account.id, report);
  });
}

function isAccountTrouble(report: TroubleReport): boolean {
  return report.kind !== 'invalid' && report.kind !== 'conflict' && report.kind !== 'not_found';
}
