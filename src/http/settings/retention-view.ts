import { z } from 'zod';
import {
  RETENTION,
  RETENTION_KINDS,
  type RetentionDays,
  type RetentionKind,
} from '../../domain/retention.ts';
import { inLanguage } from '../../marketplaces/kit/localized.ts';
import type { Language } from '../problems/language.ts';
import { RETENTION_MEANINGS } from './retention-meanings.ts';

/** An object with one value for each kind. */
function eachKind<Value extends z.ZodType>(schemaOf: (kind: RetentionKind) => Value) {
  return {
    sync_logs: schemaOf('sync_logs'),
    quiet_sync_logs: schemaOf('quiet_sync_logs'),
    set_asides: schemaOf('set_asides'),
    events: schemaOf('events'),
    webhook_deliveries: schemaOf('webhook_deliveries'),
    inbox: schemaOf('inbox'),
    idempotency_keys: schemaOf('idempotency_keys'),
    call_tallies: schemaOf('call_tallies'),
    plans: schemaOf('plans'),
    imports: schemaOf('imports'),
    offer_commands: schemaOf('offer_commands'),
    contacts: schemaOf('contacts'),
    audit: schemaOf('audit'),
  };
}

export const retentionView = z
  .object({
    days: z.object(eachKind(() => z.int())).describe('How many days each kind is kept.'),
    kinds: z.array(
      z.object({
        kind: z.enum(RETENTION_KINDS),
        meaning: z.string(),
        default_days: z.int(),
        least_days: z.int(),
        most_days: z.int(),
      }),
    ),
  })
  .meta({ id: 'Retention' });

export const retentionBody = z
  .strictObject({
    days: z
      .strictObject(eachKind((kind) => daysOf(kind).nullish()))
      .meta({ description: 'Only the kinds that change; null goes back to the default.' }),
  })
  .meta({ id: 'RetentionChange' });

function daysOf(kind: RetentionKind) {
  return z.int().min(RETENTION[kind].least).max(RETENTION[kind].most);
}

export function retentionOf(days: RetentionDays, language: Language): z.infer<typeof retentionView> {
  return {
    days,
    kinds: RETENTION_KINDS.map((kind) => ({
      kind,
      meaning: inLanguage(RETENTION_MEANINGS[kind], language),
      default_days: RETENTION[kind].usual,
      least_days: RETENTION[kind].least,
      most_days: RETENTION[kind].most,
    })),
  };
}
