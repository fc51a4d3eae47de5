import { createHmac } from 'node:crypto';

const SECRET_PREFIX = 'whsec_';

/** What a message is signed over, besides the secret. */
export interface SignedMessage {
  readonly id: string;
  readonly sentAt: Date;
  readonly body: string;
}

/**
 * The headers of Standard Webhooks (standardwebhooks.com, "Webhook signatures"): the HMAC-SHA256 of
 * `id.timestamp.body` under each secret, so that receivers with the old and with the new secret both find theirs.
 */
export function signatureHeaders(
  message: SignedMessage,
  secrets: readonly string[],
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(message.sentAt.getTime() / 1000));
  const content = `${message.id}.${timestamp}.${message.body}`;
  return {
    'webhook-id': message.id,
    'webhook-timestamp': timestamp,
    'webhook-signature': secrets
      .map((secret) => `v1,${createHmac('sha256', keyOf(secret)).update(content).digest('base64')}`)
      .join(' '),
  };
}

/** The key is the bytes behind the base64, not its letters. */
function keyOf(secret: string): Buffer {
  return Buffer.from(secret.slice(SECRET_PREFIX.length), 'base64');
}
