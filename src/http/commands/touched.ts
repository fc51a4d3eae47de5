import { recordAudit } from '../../store/audit.ts';
import type { Touched } from '../../store/commands/reopen.ts';
import type { OwnerScope } from '../../store/scope.ts';

/** Writes down who opened commands again, or called them off. */
export async function auditTouched(
  scope: OwnerScope,
  actor: string,
  action: 'command.retry' | 'command.cancel',
  commands: readonly Touched[],
): Promise<void> {
  await recordAudit(
    scope,
    commands.map(({ id, account, kind, order }) => ({
      actor,
      action,
      target: { kind: 'command', id },
      account,
      detail: { kind, order_id: order },
    })),
  );
}
