import type { Language } from '../../domain/language.ts';
import type { Declined } from '../../engine/commands/order-wish.ts';
import type { NativeReason } from '../../marketplaces/kit/edition.ts';
import { asToldBy, inLanguage, type Localized } from '../../marketplaces/kit/localized.ts';
import { findMarketplace } from '../../marketplaces/registry.ts';
import { Problem } from '../problems/problem.ts';

/**
 * The problem that tells a seller why a wish for an order was declined, and what to do instead. `carrierField` is
 * where the request named the carrier.
 */
export function declinedProblem(because: Declined, carrierField = 'deliveryCompanyCode'): Problem {
  switch (because.code) {
    case 'order_not_found':
      return new Problem('not_found');
    case 'account_disconnected':
    case 'cancel_requested':
      return new Problem(because.code);
    case 'line_not_found':
      return new Problem('line_not_found', {
        errors: [
          {
            field: 'line_ids',
            code: 'line_not_found',
            message: {
              ko: `${because.line}번은 이 주문의 상품이 아닙니다.`,
              en: `${because.line} is not a line of this order.`,
              ru: `Позиции ${because.line} в этом заказе нет.`,
              uz: `${because.line} bu buyurtmaning bandi emas.`,
            },
          },
        ],
      });
    case 'locked':
      return new Problem('line_locked', {
        detail: {
          ko: `마켓이 잠근 상품이라 처리할 수 없습니다: ${because.because}`,
          en: `The marketplace has locked this line: ${because.because}`,
          ru: `Маркетплейс заблокировал эту позицию: ${because.because}`,
          uz: `Marketpleys bu bandni qulflagan: ${because.because}`,
        },
      });
    case 'not_offered':
      return new Problem('not_offered', { detail: notOffered(because) });
    case 'carrier_unknown':
      return carrierUnknown(because, carrierField);
    case 'reason_unknown':
      return reasonUnknown(because.platform, because.reasons);
    case 'penalty_not_accepted':
      return new Problem('penalty_not_accepted', { detail: penaltiesIn(because) });
    case 'one_line_only':
      return new Problem('one_line_only');
    case 'quantity_wrong':
      return new Problem('quantity_wrong', {
        detail: {
          ko: `남은 수량은 ${because.left}개입니다. 나눈 수량의 합이 이 수와 같아야 하고, 취소 수량은 이보다 클 수 없습니다.`,
          en: `${because.left} are left. Parts must add up to that, and no more than that can be cancelled.`,
          ru: `Осталось: ${because.left}. Части должны давать это число, и отменить больше нельзя.`,
          uz: `${because.left} ta qoldi. Qismlar yig‘indisi shunga teng bo‘lishi kerak va undan ko‘pini bekor qilib bo‘lmaydi.`,
        },
      });
    case 'nothing_to_do':
      return new Problem('nothing_to_do', { detail: nothingToDo(because) });
  }
}

type Because<Code extends Declined['code']> = Extract<Declined, { readonly code: Code }>;

export function namesOf(platform: string): Localized {
  return findMarketplace(platform)?.names ?? asToldBy(platform);
}

/** Why a marketplace does not offer something, and the way around it. */
export function notOffered({ platform, unsupported }: Because<'not_offered'>): Localized {
  const names = namesOf(platform);
  if (unsupported === null) {
    return {
      ko: `${names.ko} API에는 이 기능이 없습니다. 판매자 페이지에서 직접 처리하세요.`,
      en: `${names.en}'s API has no such function. Do it on its seller page.`,
      ru: `В API ${names.ru} этого нет. Сделайте это на странице продавца.`,
      uz: `${names.uz} API sida bu yo‘q. Sotuvchi sahifasida bajaring.`,
    };
  }
  const { reason, instead } = unsupported;
  return {
    ko: `${reason.ko} ${instead.ko}`,
    en: `${reason.en} ${instead.en}`,
    ru: `${reason.ru} ${instead.ru}`,
    uz: `${reason.uz} ${instead.uz}`,
  };
}

/** The problem of a carrier the marketplace does not take, with those it does. */
export function carrierUnknown(
  { carrier, platform, choices }: Because<'carrier_unknown'>,
  field: string,
): Problem {
  const names = namesOf(platform);
  const listed = (language: Language) =>
    choices.map(({ name, code }) => `${inLanguage(name, language)} (${code})`).join(', ');
  const message = {
    ko: `${names.ko}에서 "${carrier}" 택배사를 쓸 수 없습니다. 쓸 수 있는 택배사: ${listed('ko')}`,
    en: `${names.en} has no carrier "${carrier}". It takes: ${listed('en')}`,
    ru: `У ${names.ru} нет перевозчика «${carrier}». Принимаются: ${listed('ru')}`,
    uz: `${names.uz} da «${carrier}» tashuvchisi yo‘q. Qabul qilinadi: ${listed('uz')}`,
  };
  return new Problem('carrier_unknown', {
    detail: message,
    errors: [
      {
        field,
        code: 'carrier_unknown',
        message,
        choices: choices.map(({ id, name }) => ({ value: id, name })),
      },
    ],
  });
}

