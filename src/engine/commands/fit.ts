import type { OrderCommandKind } from '../../domain/command.ts';
import { ladderStep } from '../../domain/status.ts';
import type { Edition } from '../../marketplaces/kit/edition.ts';
import type { OrderLine } from '../../store/orders/read.ts';
import type { Declined } from './order-wish.ts';

/** Whether something can be done with a line as it stands. */
export function fits(kind: OrderCommandKind, line: OrderLine, edition: Edition): boolean {
  if (line.lockedBecause !== null || line.status === null) return false;
  if (kind === 'cancel') {
    return (edition.sellerCancel?.from.includes(line.status) ?? false) && line.shippableQuantity > 0;
  }
  const step = ladderStep(line.status);
  if (step === undefined) return false;
  switch (kind) {
    case 'acknowledge':
      return step === 0;
    case 'ship':
      return step <= 1 && line.shippableQuantity > 0;
    case 'split':
      return step <= 1 && line.shippableQuantity > 1;
    case 'change_invoice':
      return step >= 2 && step <= 4;
    case 'delay':
      return step <= 1;
    case 'hold':
      return step <= 1 && !line.held;
    case 'release':
      return step <= 1 && line.held;
  }
}

/** Why none of the lines fits. */
export function whyNothing(kind: OrderCommandKind, lines: readonly OrderLine[]): Declined {
  const locked = lines.find((line) => line.lockedBecause !== null)?.lockedBecause;
  if (locked !== undefined && locked !== null) return { code: 'locked', because: locked };
  if (lines.some((line) => line.status === 'CANCEL_REQUESTED')) return { code: 'cancel_requested' };
  return {
    code: 'nothing_to_do',
    kind,
    statuses: [...new Set(lines.map((line) => line.status ?? line.nativeStatus))],
  };
}
