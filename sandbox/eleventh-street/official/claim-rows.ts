import type { Claim, ClaimState } from '../claims/claim.ts';
import type { Fields } from '../gateway/xml.ts';
import { formatSeconds } from '../time.ts';

const RETURN_STATES: Readonly<Record<ClaimState, string>> = {
  requested: '105',
  approved: '105',
  collected: '105',
  on_hold: '104',
  completion_on_hold: '109',
  // A return is never sent again.
  reshipped: '105',
  done: '106',
  rejected: '107',
  withdrawn: '108',
};

const EXCHANGE_STATES: Readonly<Record<ClaimState, string>> = {
  requested: '201',
  approved: '212',
  collected: '212',
  on_hold: '214',
  completion_on_hold: '214',
  reshipped: '221',
  done: '221',
  rejected: '232',
  withdrawn: '233',
};

const CANCEL_STATES: Readonly<Partial<Record<ClaimState, string>>> = {
  done: '02',
  rejected: '03',
  withdrawn: '05',
};

// Fees in claims carry thousands commas (sheet §2).
const withCommas = (won: number) => won.toLocaleString('en-US');
const dated = (at: number | null) => (at === null ? undefined : formatSeconds(at));

/** A cancel as its lists show it (sheet §3.6). */
export function cancelRow(claim: Claim): Fields {
  const { line } = claim;
  return {
    createDt: formatSeconds(claim.requestedAt),
    dlvNo: line.delivery.dlvNo,
    ordCnDtlsRsn: claim.reasonText,
    ordCnMnbdCd: claim.by === 'buyer' ? '01' : '02',
    ordCnQty: claim.quantity,
    ordCnRsnCd: claim.reasonCode,
    ordCnStatCd: CANCEL_STATES[claim.state] ?? '01',
    ordNo: line.order.ordNo,
    ordPrdCnSeq: claim.seq,
    ordPrdSeq: line.seq,
    prdNo: line.option.prdNo,
    slctPrdOptNm: line.option.optionText,
  };
}

/** A cancel that is through. */
export function canceledRow(claim: Claim): Fields {
  return {
    ...cancelRow(claim),
    cnTrtEndDt: dated(claim.endedAt),
    addDlvCst: '0',
    dlvCstRespnClf: claim.fault === 'buyer' ? '01' : '02',
    ordCnTypCd: claim.isForced ? '02' : '01',
  };
}

/** A return as its lists show it (sheet §3.7); a cancel after the purchase was confirmed looks like one too. */
export function returnRow(claim: Claim): Fields {
  const { line } = claim;
  const { buyer, receiver } = line.order;
  return {
    clmReqSeq: claim.seq,
    clmStat: RETURN_STATES[claim.state],
    clmReqRsn: claim.reasonCode,
    clmReqCont: claim.reasonText,
    clmReqQty: claim.quantity,
    ordNo: line.order.ordNo,
    ordPrdSeq: line.seq,
    prdNo: line.option.prdNo,
    optName: line.option.optionText,
    reqDt: formatSeconds(claim.requestedAt),
    ordNm: buyer.name,
    ordPrtblTel: buyer.mobile,
    rcvrBaseAddr: receiver?.baseAddress ?? 'null',
    rcvrDtlsAddr: receiver?.detailAddress ?? 'null',
    twMthd: claim.collectMethod,
    twPrdInvcNo: claim.collect?.invoice ?? 'null',
    dlvEtprsCd: claim.collect?.courierCode ?? '',
    clmLstDlvCst: withCommas(claim.fee ?? 0),
    clmDlvCstMthd: claim.feeMeans,
  };
}

/** A return that is through, or was given up. */
export function returnedRow(claim: Claim): Fields {
  return {
    ...returnRow(claim),
    trtEndDt: dated(claim.endedAt),
    stlDlvCst: claim.fee ?? 0,
  };
}

/** An exchange, which also says where the new goods go (sheet §3.8). */
export function exchangeRow(claim: Claim): Fields {
  const { newReceiver } = claim;
  return {
    ...returnRow(claim),
    clmStat: EXCHANGE_STATES[claim.state],
    exchNm: newReceiver?.name ?? 'null',
    exchPrtblTel: newReceiver?.mobile ?? '--',
    exchMailNo: newReceiver?.postCode ?? '',
    exchBaseAddr: newReceiver?.baseAddress ?? 'null',
    exchDtlsAddr: newReceiver?.detailAddress ?? 'null',
  };
}

/** An exchange that is through, or was given up. */
export function exchangedRow(claim: Claim): Fields {
  return { ...exchangeRow(claim), trtEndDt: dated(claim.endedAt) };
}
