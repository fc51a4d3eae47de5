import { z } from 'zod';
import type { CredentialField } from '../../marketplaces/kit/credential-field.ts';
import { credentialFields } from '../../marketplaces/kit/credential-fields.ts';
import type { Descriptor } from '../../marketplaces/kit/descriptor.ts';
import { MARKETPLACES } from '../../marketplaces/registry.ts';
import type { Endpoint } from '../context.ts';
import { problemAnswers } from '../problems/answers.ts';
import { localized } from '../values/localized.ts';
import { capabilitiesOf } from './capabilities.ts';

const credentialField = z
  .object({
    name: z.string(),
    label: localized,
    where: localized.describe('Where the seller finds the value.'),
    secret: z.boolean(),
    required: z.boolean(),
    one_of: z.string().nullable().describe('Of the fields that name the same group one is needed at least.'),
  })
  .meta({ id: 'CredentialField' });

const platform = z
  .object({
    id: z.string(),
    aliases: z.array(z.string()),
    names: localized,
    country: z.string(),
    currency: z.string(),
    time_zone: z.string(),
    key_lifetime_days: z.int().nullable(),
    needs_fixed_ip: z.boolean(),
    credential_fields: z.array(credentialField).describe('The form of the default edition.'),
    default_edition: z.string(),
    editions: z.array(
      z.object({
        name: z.string(),
        base_url: z.string(),
        credential_fields: z.array(credentialField).describe('What this edition needs to connect.'),
        capabilities: z.array(
          z.object({
            operation: z.string(),
            promise: z.string().nullable().describe('How sure a write happens exactly once; null for reads.'),
          }),
        ),
        unsupported: z.array(z.object({ operation: z.string(), reason: localized, instead: localized })),
        carriers: z.record(z.string(), z.string()).describe("The hub's carrier to the marketplace's code."),
      }),
    ),
  })
  .meta({ id: 'Platform' });

const platforms = z.object({ platforms: z.array(platform) });

/** `GET /platforms`: every marketplace, what it needs to connect, what it can do and what to do instead. */
export const listPlatforms: Endpoint = (api) => {
  api.get('/platforms', {
    schema: {
      operationId: 'listPlatforms',
      summary: 'Marketplaces, their credential forms and what they offer',
      tags: ['platforms'],
      response: { 200: platforms, ...problemAnswers() },
    },
    handler: async () => ({ platforms: MARKETPLACES.map(platformView) }),
  });
};

function platformView(marketplace: Descriptor): z.infer<typeof platform> {
  return {
    id: marketplace.id,
    aliases: [...marketplace.aliases],
    names: marketplace.names,
    country: marketplace.country,
    currency: marketplace.currency,
    time_zone: marketplace.timeZone,
    key_lifetime_days: marketplace.keyLifetimeDays,
    needs_fixed_ip: marketplace.needsFixedIp,
    credential_fields: marketplace.credentials.map(fieldView),
    default_edition: marketplace.defaultEdition,
    editions: Object.values(marketplace.editions).map((edition) => ({
      name: edition.name,
      base_url: edition.baseUrl,
      credential_fields: credentialFields(marketplace, edition).map(fieldView),
      capabilities: capabilitiesOf(marketplace, edition).map((capability) => ({ ...capability })),
      unsupported: edition.unsupported.map((gap) => ({ ...gap })),
      carriers: { ...edition.carriers.codeOf },
    })),
  };
}

function fieldView({
  name,
  label,
  where,
  secret,
  required,
  oneOf,
}: CredentialField): z.infer<typeof credentialField> {
  return { name, label, where, secret, required, one_of: oneOf ?? null };
}
