import type {
  ClaimFault,
  ClaimFee,
  ClaimLine,
  ClaimRequester,
  ClaimSnapshot,
  Collection,
  Replacement,
} from '../../../../domain/claim.ts';
import { isClosedClaim } from '../../../../domain/claim.ts';
import type { Contact, Person } from '../../../../domain/order.ts';
import {
  asFields,
  asList,
  type Fields,
  idAt,
  integerAt,
  listAt,
  optionalFieldsAt,
  optionalIdAt,
  optionalIntegerAt,
  optionalTextAt,
  textAt,
  UnreadableError,
} from '../../../kit/decode.ts';
import { cutPersonal } from '../../../kit/personal.ts';
import { momentAt, optionalMomentAt } from '../values.ts';
import { faultOf, reasonOf, textsTogether } from './codes.ts';
import { stateOfExchange } from './exchange-state.ts';
import { claimIdOfExchange } from './ids.ts';

/** An exchange, and the boxes that were opened for what is sent anew. */
export interface ExchangeRead {
  readonly claim: ClaimSnapshot;
  readonly newBoxes: readonly NewBox[];
}

/** A box of new goods (sheet §3.5: `deliveryInvoiceGroupDtos`). */
export interface NewBox {
  readonly shipmentBoxId: string;
  readonly nativeCarrier: string | null;
  readonly invoice: string | null;
}

const PERSONAL = ['exchangeAddressDtoV1', 'collectInformationsDto.returndeliveryDestinationDto'];

/** Reads one exchange (sheet §3.5). Throws UnreadableError. */
export function decodeExchange(row: unknown): ExchangeRead {
  const exchange = asFields(row, 'exchange');
  const { rest, personal } = cutPersonal(exchange, PERSONAL);
  const nativeStatus = textAt(exchange, 'exchangeStatus');
  const pickup = pickupOf(exchange);
  const newBoxes = newBoxesOf(exchange);
  const collectStatus = optionalTextAt(exchange, 'collectStatus');
  const state = stateOfExchange({
    exchangeStatus: nativeStatus,
    collectStatus,
    hasPickupInvoice: pickup !== null,
    hasNewInvoice: newBoxes.some(({ invoice }) => invoice !== null),
  });
  const fault = faultOf(optionalTextAt(exchange, 'faultType'));
  const nativeReason = optionalTextAt(exchange, 'reasonCode');
  const claim: ClaimSnapshot = {
    nativeClaimId: claimIdOfExchange(idAt(exchange, 'exchangeId')),
    nativeOrderId: idAt(exchange, 'orderId'),
    kind: 'exchange',
    state,
    nativeStatus,
    requestedAt: momentAt(exchange, 'createdAt'),
    requestedBy: requesterOf(exchange),
    fault,
    reason: reasonOf(nativeReason),
    nativeReason,
    reasonText: textsTogether([
      optionalTextAt(exchange, 'reasonCodeText'),
      optionalTextAt(exchange, 'reasonEtcDetail'),
      optionalTextAt(exchange, 'cancelReason'),
    ]),
    lines: listAt(exchange, 'exchangeItemDtoV1s').map((item) => lineOf(asFields(item, 'exchangeItemDtoV1s'))),
    fee: feeOf(exchange, fault),
    collection: {
      by: collectStatus === 'NoCollect' ? 'nobody' : null,
      nativeCarrier: pickup?.nativeCarrier ?? null,
      invoice: pickup?.invoice ?? null,
      collectedAt: optionalMomentAt(exchange, 'collectCompleteDate'),
    } satisfies Collection,
    replacement: replacementOf(newBoxes),
    hold: null,
    decidesAt: null,
    endedAt: state !== null && isClosedClaim(state) ? optionalMomentAt(exchange, 'modifiedAt') : null,
    contact: contactOf(exchange, personal),
    native: rest,
  };
  return { claim, newBoxes };
}

/** `createdByType` (sheet §3.5); a counsellor is Coupang's. */
const REQUESTERS: Readonly<Record<string, ClaimRequester>> = {
  CUSTOMER: 'buyer',
  COUNSELOR: 'marketplace',
  COUPANG: 'marketplace',
  VENDOR: 'seller',
};

