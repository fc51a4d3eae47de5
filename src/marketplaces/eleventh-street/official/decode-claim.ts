import type {
  ClaimFee,
  ClaimHold,
  ClaimKind,
  ClaimMove,
  ClaimSnapshot,
  Collection,
} from '../../../domain/claim.ts';
import { asFields, type Fields, UnreadableError } from '../../kit/decode.ts';
import { cutPersonal } from '../../kit/personal.ts';
import { claimIdOf } from './claim-id.ts';
import { registrarOf, whyOf } from './claim-reasons.ts';
import { claimState, type Stage, statusOfStage } from './claim-states.ts';
import { claimContactOf, PERSONAL } from './contact.ts';
import type { ClaimListOf } from './lists.ts';
import { countAt, momentAt, neededAt, numeralAt, wonAt, wordAt } from './values.ts';

/** Reads a row of a claim list (sheet §3.6 to §3.8). Throws UnreadableError. */
export function decodeClaim(row: unknown, { kind, stage, afterConfirm }: ClaimListOf): ClaimSnapshot {
  const fields = asFields(row, 'order');
  if (afterConfirm) return decodeAfterConfirm(fields);
  return kind === 'cancel' ? decodeCancel(fields, stage) : decodeSentBack(fields, kind, stage);
}

/**
 * A row that does not tell when its claim was asked for only says what became of it: the guide's tables of the
 * withdrawal lists name little more than numbers (sheet §3.6). Null for a row that tells the whole claim.
 */
export function decodeMove(row: unknown, { kind, stage, afterConfirm }: ClaimListOf): ClaimMove | null {
  const fields = asFields(row, 'order');
  const isCancel = kind === 'cancel';
  if (afterConfirm || momentAt(fields, isCancel ? 'createDt' : 'reqDt') !== null) return null;
  const nativeStatus = wordAt(fields, isCancel ? 'ordCnStatCd' : 'clmStat') ?? statusOfStage(kind, stage);
  const state = claimState(kind, nativeStatus, { stage, collecting: false });
  if (state === null) return null;
  const seq = neededAt(fields, isCancel ? 'ordPrdCnSeq' : 'clmReqSeq');
  return {
    nativeClaimId: claimIdOf(kind, { seq, nativeLineId: neededAt(fields, 'ordPrdSeq') }),
    nativeOrderId: neededAt(fields, 'ordNo'),
    state,
    nativeStatus,
    at: momentAt(fields, isCancel ? 'cnTrtEndDt' : 'trtEndDt'),
  };
}

/** A cancel after the purchase was confirmed has the fields of a return, and its number (sheet §3.6, §4.1). */
function decodeAfterConfirm(row: Fields): ClaimSnapshot {
  const claim = decodeSentBack(row, 'return', 'done');
  const seq = `R${neededAt(row, 'clmReqSeq')}`;
  return {
    ...claim,
    nativeClaimId: claimIdOf('cancel', { seq, nativeLineId: neededAt(row, 'ordPrdSeq') }),
    kind: 'cancel',
    state: 'done',
    nativeStatus: 'C01',
    requestedBy: null,
    collection: null,
  };
}

function decodeCancel(row: Fields, stage: Stage): ClaimSnapshot {
  const nativeStatus = wordAt(row, 'ordCnStatCd') ?? statusOfStage('cancel', stage);
  const nativeLineId = neededAt(row, 'ordPrdSeq');
  const nativeReason = wordAt(row, 'ordCnRsnCd');
  const requestedBy = registrarOf(wordAt(row, 'ordCnMnbdCd'));
  return {
    ...claimBase(row, 'cancel', { seq: neededAt(row, 'ordPrdCnSeq'), nativeLineId }),
    state: claimState('cancel', nativeStatus, { stage, collecting: false }),
    nativeStatus,
    requestedAt: neededMoment(row, 'createDt'),
    requestedBy,
    ...whyOf('cancel', nativeReason, requestedBy),
    nativeReason,
    reasonText: wordAt(row, 'ordCnDtlsRsn'),
    lines: [lineOf(row, nativeLineId, 'ordCnQty')],
    fee: cancelFee(row),
    collection: null,
    hold: null,
    endedAt: momentAt(row, 'cnTrtEndDt'),
  };
}

