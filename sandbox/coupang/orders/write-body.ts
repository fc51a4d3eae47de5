import { isObject, type JsonObject, parseJson } from '../../frame/json.ts';
import { refuse } from '../gateway/answers.ts';
import type { GrantedCall } from '../gateway/call.ts';

/** The body of a write, whatever JSON it is; undefined if it is none. */
export function readBodyText({ request }: GrantedCall): unknown {
  return parsed(request.body.toString());
}

/** The body of a write, which must be a JSON object. */
export function readBody(call: GrantedCall): JsonObject {
  const body = readBodyText(call);
  return isObject(body) ? body : refuse('request body is not readable');
}

/** The body of a write that must name the same vendor as its path. */
export function readVendorBody(call: GrantedCall): JsonObject {
  const body = readBody(call);
  return body.vendorId === call.shop.vendorId ? body : refuse('Invalid vendor ID');
}

function parsed(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}