function requesterOf(exchange: Fields): ClaimRequester | null {
  return REQUESTERS[optionalTextAt(exchange, 'createdByType') ?? ''] ?? null;
}

/** The option sent anew is always the option sent first (sheet §3.5). */
function lineOf(item: Fields): ClaimLine {
  const nativeItemId = idAt(item, 'orderItemId');
  const box = optionalIdAt(item, 'originalShipmentBoxId');
  const quantity = integerAt(item, 'quantity');
  if (quantity < 1) throw new UnreadableError('quantity', 'a quantity', quantity);
  return { nativeLineId: box === null ? null : `${box}:${nativeItemId}`, nativeItemId, quantity };
}

/** It is settled outside Coupang (sheet §3.5), and only a buyer who is at fault pays it. */
function feeOf(exchange: Fields, fault: ClaimFault | null): ClaimFee | null {
  const amount = optionalIntegerAt(exchange, 'exchangeAmount');
  if (amount === null || amount <= 0) return null;
  return { amount, currency: 'KRW', paidBy: fault === 'buyer' ? 'buyer' : null, method: null };
}

function pickupOf(
  exchange: Fields,
): { readonly nativeCarrier: string | null; readonly invoice: string } | null {
  for (const row of asList(exchange.returnDeliveryDtos ?? [], 'returnDeliveryDtos')) {
    const delivery = asFields(row, 'returnDeliveryDtos');
    const invoice = optionalTextAt(delivery, 'deliveryInvoiceNo');
    if (invoice !== null) return { nativeCarrier: optionalTextAt(delivery, 'deliveryCompanyCode'), invoice };
  }
  return null;
}

function newBoxesOf(exchange: Fields): readonly NewBox[] {
  return asList(exchange.deliveryInvoiceGroupDtos ?? [], 'deliveryInvoiceGroupDtos').flatMap((row) => {
    const group = asFields(row, 'deliveryInvoiceGroupDtos');
    const shipmentBoxId = optionalIdAt(group, 'shipmentBoxId');
    if (shipmentBoxId === null) return [];
    const invoices = asList(group.deliveryInvoiceDtos ?? [], 'deliveryInvoiceDtos').map((one) =>
      asFields(one, 'deliveryInvoiceDtos'),
    );
    const sent = invoices.find((one) => optionalTextAt(one, 'invoiceNumber') !== null);
    return [
      {
        shipmentBoxId,
        nativeCarrier: sent === undefined ? null : optionalTextAt(sent, 'deliverCode'),
        invoice: sent === undefined ? null : optionalTextAt(sent, 'invoiceNumber'),
      },
    ];
  });
}

/** Of several boxes the first one that is on its way speaks, else the first. */
function replacementOf(newBoxes: readonly NewBox[]): Replacement | null {
  const box = newBoxes.find(({ invoice }) => invoice !== null) ?? newBoxes[0];
  if (box === undefined) return null;
  return {
    packageKey: box.shipmentBoxId,
    nativeCarrier: box.nativeCarrier,
    invoice: box.invoice,
    shippedAt: null,
    deliveredAt: null,
  };
}

/** The address is where the new goods go; where the old ones are picked up stays in the documents cut out. */
function contactOf(exchange: Fields, personal: Readonly<Record<string, unknown>>): Contact | null {
  const address = optionalFieldsAt(exchange, 'exchangeAddressDtoV1');
  if (address === undefined) return null;
  return {
    orderer: personOf(address, 'return'),
    receiver: personOf(address, 'delivery'),
    postalCode: optionalTextAt(address, 'deliveryAddressZipCode'),
    address: optionalTextAt(address, 'deliveryAddress'),
    addressDetail: optionalTextAt(address, 'deliveryAddressDetail'),
    deliveryNote: optionalTextAt(address, 'deliveryMemo'),
    customsCode: null,
    native: personal,
  };
}

/** Mobile numbers are safe numbers since 2024-09-02 (sheet §3.5). */
function personOf(address: Fields, end: 'return' | 'delivery'): Person {
  return {
    name: optionalTextAt(address, `${end}CustomerName`),
    phone: optionalTextAt(address, `${end}Phone`),
    safePhone: optionalTextAt(address, `${end}Mobile`),
    email: null,
  };
}
