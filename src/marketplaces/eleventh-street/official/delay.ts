import type { DelayReason } from '../../../domain/command.ts';
import type { Localized } from '../../kit/localized.ts';
import { ownRefusal } from '../../kit/own-refusal.ts';
import type { DelayTarget, Outcome } from '../../kit/shop.ts';
import { unwritableInCp949, xmlText } from '../../kit/xml.ts';
import { sendInTurn } from '../outcomes.ts';
import { byDelivery } from './by-delivery.ts';
import { type Ask, XML_HEAD } from './calls.ts';
import type { LineState } from './decode-state.ts';
import { failed, outcomesOf } from './line-outcome.ts';
import { statesOf } from './line-states.ts';
import { decodeResult, failureIn } from './result.ts';
import { isLineStatus, lineStatus } from './statuses.ts';
import { dayOnWire } from './values.ts';

/** 01 short stock, 02 order surge, 03 made to order, 04 buyer asked, 05 other (sheet §3.5). */
const REASONS: Readonly<Record<DelayReason, string>> = {
  preparing: '05',
  buyer_asked: '04',
  made_to_order: '03',
  reserved: '05',
  overseas: '05',
  other: '05',
};

/** The guide does not tell how the day is written; this is the form of the sheet's sample (§6) [unconfirmed]. */
const dayOf = (shipBy: string): string => dayOnWire(new Date(shipBy));

/** Announces a later dispatch: the buyer gets a mail and a text message, once for each delivery. */
export async function delay(ask: Ask, targets: readonly DelayTarget[]): Promise<readonly Outcome[]> {
  const states = await statesOf(
    ask,
    targets.map(({ nativeOrderId }) => nativeOrderId),
  );
  return sendInTurn(byDelivery(targets), (group) => announce(ask, group, states), failed);
}

async function announce(
  ask: Ask,
  targets: readonly DelayTarget[],
  states: readonly LineState[],
): Promise<readonly Outcome[]> {
  const [first] = targets;
  if (first === undefined) return [];
  const unwritable = unwritableInCp949(first.text);
  if (unwritable.length > 0) {
    const refused = ownRefusal('refused', signsIn(unwritable.join(' ')));
    return targets.map((target) => failed(target, refused));
  }
  const result = await ask({ operation: 'delay', body: delayBody(first), decode: decodeResult });
  const failure = failureIn(result, null);
  return targets.flatMap((target) => {
    if (failure !== undefined) return [failed(target, failure)];
    const state = states.find((each) => isOf(each, target));
    const native = state?.nativeStatus ?? '';
    const status = lineStatus(native, NOT_SHIPPED);
    // Accepted, but for a line whose state cannot be told: a reading tells.
    if (status === null || !isLineStatus(native))
      return [failed(target, { kind: 'unknown', nativeText: result.text })];
    return outcomesOf([target], result, {
      expected: null,
      becomes: { status, nativeStatus: native, readAgain: true },
    });
  });
}

const NOT_SHIPPED = { shippedAt: null, deliveredAt: null, confirmedAt: null };

function isOf(state: LineState, { nativeOrderId, nativeLineId }: DelayTarget): boolean {
  return state.nativeOrderId === nativeOrderId && state.nativeLineId === nativeLineId;
}

export function delayBody({ nativeOrderId, packageKey, shipBy, reason, text }: DelayTarget): string {
  const fields = {
    ordNo: nativeOrderId,
    dlvNo: packageKey,
    delaySendDt: dayOf(shipBy),
    delaySendRsnCd: REASONS[reason],
    delaySendRsn: text,
  };
  const elements = Object.entries(fields).map(([name, value]) => `<${name}>${xmlText(value)}</${name}>`);
  return `${XML_HEAD}<DeliveryDelayGuideRequest>${elements.join('')}</DeliveryDelayGuideRequest>`;
}

const signsIn = (signs: string): Localized => ({
  ko: `안내 문구에 11번가가 저장할 수 없는 문자가 있습니다: ${signs}`,
  en: `The notice holds characters that 11st cannot store: ${signs}`,
  ru: `В тексте извещения есть знаки, которые 11st не может сохранить: ${signs}`,
  uz: `Xabar matnida 11st saqlay olmaydigan belgilar bor: ${signs}`,
});
