import type { Localized } from '../../kit/localized.ts';
import { ownRefusal } from '../../kit/own-refusal.ts';
import type { OrdersDesk, Outcome, ShipTarget } from '../../kit/shop.ts';
import { type Failure, sendInTurn } from '../outcomes.ts';
import type { Ask } from './calls.ts';
import { DIRECT } from './carriers.ts';
import type { OperationName } from './operations.ts';

type Writes = Required<Pick<OrdersDesk, 'ship' | 'changeInvoice'>>;

/** Shipping and changing the invoice (guide §3.4). */
export function writesOf(ask: Ask): Writes {
  return {
    ship: (targets) => invoice(ask, 'ship', targets, shipBody),
    changeInvoice: (targets) => invoice(ask, 'changeInvoice', targets, changeBody),
  };
}

/** 01 parcel, 02 brought by the seller (guide §3.4.2). */
function shipBody(target: ShipTarget): string {
  return target.carrierCode === DIRECT
    ? JSON.stringify({ dlvMthdCd: '02' })
    : JSON.stringify({ dlvMthdCd: '01', ...parcelOf(target) });
}

function changeBody(target: ShipTarget): string {
  return JSON.stringify(parcelOf(target));
}

/** A parcel as the guide writes it, of orders and of exchanges. */
export function parcelOf({
  carrierCode,
  invoice: trkNo,
}: {
  readonly carrierCode: string;
  readonly invoice: string;
}): { readonly dlvCoCd: string; readonly trkNo: string } {
  return { dlvCoCd: carrierCode, trkNo };
}

const ONE_INVOICE: Localized = {
  ko: '11번가(가이드) 주문 하나에는 송장을 하나만 등록할 수 있습니다.',
  en: 'At 11st (guide) an order takes one invoice.',
  ru: 'У 11st (guide) заказ принимает один трек-номер.',
  uz: '11st (guide) da buyurtmaga bitta trek-raqam kiritiladi.',
};

/** One call for each order: it has one invoice for all its lines. */
function invoice(
  ask: Ask,
  operation: OperationName,
  targets: readonly ShipTarget[],
  bodyOf: (target: ShipTarget) => string,
): Promise<readonly Outcome[]> {
  const orders = [...Map.groupBy(targets, ({ nativeOrderId }) => nativeOrderId).values()];
  return sendInTurn(
    orders,
    async (group) => {
      const [first] = group;
      if (first === undefined) return [];
      const body = bodyOf(first);
      await ask({ operation, params: { ordNo: first.nativeOrderId }, body, decode: () => null });
      return group.map((target) =>
        bodyOf(target) === body ? shipped(target) : failed(target, ownRefusal('refused', ONE_INVOICE)),
      );
    },
    failed,
  );
}

/** Other lines of the order went along, so it is read again. */
function shipped({ line }: ShipTarget): Outcome {
  return { kind: 'done', line, status: 'DELIVERING', nativeStatus: '301', readAgain: true };
}

function failed({ line }: ShipTarget, failure: Failure): Outcome {
  return { ...failure, line };
}
