import { z } from 'zod';
import { HEALTH_STATES } from '../../domain/health.ts';
import { keyDaysLeft } from '../../domain/key-expiry.ts';
import type { Freshness } from '../../engine/health/freshness.ts';
import type { OperationRecord } from '../../engine/health/operation-record.ts';
import type { Descriptor } from '../../marketplaces/kit/descriptor.ts';
import { inLanguage, type Localized } from '../../marketplaces/kit/localized.ts';
import type { Account } from '../../store/accounts.ts';
import type { AccountWork } from '../../store/health/account-work.ts';
import { CODE_FIELDS, type CodeField, type SeenCode } from '../../store/unknown-codes.ts';
import type { Language } from '../problems/language.ts';
import { sentencesFor, troubleOf, troubleView } from '../trouble-view.ts';
import { id } from '../values/id.ts';
import { instant, instantOrNull } from '../values/instant.ts';

const feedView = z.object({
  feed: z.string(),
  reads: z.string().describe("What it reads, in the marketplace's words."),
  every_seconds: z.number().describe('How long one reading is good for; 0 is read at every turn.'),
  last_read_at: instant.nullable().describe('When it was last read to its end.'),
  late: z.boolean().describe('Later than promised, because readings fail or nobody does them.'),
});

const operationView = z.object({
  operation: z.string(),
  calls: z.int(),
  failed: z.int(),
  failure_ratio: z.number().min(0).max(1),
  failures: z.array(z.object({ code: z.string(), title: z.string(), calls: z.int() })),
  median_ms: z.int().describe('As near as counting in slots tells.'),
  average_ms: z.int(),
  slowest_ms: z.int(),
});

const unknownCodeView = z.object({
  field: z.enum(CODE_FIELDS).describe('What it is a code of.'),
  code: z.string(),
  times: z
    .int()
    .describe('Rows that had it; after the first time they are counted once an hour at the most.'),
  first_seen_at: instant,
  last_seen_at: instant,
  detail: z.string(),
});

/** How a connected shop is, in full. */
export const healthView = z
  .object({
    account_id: id,
    platform: z.string(),
    name: z.string(),
    enabled: z.boolean(),
    state: z
      .enum(HEALTH_STATES)
      .describe('`degraded` may pass by itself, `unhealthy` lasts or waits for somebody.'),
    since: instant.describe('When it entered this state.'),
    trouble: troubleView.nullable().describe('What is wrong now, and what to do.'),
    last_contact_at: instant.nullable(),
    last_success_at: instant.nullable(),
    reading: z.boolean().describe('Orders are being read now.'),
    next_attempt_at: instant.nullable().describe('When orders are read next.'),
    waiting_commands: z.int().describe('Acts on orders that the marketplace does not have yet.'),
    key: z.object({
      expires_at: instant.nullable().describe('As it was entered; without it nobody can be warned.'),
      days_left: z.int().nullable().describe('0 when it has ended.'),
      warned_at_days: z.int().nullable().describe('The last warning about this key, in days before its end.'),
      lifetime_days: z.int().nullable().describe('How long keys of this marketplace live.'),
    }),
    feeds: z.array(feedView),
    operations: z.array(operationView).describe('Calls of the last 24 hours.'),
    unknown_codes: z
      .array(unknownCodeView)
      .describe('Codes of the marketplace that Moa has no word for, those seen last first.'),
  })
  .meta({ id: 'AccountHealth' });

export interface HealthFacts {
  readonly account: Account;
  readonly marketplace: Descriptor;
  readonly work: AccountWork;
  readonly warnedAtDays: number | null;
  readonly feeds: readonly Freshness[];
  readonly operations: readonly OperationRecord[];
  readonly unknownCodes: readonly SeenCode[];
}

const RATIO_STEPS = 10_000;

