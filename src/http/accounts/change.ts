import { z } from 'zod';
import { accountId } from '../../domain/ids.ts';
import { editionOf } from '../../engine/open-shop.ts';
import type { CredentialField } from '../../marketplaces/kit/credential-field.ts';
import { credentialFields, hasOwnForms } from '../../marketplaces/kit/credential-fields.ts';
import { type Account, changeAccount, findAccount, readCredentials } from '../../store/accounts.ts';
import { recordAudit } from '../../store/audit.ts';
import { liftPauses } from '../../store/commands/pauses.ts';
import { wakeLane } from '../../store/lanes.ts';
import { readTimeZone } from '../../store/owners.ts';
import { asOwner, type OwnerScope } from '../../store/scope.ts';
import type { Vault } from '../../store/vault/vault.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { dateInput, momentOf } from '../dates/input.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { languageOf } from '../problems/language.ts';
import { Problem } from '../problems/problem.ts';
import { idParams } from '../values/id.ts';
import { auditedChanges } from './account-audit.ts';
import { accountName, closedIntents, editionName, requireEdition } from './account-fields.ts';
import { accountOf, accountView } from './account-view.ts';
import { baseAddress } from './base-address.ts';
import { checkCredentials } from './credential-form.ts';

function bodyOf(allowPrivateHosts: boolean) {
  return z.strictObject({
    name: accountName.optional(),
    edition: editionName.optional(),
    base_url: baseAddress(allowPrivateHosts).nullish(),
    key_expires_at: dateInput.nullish(),
    enabled: z.boolean().optional(),
    closed_intents: closedIntents.optional(),
    credentials: z
      .record(z.string(), z.unknown())
      .optional()
      .meta({ description: 'Only the values that change; null takes an optional one away.' }),
  });
}

/** `PATCH /platform-accounts/{id}` and `PUT`: changes the fields that are given, and reads orders anew. */
export const changeAccountEndpoint: Endpoint = (api, { hub }) => {
  api.route({
    method: ['PATCH', 'PUT'],
    url: '/platform-accounts/:id',
    config: { role: 'owner' },
    schema: {
      summary: 'Change a connected shop',
      tags: ['platform-accounts'],
      headers: idempotencyHeaders,
      params: idParams,
      body: bodyOf(hub.allowPrivateHosts),
      response: { 200: accountView, ...problemAnswers(400, 403, 404, 409, 422) },
    },
    handler: async (request) => {
      const { owner, actor } = callerOf(request);
      const { key_expires_at, base_url, closed_intents, credentials, ...plain } = request.body;
      const timeZone = await readTimeZone(hub.db, owner);
      const changed = await asOwner(hub.db, owner, async (scope) => {
        const before = await findAccount(scope, accountId(request.params.id));
        if (before === undefined) throw new Problem('not_found');
        const { marketplace } = editionOf(before);
        if (plain.edition !== undefined) requireEdition(marketplace, plain.edition);
        const edition = plain.edition ?? before.edition;
        const fields = credentialFields(marketplace, editionOf({ ...before, edition }).edition);
        // Another edition may need other values than those that were brought.
        const otherForm = edition !== before.edition && hasOwnForms(marketplace);
        const after = await changeAccount(scope, hub.vault, before.id, {
          ...plain,
          baseUrl: base_url,
          closedIntents: closed_intents,
          keyExpiresAt:
            typeof key_expires_at === 'string' ? momentOf(key_expires_at, timeZone) : key_expires_at,
          credentials:
            credentials === undefined && !otherForm
              ? undefined
              : await mergeCredentials(scope, hub.vault, before, fields, credentials ?? {}),
        });
        if (after === undefined) throw new Problem('not_found');
        // What held its commands up may be put right by now.
        await liftPauses(scope, [before.id]);
        await wakeLane(scope, before.id, 'commands', null);
        await recordAudit(scope, [
          {
            actor,
            action: 'account.change',
            target: { kind: 'account', id: before.id },
            account: before.id,
            detail: { ...auditedChanges(before, after), credentials: Object.keys(credentials ?? {}).sort() },
          },
        ]);
        return after;
      });
      hub.nudges.emit('nudge', 'pull');
      return accountOf(changed, languageOf(request));
    },
  });
};

/** Replaces single values, so that a renewed secret can be entered without the others. What the form lacks is left behind. */
async function mergeCredentials(
  scope: OwnerScope,
  vault: Vault,
  account: Account,
  fields: readonly CredentialField[],
  changes: Readonly<Record<string, unknown>>,
): Promise<Record<string, string>> {
  const before = await readCredentials(scope, vault, account.id);
  const kept = Object.entries(before).filter(([name]) => fields.some((field) => field.name === name));
  const merged = [...kept, ...Object.entries(changes)];
  return checkCredentials(
    fields,
    Object.fromEntries([...new Map(merged)].filter(([, value]) => value !== null)),
  );
}
