import { webhookBody } from '../../domain/webhook.ts';
import type { OutgoingDelivery } from '../../store/webhooks/outgoing.ts';
import type { Egress, EgressTrouble } from '../egress/egress.ts';
import { signatureHeaders } from './sign.ts';

/** What a receiver answered to one message, or why it did not. */
export interface SentDelivery {
  readonly delivery: OutgoingDelivery;
  readonly at: Date;
  readonly tookMs: number;
  readonly ok: boolean;
  readonly status: number | null;
  readonly trouble: EgressTrouble | null;
  readonly answer: string | null;
  /** How long the receiver asks to be left alone. */
  readonly askedMs: number | null;
}

/** Sends one message once. Only a 2xx is a success: a redirect is not followed, since the body is meant for this address. */
export async function sendDelivery(
  egress: Egress,
  delivery: OutgoingDelivery,
  clock: () => Date,
  signal: AbortSignal,
): Promise<SentDelivery> {
  const sentAt = clock();
  const startedAt = performance.now();
  const body = webhookBody({
    type: delivery.type,
    occurredAt: delivery.occurredAt.toISOString(),
    account: delivery.account,
    data: delivery.data,
  });
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Moa-Webhooks/1',
    ...signatureHeaders({ id: delivery.messageId, sentAt, body }, delivery.secrets),
  };
  const result = await egress.post(delivery.url, headers, body, signal);
  const outcome = { delivery, at: clock(), tookMs: performance.now() - startedAt };
  if (result.kind === 'trouble') {
    return {
      ...outcome,
      ok: false,
      status: null,
      trouble: result.trouble,
      answer: null,
      askedMs: null,
    };
  }
  const { status, start, retryAfter } = result.answer;
  return {
    ...outcome,
    ok: status >= 200 && status < 300,
    status,
    trouble: null,
    answer: start,
    askedMs: waitOf(retryAfter, outcome.at),
  };
}

/** Retry-After (RFC 9110 §10.2.3): seconds, or a date. */
function waitOf(text: string | null, now: Date): number | null {
  if (text === null) return null;
  if (/^\d{1,9}$/.test(text.trim())) return Number(text) * 1000;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}
