import { z } from 'zod';
import { adviceFor, isAdviceReason } from '../marketplaces/kit/advice.ts';
import { asToldBy, inLanguage } from '../marketplaces/kit/localized.ts';
import { findNativeError, type NativeRefusal } from '../marketplaces/kit/native-error.ts';
import { findMarketplace } from '../marketplaces/registry.ts';
import type { Language } from './problems/language.ts';
import { localized } from './values/localized.ts';

/** A trouble as it lies in the database; older rows may lack fields. */
const stored = z.object({
  reason: z.string(),
  kind: z.string().optional(),
  operation: z.string().nullish(),
  http_status: z.number().nullish(),
  native_code: z.string().nullish(),
  native_text: z.string().nullish(),
  says: localized.nullish().catch(null),
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

/** Where a trouble was met. */
export interface TroubleAt {
  readonly platform: string;
  /** Whose table of errors counts; absent where no shop is concerned. */
  readonly edition?: string;
}

/** Puts a stored trouble into sentences; null where there is none. */
export function troubleOf(trouble: unknown, at: TroubleAt, language: Language): TroubleView | null {
  if (trouble === null || trouble === undefined) return null;
  const parsed = stored.safeParse(trouble);
  const facts: z.infer<typeof stored> = parsed.success ? parsed.data : { reason: 'unexplained' };
  const refusal = {
    reason: facts.reason,
    code: facts.native_code ?? null,
    text: facts.native_text ?? null,
    operation: facts.operation ?? null,
    httpStatus: facts.http_status ?? null,
  };
  return {
    ...refusalIn(refusal, at, language, facts.skew_ms ?? null),
    ...(facts.says == null ? {} : { detail: inLanguage(facts.says, language) }),
    operation: refusal.operation,
    http_status: refusal.httpStatus,
    native_code: refusal.code,
    native_text: refusal.text,
  };
}

/** The sentences for a refusal: what its own code means in the edition's table, else what its reason means. */
export function refusalIn(
  refusal: NativeRefusal,
  { platform, edition }: TroubleAt,
  language: Language,
  skewMs: number | null = null,
): Sentences {
  const told = edition === undefined ? undefined : findMarketplace(platform)?.editions[edition];
  const facts = findNativeError(told?.errors ?? [], refusal);
  const sentences = sentencesFor(refusal.reason, platform, language, skewMs);
  return facts === undefined ? sentences : { ...sentences, detail: inLanguage(facts.says, language) };
}

type Sentences = Pick<TroubleView, 'code' | 'title' | 'detail' | 'todo'>;

/** The sentences for a reason at a marketplace. */
export function sentencesFor(
  reason: string,
  platform: string,
  language: Language,
  skewMs: number | null = null,
): Sentences {
  const code = isAdviceReason(reason) ? reason : 'unexplained';
  const marketplace = findMarketplace(platform)?.names ?? asToldBy(platform);
  return { code, ...adviceFor(code, language, { marketplace, skewMs }) };
}
