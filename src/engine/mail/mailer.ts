import { createTransport } from 'nodemailer';

/** A mail server and the address that mails come from. */
export interface MailSettings {
  /** `smtp://user:password@host:587`, or `smtps://` for TLS from the start. */
  readonly url: string;
  readonly from: string;
}

export interface OutgoingMail {
  /** The same for every try of one mail, so that readers' mailboxes can tell a repetition. */
  readonly id: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}

/** What became of one try. `again` may work later; `refused` will not. */
export type MailOutcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'again' | 'refused'; readonly failure: string };

export interface Mailer {
  readonly from: string;
  send(mail: OutgoingMail): Promise<MailOutcome>;
  close(): void;
}

const TIMEOUT_MS = 20_000;

/** Speaks to a mail server by SMTP. Its password goes nowhere else: failures are told by code and answer only. */
export function smtpMailer({ url, from }: MailSettings): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = /@([^@\s>]+)>?$/.exec(from)?.[1] ?? 'moa.invalid';
  return {
    from,
    async send({ id, to, subject, text }) {
      try {
        await transport.sendMail({
          from,
          to: [...to],
          subject,
          text,
          messageId: `<${id}@${domain}>`,
          // So that out-of-office programs do not answer.
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        return { kind: 'sent' };
      } catch (error) {
        return failureOf(error);
      }
    },
    close: () => transport.close(),
  };
}

const ANSWER_LIMIT = 200;

/** A server's 5xx is its last word on the mail; all else may be different next time. */
function failureOf(error: unknown): MailOutcome {
  const [responseCode, response, code] = ['responseCode', 'response', 'code'].map((name): unknown =>
    error instanceof Error ? Reflect.get(error, name) : undefined,
  );
  const isSignIn = code === 'EAUTH';
  const isRefused = typeof responseCode === 'number' && responseCode >= 500 && !isSignIn;
  const answer = typeof response === 'string' && !isSignIn ? response : String(responseCode ?? '');
  return {
    kind: isRefused ? 'refused' : 'again',
    failure: `${String(code ?? 'failed')} ${answer}`.trim().slice(0, ANSWER_LIMIT),
  };
}
