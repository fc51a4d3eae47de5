import type { ClaimAction } from '../../../domain/claim-action.ts';
import type { ClaimActionFacts, ClaimTimer } from '../../kit/edition.ts';

const ONE = { promise: 'exactly-once by read-back', perCall: 1 } as const;
const REFUNDS = {
  ko: '구매자에게 바로 환불되며 되돌릴 수 없습니다.',
  en: 'The buyer is refunded at once; this cannot be undone.',
  ru: 'Деньги сразу вернутся покупателю, и отменить это нельзя.',
  uz: 'Pul xaridorga darhol qaytariladi va buni ortga qaytarib bo‘lmaydi.',
};

/** What the guide's part 4.5 to 4.7 offers. */
export const CLAIM_FACTS: Readonly<Partial<Record<ClaimAction, ClaimActionFacts>>> = {
  'cancel.approve': { ...ONE, from: ['requested'], needs: [], leadsTo: ['done'], warns: REFUNDS },
  'cancel.reject': { ...ONE, from: ['requested'], needs: ['text'], leadsTo: ['rejected'] },
  'return.approve': { ...ONE, from: ['requested'], needs: [], leadsTo: ['approved'] },
  'return.reject': { ...ONE, from: ['requested'], needs: ['text'], leadsTo: ['rejected'] },
  'return.collect': { ...ONE, from: ['approved'], needs: [], leadsTo: ['collected'] },
  'return.complete': { ...ONE, from: ['collected'], needs: [], leadsTo: ['done'], warns: REFUNDS },
  'exchange.approve': { ...ONE, from: ['requested'], needs: [], leadsTo: ['approved'] },
  'exchange.ship': {
    ...ONE,
    from: ['approved', 'collected'],
    needs: ['shipment'],
    leadsTo: ['reshipped', 'done'],
  },
};

export const CLAIM_TIMERS: readonly ClaimTimer[] = [
  {
    kind: 'cancel',
    in: ['requested'],
    must: 'answer',
    from: 'requested',
    within: { hours: 24 },
    atEnd: 'decides',
    says: {
      ko: '24시간 안에 답하지 않으면 자동으로 취소됩니다.',
      en: 'Unless it is answered within 24 hours the cancel is carried out by itself.',
      ru: 'Если не ответить за 24 часа, отмена произойдёт сама.',
      uz: '24 soatda javob berilmasa, bekor qilish o‘zi amalga oshadi.',
    },
  },
];
