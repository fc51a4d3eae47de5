import { z } from 'zod';
import type { PlanDeclined } from '../../engine/plans/declined.ts';
import { asToldBy, inLanguage, type Localized } from '../../marketplaces/kit/localized.ts';
import { findMarketplace } from '../../marketplaces/registry.ts';
import type { Language } from '../problems/language.ts';
import { sentencesFor } from '../trouble-view.ts';

/** A reason as it lies in the database; a later release may know more of them. */
const stored = z.looseObject({
  code: z.string(),
  native_text: z.string().optional(),
  currency: z.string().optional(),
  step: z.number().optional(),
  platform: z.string().optional(),
  operation: z.string().optional(),
  carrier: z.string().optional(),
  because: z.string().optional(),
  line: z.number().optional(),
  statuses: z.array(z.string()).optional(),
  trouble: z.looseObject({ reason: z.string() }).optional(),
});

type Reason = z.infer<typeof stored>;

const SENTENCES: Readonly<Record<PlanDeclined['code'], (reason: Reason) => Localized>> = {
  offer_not_found: ({ native_text = '' }) => (native_text === '' ? NOT_THERE : notThere(native_text)),
  currency_unknown: () => ({
    ko: '마켓이 통화를 알려 주지 않습니다. currency를 함께 보내세요.',
    en: 'The marketplace does not tell the currency. Send it with the price.',
    ru: 'Маркетплейс не сообщает валюту. Отправьте её вместе с ценой.',
    uz: 'Marketpleys valyutani aytmaydi. Uni narx bilan birga yuboring.',
  }),
  currency_differs: ({ currency = '' }) => ({
    ko: `이 상품의 통화는 ${currency}입니다.`,
    en: `This is sold in ${currency}.`,
    ru: `Валюта этого товара — ${currency}.`,
    uz: `Bu mahsulot valyutasi — ${currency}.`,
  }),
  price_step: ({ step = 1 }) => ({
    ko: `이 마켓의 가격은 ${step} 단위로만 정할 수 있습니다.`,
    en: `This marketplace takes prices in steps of ${step}.`,
    ru: `Маркетплейс принимает цены с шагом ${step}.`,
    uz: `Marketpleys narxlarni ${step} qadam bilan qabul qiladi.`,
  }),
  account_not_found: () => ({
    ko: '연결된 상점이 아닙니다. 상점 번호를 확인하세요.',
    en: 'No connected shop has this number.',
    ru: 'Подключённого магазина с таким номером нет.',
    uz: 'Bunday raqamli ulangan do‘kon yo‘q.',
  }),
  account_disabled: () => ({
    ko: '꺼 둔 상점입니다. 상점 설정에서 다시 켜세요.',
    en: 'This shop is switched off. Switch it on in its settings.',
    ru: 'Магазин выключен. Включите его в настройках.',
    uz: 'Do‘kon o‘chirilgan. Uni sozlamalarda yoqing.',
  }),
  not_offered: ({ platform = '' }) => ({
    ko: `${namesOf(platform).ko}에서는 이 작업을 Moa로 할 수 없습니다. 판매자 페이지에서 처리하세요.`,
    en: `Moa cannot do this at ${namesOf(platform).en}. Do it on its seller page.`,
    ru: `${nameIn(platform, 'ru')}: через Moa это сделать нельзя. Сделайте это в кабинете продавца.`,
    uz: `${nameIn(platform, 'uz')}: buni Moa orqali qilib bo‘lmaydi. Sotuvchi kabinetida bajaring.`,
  }),
  trouble: ({ trouble, platform = '' }) => {
    const reason = trouble?.reason ?? 'unexplained';
    const said = (language: Language) => {
      const { detail, todo } = sentencesFor(reason, platform, language);
      return `${detail} ${todo}`;
    };
    return { ko: said('ko'), en: said('en'), ru: said('ru'), uz: said('uz') };
  },
  moved: () => ({
    ko: '확인하신 뒤에 값이 바뀌어 보내지 않았습니다. 지금 값을 보고 다시 계획하세요.',
    en: 'It has changed since it was shown, so nothing was sent. See its present value and plan it again.',
    ru: 'С тех пор значение изменилось, поэтому ничего не отправлено. Посмотрите текущее и составьте план снова.',
    uz: 'Shundan beri qiymat o‘zgardi, shuning uchun hech narsa yuborilmadi. Joriy qiymatni ko‘rib, rejani qaytadan tuzing.',
  }),
  order_not_found: () => ({
    ko: '그 번호의 주문이 없습니다.',
    en: 'There is no order of this number.',
    ru: 'Заказа с таким номером нет.',
    uz: 'Bunday raqamli buyurtma yo‘q.',
  }),
  account_disconnected: () => ({
    ko: '이 주문의 상점은 연결이 해제되었습니다. 상점을 다시 연결하세요.',
    en: 'The shop of this order is no longer connected. Connect it again.',
    ru: 'Магазин этого заказа отключён. Подключите его снова.',
    uz: 'Bu buyurtma do‘koni uzilgan. Uni qayta ulang.',
  }),
  line_not_found: ({ line = 0 }) => ({
    ko: `${line}번은 이 주문의 상품이 아닙니다.`,
    en: `${line} is not a line of this order.`,
    ru: `Строки ${line} в этом заказе нет.`,
    uz: `Bu buyurtmada ${line} qatori yo‘q.`,
  }),
  carrier_unknown: ({ carrier = '', platform = '' }) => ({
    ko: `${namesOf(platform).ko}에서 "${carrier}" 택배사를 쓸 수 없습니다.`,
    en: `${namesOf(platform).en} has no carrier "${carrier}".`,
    ru: `${nameIn(platform, 'ru')}: нет перевозчика «${carrier}».`,
    uz: `${nameIn(platform, 'uz')}: «${carrier}» tashuvchisi yo‘q.`,
  }),
  nothing_to_do: ({ statuses = [] }) => ({
    ko: `지금 상태에서는 할 수 없습니다. 지금 상태: ${statuses.join(', ')}`,
    en: `Not possible in its state now: ${statuses.join(', ')}`,
    ru: `В текущем состоянии нельзя: ${statuses.join(', ')}`,
    uz: `Hozirgi holatda mumkin emas: ${statuses.join(', ')}`,
  }),
  cancel_requested: () => ({
    ko: '구매자가 취소를 요청했습니다. 취소 요청을 먼저 처리하세요.',
    en: 'The buyer has asked to cancel. Settle the cancel request first.',
    ru: 'Покупатель просит отменить заказ. Сначала решите этот запрос.',
    uz: 'Xaridor bekor qilishni so‘radi. Avval shu so‘rovni hal qiling.',
  }),
  locked: ({ because = '' }) => ({
    ko: `마켓이 잠근 상품이라 처리할 수 없습니다: ${because}`,
    en: `The marketplace has locked this line: ${because}`,
    ru: `Маркетплейс заблокировал эту строку: ${because}`,
    uz: `Marketpleys bu qatorni qulflagan: ${because}`,
  }),
};

