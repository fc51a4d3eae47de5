import type { Outcome, SplitTarget } from '../../kit/shop.ts';
import { refusal, sendInTurn } from '../outcomes.ts';
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
  if (first === undefined || others.length === 0) return failed(target, refusal('refused', '', TOO_FEW));
  if (others.some(({ carrierCode }) => carrierCode !== first.carrierCode)) {
    return failed(target, refusal('refused', '', ONE_CARRIER));
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

const TOO_FEW = '수량을 나눌 송장이 두 개 이상 필요합니다.';
const ONE_CARRIER = '11번가의 수량 분할 발송은 모든 송장의 택배사가 같아야 합니다.';
