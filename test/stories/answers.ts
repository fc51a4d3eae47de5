import { z } from 'zod';
import { CLAIM_KINDS, CLAIM_STATES } from '../../src/domain/claim.ts';
import { CLAIM_ACTIONS, CLAIM_INPUTS } from '../../src/domain/claim-action.ts';
import { ORDER_STATUSES } from '../../src/domain/status.ts';

/** What the stories look at in the hub's answers. */

const penalty = z.object({ points: z.number().nullable(), detail: z.string(), source: z.string() });
const reason = z.object({ code: z.string(), name: z.string(), fault: z.string().nullable() });
const parcel = z.object({ native_carrier: z.string().nullable(), invoice: z.string().nullable() });

const CLAIM = z.object({
  id: z.int(),
  kind: z.enum(CLAIM_KINDS),
  state: z.enum(CLAIM_STATES).nullable(),
  native_claim_id: z.string(),
  native_status: z.string(),
  requested_by: z.string().nullable(),
  fault: z.string().nullable(),
  lines: z.array(z.object({ line_id: z.int().nullable(), quantity: z.int().nullable() })),
  fee: z.object({ amount: z.int(), paid_by: z.string().nullable() }).nullable(),
  collection: parcel,
  replacement: parcel,
  conflict: z.object({ code: z.string() }).nullable(),
});
export type ListedClaim = z.infer<typeof CLAIM>;

/** `GET /claims/{id}` */
export const CLAIM_DETAIL = CLAIM.extend({
  actions: z.array(
    z.object({
      action: z.enum(CLAIM_ACTIONS),
      needs: z.array(z.enum(CLAIM_INPUTS)),
      takes: z.array(z.enum(CLAIM_INPUTS)),
      reasons: z.array(reason),
    }),
  ),
  not_offered: z.array(z.object({ action: z.enum(CLAIM_ACTIONS), detail: z.string() })),
});
export type Claim = z.infer<typeof CLAIM_DETAIL>;

/** `GET /orders/{id}` */
export const ORDER = z.object({
  id: z.int(),
  native_order_id: z.string(),
  status: z.enum(ORDER_STATUSES).nullable(),
  lines: z.array(
    z.object({
      id: z.int(),
      native_line_id: z.string(),
      status: z.enum(ORDER_STATUSES).nullable(),
      native_status: z.string(),
      quantity: z.int(),
      shippable_quantity: z.int(),
      native_carrier: z.string().nullable(),
      invoice: z.string().nullable(),
      parts: z
        .array(z.object({ quantity: z.int(), native_carrier: z.string(), invoice: z.string() }))
        .nullable(),
    }),
  ),
  claims: z.array(CLAIM),
  seller_cancel: z.object({ reasons: z.array(reason.extend({ penalties: z.array(penalty) })) }).nullable(),
});
export type Order = z.infer<typeof ORDER>;

/** `GET /orders` */
export const ORDERS = z.object({ orders: z.array(z.object({ id: z.int(), native_order_id: z.string() })) });

/** What a write answers. */
export const WISHED = z.object({ commands: z.array(z.object({ id: z.int() })) });

/** `GET /commands/{id}` */
export const COMMAND = z.object({
  kind: z.string(),
  state: z.string(),
  attempts: z.int(),
  may: z.array(z.string()),
  next_attempt_at: z.string().nullable(),
  lines: z.array(z.object({ code: z.string().nullable(), native_text: z.string().nullable() })),
  trouble: z.unknown(),
});

/** `POST /sync/orders` */
export const SYNCED = z.object({
  runs: z.array(z.object({ status: z.string(), failed: z.int(), error: z.unknown() })),
});

/** `GET /platforms` */
export const PLATFORMS = z.object({
  platforms: z.array(
    z.object({
      id: z.string(),
      editions: z.array(
        z.object({
          name: z.string(),
          capabilities: z.array(z.object({ operation: z.string() })),
          unsupported: z.array(z.object({ operation: z.string() })),
        }),
      ),
    }),
  ),
});

export const CONNECTED = z.object({ id: z.int() });
