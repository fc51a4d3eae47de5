import { z } from 'zod';
import type { WebhookEndpoint } from '../../store/webhooks/endpoints.ts';
import { id } from '../values/id.ts';
import { instant, instantOrNull } from '../values/instant.ts';

const fields = {
  id,
  url: z.string(),
  description: z.string(),
  event_types: z.array(z.string()).describe('Empty: all of them.'),
  account_ids: z.array(id).describe('Empty: all of them.'),
  state: z
    .enum(['active', 'failing', 'paused'])
    .describe('`failing`: the last message was not taken and is tried again.'),
  paused_because: z
    .enum(['asked', 'gone', 'failing'])
    .nullable()
    .describe(
      '`asked`: by a person; `gone`: the receiver answered 410; `failing`: it took nothing for a day.',
    ),
  paused_at: instant.nullable(),
  failing_since: instant.nullable(),
  last_success_at: instant.nullable(),
  waiting: z.int().describe('Messages that wait for it.'),
  old_secret_valid_until: instant
    .nullable()
    .describe('Until then the secret before the present one signs too.'),
  created_at: instant,
};

/** An address that is told what happens. */
export const webhookView = z.object(fields).meta({ id: 'Webhook' });

/** The same with its secret, which is shown once. */
export const webhookWithSecret = z
  .object({
    ...fields,
    secret: z
      .string()
      .nullable()
      .describe(
        'Signs the messages. Shown this once; null when the answer is repeated by an Idempotency-Key.',
      ),
  })
  .meta({ id: 'WebhookWithSecret' });

export function webhookOf(endpoint: WebhookEndpoint): z.infer<typeof webhookView> {
  return {
    id: endpoint.id,
    url: endpoint.url,
    description: endpoint.description,
    event_types: [...endpoint.eventTypes],
    account_ids: [...endpoint.accounts],
    state: stateOf(endpoint),
    paused_because: endpoint.pausedBecause,
    paused_at: instantOrNull(endpoint.pausedAt),
    failing_since: instantOrNull(endpoint.failingSince),
    last_success_at: instantOrNull(endpoint.lastSuccessAt),
    waiting: endpoint.waiting,
    old_secret_valid_until: instantOrNull(endpoint.secretBeforeUntil),
    created_at: endpoint.createdAt.toISOString(),
  };
}

function stateOf({ pausedAt, failingSince }: WebhookEndpoint): 'active' | 'failing' | 'paused' {
  if (pausedAt !== null) return 'paused';
  return failingSince === null ? 'active' : 'failing';
}
