import type { ClaimAction } from '../../../domain/claim-action.ts';
import type { ClaimActionFacts, NativeReason } from '../../kit/edition.ts';

const READ_BACK = { promise: 'exactly-once by read-back', perCall: 1 } as const;

/** `rjtRsnCd` (guide §3.5.2); the guide's examples use the same codes for returns and exchanges. */
const REFUSALS: readonly NativeReason[] = [
  {
    code: '01',
    says: { ko: '이미 발송 완료', en: 'shipped already', ru: 'Уже отправлено', uz: 'Jo‘natib bo‘lingan' },
  },
  {
    code: '02',
    says: {
      ko: '주문제작 상품',
      en: 'made to order',
      ru: 'Товар сделан на заказ',
      uz: 'Buyurtma bilan yasalgan',
    },
  },
  { code: '03', says: { ko: '기타', en: 'other', ru: 'Другое', uz: 'Boshqa' } },
];

const REFUSAL = {
  needs: ['reason', 'text'],
  reasons: REFUSALS,
  leadsTo: ['rejected'],
  ...READ_BACK,
} as const;

const REFUNDS = {
  ko: '바로 환불되며 되돌릴 수 없습니다.',
  en: 'The buyer is refunded at once; it cannot be undone.',
  ru: 'Деньги сразу вернутся покупателю, и отменить это нельзя.',
  uz: 'Pul xaridorga darhol qaytariladi va buni ortga qaytarib bo‘lmaydi.',
} as const;

/** What can be done with claims (guide §3.5 to §3.7, §5.4). */
export const CLAIM_FACTS: Readonly<Partial<Record<ClaimAction, ClaimActionFacts>>> = {
  'cancel.approve': { from: ['requested'], needs: [], leadsTo: ['done'], ...READ_BACK, warns: REFUNDS },
  'cancel.reject': { from: ['requested'], ...REFUSAL },
  'return.approve': { from: ['requested'], needs: [], takes: ['text'], leadsTo: ['approved'], ...READ_BACK },
  'return.reject': { from: ['requested'], ...REFUSAL },
  'return.collect': { from: ['approved', 'collecting'], needs: [], leadsTo: ['collected'], ...READ_BACK },
  'return.complete': { from: ['collected'], needs: [], leadsTo: ['done'], ...READ_BACK, warns: REFUNDS },
  'exchange.approve': { from: ['requested'], needs: [], leadsTo: ['approved'], ...READ_BACK },
  'exchange.reject': { from: ['requested'], ...REFUSAL },
  'exchange.ship': {
    from: ['collected'],
    needs: ['shipment'],
    leadsTo: ['reshipped'],
    ...READ_BACK,
  },
};
