import type { ClaimInput } from '../../domain/claim-action.ts';
import type { ClaimDeclined } from '../../engine/claims/wish-claims.ts';
import type { Localized } from '../../marketplaces/kit/localized.ts';
import { carrierUnknown, namesOf, notOffered, reasonUnknown } from '../orders/declined.ts';
import { Problem } from '../problems/problem.ts';

/** The problem that tells a seller why a wish for a claim was declined, and what to do instead. */
export function claimProblem(because: ClaimDeclined): Problem {
  switch (because.code) {
    case 'claim_not_found':
      return new Problem('not_found');
    case 'account_disconnected':
      return new Problem('account_disconnected');
    case 'not_of_this_kind':
      return new Problem('claim_kind_wrong');
    case 'not_offered':
      return new Problem('not_offered', { detail: notOffered(because) });
    case 'not_now':
      return new Problem('claim_not_now', { detail: notNow(because) });
    case 'reason_unknown':
      return reasonUnknown(because.platform, because.reasons);
    case 'carrier_unknown':
      return carrierUnknown(because, 'deliveryCompanyCode');
    case 'input_missing':
      return inputMissing(because.platform, because.inputs);
  }
}

function notNow({
  action,
  state,
  nativeStatus,
  possible,
}: Extract<ClaimDeclined, { code: 'not_now' }>): Localized {
  const now = state ?? nativeStatus;
  const ways = possible.join(', ');
  return {
    ko: `${action} 처리는 지금 할 수 없습니다. 지금 상태: ${now}. 지금 할 수 있는 처리: ${ways || '없음'}`,
    en: `${action} is not possible now. State: ${now}. Possible now: ${ways || 'nothing'}`,
    ru: `${action} сейчас недоступно. Состояние: ${now}. Сейчас можно: ${ways || 'ничего'}`,
    uz: `${action} hozir mumkin emas. Holat: ${now}. Hozir mumkin: ${ways || 'hech narsa'}`,
  };
}

const FIELDS: Readonly<Record<ClaimInput, { readonly field: string; readonly message: Localized }>> = {
  text: {
    field: 'text',
    message: {
      ko: '구매자에게 보일 설명(text)이 필요합니다.',
      en: 'A text for the buyer is needed.',
      ru: 'Нужен текст для покупателя (text).',
      uz: 'Xaridor uchun matn (text) kerak.',
    },
  },
  reason: {
    field: 'reason',
    message: {
      ko: '사유(reason)가 필요합니다.',
      en: 'A reason is needed.',
      ru: 'Нужна причина (reason).',
      uz: 'Sabab (reason) kerak.',
    },
  },
  shipment: {
    field: 'trackingNumber',
    message: {
      ko: '택배사(deliveryCompanyCode)와 송장번호(trackingNumber)가 필요합니다.',
      en: 'The carrier (deliveryCompanyCode) and the invoice (trackingNumber) are needed.',
      ru: 'Нужны перевозчик (deliveryCompanyCode) и трек-номер (trackingNumber).',
      uz: 'Tashuvchi (deliveryCompanyCode) va trek-raqam (trackingNumber) kerak.',
    },
  },
  fee: {
    field: 'fee',
    message: {
      ko: '청구할 금액(fee)이 필요합니다.',
      en: 'The amount to charge (fee) is needed.',
      ru: 'Нужна сумма к оплате (fee).',
      uz: 'So‘raladigan summa (fee) kerak.',
    },
  },
  fault: {
    field: 'fault',
    message: {
      ko: '누구의 책임인지(fault)가 필요합니다.',
      en: 'Whose fault it is (fault) is needed.',
      ru: 'Нужно указать, чья вина (fault).',
      uz: 'Kimning aybi (fault) ekani kerak.',
    },
  },
};

function inputMissing(platform: string, inputs: readonly ClaimInput[]): Problem {
  const names = namesOf(platform);
  return new Problem('claim_input_missing', {
    detail: {
      ko: `${names.ko}: ${inputs.map((input) => FIELDS[input].message.ko).join(' ')}`,
      en: `${names.en}: ${inputs.map((input) => FIELDS[input].message.en).join(' ')}`,
      ru: `${names.ru}: ${inputs.map((input) => FIELDS[input].message.ru).join(' ')}`,
      uz: `${names.uz}: ${inputs.map((input) => FIELDS[input].message.uz).join(' ')}`,
    },
    errors: inputs.map((input) => ({ ...FIELDS[input], code: 'missing' })),
  });
}
