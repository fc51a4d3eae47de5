import type { ClaimAction } from '../../../domain/claim-action.ts';
import type { ClaimActionFacts, WritePromise } from '../../kit/edition.ts';
import { AT_MOST } from './operations.ts';

const BY_READING = {
  promise: 'exactly-once by read-back' satisfies WritePromise,
  perCall: AT_MOST.ids,
} as const;

const REFUNDS = {
  ko: '처리하면 바로 환불되며 되돌릴 수 없습니다.',
  en: 'It refunds the buyer at once and cannot be undone.',
  ru: 'Деньги сразу вернутся покупателю, и отменить это нельзя.',
  uz: 'Pul xaridorga darhol qaytariladi va buni ortga qaytarib bo‘lmaydi.',
} as const;
const BUYER_READS = {
  ko: '입력한 사유는 구매자에게 그대로 보입니다.',
  en: 'The buyer reads what you write.',
  ru: 'Покупатель увидит то, что вы напишете.',
  uz: 'Yozganingizni xaridor ko‘radi.',
} as const;

/** What can be done with claims (guide §1.5–1.7), from the states of the agreed envelope. */
export const CLAIM_ACTION_FACTS: Readonly<Partial<Record<ClaimAction, ClaimActionFacts>>> = {
  'cancel.approve': {
    ...BY_READING,
    from: ['requested'],
    needs: [],
    takes: ['text'],
    leadsTo: ['done'],
    warns: REFUNDS,
  },
  'cancel.reject': {
    ...BY_READING,
    from: ['requested'],
    needs: ['text'],
    leadsTo: ['rejected'],
    warns: BUYER_READS,
  },
  'return.approve': {
    ...BY_READING,
    from: ['requested', 'on_hold'],
    needs: [],
    takes: ['text'],
    leadsTo: ['approved'],
  },
  'return.reject': {
    ...BY_READING,
    // The guide's own example refuses for traces of use, so the goods may have been seen.
    from: ['requested', 'collected'],
    needs: ['text'],
    leadsTo: ['rejected'],
    warns: BUYER_READS,
  },
  'return.collect': { ...BY_READING, from: ['approved'], needs: [], leadsTo: ['collected'] },
  'return.complete': {
    ...BY_READING,
    from: ['collected', 'on_hold'],
    needs: [],
    leadsTo: ['done'],
    warns: REFUNDS,
  },
  'return.charge_fee': {
    ...BY_READING,
    from: ['requested', 'approved', 'collected'],
    needs: ['fee', 'fault'],
    leadsTo: ['on_hold'],
    means: {
      ko: '반품 배송비를 청구하면서 반품을 보류합니다. 승인하거나 완료하면 보류가 풀립니다.',
      en: 'It charges the return freight by holding the return. Approving or completing it lifts the hold.',
      ru: 'Ставит возврат на паузу и требует плату за обратную доставку. Одобрение или завершение снимает паузу.',
      uz: 'Qaytarib jo‘natish haqini so‘rab, qaytarishni to‘xtatadi. Tasdiqlash yoki yakunlash to‘xtatishni yechadi.',
    },
  },
  'return.change_fault': {
    ...BY_READING,
    // The state stays, and a fault changed twice the same way shows no difference.
    promise: 'at-least-once',
    from: ['requested', 'approved', 'collected', 'on_hold'],
    needs: ['fault', 'text'],
    takes: ['shipment'],
    leadsTo: ['requested', 'approved', 'collected', 'on_hold'],
    warns: {
      ko: '귀책을 판매자로 바꾸면 반품 배송비를 판매자가 부담합니다.',
      en: 'Changing the fault to yours makes you pay the return freight.',
      ru: 'Если виновным станет продавец, обратную доставку оплачиваете вы.',
      uz: 'Aybdor sotuvchi bo‘lsa, qaytarib jo‘natishni siz to‘laysiz.',
    },
  },
  'exchange.approve': { ...BY_READING, from: ['requested'], needs: [], leadsTo: ['approved'] },
  'exchange.reject': {
    ...BY_READING,
    from: ['requested'],
    needs: ['text'],
    leadsTo: ['rejected'],
    warns: BUYER_READS,
  },
  'exchange.ship': { ...BY_READING, from: ['collected'], needs: ['shipment'], leadsTo: ['reshipped'] },
};
