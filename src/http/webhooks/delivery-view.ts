import { z } from 'zod';
import { inLanguage } from '../../marketplaces/kit/localized.ts';
import {
  DELIVERY_STATES,
  type WebhookAttempt,
  type WebhookDelivery,
} from '../../store/webhooks/deliveries.ts';
import type { Language } from '../problems/language.ts';
import { id } from '../values/id.ts';
import { instant, instantOrNull } from '../values/instant.ts';
import { deliveryTrouble } from './delivery-trouble.ts';

const trouble = z.object({ code: z.string(), message: z.string() });

const fields = {
  id,
  webhook_id: id,
  message_id: z.string().describe('Its `webhook-id`: the same at every try, and when it is sent again.'),
  event_id: id.nullable().describe('Null for a test.'),
  type: z.string(),
  account_id: id.nullable(),
  state: z.enum(DELIVERY_STATES),
  occurred_at: instant,
  delivered_at: instant.nullable(),
  next_attempt_at: instant
    .nullable()
    .describe('Null when none is to come, or none while the webhook is paused.'),
  attempt_count: z.int(),
  last_status: z.int().nullable(),
  error: trouble.nullable(),
};

/** One event on its way to one address. */
export const deliveryView = z.object(fields).meta({ id: 'WebhookDelivery' });

/** The same with what it tells and each try. */
export const deliveryDetail = z
  .object({
    ...fields,
    data: z.record(z.string(), z.unknown()),
    attempts: z.array(
      z.object({
        attempt: z.int(),
        at: instant,
        took_ms: z.int(),
        status: z.int().nullable(),
        error: trouble.nullable(),
        answer: z.string().nullable().describe("How the receiver's answer begins, up to 1 KB."),
      }),
    ),
  })
  .meta({ id: 'WebhookDeliveryDetail' });

export function deliveryOf(delivery: WebhookDelivery, language: Language): z.infer<typeof deliveryView> {
  return {
    id: delivery.id,
    webhook_id: delivery.endpoint,
    message_id: delivery.messageId,
    event_id: delivery.eventId,
    type: delivery.type,
    account_id: delivery.account,
    state: delivery.state,
    occurred_at: delivery.occurredAt.toISOString(),
    delivered_at: instantOrNull(delivery.deliveredAt),
    next_attempt_at: instantOrNull(delivery.nextAt),
    attempt_count: delivery.tries,
    last_status: delivery.lastStatus,
    error: troubleOf(delivery.lastStatus, delivery.lastTrouble, language),
  };
}

export function deliveryDetailOf(
  delivery: WebhookDelivery,
  attempts: readonly WebhookAttempt[],
  language: Language,
): z.infer<typeof deliveryDetail> {
  return {
    ...deliveryOf(delivery, language),
    data: { ...delivery.data },
    attempts: attempts.map((attempt) => ({
      attempt: attempt.nth,
      at: attempt.at.toISOString(),
      took_ms: attempt.tookMs,
      status: attempt.status,
      error: troubleOf(attempt.status, attempt.trouble, language),
      answer: attempt.answer,
    })),
  };
}

function troubleOf(status: number | null, code: string | null, language: Language) {
  const found = deliveryTrouble(status, code);
  return found === null ? null : { code: found.code, message: inLanguage(found.sentence, language) };
}
