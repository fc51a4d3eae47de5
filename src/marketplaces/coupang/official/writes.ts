import type { LineTarget, OrdersDesk, Outcome, ShipTarget } from '../../kit/shop.ts';
import { MarketplaceError, retryHelps, type TroubleReason } from '../../kit/trouble.ts';
import type { Ask } from './calls.ts';
import { DIRECT } from './carriers.ts';
import { decodeResults, type WriteResult } from './decode-results.ts';
import { acknowledgeBody, invoicesBody } from './encode-writes.ts';
import { packed } from './packed.ts';
import { meaningOf } from './result-codes.ts';
import { BOX_STATUSES, type BoxStatus } from './statuses.ts';

/** Boxes of one acknowledgement, and entries of one invoice call (sheet §3.2). */
export const CALL_SIZE = 50;

/** One kind of write as data. */
interface Write<Target extends LineTarget> {
  readonly operation: 'acknowledge' | 'uploadInvoices' | 'updateInvoices';
  /** How much of `CALL_SIZE` one box takes. */
  readonly weight: (linesOfBox: number) => number;
  readonly body: (vendorId: string, targets: readonly Target[]) => string;
  readonly becomes: (target: Target) => BoxStatus;
  readonly readAgain: boolean;
}

const ACKNOWLEDGE: Write<LineTarget> = {
  operation: 'acknowledge',
  weight: () => 1,
  body: acknowledgeBody,
  becomes: () => 'INSTRUCT',
  // The buyer may have changed the address until this moment (sheet §7.5).
  readAgain: true,
};

const invoiceWrite = (operation: 'uploadInvoices' | 'updateInvoices'): Write<ShipTarget> => ({
  operation,
  weight: (linesOfBox) => linesOfBox,
  body: invoicesBody,
  becomes: ({ carrierCode }) => (carrierCode === DIRECT ? 'NONE_TRACKING' : 'DEPARTURE'),
  readAgain: false,
});

type Writes = Required<Pick<OrdersDesk, 'acknowledge' | 'ship' | 'changeInvoice'>>;

export function writesOf(ask: Ask, vendorId: string): Writes {
  return {
    acknowledge: (targets) => carryOut(ask, vendorId, ACKNOWLEDGE, targets),
    ship: (targets) => carryOut(ask, vendorId, invoiceWrite('uploadInvoices'), targets),
    changeInvoice: (targets) => carryOut(ask, vendorId, invoiceWrite('updateInvoices'), targets),
  };
}

/** A box is never spread over two calls: it is acknowledged and shipped as a whole. */
async function carryOut<Target extends LineTarget>(
  ask: Ask,
  vendorId: string,
  write: Write<Target>,
  targets: readonly Target[],
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  const boxes = Map.groupBy(targets, ({ packageKey }) => packageKey);
  for (const chunk of packed([...boxes.values()], ({ length }) => write.weight(length), CALL_SIZE)) {
    const lines = chunk.flat();
    try {
      const result = await ask({
        operation: write.operation,
        body: write.body(vendorId, lines),
        decode: decodeResults,
      });
      outcomes.push(...lines.map((line) => outcomeOf(write, line, result)));
    } catch (error) {
      // Trouble of the account is thrown, unless that would take away what earlier calls achieved.
      if (!(error instanceof MarketplaceError)) throw error;
      if (outcomes.length === 0 && concernsAccount(error)) throw error;
      outcomes.push(...lines.map(({ line }) => failure(line, error)));
    }
  }
  return outcomes;
}

function outcomeOf<Target extends LineTarget>(
  write: Write<Target>,
  target: Target,
  { rows, message }: WriteResult,
): Outcome {
  const { line, packageKey } = target;
  const said = rows.filter(({ shipmentBoxId }) => shipmentBoxId === packageKey);
  const refused = said.find(({ succeeded }) => !succeeded);
  if (refused !== undefined) {
    const { resultCode, resultMessage } = refused;
    return {
      kind: 'refused',
      line,
      ...meaningOf(resultCode, resultMessage),
      nativeCode: resultCode,
      nativeText: resultMessage,
    };
  }
  if (said.length === 0) return { kind: 'unknown', line, nativeText: message };
  const nativeStatus = write.becomes(target);
  return { kind: 'done', line, status: BOX_STATUSES[nativeStatus], nativeStatus, readAgain: write.readAgain };
}

/** Answers that are about what was asked, not about who asks or the state of Coupang. */
const ABOUT_TARGETS: ReadonlySet<TroubleReason> = new Set<TroubleReason>([
  'refused',
  'wrong_state',
  'already_done',
  'not_found',
]);

/** Whether a failed call tells of the account or of Coupang, so that the next call would fail alike. */
export function concernsAccount(error: MarketplaceError): boolean {
  return !error.maybeApplied && !ABOUT_TARGETS.has(error.reason);
}

/** What a call that failed as a whole means for one of its lines. */
export function failure(line: number, error: MarketplaceError): Outcome {
  const nativeText = error.trouble.nativeText ?? error.message;
  if (error.maybeApplied) return { kind: 'unknown', line, nativeText };
  return {
    kind: 'refused',
    line,
    reason: error.reason,
    nativeCode: error.trouble.nativeCode ?? '',
    nativeText,
    retryHelps: retryHelps(error.reason),
  };
}
