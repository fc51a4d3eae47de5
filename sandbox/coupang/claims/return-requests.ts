import type { WireAnswer } from '../../frame/marketplace.ts';
import { orderData, refuse } from '../gateway/answers.ts';
import type { GrantedCall } from '../gateway/call.ts';
import { daysIn, parseLocalDay, parseLocalMinute } from '../time.ts';

const MAX_DAYS = 31;

/** Lists return and cancel receipts (sheet §3.4). No buyer of this stand-in returns anything yet, so the list is empty. */
export function listReturnRequests({ query }: GrantedCall): WireAnswer {
  const parse = query.get('searchType') === 'timeFrame' ? parseLocalMinute : parseLocalDay;
  const dateOf = (name: string) =>
    parse(query.get(name) ?? refuse(`${name} is required`)) ??
    refuse(`${name} is not a valid date : ${query.get(name)}`);
  const span = { from: dateOf('createdAtFrom').from, to: dateOf('createdAtTo').to };
  if (daysIn(span) > MAX_DAYS) refuse('endTime-startTime range should less than31.');
  return orderData('[]', '');
}
