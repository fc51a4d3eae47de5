import { z } from 'zod';
import type { DraftFault } from '../../engine/publish/draft-fault.ts';
import type { PublishPreview } from '../../marketplaces/kit/catalog.ts';
import { inLanguage } from '../../marketplaces/kit/localized.ts';
import type { Account } from '../../store/accounts.ts';
import type { Command } from '../../store/commands/command.ts';
import { PUBLICATION_STATES, type Publication } from '../../store/publish/publications.ts';
import { commandOf, commandView } from '../commands/command-view.ts';
import type { Language } from '../problems/language.ts';
import { troubleOf, troubleView } from '../trouble-view.ts';
import { id } from '../values/id.ts';
import { instant } from '../values/instant.ts';

/** Something to be told or put right. */
export const faultView = z
  .object({
    field: z.string().describe('The field of the product, or of the choices for the shop.'),
    code: z.string(),
    message: z.string(),
    choices: z
      .array(z.object({ value: z.string(), name: z.string().optional() }))
      .optional()
      .describe('What may be told instead.'),
  })
  .meta({ id: 'PublicationFault' });

export const previewView = z
  .object({
    calls: z.array(
      z.object({
        operation: z.string(),
        method: z.string(),
        path: z.string(),
        body: z.unknown().describe('JSON, or the text of an XML document.'),
      }),
    ),
    changes: z
      .array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }))
      .describe('What stands there now and what it would become; none for a new listing.'),
  })
  .meta({ id: 'PublishPreview' });

const common = {
  product_id: id,
  account_id: id,
  platform: z.string(),
  faults: z.array(faultView).describe('Everything that has to be told or put right first.'),
  warnings: z.array(faultView).describe('What a person should know, though it is sent.'),
  trouble: troubleView.nullable().describe('Why the shop could not be asked yet; it is asked again.'),
};

/** What became of asking for a product to be published in a shop. */
export const publicationView = z
  .object({
    ...common,
    state: z
      .enum(PUBLICATION_STATES)
      .describe('`waiting` to be looked at, `queued` as a command, or `declined`: see `faults`.'),
    asked_at: instant,
    command: commandView.nullable(),
  })
  .meta({ id: 'Publication' });

/** What publishing would do, and nothing is sent. */
export const rehearsalView = z
  .object({
    ...common,
    state: z.enum(['ready', 'declined', 'waiting']),
    preview: previewView.nullable(),
  })
  .meta({ id: 'PublishRehearsal' });

export function viewFault(
  { field, code, message, choices }: DraftFault,
  language: Language,
): z.infer<typeof faultView> {
  return {
    field,
    code,
    message: inLanguage(message, language),
    ...(choices === undefined ? {} : { choices: choices.map((choice) => ({ ...choice })) }),
  };
}

export function viewPublication(
  publication: Publication,
  account: Pick<Account, 'platform' | 'edition'>,
  command: Command | undefined,
  language: Language,
): z.infer<typeof publicationView> {
  return {
    product_id: publication.product,
    account_id: publication.account,
    platform: account.platform,
    state: publication.state,
    asked_at: publication.askedAt.toISOString(),
    command: command === undefined ? null : commandOf(command, language),
    faults: publication.faults.map((fault) => viewFault(fault, language)),
    warnings: publication.warnings.map((fault) => viewFault(fault, language)),
    trouble: troubleOf(publication.trouble, account, language),
  };
}

export function viewPreview({ calls, changes }: PublishPreview): z.infer<typeof previewView> {
  return {
    calls: calls.map(({ operation, method, path, body }) => ({ operation, method, path, body })),
    changes: changes.map(({ field, before, after }) => ({ field, before, after })),
  };
}
