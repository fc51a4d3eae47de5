import { adviceIn, counted, listed, type Writers } from './letter.ts';

/** Mails about orders, claims and what could not be sent. */
export const ORDER_LETTERS: Writers<
  'command.failed' | 'order.vanished' | 'order.due_soon' | 'claim.due_soon' | 'claim.conflict'
> = {
  'command.failed': (facts) => {
    const { shop, count } = facts;
    return {
      subject: {
        ko: `${shop}: 보내지 못한 작업 ${count}건`,
        en: `${shop}: ${counted(count, 'task', 'tasks')} could not be sent`,
        ru: `${shop}: не отправлено команд: ${count}`,
        uz: `${shop}: ${count} ta buyruq yuborilmadi`,
      },
      parts: [
        {
          ko: `${shop}에 보내려던 작업 ${count}건이 실패했습니다. 마켓에는 반영되지 않았으니 확인이 필요합니다.`,
          en: `${counted(count, 'task', 'tasks')} for ${shop} failed. The marketplace does not have ${count === 1 ? 'it' : 'them'}: please look.`,
          ru: `Не выполнено команд для магазина ${shop}: ${count}. До маркетплейса они не дошли, проверьте их.`,
          uz: `${shop} uchun ${count} ta buyruq bajarilmadi. Ular marketpleysga yetmagan, tekshiring.`,
        },
        adviceIn(facts),
        listed(facts),
        {
          ko: 'Moa의 작업 목록에서 내용을 확인하고 다시 시도하거나 취소하세요.',
          en: 'See the list of commands in Moa, then try again or cancel.',
          ru: 'Посмотрите список команд в Moa и повторите их или отмените.',
          uz: 'Moa dagi buyruqlar ro‘yxatini ko‘ring, qayta urining yoki bekor qiling.',
        },
      ],
    };
  },
  'order.vanished': (facts) => {
    const { shop, count } = facts;
    return {
      subject: {
        ko: `${shop}: 마켓에서 보이지 않는 주문 ${count}건`,
        en: `${shop}: ${counted(count, 'order is', 'orders are')} no longer shown`,
        ru: `${shop}: больше не показывается заказов: ${count}`,
        uz: `${shop}: ${count} ta buyurtma endi ko‘rinmaydi`,
      },
      parts: [
        {
          ko: `${shop}에서 주문 ${count}건이 더는 보이지 않습니다. 취소되었거나 마켓에서 지운 주문일 수 있습니다.`,
          en: `${shop} no longer shows ${counted(count, 'order', 'orders')}: cancelled perhaps, or taken away by the marketplace.`,
          ru: `Магазин ${shop} больше не показывает заказов: ${count}. Возможно, они отменены или убраны маркетплейсом.`,
          uz: `${shop} da ${count} ta buyurtma endi ko‘rinmaydi. Ular bekor qilingan yoki marketpleys olib tashlagan bo‘lishi mumkin.`,
        },
        listed(facts),
        {
          ko: '발송하기 전에 마켓의 판매자 페이지에서 이 주문을 확인하세요.',
          en: "Look on the marketplace's seller page before you ship.",
          ru: 'Перед отправкой посмотрите эти заказы в кабинете продавца маркетплейса.',
          uz: 'Jo‘natishdan oldin bu buyurtmalarni marketpleysdagi sotuvchi kabinetida ko‘ring.',
        },
      ],
    };
  },
  'order.due_soon': (facts) => {
    const { shop, count } = facts;
    return {
      subject: {
        ko: `${shop}: 곧 발송기한이 끝나는 주문 ${count}건`,
        en: `${shop}: ${counted(count, 'order must', 'orders must')} leave within hours`,
        ru: `${shop}: скоро истекает срок отправки, заказов: ${count}`,
        uz: `${shop}: ${count} ta buyurtmaning jo‘natish muddati tugayapti`,
      },
      parts: [
        {
          ko: `${shop}의 주문 ${count}건이 몇 시간 안에 발송기한을 넘깁니다.`,
          en: `${counted(count, 'order', 'orders')} of ${shop} will miss the day to ship by within hours.`,
          ru: `Через несколько часов истечёт срок отправки заказов магазина ${shop}: ${count}.`,
          uz: `Bir necha soatda ${shop} ning ${count} ta buyurtmasini jo‘natish muddati o‘tadi.`,
        },
        listed(facts),
        {
          ko: '오늘 보내거나, 보낼 수 없으면 기한 전에 발송지연을 알리세요. 기한을 넘기면 페널티가 있을 수 있습니다.',
          en: 'Ship today, or announce a delay before the deadline. Missing it may cost a penalty.',
          ru: 'Отправьте сегодня или до срока сообщите о задержке. За опоздание может быть штраф.',
          uz: 'Bugun jo‘nating yoki muddatgacha kechikish haqida xabar bering. Kechiksa, jarima bo‘lishi mumkin.',
        },
      ],
    };
  },
  'claim.due_soon': (facts) => {
    const { shop, count } = facts;
    return {
      subject: {
        ko: `${shop}: 곧 처리기한이 끝나는 클레임 ${count}건`,
        en: `${shop}: ${counted(count, 'claim ends', 'claims end')} within hours`,
        ru: `${shop}: скоро истекает срок ответа, претензий: ${count}`,
        uz: `${shop}: ${count} ta da’voga javob muddati tugayapti`,
      },
      parts: [
        {
          ko: `${shop}의 취소·반품·교환 ${count}건이 몇 시간 안에 처리기한을 넘깁니다. 마켓이 스스로 결정하거나 페널티를 줄 수 있습니다.`,
          en: `${counted(count, 'cancel, return or exchange', 'cancels, returns or exchanges')} of ${shop} will miss the deadline within hours. The marketplace may then decide by itself, or count it against you.`,
          ru: `Через несколько часов истечёт срок отмен, возвратов и обменов магазина ${shop}: ${count}. Потом маркетплейс может решить сам или начислить штраф.`,
          uz: `Bir necha soatda ${shop} ning ${count} ta bekor qilish, qaytarish yoki almashtirish muddati o‘tadi. Keyin marketpleys o‘zi hal qilishi yoki jarima yozishi mumkin.`,
        },
        listed(facts),
        {
          ko: 'Moa의 클레임 목록에서 처리하세요.',
          en: "Decide in Moa's list of claims.",
          ru: 'Ответьте на них в списке претензий Moa.',
          uz: 'Ularga Moa dagi da’volar ro‘yxatida javob bering.',
        },
      ],
    };
  },
  'claim.conflict': (facts) => {
    const { shop, count } = facts;
    return {
      subject: {
        ko: `${shop}: 확인이 필요한 취소 ${count}건`,
        en: `${shop}: ${counted(count, 'cancel needs', 'cancels need')} a look`,
        ru: `${shop}: отмены, которые надо проверить: ${count}`,
        uz: `${shop}: tekshirish kerak bo‘lgan ${count} ta bekor qilish`,
      },
      parts: [
        {
          ko: `${shop}에서 이미 보냈거나 보내는 중인 상품에 취소가 ${count}건 들어왔습니다.`,
          en: `${counted(count, 'cancel', 'cancels')} at ${shop} came for goods that have left or are leaving.`,
          ru: `В магазине ${shop} отменяют товар, который уже отправлен или отправляется: ${count}.`,
          uz: `${shop} da jo‘natilgan yoki jo‘natilayotgan mahsulot uchun ${count} ta bekor qilish keldi.`,
        },
        listed(facts),
        {
          ko: '택배를 멈추거나 회수할지 결정하고, Moa의 클레임 목록에서 처리 결과를 적으세요.',
          en: "Decide whether to stop the parcel or fetch it back, and note in Moa's list of claims what was done.",
          ru: 'Решите, остановить посылку или вернуть её, и отметьте итог в списке претензий Moa.',
          uz: 'Jo‘natmani to‘xtatish yoki qaytarib olishni hal qiling va natijani Moa dagi da’volar ro‘yxatida belgilang.',
        },
      ],
    };
  },
};
