import type { ClaimState } from '../../../domain/claim.ts';
import type { ClaimAction, ClaimPayload } from '../../../domain/claim-action.ts';
import type { ClaimActionFacts } from '../../kit/edition.ts';
import { MarketplaceError } from '../../kit/trouble.ts';
import type { OperationName } from './operations.ts';

/** The call behind an action (guide §2.5 to §2.7). */
export interface ClaimCall {
  readonly operation: OperationName;
  /** Cancels are answered under their order, with the receipt in the body; the rest under the receipt. */
  readonly byOrder: boolean;
  readonly more: (payload: ClaimPayload) => object;
  readonly after: { readonly state: ClaimState; readonly nativeStatus: string };
}

const nothing = () => ({});
const rejectReason = ({ text }: ClaimPayload) => ({ rejectReason: text ?? '' });

function parcel({ kind, shipment }: ClaimPayload): object {
  if (shipment === null) throw new MarketplaceError({ reason: 'refused', operation: kind });
  return { invoiceNumber: shipment.invoice, deliveryCompanyCode: shipment.carrierCode };
}

export const CLAIM_CALLS: Readonly<Partial<Record<ClaimAction, ClaimCall>>> = {
  'cancel.approve': {
    operation: 'approveCancel',
    byOrder: true,
    more: nothing,
    after: { state: 'done', nativeStatus: 'COMPLETE/DONE' },
  },
  'cancel.reject': {
    operation: 'rejectCancel',
    byOrder: true,
    more: rejectReason,
    after: { state: 'rejected', nativeStatus: 'COMPLETE/REJECTED' },
  },
  'return.approve': {
    operation: 'approveReturn',
    byOrder: false,
    more: nothing,
    after: { state: 'approved', nativeStatus: 'PROGRESS/APPROVED' },
  },
  'return.reject': {
    operation: 'rejectReturn',
    byOrder: false,
    more: rejectReason,
    after: { state: 'rejected', nativeStatus: 'COMPLETE/REJECTED' },
  },
  'return.collect': {
    operation: 'confirmRetrieve',
    byOrder: false,
    more: nothing,
    after: { state: 'done', nativeStatus: 'COMPLETE/DONE' },
  },
  'exchange.approve': {
    operation: 'approveExchange',
    byOrder: false,
    more: nothing,
    after: { state: 'approved', nativeStatus: 'PROGRESS/APPROVED' },
  },
  'exchange.ship': {
    operation: 'dispatchExchange',
    byOrder: false,
    more: parcel,
    after: { state: 'reshipped', nativeStatus: 'PROGRESS/DISPATCHED' },
  },
};

/** A receipt's own status tells afterwards whether a call arrived. */
const READ_BACK = { promise: 'exactly-once by read-back', perCall: 1 } as const;

/** What can be done with claims in this edition. */
export const CLAIM_ACTIONS: Readonly<Partial<Record<ClaimAction, ClaimActionFacts>>> = {
  'cancel.approve': {
    ...READ_BACK,
    from: ['requested'],
    needs: [],
    leadsTo: ['done'],
    warns: {
      ko: '승인하면 바로 환불되며 되돌릴 수 없습니다. 이미 보낸 상품이면 거부하세요.',
      en: 'The buyer is refunded at once, for good. Reject it if the goods have left.',
      ru: 'Деньги сразу вернутся покупателю, и отменить это нельзя. Если товар уже отправлен, отклоните запрос.',
      uz: 'Pul xaridorga darhol qaytariladi va buni ortga qaytarib bo‘lmaydi. Mahsulot jo‘natilgan bo‘lsa, rad eting.',
    },
  },
  'cancel.reject': { ...READ_BACK, from: ['requested'], needs: ['text'], leadsTo: ['rejected'] },
  'return.approve': { ...READ_BACK, from: ['requested'], needs: [], leadsTo: ['approved'] },
  'return.reject': { ...READ_BACK, from: ['requested'], needs: ['text'], leadsTo: ['rejected'] },
  'return.collect': {
    ...READ_BACK,
    from: ['approved', 'collecting', 'collected'],
    needs: [],
    leadsTo: ['done'],
    means: {
      ko: '수거 완료를 확인하면 바로 환불되고 반품이 끝납니다.',
      en: 'Confirming that the goods were collected refunds the buyer and ends the return.',
      ru: 'Подтверждение забора сразу возвращает деньги покупателю и завершает возврат.',
      uz: 'Olib ketish tasdiqlanganda xaridorga pul darhol qaytadi va qaytarish tugaydi.',
    },
    warns: {
      ko: '상품 상태를 확인한 뒤 누르세요. 환불은 되돌릴 수 없습니다.',
      en: 'Look at the goods first: the refund cannot be undone.',
      ru: 'Сначала осмотрите товар: возврат денег отменить нельзя.',
      uz: 'Avval mahsulotni ko‘ring: pul qaytarishni bekor qilib bo‘lmaydi.',
    },
  },
  'exchange.approve': { ...READ_BACK, from: ['requested'], needs: [], leadsTo: ['approved'] },
  'exchange.ship': { ...READ_BACK, from: ['collected'], needs: ['shipment'], leadsTo: ['reshipped'] },
};
