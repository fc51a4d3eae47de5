import type { CommandState } from '../../domain/command.ts';
import type { Localized } from '../../marketplaces/kit/localized.ts';

/** What a state means, and what to do about it where something can be done. */
export const STATE_TEXTS: Readonly<Record<CommandState, Localized>> = {
  pending: {
    ko: '마켓에 보내기를 기다리고 있습니다.',
    en: 'Waits to be sent to the marketplace.',
    ru: 'Ждёт отправки на маркетплейс.',
    uz: 'Marketpleysga yuborishni kutmoqda.',
  },
  sending: {
    ko: '마켓에 보내는 중입니다.',
    en: 'Is being sent to the marketplace.',
    ru: 'Отправляется на маркетплейс.',
    uz: 'Marketpleysga yuborilmoqda.',
  },
  unknown: {
    ko: '마켓에 반영되었는지 확인하고 있습니다. 다시 누르지 않아도 됩니다.',
    en: 'It is being checked whether the marketplace has taken it. There is no need to ask again.',
    ru: 'Проверяется, принял ли это маркетплейс. Нажимать ещё раз не нужно.',
    uz: 'Marketpleys qabul qilgani tekshirilmoqda. Qayta bosish shart emas.',
  },
  done: {
    ko: '마켓에 반영되었습니다.',
    en: 'The marketplace has taken it.',
    ru: 'Маркетплейс принял.',
    uz: 'Marketpleys qabul qildi.',
  },
  partial: {
    ko: '일부만 마켓에 반영되었습니다. 남은 상품의 이유를 확인하고 "다시 시도"를 누르면 남은 것만 보냅니다.',
    en: 'The marketplace has taken it in part. See why for the rest; a retry sends only what is missing.',
    ru: 'Маркетплейс принял только часть. Посмотрите причину по остальному: «Повторить» отправит только его.',
    uz: 'Marketpleys faqat bir qismini qabul qildi. Qolganining sababini ko‘ring: «Qayta urinish» faqat qolganini yuboradi.',
  },
  refused: {
    ko: '마켓에서 거절했습니다. 이유를 확인해 고친 뒤 다시 시도하세요.',
    en: 'The marketplace has refused it. See why, put it right, then retry.',
    ru: 'Маркетплейс отказал. Посмотрите причину, исправьте и повторите.',
    uz: 'Marketpleys rad etdi. Sababini ko‘ring, tuzating va qayta urinib ko‘ring.',
  },
  dead: {
    ko: '하루 동안 되지 않아 멈추었습니다. 이유를 해결한 뒤 "다시 시도"를 누르세요.',
    en: 'It did not work for a day and was given up. Put right what is wrong, then retry.',
    ru: 'Сутки не получалось, попытки прекращены. Устраните причину и повторите.',
    uz: 'Bir sutka bajarilmadi va to‘xtatildi. Sababini bartaraf etib, qayta urinib ko‘ring.',
  },
  superseded: {
    ko: '더 새로운 값이 있어 보내지 않았습니다.',
    en: 'It was not sent, since a newer value has replaced it.',
    ru: 'Не отправлено: есть более новое значение.',
    uz: 'Yuborilmadi: yangiroq qiymat bor.',
  },
  canceled: {
    ko: '보내기 전에 취소했습니다.',
    en: 'It was called off before it was sent.',
    ru: 'Отменено до отправки.',
    uz: 'Yuborishdan oldin bekor qilindi.',
  },
};

/** Given up, and nobody could read whether it had arrived. */
export const DEAD_UNREAD: Localized = {
  ko: '마켓에 반영되었는지 하루 동안 확인하지 못했습니다. 판매자 페이지에서 확인하세요. "다시 시도"를 누르면 먼저 확인한 뒤 보냅니다.',
  en: 'For a day it could not be read whether it arrived. See the seller page; a retry looks first, then sends.',
  ru: 'Сутки не удавалось проверить, дошло ли. Посмотрите кабинет продавца; «Повторить» сначала проверит, потом отправит.',
  uz: 'Bir sutka davomida yetgan-yetmagani tekshirilmadi. Sotuvchi kabinetini ko‘ring; «Qayta urinish» avval tekshiradi, keyin yuboradi.',
};
