import type { CommandFilter } from '../../store/commands/filter.ts';
import { liftPauses } from '../../store/commands/pauses.ts';
import { retryCommands, type Touched } from '../../store/commands/reopen.ts';
import { wakeLane } from '../../store/lanes.ts';
import type { OwnerScope } from '../../store/scope.ts';

/**
 * Opens commands that ended badly again because a person says so, at most `limit`, and has them tried at once: who
 * presses the button may have put right what held the account up.
 */
export async function reopenCommands(
  scope: OwnerScope,
  filter: CommandFilter,
  limit: number,
): Promise<readonly Touched[]> {
  const reopened = await retryCommands(scope, filter, limit);
  const accounts = [...new Set(reopened.map(({ account }) => account))];
  await liftPauses(scope, accounts);
  for (const account of accounts) await wakeLane(scope, account, 'commands', null);
  return reopened;
}
