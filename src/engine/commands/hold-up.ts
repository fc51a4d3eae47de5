import type { CommandKind } from '../../domain/command.ts';
import type { AccountId } from '../../domain/ids.ts';
import { pauseCommands } from '../../store/commands/pauses.ts';
import { giveUp } from '../../store/commands/results.ts';
import type { OwnerScope } from '../../store/scope.ts';
import { reportTrouble } from '../trouble-report.ts';
import { LONGEST_TRY_MS, pauseMs, type Reach } from './retry.ts';

/**
 * Holds up everything a trouble reaches, so that thousands of commands do not each find out for themselves. What has
 * waited for longer than a day is given up.
 */
export async function holdUp(
  scope: OwnerScope,
  account: AccountId,
  met: {
    readonly reach: Reach;
    readonly kind: CommandKind;
    readonly error: unknown;
    readonly failures: number;
    readonly now: Date;
  },
): Promise<void> {
  const trouble = reportTrouble(met.error);
  const waitMs = pauseMs(met.error, met.failures, Math.random());
  await pauseCommands(scope, account, {
    kind: met.reach === 'account' ? 'any' : met.kind,
    until: new Date(met.now.getTime() + waitMs),
    failures: met.failures + 1,
    trouble,
  });
  await giveUp(scope, account, {
    kind: met.reach === 'account' ? null : met.kind,
    triedForMs: LONGEST_TRY_MS,
    trouble,
  });
}
