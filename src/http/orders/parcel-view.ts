import { z } from 'zod';
import { CARRIERS } from '../../domain/carrier.ts';
import type { Language } from '../../domain/language.ts';
import type { OrderLine } from '../../store/orders/read.ts';
import { id } from '../values/id.ts';
import { instant, instantOrNull } from '../values/instant.ts';

/** What travels under one invoice; an order has none, one or several. */
export const parcelView = z
  .object({
    invoice: z.string(),
    carrier_id: z.string().nullable(),
    carrier_name: z
      .string()
      .nullable()
      .describe('In the language asked for; of an unknown carrier its native name.'),
    native_carrier: z.string().nullable(),
    shipped_at: instant.nullable(),
    delivered_at: instant.nullable(),
    line_ids: z.array(id),
  })
  .meta({ id: 'Parcel' });

/** Groups lines by the parcel they are in. */
export function parcelsOf(lines: readonly OrderLine[], language: Language): z.infer<typeof parcelView>[] {
  const parcels = new Map<string, z.infer<typeof parcelView>>();
  for (const line of lines) {
    if (line.invoice === null) continue;
    const key = JSON.stringify([line.nativeCarrier, line.invoice]);
    const known = parcels.get(key);
    if (known !== undefined) {
      known.line_ids.push(line.id);
      continue;
    }
    parcels.set(key, {
      invoice: line.invoice,
      carrier_id: line.carrierId,
      carrier_name:
        CARRIERS.find((carrier) => carrier.id === line.carrierId)?.names[language] ?? line.nativeCarrier,
      native_carrier: line.nativeCarrier,
      shipped_at: instantOrNull(line.shippedAt),
      delivered_at: instantOrNull(line.deliveredAt),
      line_ids: [line.id],
    });
  }
  return [...parcels.values()];
}
