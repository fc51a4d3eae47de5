import type { Localized } from '../kit/localized.ts';
import { MarketplaceError, type TroubleReason } from '../kit/trouble.ts';

/** A wish that needs no call to be turned down. */
export function turnedDown(operation: string, reason: TroubleReason, says: Localized): MarketplaceError {
  return new MarketplaceError({ reason, operation, says });
}

export const NO_SHIPMENT: Localized = {
  ko: '택배사와 송장번호가 없습니다.',
  en: 'Carrier and invoice are missing.',
  ru: 'Не указаны перевозчик и трек-номер.',
  uz: 'Tashuvchi va trek-raqam ko‘rsatilmagan.',
};

export const ONE_INVOICE: Localized = {
  ko: '주문번호 하나에는 송장을 하나만 등록할 수 있습니다.',
  en: 'An order takes one invoice.',
  ru: 'Заказ принимает один трек-номер.',
  uz: 'Buyurtmaga bitta trek-raqam kiritiladi.',
};

export const WHOLE_ORDERS_ONLY: Localized = {
  ko: '주문 전체만 취소할 수 있습니다.',
  en: 'An order is cancelled as a whole only.',
  ru: 'Заказ можно отменить только целиком.',
  uz: 'Buyurtmani faqat butunligicha bekor qilish mumkin.',
};

export const NOT_ON_THIS_SITE: Localized = {
  ko: '이 사이트에는 없는 기능입니다.',
  en: 'This site has no such call.',
  ru: 'На этом сайте такого вызова нет.',
  uz: 'Bu saytda bunday chaqiruv yo‘q.',
};

export const noCallFor = (action: string): Localized => ({
  ko: `ESM에는 이 처리를 위한 기능이 없습니다: ${action}`,
  en: `ESM has no call for ${action}.`,
  ru: `У ESM нет вызова для ${action}.`,
  uz: `ESM da ${action} uchun chaqiruv yo‘q.`,
});

export const noOrderOfEsm = (number: string): Localized => ({
  ko: `지마켓·옥션의 주문번호가 아닙니다: ${number}`,
  en: `Not an order of Gmarket or Auction: ${number}`,
  ru: `Это не заказ Gmarket или Auction: ${number}`,
  uz: `Bu Gmarket yoki Auction buyurtmasi emas: ${number}`,
});

export const noClaimOfEsm = (number: string): Localized => ({
  ko: `지마켓·옥션의 클레임 번호가 아닙니다: ${number}`,
  en: `Not a claim of Gmarket or Auction: ${number}`,
  ru: `Это не претензия Gmarket или Auction: ${number}`,
  uz: `Bu Gmarket yoki Auction da’vosi emas: ${number}`,
});

export const noCarrierOfEsm = (code: string): Localized => ({
  ko: `지마켓·옥션의 택배사 코드가 아닙니다: ${code}`,
  en: `Not a carrier code of Gmarket or Auction: ${code}`,
  ru: `Это не код перевозчика Gmarket или Auction: ${code}`,
  uz: `Bu Gmarket yoki Auction tashuvchi kodi emas: ${code}`,
});

export const notListed = (number: string): Localized => ({
  ko: `주문 ${number}번이 목록에 없습니다. 클레임이 있는 주문은 목록에 나오지 않습니다.`,
  en: `Order ${number} is not listed, as orders under a claim are not.`,
  ru: `Заказа ${number} нет в списке: заказы с претензией там не показываются.`,
  uz: `${number} buyurtma ro‘yxatda yo‘q: da’vosi bor buyurtmalar u yerda ko‘rsatilmaydi.`,
});
