import type { OpenAccount } from '../../kit/edition.ts';
import { type BearerClient, openBearerClient } from '../bearer-client.ts';
import { classify } from './errors.ts';
import type { OperationName } from './operations.ts';
import { issueToken } from './token.ts';

export type Client = BearerClient<Exclude<OperationName, 'token'>>;

/** Naver hands out a new token only when the old one has less than 30 minutes left (sheet §1.3). */
const RENEW_BEFORE_MS = 29 * 60_000;

export function openClient(account: OpenAccount): Client {
  return openBearerClient(account, {
    issue: () => issueToken(account),
    classify,
    renewBeforeMs: RENEW_BEFORE_MS,
    // The gateway answers a call of an API group that was not ticked as if the token were bad (sheet §1.2).
    refusedTwice: 'missing_permission',
  });
}
