import type { OrderLineId } from '../../domain/ids.ts';
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
  const ships = payload.kind === 'ship' || payload.kind === 'change_invoice';
  return {
    command: command.id,
    order: command.order,
    line,
    status: outcome.status,
    nativeStatus: outcome.nativeStatus,
    packageKey: outcome.packageKey ?? null,
    parcel: ships
      ? {
          carrierId: payload.carrierId,
          nativeCarrier: payload.carrierCode,
          invoice: payload.invoice,
          shippedAt: payload.shippedAt,
        }
      : null,
    shipBy: payload.kind === 'delay' ? payload.shipBy : null,
  };
}
