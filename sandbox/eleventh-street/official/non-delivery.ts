import type { WireAnswer } from '../../frame/marketplace.ts';
import { CallRefused, type GrantedCall } from '../gateway/call.ts';
import { elements, type Fields, listAnswer, listNote, resultNote, xmlBytes } from '../gateway/xml.ts';
import { readXmlBody } from '../gateway/xml-body.ts';
import { courierOf, fitsCourier } from '../orders/couriers.ts';
import { amountOf, type OrderLine } from '../orders/line.ts';
import { DAY_MS, formatSlashed, parseDay } from '../time.ts';

const ANSWERS = new Set(['101', '102', '103', '104']);
const SENT_AGAIN = '102';
const PAGE = 100;

/** The reports of buyers whose goods did not arrive (sheet §3.5). */
export function listNonDeliveries(call: GrantedCall): WireAnswer {
  const { params, query, shop } = call;
  const from = parseDay(params.start ?? '');
  const to = parseDay(params.end ?? '');
  if (from === undefined || to === undefined || to < from) refuse('조회기간이 올바르지 않습니다.');
  const dateOf = dateFor(params.dateType ?? '');
  const reported = [...shop.book.all()]
    .flatMap(({ lines }) => lines)
    .filter((line) => {
      const at = line.nonDelivery === null ? null : dateOf(line);
      return at !== null && at >= from && at < to + DAY_MS;
    });
  const start = Number(query.get('start') ?? 1);
  const limit = Number(query.get('limit') ?? PAGE);
  const page = reported.slice(start - 1, start - 1 + limit);
  if (page.length === 0) return listNote('nonDeliverys', { resultCode: 0, resultMessage: 'SUCCESS' });
  const rows = page.map((line) => xmlBytes(`<nonDelivery>${elements(row(line))}</nonDelivery>`));
  return listAnswer('nonDeliverys', rows);
}

/** The seller's answer to a report: the one place where another invoice can be handed in (sheet §3.5). */
export function answerNonDelivery({ params, request, shop, now }: GrantedCall): WireAnswer {
  const line = shop.book.line(params.ordNo ?? '', params.ordPrdSeq ?? '');
  const body = readXmlBody(request, 'NonDelivery') ?? {};
  const report = line?.nonDelivery;
  if (line === undefined || report == null || report.seq !== body.nonDlvSeq) refuse('해당 건이 없습니다.');
  const { sellerDtlsRsn = '', sellerDtlsCont = '', dlvEtprsCd = '', invcNo = '' } = body;
  if (!ANSWERS.has(sellerDtlsRsn)) refuse('답변 사유코드가 올바르지 않습니다.');
  if (report.answer === null) {
    if (sellerDtlsRsn === SENT_AGAIN) sendAgain(line, dlvEtprsCd, invcNo, now);
    report.answer = { code: sellerDtlsRsn, text: sellerDtlsCont };
    shop.book.settle(line, now);
  }
  return resultNote(0, 'SUCCESS');
}

function sendAgain(line: OrderLine, courierCode: string, invoice: string, now: number): void {
  const courier = courierOf(courierCode);
  if (courier === undefined || !fitsCourier(courier, invoice)) refuse('송장번호 형식이 올바르지 않습니다.');
  line.parcels = line.parcels.map((parcel) => ({ ...parcel, courierCode, invoice, sentAt: now }));
}

function dateFor(type: string): (line: OrderLine) => number | null {
  switch (type) {
    case '01':
      return ({ order }) => order.paidAt;
    case '02':
      return ({ confirmedAt }) => confirmedAt;
    case '03':
      return ({ sentAt }) => sentAt;
    default:
      return refuse('조회기준일이 올바르지 않습니다.');
  }
}

function row(line: OrderLine): Fields {
  const { nonDelivery, order, parcels } = line;
  return {
    nonDlvSeq: nonDelivery?.seq,
    ordNo: order.ordNo,
    ordPrdSeq: line.seq,
    dlvNo: line.delivery.dlvNo,
    ordPrdStat: line.status,
    nonDlvStatNm: nonDelivery?.answer === null ? '미수취신고' : '판매자답변',
    nonDlvReqDt: nonDelivery === null ? undefined : formatSlashed(nonDelivery.reportedAt),
    invcNo: parcels[0]?.invoice ?? undefined,
    orderAmt: amountOf(line).toLocaleString('en-US'),
  };
}

function refuse(text: string): never {
  throw new CallRefused(resultNote(-1, text));
}
