import type { WireAnswer } from '../../frame/marketplace.ts';
import { CallRefused } from './call.ts';

/** The words of the guide edition's refusals, as agreed where the guide is silent. */
export type GuideWord =
  | 'INVALID_TOKEN'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'INVALID_PARAMETER'
  | 'INVALID_STATE'
  | 'ALREADY_PROCESSED'
  | 'DUPLICATE_TRACKING_NUMBER'
  | 'TOO_MANY_REQUESTS'
  | 'INTERNAL_ERROR';

const HEADERS = { 'content-type': 'application/json;charset=UTF-8' };

/** A good answer: `resultCode` 0 and these members. */
export function guideAnswer(members: Readonly<Record<string, unknown>> = {}): WireAnswer {
  const body = JSON.stringify({ resultCode: '0', resultMessage: '', ...members });
  return { status: 200, headers: HEADERS, body };
}

/** A refusal: `resultCode` -1, and the word in brackets before the text. */
export function guideError(status: number, word: GuideWord, text: string): WireAnswer {
  const body = JSON.stringify({ resultCode: '-1', resultMessage: `[${word}] ${text}` });
  return { status, headers: HEADERS, body };
}

const STATUS_OF = {
  NOT_FOUND: 404,
  INVALID_PARAMETER: 400,
  INVALID_STATE: 409,
  ALREADY_PROCESSED: 409,
  DUPLICATE_TRACKING_NUMBER: 409,
} as const;

/** Refuses a call of the guide edition. */
export function refuseGuide(word: keyof typeof STATUS_OF, text: string): never {
  throw new CallRefused(guideError(STATUS_OF[word], word, text));
}
