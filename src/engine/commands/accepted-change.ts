import type { OrderPayload } from '../../domain/command.ts';
import type { OrderLineId } from '../../domain/ids.ts';
import type { Shipment } from '../../domain/shipment.ts';
import type { OpenOrderCommand } from '../../store/commands/command.ts';
import type { AcceptedChange } from '../../store/orders/accepted.ts';
import type { LineDone } from './send.ts';

/** What the marketplace's "done" means for the local line. */
export function acceptedChange(
  command: OpenOrderCommand,
  line: OrderLineId,
  outcome: LineDone,
): AcceptedChange {
  const { payload } = command;
  const shipment = shipmentOf(payload);
  return {
    command: command.id,
    order: command.order,
    line,
    status: outcome.status,
    nativeStatus: outcome.nativeStatus,
    packageKey: outcome.packageKey ?? null,
    parts: payload.kind === 'split' ? payload.parts : null,
    held: payload.kind === 'hold' ? true : payload.kind === 'release' ? false : null,
    canceled: payload.kind === 'cancel' ? payload.quantity : null,
    parcel:
      shipment === undefined
        ? null
        : {
            carrierId: shipment.carrierId,
            nativeCarrier: shipment.carrierCode,
            invoice: shipment.invoice,
            shippedAt: shipment.shippedAt,
          },
    shipBy: payload.kind === 'delay' ? payload.shipBy : null,
  };
}

/** What left in parts is known by its first parcel. */
function shipmentOf(payload: OrderPayload): Shipment | undefined {
  if (payload.kind === 'split') return payload.parts[0];
  return payload.kind === 'ship' || payload.kind === 'change_invoice' ? payload : undefined;
}