function decodeSentBack(row: Fields, kind: 'return' | 'exchange', stage: Stage): ClaimSnapshot {
  const nativeStatus = wordAt(row, 'clmStat') ?? statusOfStage(kind, stage);
  const nativeLineId = neededAt(row, 'ordPrdSeq');
  const nativeReason = wordAt(row, 'clmReqRsn');
  const collection = collectionAt(row);
  const state = claimState(kind, nativeStatus, { stage, collecting: collection.invoice !== null });
  return {
    ...claimBase(row, kind, { seq: neededAt(row, 'clmReqSeq'), nativeLineId }),
    state,
    nativeStatus,
    requestedAt: neededMoment(row, 'reqDt'),
    requestedBy: 'buyer',
    ...whyOf(kind, nativeReason, null),
    nativeReason,
    reasonText: wordAt(row, 'clmReqCont'),
    lines: [lineOf(row, nativeLineId, 'clmReqQty')],
    fee: feeAt(row),
    collection,
    hold: state === 'on_hold' ? ON_HOLD : null,
    endedAt: momentAt(row, 'trtEndDt'),
  };
}

const ON_HOLD: ClaimHold = { nativeReason: null, text: null, since: null };

type Base = Pick<
  ClaimSnapshot,
  'nativeClaimId' | 'nativeOrderId' | 'kind' | 'replacement' | 'decidesAt' | 'contact' | 'native'
>;

function claimBase(
  row: Fields,
  kind: ClaimKind,
  number: { readonly seq: string; readonly nativeLineId: string },
): Base {
  const { rest, personal } = cutPersonal(row, PERSONAL);
  return {
    nativeClaimId: claimIdOf(kind, number),
    nativeOrderId: neededAt(row, 'ordNo'),
    kind,
    // No list tells the invoice of the new goods (sheet §3.8).
    replacement: null,
    decidesAt: null,
    contact: claimContactOf(row, personal),
    native: rest,
  };
}

function lineOf(row: Fields, nativeLineId: string, quantity: string): ClaimSnapshot['lines'][number] {
  return {
    nativeLineId,
    nativeItemId: numeralAt(row, 'prdStckNo'),
    quantity: countAt(row, quantity),
  };
}

function neededMoment(row: Fields, name: string): string {
  const at = momentAt(row, name);
  if (at === null) throw new UnreadableError(name, 'a date-time', row[name]);
  return at;
}

/** `dlvCstRespnClf`: who pays what was charged for the way (sheet §3.6). */
const PAYERS: Readonly<Record<string, 'buyer' | 'seller'>> = { '01': 'buyer', '02': 'seller' };

function cancelFee(row: Fields): ClaimFee | null {
  const amount = wonAt(row, 'addDlvCst') ?? 0;
  if (amount === 0) return null;
  const paidBy = PAYERS[wordAt(row, 'dlvCstRespnClf') ?? ''] ?? null;
  return { amount, currency: 'KRW', paidBy, method: null };
}

/** `clmDlvCstMthd`: every one of its ways is the buyer's (sheet §3.7); of nothing it tells no payer. */
function feeAt(row: Fields): ClaimFee | null {
  const amount = wonAt(row, 'clmLstDlvCst');
  if (amount === null) return null;
  const method = wordAt(row, 'clmDlvCstMthd');
  return { amount, currency: 'KRW', paidBy: method === null || amount === 0 ? null : 'buyer', method };
}

/** `twMthd`: how the goods come back (sheet §3.7). */
const COLLECTORS: Readonly<Record<string, NonNullable<Collection['by']>>> = {
  '02': 'buyer',
  '06': 'marketplace',
  '07': 'seller',
  '09': 'seller',
  '10': 'buyer',
  '13': 'nobody',
};

function collectionAt(row: Fields): Collection {
  const invoice = wordAt(row, 'twPrdInvcNo');
  return {
    by: COLLECTORS[wordAt(row, 'twMthd') ?? ''] ?? null,
    nativeCarrier: invoice === null ? null : wordAt(row, 'dlvEtprsCd'),
    invoice,
    collectedAt: null,
  };
}
