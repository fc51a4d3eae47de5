import { counted, listed, type Writers } from './letter.ts';

/** Mails about listings and stock. */
export const GOODS_LETTERS: Writers<'listing.rejected' | 'stock.low' | 'stock.out' | 'stock.oversold'> = {
  'listing.rejected': (facts) => {
    const { shop, count } = facts;
    return {
      subject: {
        ko: `${shop}: 승인되지 않은 상품 ${count}개`,
        en: `${shop}: ${counted(count, 'product was', 'products were')} not approved`,
        ru: `${shop}: не одобрено товаров: ${count}`,
        uz: `${shop}: ${count} ta mahsulot tasdiqlanmadi`,
      },
      parts: [
        {
          ko: `${shop}에서 상품 ${count}개의 판매를 승인하지 않았습니다.`,
          en: `${shop} did not approve ${counted(count, 'product', 'products')} for sale.`,
          ru: `Магазин ${shop} не одобрил к продаже товаров: ${count}.`,
          uz: `${shop} ${count} ta mahsulotni sotuvga tasdiqlamadi.`,
        },
        listed(facts),
        {
          ko: 'Moa의 상품에서 반려된 이유를 확인하고, 고친 뒤 다시 등록하세요.',
          en: 'See why in Moa, put it right, then publish again.',
          ru: 'Посмотрите причину в Moa, исправьте и опубликуйте снова.',
          uz: 'Sababini Moa da ko‘ring, tuzating va qayta joylang.',
        },
      ],
    };
  },
  'stock.low': (facts) => {
    const { count } = facts;
    return {
      subject: {
        ko: `재고가 얼마 남지 않은 상품 ${count}개`,
        en: `${counted(count, 'SKU is', 'SKUs are')} running low`,
        ru: `Заканчиваются SKU: ${count}`,
        uz: `${count} ta SKU tugab qolyapti`,
      },
      parts: [
        {
          ko: `팔 수 있는 재고가 안전재고 아래로 내려간 상품(SKU)이 ${count}개 있습니다.`,
          en: `What may still be sold of ${counted(count, 'SKU', 'SKUs')} fell to the safety stock or below it.`,
          ru: `Остаток для продажи опустился до страхового запаса или ниже, SKU: ${count}.`,
          uz: `${count} ta SKU ning sotiladigan qoldig‘i zaxira miqdorigacha yoki undan pastga tushdi.`,
        },
        listed(facts),
        {
          ko: '더 들여올지 정하고, 들어오면 Moa의 재고에 입고를 적으세요.',
          en: 'Decide whether to order more, and note the receipt in Moa when it comes.',
          ru: 'Решите, заказывать ли ещё, и отметьте приход в остатках Moa.',
          uz: 'Yana buyurtma berishni hal qiling va kelganda Moa da kirimni belgilang.',
        },
      ],
    };
  },
  'stock.out': (facts) => {
    const { count } = facts;
    return {
      subject: {
        ko: `품절된 상품 ${count}개`,
        en: `${counted(count, 'SKU has', 'SKUs have')} run out`,
        ru: `Закончились SKU: ${count}`,
        uz: `${count} ta SKU tugadi`,
      },
      parts: [
        {
          ko: `팔 수 있는 재고가 없는 상품(SKU)이 ${count}개 있습니다.`,
          en: `Nothing is left to sell of ${counted(count, 'SKU', 'SKUs')}.`,
          ru: `Продавать больше нечего, SKU: ${count}.`,
          uz: `${count} ta SKU dan sotadigan hech narsa qolmadi.`,
        },
        listed(facts),
        {
          ko: '실제로 남아 있다면 Moa의 재고에서 실사 수량을 적으세요.',
          en: "If there is some on the shelf after all, note what was counted in Moa's inventory.",
          ru: 'Если на полке всё же что-то есть, впишите пересчитанное количество в остатки Moa.',
          uz: 'Javonda baribir qolgan bo‘lsa, sanalgan miqdorni Moa dagi qoldiqlarga yozing.',
        },
      ],
    };
  },
  'stock.oversold': (facts) => {
    const { shop, count } = facts;
    return {
      subject: {
        ko: `${shop}: 재고보다 더 팔린 주문 ${count}건`,
        en: `${shop}: ${counted(count, 'sale', 'sales')} of more than there is`,
        ru: `${shop}: продано больше, чем есть, заказов: ${count}`,
        uz: `${shop}: ${count} ta buyurtmada bordan ko‘p sotildi`,
      },
      parts: [
        {
          ko: `${shop}에서 재고가 모자라는데 팔린 주문이 ${count}건 있습니다.`,
          en: `${shop} sold more than the stock has, ${counted(count, 'time', 'times')}.`,
          ru: `В магазине ${shop} продали больше, чем есть на складе, заказов: ${count}.`,
          uz: `${shop} da ${count} ta buyurtmada ombordagidan ko‘p sotildi.`,
        },
        listed(facts),
        {
          ko: '급히 들여오거나, 보낼 수 없으면 구매자에게 알리고 기한 전에 취소하세요.',
          en: 'Get more in time, or tell the buyer and cancel before the order is due.',
          ru: 'Срочно пополните остаток или сообщите покупателю и отмените заказ до срока.',
          uz: 'Tezda to‘ldiring yoki xaridorga aytib, muddatgacha buyurtmani bekor qiling.',
        },
      ],
    };
  },
};
