import { z } from 'zod';
import { adviceFor, isAdviceReason } from '../marketplaces/kit/advice.ts';
import { findMarketplace } from '../marketplaces/registry.ts';
import type { Language } from './problems/language.ts';

/** A trouble as it lies in the database; older rows may lack fields. */
const stored = z.object({
  reason: z.string(),
  kind: z.string().optional(),
  operation: z.string().nullish(),
  http_status: z.number().nullish(),
  native_code: z.string().nullish(),
  native_text: z.string().nullish(),
  skew_ms: z.number().nullish(),
});

/** A trouble in sentences, with the marketplace's own words beside them. */
export const troubleView = z
  .object({
    code: z.string().describe('Stable reason, such as `expired_key`.'),
    title: z.string(),
    detail: z.string(),
    todo: z.string().describe('What the seller can do about it.'),
    operation: z.string().nullable().describe('The call to the marketplace that met it.'),
    http_status: z.int().nullable(),
    native_code: z.string().nullable(),
    native_text: z.string().nullable(),
  })
  .meta({ id: 'Trouble' });

export type TroubleView = z.infer<typeof troubleView>;

/** Puts a stored trouble into sentences; null where there is none. */
export function troubleOf(trouble: unknown, platform: string, language: Language): TroubleView | null {
  if (trouble === null || trouble === undefined) return null;
  const parsed = stored.safeParse(trouble);
  const facts = parsed.success ? parsed.data : { reason: 'unexplained' };
  return {
    ...sentencesFor(facts.reason, platform, language, facts.skew_ms ?? null),
    operation: facts.operation ?? null,
    http_status: facts.http_status ?? null,
    native_code: facts.native_code ?? null,
    native_text: facts.native_text ?? null,
  };
}

/** The sentences for a reason at a marketplace. */
export function sentencesFor(
  reason: string,
  platform: string,
  language: Language,
  skewMs: number | null = null,
): Pick<TroubleView, 'code' | 'title' | 'detail' | 'todo'> {
  const code = isAdviceReason(reason) ? reason : 'unexplained';
  const marketplace = findMarketplace(platform)?.names ?? { ko: platform, en: platform };
  return { code, ...adviceFor(code, language, { marketplace, skewMs }) };
}
