import { type Claim, type ClaimKind, type ClaimState, feePayerOf } from '../claims/claim.ts';
import { courierOf } from '../orders/couriers.ts';
import { formatSeconds } from '../time.ts';

/** `clmTpCd` (guide 3.3.3). */
export const CLAIM_TYPES: Readonly<Record<string, ClaimKind>> = {
  CLM01: 'cancel',
  CLM02: 'return',
  CLM03: 'exchange',
};

const TYPE_CODES: Readonly<Record<ClaimKind, string>> = {
  cancel: 'CLM01',
  return: 'CLM02',
  exchange: 'CLM03',
};
const FAMILIES: Readonly<Record<ClaimKind, string>> = { cancel: '50', return: '60', exchange: '70' };
// The guide knows no hold: a claim that the official edition's seller held back is a request here.
const STEPS: Readonly<Record<ClaimState, string>> = {
  requested: '1',
  on_hold: '1',
  completion_on_hold: '1',
  approved: '2',
  done: '3',
  collected: '4',
  reshipped: '5',
  withdrawn: '8',
  rejected: '9',
};
const FAULTS = { buyer: '01', seller: '02', carrier: '03' } as const;
const PAYERS = { buyer: '01', seller: '02' } as const;

const dated = (at: number | null) => (at === null ? null : formatSeconds(at));
const guideCode = (code: string | null | undefined) =>
  code == null ? null : (courierOf(code)?.guideCode ?? code);

/** `clmStCd`: a done cancel is 502, of the others 603 and 703. */
export function claimStatus({ kind, state }: Claim): string {
  return kind === 'cancel' && state === 'done' ? '502' : `${FAMILIES[kind]}${STEPS[state]}`;
}

/** A claim in the words agreed for the guide edition. */
export function claimView(claim: Claim): Record<string, unknown> {
  const { line, answer } = claim;
  const payer = feePayerOf(claim);
  const isRejected = claim.state === 'rejected';
  return {
    clmNo: claim.clmNo,
    clmTpCd: TYPE_CODES[claim.kind],
    clmStCd: claimStatus(claim),
    ordNo: line.order.ordNo,
    ordPrdSeq: line.seq,
    clmQty: claim.quantity,
    clmRsnCd: claim.reasonCode,
    clmRsnDtl: claim.reasonText,
    clmFaultCd: FAULTS[claim.fault],
    clmReqDt: formatSeconds(claim.requestedAt),
    clmChgDt: formatSeconds(claim.changedAt),
    clmEndDt: dated(claim.endedAt),
    clmDlvCst: claim.fee,
    clmDlvCstPayCd: payer === null ? null : PAYERS[payer],
    collectDlvCoCd: guideCode(claim.collect?.courierCode),
    collectTrkNo: claim.collect?.invoice ?? null,
    exchDlvCoCd: guideCode(claim.replacement?.courierCode),
    exchTrkNo: claim.replacement?.invoice ?? null,
    rjtRsnCd: isRejected ? (answer?.code ?? null) : null,
    rjtRsnDtl: isRejected ? (answer?.text ?? null) : null,
  };
}
