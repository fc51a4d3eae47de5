import { randomUUID } from 'node:crypto';
import type { WireAnswer } from '../../frame/marketplace.ts';

const JSON_HEADERS = { 'content-type': 'application/json;charset=UTF-8' };

const json = (status: number, body: string): WireAnswer => ({ status, headers: JSON_HEADERS, body });

/** An error of the gateway, before any service saw the request (sheet §5). */
export function gatewayError(status: number, message: string): WireAnswer {
  return json(status, JSON.stringify({ code: 'ERROR', message, transactionId: randomUUID() }));
}

/** A service's refusal of a whole call: HTTP 400 with a numeric code. */
export function badRequest(message: string): WireAnswer {
  return json(400, JSON.stringify({ code: 400, message }));
}

/** A service that broke on what it was sent: HTTP 500. */
export function internalError(message: string): WireAnswer {
  return json(500, JSON.stringify({ code: 500, message: `[INTERNAL_SERVER_ERROR] ${message}` }));
}

/** An answer of the order reads: numeric code, and `nextToken` on lists. `data` is JSON text. */
export function orderData(data: string, nextToken?: string): WireAnswer {
  const tail = nextToken === undefined ? '' : `,"nextToken":${JSON.stringify(nextToken)}`;
  return json(200, `{"code":200,"message":"OK","data":${data}${tail}}`);
}

/** An answer of the order writes: the code is a text there. */
export function writeData(data: unknown): WireAnswer {
  return json(200, JSON.stringify({ code: '200', message: 'OK', data }));
}

/** The result of a decision on a claim: a FAIL stands inside HTTP 200 (sheet §3.3). */
export function decided(resultCode: 'SUCCESS' | 'FAIL', resultMessage: string): WireAnswer {
  return writeData({ resultCode, resultMessage });
}

/** What the receipt of exchanged goods answers: no data at all (sheet §3.5). */
export function exchangeReceived(): WireAnswer {
  return json(200, JSON.stringify({ code: '200', message: 'SUCCESS' }));
}

/** An answer of the withdrawals by date: the next page is a text of its own. `data` is JSON text. */
export function withdrawalPage(data: string, nextPageIndex: string): WireAnswer {
  return json(200, `{"code":200,"message":"OK","data":${data},"nextPageIndex":"${nextPageIndex}"}`);
}

/** What the seller cancel answers: its message says which items could not be cancelled, its code whether all of them. */
export function cancelData(code: '200' | '400', message: string, data: unknown): WireAnswer {
  return json(200, JSON.stringify({ code, message, data }));
}

/** A service that does not understand a number it was sent: HTTP 500 with this text. */
export function brokenBy(message: string): WireAnswer {
  return json(500, JSON.stringify({ code: 500, message }));
}

/** An answer of seller_api. */
export function sellerData(data: unknown, nextToken: string): WireAnswer {
  return json(200, JSON.stringify({ code: 'SUCCESS', message: '', nextToken, data }));
}

/** An answer of seller_api about one option: no page to turn (sheet §3.7). */
export function sellerDone(message: string, data: unknown): WireAnswer {
  return json(200, JSON.stringify({ code: 'SUCCESS', message, data }));
}

/** An answer without any envelope, as the outbound places have it (sheet §3). */
export function unwrapped(content: unknown): WireAnswer {
  return json(200, JSON.stringify(content));
}

/** A failure of seller_api inside HTTP 200 (sheet §5). */
export function sellerFailure(message: string): WireAnswer {
  return json(200, JSON.stringify({ code: 'ERROR', message, data: null }));
}

/** A refusal of seller_api: HTTP 400 with its own form of error. */
export function refuseSeller(message: string): WireAnswer {
  return json(400, JSON.stringify({ code: 'ERROR', message, data: null }));
}

/** An answer without a body, as the gateway gives for a vendorId that is not the key's own. */
export function emptyAnswer(status: number): WireAnswer {
  return { status, body: '' };
}

/** Ends a call with the answer that refuses it. */
export class CallRefused extends Error {
  readonly answer: WireAnswer;

  constructor(answer: WireAnswer) {
    super(`refused with HTTP ${answer.status}`);
    this.answer = answer;
  }
}

/** Refuses a call with HTTP 400 and this text. */
export function refuse(message: string): never {
  throw new CallRefused(badRequest(message));
}
