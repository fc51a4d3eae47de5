import { z } from 'zod';
import { COMMAND_KINDS, COMMAND_STATES, type CommandKind, type CommandState } from '../../domain/command.ts';
import { accountId, commandId, listingId, orderId } from '../../domain/ids.ts';
import { LANES, type Lane } from '../../marketplaces/kit/budget.ts';
import type { CommandFilter } from '../../store/commands/filter.ts';
import { dateInput, rangeOf } from '../dates/input.ts';
import { platformName } from '../platforms/platform-name.ts';
import { id, idText } from '../values/id.ts';
import { several } from '../values/several.ts';

const actor = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .meta({ description: 'Who asked for it: `user:…`, `token:…`.' });

/** As many as a page of the list has. */
const MOST_IDS_IN_QUERY = 200;

const idList = z
  .string()
  .regex(/^\d{1,15}(,\d{1,15})*$/)
  .transform((text) => text.split(',').map(Number))
  .pipe(z.array(id).max(MOST_IDS_IN_QUERY))
  .meta({ description: `Up to ${MOST_IDS_IN_QUERY} ids, separated by commas.` });

/** By what commands are chosen, in a query. */
export const commandFilterQuery = {
  command_ids: idList.optional(),
  state: several(COMMAND_STATES).optional(),
  retryable: z
    .enum(['true'])
    .optional()
    .meta({ description: 'Only what failed and a person may try again, as Today counts it.' }),
  kind: several(COMMAND_KINDS).optional(),
  lane: several(LANES).optional(),
  platform: platformName.optional(),
  account_id: idText.optional(),
  order_id: idText.optional(),
  listing_id: idText.optional(),
  plan_id: idText.optional(),
  actor: actor.optional(),
  start_date: dateInput.optional(),
  end_date: dateInput.optional(),
};

const MOST_IDS = 10_000;

/** By what commands are chosen, in a body; an absent field does not narrow. */
export const commandFilterBody = {
  command_ids: z.array(id).min(1).max(MOST_IDS).optional(),
  kind: z.array(z.enum(COMMAND_KINDS)).min(1).max(COMMAND_KINDS.length).optional(),
  lane: z.array(z.enum(LANES)).min(1).max(LANES.length).optional(),
  platform: platformName.optional(),
  account_id: id.optional(),
  order_id: id.optional(),
  listing_id: id.optional(),
  plan_id: id.optional(),
  actor: actor.optional(),
  start_date: dateInput.optional(),
  end_date: dateInput.optional(),
};

interface GivenFilter {
  readonly command_ids?: readonly number[] | undefined;
  readonly state?: readonly CommandState[] | undefined;
  readonly retryable?: 'true' | undefined;
  readonly kind?: readonly CommandKind[] | undefined;
  readonly lane?: readonly Lane[] | undefined;
  readonly platform?: { readonly id: string } | undefined;
  readonly account_id?: number | undefined;
  readonly order_id?: number | undefined;
  readonly listing_id?: number | undefined;
  readonly plan_id?: number | undefined;
  readonly actor?: string | undefined;
  readonly start_date?: string | undefined;
  readonly end_date?: string | undefined;
}

/** The filter that a query or body means. Throws a 422 when its dates are the wrong way round. */
export function commandFilterOf(given: GivenFilter, timeZone: string): CommandFilter {
  const { from, to } = rangeOf(given, timeZone);
  return {
    ids: given.command_ids?.map(commandId),
    states: given.state,
    mayRetry: given.retryable === 'true',
    kinds: given.kind,
    lanes: given.lane,
    platform: given.platform?.id,
    account: given.account_id === undefined ? undefined : accountId(given.account_id),
    order: given.order_id === undefined ? undefined : orderId(given.order_id),
    listing: given.listing_id === undefined ? undefined : listingId(given.listing_id),
    plan: given.plan_id,
    actor: given.actor,
    from: from ?? undefined,
    to: to ?? undefined,
  };
}
