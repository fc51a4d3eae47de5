import { isObject, type JsonObject, parseJson } from '../../frame/json.ts';
import type { GrantedCall } from '../gateway/call.ts';
import { refuseGuide } from '../gateway/guide-answers.ts';

/** The JSON body of a write; an absent one counts as empty. */
export function readBody({ request }: GrantedCall): JsonObject {
  if (request.body.length === 0) return {};
  const body = parsed(request.body.toString());
  return isObject(body) ? body : refuseGuide('INVALID_PARAMETER', 'JSON 본문이 아닙니다');
}

/** A text of the body; the empty one if it is not there. */
export function textOf(body: JsonObject, field: string): string {
  const value = body[field] ?? '';
  return typeof value === 'string' ? value : refuseGuide('INVALID_PARAMETER', field);
}

function parsed(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}
