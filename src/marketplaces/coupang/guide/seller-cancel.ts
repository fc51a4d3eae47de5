import type { SellerCancelFacts } from '../../kit/edition.ts';

/** Guide §2.5.3 takes a reason in words, so the words themselves are what is chosen. */
export const SELLER_CANCEL: SellerCancelFacts = {
  from: ['PAID', 'PREPARING'],
  reasons: [
    {
      code: '재고 소진',
      says: { ko: '재고 소진', en: 'Out of stock', ru: 'Товар закончился', uz: 'Mahsulot tugagan' },
      fault: 'seller',
    },
    {
      code: '가격 오류',
      says: { ko: '가격 오류', en: 'Wrong price', ru: 'Ошибка в цене', uz: 'Narxda xato' },
      fault: 'seller',
    },
    {
      code: '주소 오류',
      says: { ko: '주소 오류', en: 'Wrong address', ru: 'Ошибка в адресе', uz: 'Manzilda xato' },
    },
    {
      code: '고객 요청',
      says: {
        ko: '고객 요청',
        en: 'The buyer asked for it',
        ru: 'Просьба покупателя',
        uz: 'Xaridor so‘ragan',
      },
      fault: 'buyer',
    },
  ],
  partly: true,
  warns: {
    ko: '판매자 취소는 되돌릴 수 없고 판매자 점수를 낮춥니다.',
    en: 'A seller cancel cannot be undone and lowers the seller score.',
    ru: 'Отмену продавцом нельзя отозвать, и она снижает оценку продавца.',
    uz: 'Sotuvchi bekor qilishini qaytarib olib bo‘lmaydi, u sotuvchi bahosini pasaytiradi.',
  },
};
