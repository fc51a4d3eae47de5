import { z } from 'zod';
import { accountId } from '../../domain/ids.ts';
import { AUDIT_RESULTS } from '../../store/audit.ts';
import type { AuditFilter } from '../../store/audit-list.ts';
import { dateInput, rangeOf } from '../dates/input.ts';
import { idText } from '../values/id.ts';

const word = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[\w.:@-]+$/);

/** By what audit entries are chosen, in a query. */
export const auditFilterQuery = {
  start_date: dateInput.optional(),
  end_date: dateInput.optional(),
  actor: word.optional().meta({ examples: ['token:3', 'user:f81d', 'admin', 'hub'] }),
  action: word
    .optional()
    .meta({ description: 'An action, or the first part of several: `order` finds `order.ship`.' }),
  target: word.optional().meta({
    description: 'A kind of thing, such as `order`, or one of them: `order:12`.',
    examples: ['order', 'order:12', 'account:3'],
  }),
  account_id: idText.optional(),
  request_id: word.optional(),
  result: z.enum(AUDIT_RESULTS).optional(),
};

interface GivenFilter {
  readonly start_date?: string | undefined;
  readonly end_date?: string | undefined;
  readonly actor?: string | undefined;
  readonly action?: string | undefined;
  readonly target?: string | undefined;
  readonly account_id?: number | undefined;
  readonly request_id?: string | undefined;
  readonly result?: AuditFilter['result'] | undefined;
}

const ONE_TARGET = /^(.+):(\d{1,15})$/;

/** The filter that a query means. Throws a 422 when its dates are the wrong way round. */
export function auditFilterOf(given: GivenFilter, timeZone: string): AuditFilter {
  const [, kind, id] = ONE_TARGET.exec(given.target ?? '') ?? [];
  return {
    ...rangeOf(given, timeZone),
    actor: given.actor ?? null,
    action: given.action ?? null,
    targetKind: kind ?? given.target ?? null,
    targetId: id === undefined ? null : Number(id),
    account: given.account_id === undefined ? null : accountId(given.account_id),
    requestId: given.request_id ?? null,
    result: given.result ?? null,
  };
}
