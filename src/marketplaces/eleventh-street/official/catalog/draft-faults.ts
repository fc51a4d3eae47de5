import type { ListingDraft } from '../../../kit/catalog.ts';
import type { Localized } from '../../../kit/localized.ts';
import { CARRIERS } from '../carriers.ts';
import { unknownCertificates } from './certificates.ts';
import { faultIf } from './fault-if.ts';
import { LISTING_RULES } from './listing-rules.ts';
import { noticeOf } from './notice.ts';
import { optionFaults, priceFaults, stockFaults } from './offer-faults.ts';
import { originName } from './origin.ts';
import { textFaults } from './text-faults.ts';

/** What 11st would not take of a draft, one sentence each that names the field; none when it may be sent (sheet §3.3). */
export function faultsOf(draft: ListingDraft): readonly Localized[] {
  return [
    ...textFaults(draft),
    ...priceFaults(draft),
    ...optionFaults(draft),
    ...stockFaults(draft),
    ...imageFaults(draft),
    ...deliveryFaults(draft),
    ...factFaults(draft),
  ];
}

function imageFaults({ images }: ListingDraft): readonly Localized[] {
  return [
    ...faultIf(images.length === 0, {
      ko: '대표 이미지(prdImage01)가 없습니다.',
      en: 'There is no main picture (prdImage01).',
      ru: 'Нет главного изображения (prdImage01).',
      uz: 'Asosiy rasm (prdImage01) yo‘q.',
    }),
    ...faultIf(images.length > LISTING_RULES.images.atMost, {
      ko: '이미지는 4장(prdImage01~04)까지 등록합니다.',
      en: 'Up to 4 pictures (prdImage01~04) are taken.',
      ru: 'Изображений может быть до 4 (prdImage01~04).',
      uz: 'Rasmlar 4 tagacha bo‘ladi (prdImage01~04).',
    }),
  ];
}

function deliveryFaults({ delivery }: ListingDraft): readonly Localized[] {
  const { fee, freeFrom, returnFee, exchangeFee, remoteFee, carrierId } = delivery;
  const amounts = [fee, freeFrom, returnFee, exchangeFee, remoteFee].filter((amount) => amount !== null);
  const isKnown = carrierId === null || Object.hasOwn(CARRIERS.codeOf, carrierId);
  return [
    ...faultIf(returnFee === null, {
      ko: '반품 배송비(rtngdDlvCst)가 없습니다.',
      en: 'The fee for returns (rtngdDlvCst) is missing.',
      ru: 'Не указана плата за возврат (rtngdDlvCst).',
      uz: 'Qaytarish to‘lovi (rtngdDlvCst) ko‘rsatilmagan.',
    }),
    ...faultIf(exchangeFee === null, {
      ko: '교환 배송비(exchDlvCst)가 없습니다.',
      en: 'The fee for exchanges (exchDlvCst) is missing.',
      ru: 'Не указана плата за обмен (exchDlvCst).',
      uz: 'Almashtirish to‘lovi (exchDlvCst) ko‘rsatilmagan.',
    }),
    ...faultIf(
      amounts.some((amount) => amount < 0 || amount % 10 !== 0),
      {
        ko: '배송비(dlvCst1, rtngdDlvCst, exchDlvCst)는 10원 단위여야 합니다.',
        en: 'Fees (dlvCst1, rtngdDlvCst, exchDlvCst) go in steps of 10 won.',
        ru: 'Плата за доставку (dlvCst1, rtngdDlvCst, exchDlvCst) должна быть кратна 10 вонам.',
        uz: 'Yetkazish to‘lovlari (dlvCst1, rtngdDlvCst, exchDlvCst) 10 vonga karrali bo‘lishi kerak.',
      },
    ),
    ...faultIf(!isKnown, {
      ko: `11번가에 없는 택배사(dlvEtprsCd)입니다: ${carrierId ?? ''}`,
      en: `11st has no such carrier (dlvEtprsCd): ${carrierId ?? ''}`,
      ru: `У 11st нет такого перевозчика (dlvEtprsCd): ${carrierId ?? ''}`,
      uz: `11st da bunday tashuvchi yo‘q (dlvEtprsCd): ${carrierId ?? ''}`,
    }),
  ];
}

function factFaults(draft: ListingDraft): readonly Localized[] {
  const { origin, certifications } = draft;
  const found = noticeOf(draft);
  const unknown = unknownCertificates(certifications);
  return [
    ...faultIf(origin === null, {
      ko: '원산지(orgnTypCd)가 없습니다.',
      en: 'The origin (orgnTypCd) is missing.',
      ru: 'Не указано происхождение (orgnTypCd).',
      uz: 'Kelib chiqishi (orgnTypCd) ko‘rsatilmagan.',
    }),
    ...faultIf(origin !== null && originName(origin) === null, {
      ko: '수입품의 원산지 국가(orgnNmVal)가 없습니다.',
      en: 'The country that imported goods come from (orgnNmVal) is missing.',
      ru: 'Не указана страна импортного товара (orgnNmVal).',
      uz: 'Import mahsulot mamlakati (orgnNmVal) ko‘rsatilmagan.',
    }),
    ...faultIf(unknown.length > 0, {
      ko: `11번가에 없는 인증 유형(certTypeCd)입니다: ${unknown.join(', ')}`,
      en: `11st has no such certificate (certTypeCd): ${unknown.join(', ')}`,
      ru: `У 11st нет такого сертификата (certTypeCd): ${unknown.join(', ')}`,
      uz: `11st da bunday sertifikat yo‘q (certTypeCd): ${unknown.join(', ')}`,
    }),
    ...('lacks' in found ? [found.lacks] : []),
  ];
}
