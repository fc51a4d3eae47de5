import { z } from 'zod';
import { type Bucket, MINUTE_MS, usedAt } from '../../marketplaces/kit/bucket.ts';
import { AUTH_TYPES, type Descriptor } from '../../marketplaces/kit/descriptor.ts';
import type { MarketplaceConfig } from '../../store/marketplace-configs.ts';

const limitView = z.object({
  bucket: z.string().describe('Calls that the marketplace counts together.'),
  calls: z.number().describe('Calls it lets through in `per_seconds`, as published.'),
  per_seconds: z.number(),
  allowance: z.number().describe('How many of them Moa plans to use.'),
});

/** How the API of a marketplace is used. */
export const configView = z
  .object({
    marketplace: z.string(),
    api_endpoint: z.string().describe('Where calls of shops go that are connected from now on.'),
    auth_type: z.enum(AUTH_TYPES).describe('Part of the connector; it cannot be changed.'),
    rate_limit: z
      .int()
      .describe('Calls a minute that Moa plans to make per shop, in the widest of the marketplace’s limits.'),
    documentation: z.string().nullable().describe('Where its API is described.'),
    rate_percent: z
      .int()
      .describe(
        'How much of the usual allowance is used; less leaves the rest to other programs with the same key.',
      ),
    changed: z
      .array(z.enum(['api_endpoint', 'rate_percent', 'documentation']))
      .describe('What the owner has set; the rest is as the connector has it.'),
    limits: z.array(limitView).describe('Of the edition that shops get when they name none.'),
  })
  .meta({ id: 'MarketplaceConfig' });

export function configOf(marketplace: Descriptor, config: MarketplaceConfig): z.infer<typeof configView> {
  const edition = marketplace.editions[marketplace.defaultEdition];
  if (edition === undefined) throw new Error(`${marketplace.id} lacks its default edition`);
  const buckets = usedAt(edition.buckets, config.ratePercent);
  return {
    marketplace: marketplace.id,
    api_endpoint: config.apiEndpoint ?? edition.baseUrl,
    auth_type: marketplace.authType,
    rate_limit: Math.floor(Math.max(...Object.values(buckets).map(callsAMinute))),
    documentation: config.documentation ?? marketplace.documentation,
    rate_percent: config.ratePercent ?? 100,
    changed: [
      ...(config.apiEndpoint === null ? [] : (['api_endpoint'] as const)),
      ...(config.ratePercent === null ? [] : (['rate_percent'] as const)),
      ...(config.documentation === null ? [] : (['documentation'] as const)),
    ],
    limits: Object.entries(buckets).flatMap(([bucket, { limits, margin }]) =>
      limits.map(({ calls, perMs }) => ({
        bucket,
        calls,
        per_seconds: perMs / 1000,
        allowance: Number((calls * margin).toFixed(3)),
      })),
    ),
  };
}

/** What the tightest of a bucket's limits lets through in the long run. */
function callsAMinute({ limits, margin }: Bucket): number {
  return Math.min(...limits.map(({ calls, perMs }) => (calls * margin * MINUTE_MS) / perMs));
}
