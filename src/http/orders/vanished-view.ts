import { z } from 'zod';
import { inLanguage, type Localized } from '../../marketplaces/kit/localized.ts';
import type { OrderHead } from '../../store/orders/read.ts';
import { VANISHED_BECAUSE, type VanishedBecause } from '../../store/orders/vanished.ts';
import type { Language } from '../problems/language.ts';
import { instant } from '../values/instant.ts';

const SENTENCES: Readonly<Record<VanishedBecause, Localized>> = {
  ended: {
    ko: '마켓이 이 주문은 취소 또는 반품되었다고 합니다. 상태는 마지막으로 확인한 값이니 보내기 전에 마켓에서 확인하세요.',
    en: 'The marketplace says that this order was cancelled or returned. The status is the last one seen: check there before you ship.',
    ru: 'Маркетплейс сообщает, что заказ отменён или возвращён. Показан последний известный статус: проверьте перед отправкой.',
    uz: 'Marketpleys bu buyurtma bekor qilingan yoki qaytarilgan deydi. Oxirgi ma’lum holat ko‘rsatilgan: jo‘natishdan oldin tekshiring.',
  },
  not_shown: {
    ko: '마켓이 이 주문을 더 이상 보여 주지 않습니다. 취소되었을 수 있으니 보내기 전에 마켓에서 확인하세요.',
    en: 'The marketplace does not show this order any more. It may have been cancelled: check there before you ship.',
    ru: 'Маркетплейс больше не показывает этот заказ. Возможно, он отменён: проверьте перед отправкой.',
    uz: 'Marketpleys bu buyurtmani endi ko‘rsatmaydi. Bekor qilingan bo‘lishi mumkin: jo‘natishdan oldin tekshiring.',
  },
  in_part: {
    ko: '이 주문의 일부 상품을 마켓이 더 이상 보여 주지 않습니다. 표시된 상품은 보내기 전에 마켓에서 확인하세요.',
    en: 'The marketplace does not show some lines of this order any more. Check the marked ones there before you ship.',
    ru: 'Некоторые позиции этого заказа маркетплейс больше не показывает. Перед отправкой проверьте отмеченные.',
    uz: 'Marketpleys bu buyurtmaning ayrim bandlarini endi ko‘rsatmaydi. Jo‘natishdan oldin belgilanganlarini tekshiring.',
  },
};

/** What is known of an order's absence. */
export const vanishedView = z
  .object({
    at: instant,
    because: z.enum(VANISHED_BECAUSE),
    message: z.string(),
    native_text: z.string().nullable().describe("The marketplace's own words."),
  })
  .meta({ id: 'OrderVanished' });

export function vanishedOf(
  vanished: OrderHead['vanished'],
  language: Language,
): z.infer<typeof vanishedView> | null {
  if (vanished === null) return null;
  const { at, because, nativeText } = vanished;
  return {
    at: at.toISOString(),
    because,
    message: inLanguage(SENTENCES[because], language),
    native_text: nativeText === '' ? null : nativeText,
  };
}
