import { BigNumeral, writeLossless } from '../../kit/lossless.ts';
import type { CancelTarget, Outcome } from '../../kit/shop.ts';
import { MarketplaceError } from '../../kit/trouble.ts';
import type { Ask } from './calls.ts';
import { decodeWhole } from './decode-pages.ts';
import { callByCall } from './trouble-of-call.ts';

/** The seller's own cancel, one call for each line (guide §2.5.3). */
export function cancelLines(
  ask: Ask,
  vendorId: string,
  targets: readonly CancelTarget[],
): Promise<readonly Outcome[]> {
  return callByCall(
    targets,
    (target) => [target],
    async (target) => {
      const text = target.text.trim();
      await ask({
        operation: 'cancelOrder',
        params: { orderId: target.nativeOrderId },
        body: writeLossless({
          vendorId,
          vendorItemId: new BigNumeral(target.nativeItemId),
          cancelCount: target.quantity,
          cancelReason: text === '' ? target.reason : text,
        }),
        decode: () => undefined,
      });
      return [await outcomeOf(ask, target)];
    },
  );
}

/** The answer does not say where what is left of the line stands, so the order is asked. */
async function outcomeOf(ask: Ask, target: CancelTarget): Promise<Outcome> {
  const { line, nativeOrderId, nativeLineId, whole } = target;
  if (whole) return { kind: 'done', line, status: 'CANCELED', nativeStatus: 'CANCEL', readAgain: true };
  try {
    const reads = await ask({ operation: 'order', params: { orderId: nativeOrderId }, decode: decodeWhole });
    const lines = reads.flatMap((read) => (read.kind === 'order' ? read.order.lines : []));
    const left = lines.find((one) => one.nativeLineId === nativeLineId);
    if (left !== undefined && left.status !== null) {
      return { kind: 'done', line, status: left.status, nativeStatus: left.nativeStatus, readAgain: true };
    }
  } catch (error) {
    if (!(error instanceof MarketplaceError)) throw error;
  }
  return { kind: 'unknown', line, nativeText: '' };
}
