import type { WireAnswer } from '../../frame/marketplace.ts';
import { CallRefused } from '../gateway/answers.ts';

const STATUS_OF = {
  INVALID_TOKEN: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  INVALID_PARAMETER: 400,
  INVALID_STATE: 409,
  ALREADY_PROCESSED: 409,
  DUPLICATE_TRACKING_NUMBER: 409,
  TOO_MANY_REQUESTS: 429,
  INTERNAL_ERROR: 500,
} as const;

/** Why a call is refused; the guide is silent on errors, these words are ours. */
export type Refusal = keyof typeof STATUS_OF;

const json = (status: number, content: unknown): WireAnswer => ({
  status,
  headers: { 'content-type': 'application/json;charset=UTF-8' },
  body: JSON.stringify(content),
});

/** A refusal: its word stands first in the message, in brackets. */
export function guideRefusal(word: Refusal, message: string): WireAnswer {
  return json(STATUS_OF[word], { code: 'ERROR', message: `[${word}] ${message}` });
}

/** An answer with data. */
export function guideData(data: unknown): WireAnswer {
  return json(200, { code: 'SUCCESS', message: '', data });
}

/** One page of a list. */
export function guidePage(data: readonly unknown[], nextToken: string): WireAnswer {
  return json(200, { code: 'SUCCESS', message: '', data, nextToken });
}

/** Ends a call with a refusal. */
export function refuseGuide(word: Refusal, message: string): never {
  throw new CallRefused(guideRefusal(word, message));
}
