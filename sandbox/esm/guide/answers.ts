import type { WireAnswer } from '../../frame/marketplace.ts';

const JSON_HEADERS = { 'content-type': 'application/json; charset=utf-8' };

/** Any JSON answer. */
export function json(status: number, content: unknown): WireAnswer {
  return { status, headers: JSON_HEADERS, body: JSON.stringify(content) };
}

/** A call that went well, with what it answers beside its code. */
export function success(content: Readonly<Record<string, unknown>> = {}): WireAnswer {
  return json(200, { resultCode: 0, message: '', ...content });
}

const STATUSES = {
  INVALID_TOKEN: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  INVALID_PARAMETER: 400,
  INVALID_STATE: 409,
  ALREADY_PROCESSED: 409,
  TOO_MANY_REQUESTS: 429,
  INTERNAL_ERROR: 500,
} as const;

export type Trouble = keyof typeof STATUSES;

/** Refuses a call; the word in brackets tells why. */
export class GuideRefusal extends Error {
  readonly trouble: Trouble;

  constructor(trouble: Trouble, message: string) {
    super(message);
    this.trouble = trouble;
  }

  answer(): WireAnswer {
    return json(STATUSES[this.trouble], { resultCode: 1000, message: `[${this.trouble}] ${this.message}` });
  }
}

/** Refuses a call. */
export function refuse(trouble: Trouble, message: string): never {
  throw new GuideRefusal(trouble, message);
}
