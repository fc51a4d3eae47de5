import type { WireAnswer } from '../../frame/marketplace.ts';
import { SITE_CODES, type Site } from '../sites.ts';

const JSON_HEADERS = { 'content-type': 'application/json; charset=utf-8' };

/** Any JSON answer. */
export function json(status: number, content: unknown): WireAnswer {
  return { status, headers: JSON_HEADERS, body: JSON.stringify(content) };
}

/** A call that went well; lists of orders have no word for it, everything else says `Success` (sheet §6). */
export function success(data: unknown, message = 'Success'): WireAnswer {
  return json(200, { ResultCode: 0, Message: message, Data: data });
}

/** The one body for a bad token, an unknown address and a missing permission (sheet §1). */
export function noAccess(): WireAnswer {
  return json(401, {
    status: { message: 'The user does not have right access to the api', status_code: 401 },
  });
}

/** A call that ESM cannot read: HTTP 400 with a message. */
export class BadRequest extends Error {}

/** A refusal inside HTTP 200 (sheet §5). */
export class Refusal extends Error {
  readonly code: number;
  readonly rule: string | undefined;

  constructor(code: number, message: string, rule?: string) {
    super(message);
    this.code = code;
    this.rule = rule;
  }

  answer(): WireAnswer {
    const rule = this.rule === undefined ? {} : { BizRuleCode: this.rule };
    return json(200, { ResultCode: this.code, Message: this.message, ...rule, Data: null });
  }
}

/** A refusal of an item call: its keys begin in lower case (sheet §2, §6). */
export class ItemRefusal extends Refusal {
  override answer(): WireAnswer {
    return json(200, { resultCode: this.code, message: this.message, data: null });
  }
}

/** Refuses an item call; the text names the site where it is about one (sheet §6). */
export function refuseItem(message: string, site?: Site): never {
  const where = site === undefined ? '' : `[${SITE_CODES[site].item.toUpperCase()}]`;
  throw new ItemRefusal(1000, `[InvalidApiRequestEx]${where}${message}`);
}

/** Nothing has the number in the path. */
export class NotThere extends Error {}

/** Refuses a call of orders or shipping: the text alone tells why (sheet §5, code 3000). */
export function refuse(message: string): never {
  throw new Refusal(3000, message);
}

/** Refuses a value that is too long or out of its list. */
export function refuseValue(message: string): never {
  throw new Refusal(2141, message);
}

/** Refuses by a business rule of claims: Gmarket marks the text, Auction names the rule (sheet §5, code 8668). */
export function refuseClaim(site: Site, rule: string, message: string): never {
  if (site === 'auction') throw new Refusal(8668, message, rule);
  throw new Refusal(8668, `ShowAlertException$${message}`);
}

/** Refuses a claim call about something that is not there, or with a value that means nothing. */
export function refuseUnknown(site: Site, message: string): never {
  throw new Refusal(site === 'auction' ? 1000 : 99999, message);
}
