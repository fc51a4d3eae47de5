import type { OpenAccount } from '../../kit/edition.ts';
import { xmlFormat } from '../../kit/xml.ts';
import { troubleIn } from './errors.ts';
import type { OperationName } from './operations.ts';

export interface ElevenStreetCall<Answer> {
  readonly operation: OperationName;
  readonly params?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly decode: (document: unknown) => Answer;
}

/** Asks 11st as one account. */
export type Ask = <Answer>(call: ElevenStreetCall<Answer>) => Promise<Answer>;

/** Elements of which there may be one or many (sheet §2). */
export const LISTED = ['order', 'inOutAddress'];
const FORMAT = xmlFormat(LISTED);

/** The guide's samples post EUC-KR; a production client posts UTF-8 and Korean arrives intact (sheet §2). */
const BODY_TYPE = { 'Content-Type': 'text/xml; charset=UTF-8' };

export function askerFor({ gate, keyExpiresAt, clock }: OpenAccount, apiKey: string): Ask {
  return (call) =>
    gate.ask({
      ...call,
      format: FORMAT,
      headers: () => ({
        openapikey: apiKey,
        Accept: 'application/xml',
        ...(call.body === undefined ? {} : BODY_TYPE),
      }),
      classify: (answer) => troubleIn(answer, keyExpiresAt !== null && keyExpiresAt <= clock()),
    });
}
