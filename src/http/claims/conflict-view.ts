import { z } from 'zod';
import { inLanguage, type Localized } from '../../marketplaces/kit/localized.ts';
import { CLAIM_CONFLICTS, type ClaimConflict } from '../../store/claims/conflicts.ts';
import type { Claim } from '../../store/claims/read.ts';
import type { Language } from '../problems/language.ts';
import { instant, instantOrNull } from '../values/instant.ts';

const SENTENCES: Readonly<Record<ClaimConflict, Localized>> = {
  canceled_after_shipping: {
    ko: '이미 송장이 등록된 상품에 취소가 들어왔습니다. 택배를 멈추거나 회수하고, 취소를 승인할지 거부할지 결정하세요.',
    en: 'A cancel came for what has an invoice already. Stop or fetch back the parcel, and decide whether to approve the cancel.',
    ru: 'Отмена пришла, когда трек-номер уже введён. Остановите или верните посылку и решите, одобрять ли отмену.',
    uz: 'Trek-raqam kiritilgach bekor qilish keldi. Jo‘natmani to‘xtating yoki qaytaring va bekor qilishni tasdiqlash-tasdiqlamaslikni hal qiling.',
  },
  cancel_while_shipping: {
    ko: '발송 처리를 보내는 중에 취소가 들어왔습니다. 상품이 나갔는지 확인하고 결정하세요.',
    en: 'A cancel came while the shipment was being registered. See whether the goods have left, and decide.',
    ru: 'Отмена пришла во время регистрации отправки. Проверьте, ушёл ли товар, и решите.',
    uz: 'Jo‘natish ro‘yxatga olinayotganda bekor qilish keldi. Mahsulot ketgan-ketmaganini ko‘rib, hal qiling.',
  },
  order_unknown: {
    ko: '이 클레임의 주문을 아직 읽지 못했습니다. 마켓에서 주문을 확인하세요.',
    en: 'The order of this claim could not be read yet. Look it up at the marketplace.',
    ru: 'Заказ этой претензии пока не прочитан. Посмотрите его на маркетплейсе.',
    uz: 'Bu da’voning buyurtmasi hali o‘qilmadi. Marketpleysda ko‘ring.',
  },
};

/** What a person has to settle about a claim. */
export const conflictView = z
  .object({
    code: z.enum(CLAIM_CONFLICTS),
    detail: z.string(),
    since: instant.nullable(),
    resolved_at: instant.nullable(),
    resolved_by: z.string().nullable(),
    resolution: z.string().nullable(),
  })
  .meta({ id: 'ClaimConflict' });

export function conflictOf(
  conflict: Claim['conflict'],
  language: Language,
): z.infer<typeof conflictView> | null {
  if (conflict === null) return null;
  return {
    code: conflict.code,
    detail: inLanguage(SENTENCES[conflict.code], language),
    since: instantOrNull(conflict.at),
    resolved_at: instantOrNull(conflict.resolvedAt),
    resolved_by: conflict.resolvedBy,
    resolution: conflict.resolution,
  };
}