export function healthOf(facts: HealthFacts, language: Language, now: Date): z.infer<typeof healthView> {
  const { account, marketplace, work } = facts;
  return {
    account_id: account.id,
    platform: account.platform,
    name: account.name,
    enabled: account.enabled,
    state: account.health,
    since: account.healthSince.toISOString(),
    trouble: troubleOf(account.enabled ? account.trouble : SWITCHED_OFF, account, language),
    last_contact_at: instantOrNull(account.healthAt),
    last_success_at: instantOrNull(account.lastGoodAt),
    reading: work.isReading,
    next_attempt_at: account.enabled ? instantOrNull(work.nextReadAt) : null,
    waiting_commands: work.waitingCommands,
    key: {
      expires_at: instantOrNull(account.keyExpiresAt),
      days_left: account.keyExpiresAt === null ? null : keyDaysLeft(account.keyExpiresAt, now),
      warned_at_days: facts.warnedAtDays,
      lifetime_days: marketplace.keyLifetimeDays,
    },
    feeds: facts.feeds.map(({ feed, readAt, isLate }) => ({
      feed: feed.name,
      reads: feed.reads,
      every_seconds: feed.everyMs / 1000,
      last_read_at: instantOrNull(readAt),
      late: isLate,
    })),
    operations: facts.operations.map((record) => ({
      operation: record.operation,
      calls: record.calls,
      failed: record.failed,
      failure_ratio: Math.round((record.failed / record.calls) * RATIO_STEPS) / RATIO_STEPS,
      failures: record.failures.map(({ reason, calls }) => {
        const { code, title } = sentencesFor(reason, account.platform, language);
        return { code, title, calls };
      }),
      median_ms: record.medianMs,
      average_ms: record.averageMs,
      slowest_ms: record.slowestMs,
    })),
    unknown_codes: facts.unknownCodes.map((seen) => ({
      field: seen.field,
      code: seen.code,
      times: seen.times,
      first_seen_at: seen.firstSeenAt.toISOString(),
      last_seen_at: seen.lastSeenAt.toISOString(),
      detail: inLanguage(UNKNOWN_CODES[seen.field], language),
    })),
  };
}

const SWITCHED_OFF = { reason: 'account_off' };

const UNKNOWN_CODES: Readonly<Record<CodeField, Localized>> = {
  order_status: {
    ko: '처음 보는 주문 상태입니다. 주문은 마지막으로 아는 상태로 두고 마켓의 값을 그대로 보여 줍니다. 마켓에서 확인하세요.',
    en: 'An order status nobody knows. Orders keep their last known status, with the marketplace’s value beside it. Look there.',
    ru: 'Незнакомое состояние заказа. Заказ остаётся в последнем известном состоянии, рядом — значение маркетплейса. Проверьте там.',
    uz: 'Notanish buyurtma holati. Buyurtma oxirgi ma’lum holatida qoladi, yonida marketpleys qiymati. U yerda tekshiring.',
  },
  claim_status: {
    ko: '처음 보는 클레임 상태입니다. 클레임은 마지막으로 아는 상태로 두고 마켓의 값을 그대로 보여 줍니다. 마켓에서 확인하세요.',
    en: 'A claim state nobody knows. Claims keep their last known state, with the marketplace’s value beside it. Look there.',
    ru: 'Незнакомое состояние претензии. Она остаётся в последнем известном состоянии, рядом — значение маркетплейса. Проверьте там.',
    uz: 'Notanish murojaat holati. U oxirgi ma’lum holatida qoladi, yonida marketpleys qiymati. U yerda tekshiring.',
  },
  claim_reason: {
    ko: '처음 보는 클레임 사유입니다. 마켓의 값을 그대로 보여 줍니다.',
    en: 'A reason nobody knows. The marketplace’s value is shown as it is.',
    ru: 'Незнакомая причина. Значение маркетплейса показано как есть.',
    uz: 'Notanish sabab. Marketpleys qiymati o‘zicha ko‘rsatilgan.',
  },
  carrier: {
    ko: '처음 보는 택배사 코드입니다. 마켓의 값을 그대로 보여 줍니다.',
    en: 'A carrier code nobody knows. The marketplace’s value is shown as it is.',
    ru: 'Незнакомый код службы доставки. Значение маркетплейса показано как есть.',
    uz: 'Notanish yetkazib beruvchi kodi. Marketpleys qiymati o‘zicha ko‘rsatilgan.',
  },
};
