import type { QueryOf } from '../../api/types.ts';
import { compact, dayOf, oneOf, type Search, textOf } from '../../desk/search-params.ts';

/** Which entries of the trail are shown, as the address says. */
export interface AuditSearch {
  readonly action?: string | undefined;
  readonly actor?: string | undefined;
  readonly target?: string | undefined;
  readonly result?: 'done' | 'refused' | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** What the API takes for a word; anything else in the address is passed over. */
const WORD = /^[\w.:@-]{1,100}$/;

export function readAuditSearch(search: Search): AuditSearch {
  return compact({
    action: wordOf(search, 'action'),
    actor: wordOf(search, 'actor'),
    target: wordOf(search, 'target'),
    result: oneOf(search, 'result', ['done', 'refused'] as const),
    from: dayOf(search, 'from'),
    to: dayOf(search, 'to'),
  });
}

function wordOf(search: Search, name: string): string | undefined {
  const text = textOf(search, name)?.trim();
  return text !== undefined && WORD.test(text) ? text : undefined;
}

/** The same in the API's words. */
export function auditQuery({ from, to, ...rest }: AuditSearch): QueryOf<'/api/v1/audit'> {
  return compact({ ...rest, start_date: from, end_date: to });
}
