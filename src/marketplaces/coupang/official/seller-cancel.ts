import type { SellerCancelFacts } from '../../kit/edition.ts';

/**
 * How a seller cancels (sheet §3.3). A draft of 2017 lets only the whole order be cancelled in ACCEPT; whether that
 * still holds is not confirmed, so a part is offered and a refusal shown.
 */
export const SELLER_CANCEL: SellerCancelFacts = {
  from: ['PAID', 'PREPARING'],
  reasons: [
    {
      code: 'CCTTER',
      says: { ko: '재고 부족(품절)', en: 'Out of stock', ru: 'Товар закончился', uz: 'Mahsulot tugagan' },
      fault: 'seller',
    },
    {
      code: 'CCPNER',
      says: {
        ko: '주소 오류 또는 제휴사 문제',
        en: 'Wrong address or partner site',
        ru: 'Ошибка в адресе или проблема партнёрского сайта',
        uz: 'Manzilda xato yoki hamkor sayt muammosi',
      },
    },
    {
      code: 'CCPRER',
      says: { ko: '가격 오류', en: 'Wrong price', ru: 'Ошибка в цене', uz: 'Narxda xato' },
      fault: 'seller',
    },
  ],
  partly: true,
  warns: {
    ko: '판매자 취소는 주문이행 점수를 낮춥니다. 발주확인 전에는 일부 수량만 취소하지 못할 수 있습니다.',
    en: 'A seller cancel lowers the order fulfilment score. Before acknowledging, a part may not be cancellable.',
    ru: 'Отмена продавцом снижает оценку выполнения заказов. До подтверждения заказа часть количества, возможно, отменить нельзя.',
    uz: 'Sotuvchi bekor qilishi buyurtma bajarish bahosini pasaytiradi. Tasdiqlashdan oldin miqdorning bir qismini bekor qilib bo‘lmasligi mumkin.',
  },
};
