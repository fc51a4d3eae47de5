import type { OpenAccount } from '../../kit/edition.ts';
import { type BearerClient, openBearerClient } from '../bearer-client.ts';
import { classify } from './errors.ts';
import type { OperationName } from './operations.ts';
import { issueToken } from './token.ts';

export type Client = BearerClient<Exclude<OperationName, 'token'>>;

/** A token lives an hour (guide §1.2); one that is nearly over is not sent on its way. */
const RENEW_BEFORE_MS = 5 * 60_000;

export function openClient(account: OpenAccount): Client {
  return openBearerClient(account, {
    issue: () => issueToken(account),
    classify,
    renewBeforeMs: RENEW_BEFORE_MS,
    refusedTwice: 'wrong_key',
  });
}
