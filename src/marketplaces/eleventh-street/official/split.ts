import type { Localized } from '../../kit/localized.ts';
import { ownRefusal } from '../../kit/own-refusal.ts';
import type { Outcome, SplitTarget } from '../../kit/shop.ts';
import { sendInTurn } from '../outcomes.ts';
import type { Ask } from './calls.ts';
import { SHIPPED, shipmentParams } from './delivery-methods.ts';
import { failed, outcomesOf } from './line-outcome.ts';
import { decodeResult } from './result.ts';
import { minuteOnWire } from './values.ts';

/** Ships one line's quantity in several parcels of one carrier (sheet §3.5, D:6791). */
export function split(ask: Ask, targets: readonly SplitTarget[]): Promise<readonly Outcome[]> {
  return sendInTurn(
    targets.map((target) => [target]),
    async ([target]) => (target === undefined ? [] : [await splitLine(ask, target)]),
    failed,
  );
}

async function splitLine(ask: Ask, target: SplitTarget): Promise<Outcome> {
  const [first, ...others] = target.parts;
  if (first === undefined || others.length === 0) return failed(target, ownRefusal('refused', TOO_FEW));
  if (others.some(({ carrierCode }) => carrierCode !== first.carrierCode)) {
    return failed(target, ownRefusal('refused', ONE_CARRIER));
  }
  const result = await ask({
    operation: 'shipParts',
    params: {
      sendDt: minuteOnWire(new Date(first.shippedAt)),
      ...shipmentParams(first),
      dlvNo: target.packageKey,
      quantity: String(first.quantity),
      ordNo: target.nativeOrderId,
      ordPrdSeq: target.nativeLineId,
      others: others.map(({ invoice, quantity }) => `${invoice}@${quantity}`).join('^'),
    },
    decode: decodeResult,
  });
  const [outcome] = outcomesOf([target], result, { expected: null, becomes: SHIPPED });
  return outcome ?? failed(target, { kind: 'unknown', nativeText: result.text });
}

const TOO_FEW: Localized = {
  ko: '수량을 나눌 송장이 두 개 이상 필요합니다.',
  en: 'Two invoices or more are needed to split a quantity.',
  ru: 'Чтобы разделить количество, нужны два трек-номера или больше.',
  uz: 'Miqdorni bo‘lish uchun kamida ikkita trek-raqam kerak.',
};
const ONE_CARRIER: Localized = {
  ko: '11번가의 수량 분할 발송은 모든 송장의 택배사가 같아야 합니다.',
  en: 'At 11st all invoices of a split quantity are of one carrier.',
  ru: 'На 11st все трек-номера разделённого количества должны быть от одного перевозчика.',
  uz: '11st da bo‘lingan miqdorning barcha trek-raqamlari bitta tashuvchiniki bo‘lishi kerak.',
};