/** The problem of a reason that is not on the marketplace's list, with the list. */
export function reasonUnknown(platform: string, reasons: readonly NativeReason[]): Problem {
  const names = namesOf(platform);
  const listed = reasons.map(({ code, says }) => ({
    ko: `${code}(${says.ko})`,
    en: `${code} (${says.en})`,
    ru: `${code} (${says.ru})`,
    uz: `${code} (${says.uz})`,
  }));
  const message = {
    ko: `${names.ko}의 사유 가운데 하나를 고르세요: ${listed.map(({ ko }) => ko).join(', ')}`,
    en: `Choose one of the reasons of ${names.en}: ${listed.map(({ en }) => en).join(', ')}`,
    ru: `Выберите одну из причин ${names.ru}: ${listed.map(({ ru }) => ru).join(', ')}`,
    uz: `${names.uz} sabablaridan birini tanlang: ${listed.map(({ uz }) => uz).join(', ')}`,
  };
  return new Problem('reason_unknown', {
    detail: message,
    errors: [
      {
        field: 'reason',
        code: 'reason_unknown',
        message,
        choices: reasons.map(({ code, says }) => ({ value: code, name: says })),
      },
    ],
  });
}

function penaltiesIn({ platform, penalties }: Because<'penalty_not_accepted'>): Localized {
  const names = namesOf(platform);
  const told = (language: Language) =>
    penalties.map(({ says }) => sentence(inLanguage(says, language))).join(' ');
  return {
    ko: `${names.ko} 페널티: ${told('ko')} 그래도 하려면 penalty_accepted를 true로 보내세요.`,
    en: `${names.en} counts this against you: ${told('en')} To do it all the same, send \`penalty_accepted: true\`.`,
    ru: `Штраф ${names.ru}: ${told('ru')} Чтобы сделать это всё равно, передайте \`penalty_accepted: true\`.`,
    uz: `${names.uz} jarimasi: ${told('uz')} Baribir bajarish uchun \`penalty_accepted: true\` yuboring.`,
  };
}

function sentence(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}

const DONE_INSTEAD: Readonly<Record<Because<'nothing_to_do'>['kind'], Localized>> = {
  acknowledge: {
    ko: '발주확인은 결제완료 상태에서만 할 수 있습니다.',
    en: 'Only paid lines can be acknowledged.',
    ru: 'Подтвердить можно только оплаченное.',
    uz: 'Faqat to‘langanini tasdiqlash mumkin.',
  },
  ship: {
    ko: '이미 발송했거나 발송할 수 없는 상태입니다. 발송한 송장을 고치려면 PUT /orders/{id}/invoice 를 쓰세요.',
    en: 'It is shipped already or cannot be shipped. To correct an invoice, use PUT /orders/{id}/invoice.',
    ru: 'Это уже отправлено или отправить это нельзя. Исправить трек-номер можно через PUT /orders/{id}/invoice.',
    uz: 'Bu jo‘natilgan yoki jo‘natib bo‘lmaydi. Trek-raqamni PUT /orders/{id}/invoice orqali tuzatish mumkin.',
  },
  change_invoice: {
    ko: '송장은 발송한 뒤 배송이 끝나기 전까지만 고칠 수 있습니다.',
    en: 'An invoice can be changed only after shipping and until the purchase is confirmed.',
    ru: 'Трек-номер можно изменить только после отправки и до подтверждения покупки.',
    uz: 'Trek-raqamni faqat jo‘natilgach va xarid tasdiqlanguncha o‘zgartirish mumkin.',
  },
  split: {
    ko: '나누어 보낼 수 있는 것은 아직 발송하지 않은, 수량이 둘 이상인 상품입니다.',
    en: 'Only a line of more than one, not shipped yet, can leave in parts.',
    ru: 'Частями можно отправить только ещё не отправленную позицию из двух и более штук.',
    uz: 'Faqat hali jo‘natilmagan, ikki va undan ko‘p donali bandni qismlab jo‘natish mumkin.',
  },
  hold: {
    ko: '발송 보류는 발송하기 전에, 보류 중이 아닐 때만 할 수 있습니다.',
    en: 'Only what is not shipped yet, and not on hold already, can be put on hold.',
    ru: 'На паузу можно поставить только ещё не отправленное и не стоящее на паузе.',
    uz: 'Faqat hali jo‘natilmagan va to‘xtatilmaganini to‘xtatish mumkin.',
  },
  release: {
    ko: '보류 중인 상품이 없습니다.',
    en: 'Nothing of it is on hold.',
    ru: 'На паузе ничего нет.',
    uz: 'To‘xtatilgani yo‘q.',
  },
  cancel: {
    ko: '판매자 취소는 발송하기 전에만 할 수 있습니다. 이미 보냈다면 반품으로 처리하세요.',
    en: 'A seller can cancel only before shipping. Once it has left, it is a return.',
    ru: 'Продавец может отменить только до отправки. После неё это возврат.',
    uz: 'Sotuvchi faqat jo‘natishdan oldin bekor qila oladi. Jo‘natilgach bu qaytarish bo‘ladi.',
  },
  delay: {
    ko: '발송 지연은 발송하기 전에만 알릴 수 있습니다.',
    en: 'A delay can be announced only before shipping.',
    ru: 'Сообщить о задержке можно только до отправки.',
    uz: 'Kechikishni faqat jo‘natishdan oldin e’lon qilish mumkin.',
  },
};

function nothingToDo({ kind, statuses }: Because<'nothing_to_do'>): Localized {
  const now = statuses.join(', ');
  return {
    ko: `${DONE_INSTEAD[kind].ko} 지금 상태: ${now}`,
    en: `${DONE_INSTEAD[kind].en} State now: ${now}`,
    ru: `${DONE_INSTEAD[kind].ru} Сейчас: ${now}`,
    uz: `${DONE_INSTEAD[kind].uz} Hozir: ${now}`,
  };
}
