import type { WebhookId } from '../../domain/ids.ts';
import {
  type EndpointRecord,
  OUT_OF_ORDER,
  pauseAfterFailure,
  pauseReason,
  recordAfter,
} from '../../domain/webhook.ts';
import { recordAudit } from '../../store/audit.ts';
import { recordEvents } from '../../store/events.ts';
import type { OwnerScope } from '../../store/scope.ts';
import { pauseWebhook } from '../../store/webhooks/endpoints.ts';
import { hurryDeliveries, lockRecords, settleTries, writeRecords } from '../../store/webhooks/settle.ts';
import type { SentDelivery } from './send.ts';

const GONE = 410;

/**
 * Writes down what came of tries: when each message is tried next or that it is given up, and what the tries say about
 * their endpoints. One that answers again after it was out of order gets what waits for it; a dead one is paused.
 */
export async function settleSent(scope: OwnerScope, sent: readonly SentDelivery[]): Promise<void> {
  if (sent.length === 0) return;
  const tried = sent.map((one) => ({ one, againAfterMs: againAfter(one) }));
  const before = await lockRecords(scope, [...new Set(sent.map(({ delivery }) => delivery.endpoint))]);
  const after = new Map<WebhookId, EndpointRecord>(before);
  const recovered = new Set<WebhookId>();
  const toPause = new Map<WebhookId, 'gone' | 'failing'>();
  for (const { one, againAfterMs } of tried) {
    const { endpoint, isTest, roundStartedAt } = one.delivery;
    const record = after.get(endpoint);
    // A test says something about the endpoint when it succeeds; that it fails is why it was made.
    if (record === undefined || (isTest && !one.ok)) continue;
    const outcome = {
      ok: one.ok,
      at: one.at,
      roundStartedAt,
      gaveUp: againAfterMs === null,
      gone: one.status === GONE,
    };
    const next = recordAfter(record, outcome);
    after.set(endpoint, next);
    if (one.ok && record.failures >= OUT_OF_ORDER) recovered.add(endpoint);
    const reason = pauseReason(next, outcome);
    if (reason !== null) toPause.set(endpoint, reason);
  }
  await settleTries(
    scope,
    tried.map(({ one, againAfterMs }) => ({
      id: one.delivery.id,
      tries: one.delivery.tries,
      at: one.at,
      tookMs: one.tookMs,
      ok: one.ok,
      status: one.status,
      trouble: one.trouble,
      answer: one.answer,
      againAfterMs,
    })),
  );
  await writeRecords(scope, after);
  await hurryDeliveries(scope, [...recovered]);
  for (const [endpoint, reason] of toPause) await pause(scope, endpoint, reason);
}

/** A message whose receiver is gone waits with the others for the endpoint to be resumed. A test is tried once. */
function againAfter({ delivery, ok, status, at, askedMs }: SentDelivery): number | null {
  if (ok || delivery.isTest) return null;
  if (status === GONE) return 0;
  return pauseAfterFailure({
    tries: delivery.roundTries,
    ageMs: at.getTime() - delivery.roundStartedAt.getTime(),
    askedMs,
    chance: Math.random(),
  });
}

async function pause(scope: OwnerScope, endpoint: WebhookId, reason: 'gone' | 'failing'): Promise<void> {
  const paused = await pauseWebhook(scope, endpoint, reason);
  // Paused already, by this or for another reason: that was told.
  if (paused === undefined) return;
  await recordAudit(scope, [
    {
      actor: 'hub',
      action: 'webhook.pause',
      target: { kind: 'webhook', id: endpoint },
      detail: { reason },
    },
  ]);
  await recordEvents(scope, [
    {
      type: 'webhook.endpoint_paused',
      account: null,
      data: { webhook_id: endpoint, reason, waiting: paused.waiting },
    },
  ]);
}
