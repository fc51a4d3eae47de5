import type { CommandKind } from '../../domain/command.ts';
import type { OwnerId } from '../../domain/ids.ts';
import { applyAcceptedClaims } from '../../store/claims/accepted.ts';
import type { OpenCommand } from '../../store/commands/command.ts';
import { endPauses, failuresInRow } from '../../store/commands/pauses.ts';
import { type CommandResult, lockUnchanged, writeResults } from '../../store/commands/results.ts';
import type { TakenWork } from '../../store/commands/take.ts';
import { noteHealth } from '../../store/health/note-health.ts';
import { wakeLane } from '../../store/lanes.ts';
import { applyAccepted } from '../../store/orders/accepted.ts';
import { askToReadAgain } from '../../store/orders/read.ts';
import { applyAcceptedListings, holdCommandedListings } from '../../store/publish/accepted.ts';
import { asOwner } from '../../store/scope.ts';
import type { Hub } from '../hub.ts';
import type { OpenedShop } from '../open-shop.ts';
import { reportTrouble, type TroubleReport } from '../trouble-report.ts';
import { holdUp } from './hold-up.ts';
import { outcomesOf } from './outcome.ts';
import { afterTrouble, reachOf } from './retry.ts';
import { type Answers, send } from './send.ts';
import type { Shops } from './shops.ts';

/**
 * Sends taken commands as one batch and writes down what came of it. Throws when the call was let go of, or the
 * lane lost: the commands stay `sending`, and whoever works on them next looks first.
 */
export async function sendBatch(hub: Hub, shops: Shops, work: TakenWork): Promise<void> {
  const opened = await shops.open(work.lane);
  let answers: Answers;
  try {
    answers = await send(opened, work.kind, work.commands);
  } catch (error) {
    if (shops.stopsWork(error)) throw error;
    await settleTrouble(hub, shops.owner, opened, work, error);
    return;
  }
  await settle(hub, shops.owner, opened, work, answers);
}

async function settle(
  hub: Hub,
  owner: OwnerId,
  opened: OpenedShop,
  { kind, commands }: TakenWork,
  answers: Answers,
): Promise<void> {
  await asOwner(hub.db, owner, async (scope) => {
    const made = [...answers.values()].flatMap((answer) =>
      'nativeListingId' in answer ? answer.nativeListingId : [],
    );
    await holdCommandedListings(scope, opened.account.id, commands, made);
    const mine = await lockUnchanged(scope, commands);
    const { results, accepted, claims, listings, readAgain } = outcomesOf(mine, answers, {
      tooEarly: opened.edition.tooEarly?.[kind],
      now: hub.clock(),
      random: Math.random(),
    });
    await applyAccepted(scope, accepted, opened.edition.effectLagMs);
    await applyAcceptedClaims(scope, claims, opened.edition.effectLagMs);
    await askToReadAgain(scope, readAgain);
    await applyAcceptedListings(scope, opened.account.id, listings);
    await writeResults(scope, results);
    await endPauses(scope, opened.account.id, kind);
    if (listings.length > 0) await wakeLane(scope, opened.account.id, 'reread', null);
  });
}

async function settleTrouble(
  hub: Hub,
  owner: OwnerId,
  opened: OpenedShop,
  { kind, commands }: TakenWork,
  error: unknown,
): Promise<void> {
  const report = reportTrouble(error);
  hub.log.warn({ account: opened.account.id, trouble: report }, 'a write to the marketplace failed');
  if (report.kind === 'internal') hub.log.error({ err: error }, 'sending commands broke');
  await asOwner(hub.db, owner, async (scope) => {
    const mine = await lockUnchanged(scope, commands);
    const reach = reachOf(error);
    const account = opened.account.id;
    const failures = reach === null ? 0 : await failuresInRow(scope, account, scopeOf(reach, kind));
    if (isAccountTrouble(report)) await noteHealth(scope, account, report, 'writing');
    await writeResults(
      scope,
      mine.map((command) =>
        resultOf(command, error, report, { now: hub.clock(), shared: mine.length, failures }),
      ),
    );
    if (reach !== null) await holdUp(scope, account, { reach, kind, error, failures, now: hub.clock() });
  });
}

function scopeOf(reach: 'account' | 'kind', kind: CommandKind): CommandKind | 'any' {
  return reach === 'account' ? 'any' : kind;
}

function resultOf(
  command: OpenCommand,
  error: unknown,
  report: TroubleReport,
  { now, shared, failures }: { readonly now: Date; readonly shared: number; readonly failures: number },
): CommandResult {
  const call = { attempts: command.attempts + 1, ageMs: command.triedForMs, shared, failures };
  const next = afterTrouble(error, call, Math.random());
  const itemState = next.kind === 'verify' ? 'unknown' : next.kind === 'refused' ? 'refused' : 'pending';
  const waits = next.kind === 'verify' || next.kind === 'again';
  return {
    command: command.id,
    state: next.kind === 'dead' ? 'dead' : stateAfter(command, itemState),
    notBefore: waits ? new Date(now.getTime() + next.waitMs) : null,
    trouble: report,
    alone: next.kind === 'again' && next.alone,
    untried: next.kind === 'pause',
    items: command.items.map(({ id }) => ({
      item: id,
      state: itemState,
      reason: report.reason,
      nativeCode: report.native_code,
      nativeText: report.native_text,
      says: report.says,
    })),
  };
}

function stateAfter(command: OpenCommand, state: 'unknown' | 'refused' | 'pending'): CommandResult['state'] {
  if (state === 'refused' && command.ended.includes('done')) return 'partial';
  return state;
}

function isAccountTrouble(report: TroubleReport): boolean {
  return report.kind !== 'invalid' && report.kind !== 'conflict' && report.kind !== 'not_found';
}
