import { z } from 'zod';
import { credentialFields, hasOwnForms } from '../../marketplaces/kit/credential-fields.ts';
import type { Descriptor } from '../../marketplaces/kit/descriptor.ts';
import type { Edition } from '../../marketplaces/kit/edition.ts';
import { findMarketplace, MARKETPLACES } from '../../marketplaces/registry.ts';
import { createAccount } from '../../store/accounts.ts';
import { recordAudit } from '../../store/audit.ts';
import { readMarketplaceConfig } from '../../store/marketplace-configs.ts';
import { readTimeZone } from '../../store/owners.ts';
import { asOwner } from '../../store/scope.ts';
import { queueRun } from '../../store/sync-runs.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { dateInput, momentOf } from '../dates/input.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { platformName } from '../platforms/platform-name.ts';
import { problemAnswers } from '../problems/answers.ts';
import { languageOf } from '../problems/language.ts';
import { fieldProblem } from '../problems/problem.ts';
import { auditFields } from './account-audit.ts';
import { accountName, editionName, requireEdition } from './account-fields.ts';
import { accountOf, accountView } from './account-view.ts';
import { baseAddress } from './base-address.ts';
import { credentialForm } from './credential-form.ts';

const DAY_MS = 86_400_000;
const DEFAULT_HISTORY_DAYS = 30;

/** The body for one marketplace; its credentials are a form of their own, and so may be those of its editions. */
function bodyFor(marketplace: Descriptor, allowPrivateHosts: boolean) {
  if (!hasOwnForms(marketplace)) return bodyWith(marketplace, {}, editionName.optional(), allowPrivateHosts);
  const [first, ...others] = Object.values(marketplace.editions).map((edition) =>
    bodyWith(marketplace, edition, z.literal(edition.name), allowPrivateHosts),
  );
  if (first === undefined) throw new Error(`${marketplace.id} has no editions`);
  return z.discriminatedUnion('edition', [first, ...others]);
}

function bodyWith<EditionField extends z.ZodType<string | undefined>>(
  marketplace: Descriptor,
  form: Pick<Edition, 'credentials'>,
  edition: EditionField,
  allowPrivateHosts: boolean,
) {
  return z.strictObject({
    platform: z.enum([marketplace.id, ...marketplace.aliases]),
    name: accountName,
    credentials: credentialForm(credentialFields(marketplace, form)),
    edition,
    base_url: baseAddress(allowPrivateHosts).optional(),
    orders_from: dateInput
      .optional()
      .meta({ description: 'Gather orders from this day on; 30 days back when absent.' }),
    key_expires_at: dateInput.nullish().meta({ description: 'When the key ends, to be warned in time.' }),
  });
}

/** `POST /platform-accounts`: connects a shop. Its first orders are read at once. */
export const createAccountEndpoint: Endpoint = (api, { hub }) => {
  const [first, ...others] = MARKETPLACES.map((marketplace) => bodyFor(marketplace, hub.allowPrivateHosts));
  if (first === undefined) throw new Error('there are no marketplaces to connect');
  api.post('/platform-accounts', {
    config: { role: 'owner' },
    schema: {
      operationId: 'createPlatformAccount',
      summary: 'Connect a shop',
      tags: ['platform-accounts'],
      headers: idempotencyHeaders,
      body: z.preprocess(withPlatformId, z.discriminatedUnion('platform', [first, ...others])),
      response: { 201: accountView, ...problemAnswers(400, 403, 409, 422) },
    },
    handler: async (request, reply) => {
      const { owner, actor } = callerOf(request);
      const { platform, edition, name, base_url, credentials, orders_from, key_expires_at } = request.body;
      const marketplace = findMarketplace(platform);
      if (marketplace === undefined) throw new Error(`no connector for ${platform}`);
      const timeZone = await readTimeZone(hub.db, owner);
      const account = await asOwner(hub.db, owner, async (scope) => {
        const { apiEndpoint } = await readMarketplaceConfig(scope, marketplace.id);
        const created = await createAccount(scope, hub.vault, {
          platform: marketplace.id,
          edition: edition ?? marketplace.defaultEdition,
          name,
          baseUrl: base_url ?? apiEndpoint,
          ordersSince: ordersFrom(orders_from, timeZone, hub.clock()),
          keyExpiresAt: key_expires_at ? momentOf(key_expires_at, timeZone) : null,
          credentials,
        });
        // Connecting is a person's act, so its first orders come whatever the schedules' hours are.
        await queueRun(scope, { account: created.id, cause: 'first', range: null });
        await recordAudit(scope, [
          {
            actor,
            action: 'account.connect',
            target: { kind: 'account', id: created.id },
            account: created.id,
            detail: { ...auditFields(created), credentials: created.secretFields },
          },
        ]);
        return created;
      });
      hub.nudges.emit('nudge', 'pull');
      reply.code(201).header('location', `/api/v1/platform-accounts/${account.id}`);
      return accountOf(account, languageOf(request));
    },
  });
};

const namedPlatform = z.looseObject({ platform: platformName, edition: z.unknown().optional() });

/** What every body must have, to name all that is missing when the marketplace is not known either. */
const anyBody = z.looseObject({
  platform: platformName,
  name: accountName,
  credentials: z.record(z.string(), z.unknown()),
});

/** Lets a marketplace be named by any of its names, and its default edition be left out. */
function withPlatformId(body: unknown, ctx: z.RefinementCtx): unknown {
  const known = namedPlatform.safeParse(body);
  if (known.success) {
    const { platform, edition = platform.defaultEdition } = known.data;
    if (typeof edition === 'string') requireEdition(platform, edition);
    return { ...known.data, platform: platform.id, edition };
  }
  const checked = anyBody.safeParse(body, { reportInput: true });
  for (const issue of checked.error?.issues ?? []) ctx.addIssue({ ...issue });
  return z.NEVER;
}

function ordersFrom(text: string | undefined, timeZone: string, now: Date): Date {
  if (text === undefined) return new Date(now.getTime() - DEFAULT_HISTORY_DAYS * DAY_MS);
  const from = momentOf(text, timeZone);
  if (from <= now) return from;
  throw fieldProblem('orders_from', 'in_the_future', {
    ko: '오늘까지의 날짜여야 합니다.',
    en: 'This must not lie in the future.',
    ru: 'Дата не может быть в будущем.',
    uz: 'Sana kelajakda bo‘lmasligi kerak.',
  });
}