const NOT_THERE: Localized = {
  ko: '마켓에 없는 상품 번호입니다. 번호를 확인하고, 새 상품이면 상품을 먼저 가져오세요.',
  en: 'The marketplace does not have this number. See whether it is right; of a new product, import the products first.',
  ru: 'На маркетплейсе нет такого номера. Проверьте его; если товар новый, сначала загрузите товары.',
  uz: 'Marketpleysda bunday raqam yo‘q. Uni tekshiring; mahsulot yangi bo‘lsa, avval mahsulotlarni oling.',
};

const notThere = (said: string): Localized => ({
  ko: `마켓에 없는 상품 번호입니다. 번호를 확인하세요. 마켓의 답: ${said}`,
  en: `The marketplace does not have this number. See whether it is right. It says: ${said}`,
  ru: `На маркетплейсе нет такого номера. Проверьте его. Ответ маркетплейса: ${said}`,
  uz: `Marketpleysda bunday raqam yo‘q. Uni tekshiring. Marketpleys javobi: ${said}`,
});

const UNKNOWN: Localized = {
  ko: '처리할 수 없습니다.',
  en: 'It cannot be done.',
  ru: 'Это сделать нельзя.',
  uz: 'Buni bajarib bo‘lmaydi.',
};

function namesOf(platform: string): Localized {
  return findMarketplace(platform)?.names ?? asToldBy(platform);
}

function nameIn(platform: string, language: Language): string {
  return inLanguage(namesOf(platform), language);
}

/** Why an item was left out, in one language; null where it was not. */
export function declinedText(
  declined: unknown,
  language: Language,
): { readonly code: string; readonly detail: string } | null {
  if (declined === null || declined === undefined) return null;
  const parsed = stored.safeParse(declined);
  const reason = parsed.success ? parsed.data : { code: 'unexplained' };
  const sentence = isKnown(reason.code) ? SENTENCES[reason.code](reason) : UNKNOWN;
  return { code: reason.code, detail: inLanguage(sentence, language) };
}

function isKnown(code: string): code is PlanDeclined['code'] {
  return Object.hasOwn(SENTENCES, code);
}
