import type { OpenAccount } from '../../kit/edition.ts';
import { cp949Bytes, xmlFormat } from '../../kit/xml.ts';
import { troubleIn } from './errors.ts';
import type { OperationName } from './operations.ts';

export interface ElevenStreetCall<Answer> {
  readonly operation: OperationName;
  readonly params?: Readonly<Record<string, string>>;
  /** An XML text; it goes out in CP949, so whoever writes it has looked whether that can be. */
  readonly body?: string;
  readonly decode: (document: unknown) => Answer;
}

/** Asks 11st as one account. */
export type Ask = <Answer>(call: ElevenStreetCall<Answer>) => Promise<Answer>;

/** Elements of which there may be one or many (sheet §2). */
export const LISTED = ['order', 'inOutAddress', 'product', 'ProductStock', 'category', 'templateBOList'];
const FORMAT = xmlFormat(LISTED);

/** What the guide's samples say of bodies; a client in production has UTF-8 taken as well (sheet §2). */
const BODY_TYPE = { 'Content-Type': 'text/xml; charset=EUC-KR' };
/** How every body begins. */
export const XML_HEAD = '<?xml version="1.0" encoding="EUC-KR"?>';

export function askerFor({ gate, keyExpiresAt, clock }: OpenAccount, apiKey: string): Ask {
  return ({ body, ...call }) =>
    gate.ask({
      ...call,
      ...(body === undefined ? {} : { body: cp949Bytes(body) }),
      format: FORMAT,
      headers: () => ({
        openapikey: apiKey,
        Accept: 'application/xml',
        ...(body === undefined ? {} : BODY_TYPE),
      }),
      classify: (answer) => troubleIn(answer, keyExpiresAt !== null && keyExpiresAt <= clock()),
    });
}
