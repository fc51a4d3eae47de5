import { z } from 'zod';
import type { HealthState } from '../../domain/health.ts';
import type { Account } from '../../store/accounts.ts';
import type { Language } from '../problems/language.ts';
import { troubleOf, troubleView } from '../trouble-view.ts';
import { id } from '../values/id.ts';
import { instant, instantOrNull } from '../values/instant.ts';

/** How the last contact with a shop went; `GET /platform-accounts/{id}/health` tells more. */
export const coarseHealthView = z.enum(['unchecked', 'healthy', 'troubled']);

export function coarseHealth(state: HealthState): z.infer<typeof coarseHealthView> {
  return state === 'unchecked' || state === 'healthy' ? state : 'troubled';
}

/** A connected shop as the API shows it: which credentials are set, never what they are. */
export const accountView = z
  .object({
    id,
    platform: z.string(),
    edition: z.string(),
    name: z.string(),
    base_url: z.string().nullable(),
    enabled: z.boolean(),
    closed_intents: z.array(z.string()).describe('Kinds of calls that are switched off.'),
    health: coarseHealthView,
    trouble: troubleView.nullable(),
    health_at: instant.nullable(),
    secret_fields: z.array(z.string()).describe('Names of the credentials that are set.'),
    key_expires_at: instant.nullable(),
    orders_from: instant.describe('Orders from this moment on are gathered.'),
    created_at: instant,
  })
  .meta({ id: 'PlatformAccount' });

export function accountOf(account: Account, language: Language): z.infer<typeof accountView> {
  return {
    id: account.id,
    platform: account.platform,
    edition: account.edition,
    name: account.name,
    base_url: account.baseUrl,
    enabled: account.enabled,
    closed_intents: [...account.closedIntents],
    health: coarseHealth(account.health),
    trouble: troubleOf(account.trouble, account, language),
    health_at: instantOrNull(account.healthAt),
    secret_fields: [...account.secretFields],
    key_expires_at: instantOrNull(account.keyExpiresAt),
    orders_from: account.ordersSince.toISOString(),
    created_at: account.createdAt.toISOString(),
  };
}
