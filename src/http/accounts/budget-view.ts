import { z } from 'zod';
import type { Bucket } from '../../marketplaces/kit/bucket.ts';
import { LANES } from '../../marketplaces/kit/budget.ts';
import { inLanguage } from '../../marketplaces/kit/localized.ts';
import { limitsInForce } from '../../store/budget/rules.ts';
import type { BudgetState } from '../../store/budget/state.ts';
import type { Language } from '../problems/language.ts';
import { instant, instantOrNull } from '../values/instant.ts';

const limitView = z.object({
  calls: z.number().describe('Calls the marketplace lets through in `per_seconds`.'),
  per_seconds: z.number(),
  burst: z
    .int()
    .nullable()
    .describe('How many of them may come at once; null where they are spread evenly or counted one by one.'),
  counted: z.boolean().describe('Counted one by one: they may lie anywhere in the time.'),
  allowance: z.number().describe('How many of them Moa plans to use: the margin of `calls`.'),
  told_by_marketplace: z.boolean().describe('The number comes from an answer of the marketplace itself.'),
});

/** One bucket of an account as the API shows it. */
export const bucketView = z
  .object({
    bucket: z.string(),
    state: z
      .enum(['free', 'busy', 'spent', 'shut'])
      .describe(
        'free: the next call goes at once. busy: calls go one after the other. spent: nothing is left for a while. shut: the marketplace said we went over.',
      ),
    sentence: z.string(),
    limits: z.array(limitView),
    margin: z.number().describe('The share of the limits that is used.'),
    within: z.string().nullable().describe('A wider bucket that these calls count in too.'),
    calls: z
      .object({ last_second: z.int(), last_minute: z.int(), last_day: z.int() })
      .describe('What was sent, by what it counts for at the marketplace.'),
    parallel: z.int().nullable().describe('How many calls may be under way at the same time.'),
    in_flight: z.int().nullable().describe('How many are; null where their number is not limited.'),
    waiting: z.array(z.enum(LANES)).describe('Who waits now, in the order in which they go.'),
    next_grant_at: instant.nullable().describe('When the next call may go; null: at once.'),
    shut_until: instant.nullable(),
    penalty_seconds: z.number().describe('How long the bucket stays shut after going over.'),
    limit_hits: z.int().describe('How often the marketplace said we went over.'),
    last_hit_at: instant.nullable(),
    told: z
      .object({
        limit: z.number().nullable(),
        remaining: z.number().nullable(),
        reset_at: instant.nullable(),
        at: instant,
      })
      .nullable()
      .describe('What the marketplace last said in the headers of an answer.'),
  })
  .meta({ id: 'RateBucket' });

type BucketView = z.infer<typeof bucketView>;

/** Waiting longer than this is no queue any more: the allowance of an hour or a day is used up. */
const SPENT_FROM_MS = 10_000;

export function bucketOf(state: BudgetState, bucket: Bucket, now: Date, language: Language): BucketView {
  const { told } = state;
  const learned = told === null || told.limit === null ? undefined : { limit: told.limit, of: told.of };
  const word = stateWord(state, now);
  return {
    bucket: state.bucket,
    state: word,
    sentence: inLanguage(sentence(word, state, now), language),
    limits: limitsInForce(bucket, learned).map(({ calls, perMs, burst }, index) => ({
      calls,
      per_seconds: perMs / 1000,
      burst: typeof burst === 'number' ? burst : null,
      counted: burst === 'any',
      allowance: Number((calls * bucket.margin).toFixed(3)),
      told_by_marketplace: learned?.of === index,
    })),
    margin: bucket.margin,
    within: bucket.within ?? null,
    calls: { last_second: state.used.second, last_minute: state.used.minute, last_day: state.used.day },
    parallel: bucket.parallel ?? null,
    in_flight: bucket.parallel === undefined ? null : state.underWay,
    waiting: [...state.waiting],
    next_grant_at: instantOrNull(state.opensAt),
    shut_until: instantOrNull(state.shutUntil),
    penalty_seconds: bucket.penaltyMs / 1000,
    limit_hits: state.hits,
    last_hit_at: instantOrNull(state.hitAt),
    told:
      told === null
        ? null
        : {
            limit: told.limit,
            remaining: told.remaining,
            reset_at: told.resetMs === null ? null : new Date(told.at.getTime() + told.resetMs).toISOString(),
            at: told.at.toISOString(),
          },
  };
}

function stateWord({ shutUntil, opensAt, waiting }: BudgetState, now: Date): BucketView['state'] {
  if (shutUntil !== null) return 'shut';
  if (opensAt === null) return waiting.length === 0 ? 'free' : 'busy';
  return opensAt.getTime() - now.getTime() > SPENT_FROM_MS ? 'spent' : 'busy';
}

function sentence(
  word: BucketView['state'],
  { shutUntil, opensAt }: BudgetState,
  now: Date,
): Readonly<Record<Language, string>> {
  const seconds = (until: Date | null) =>
    until === null ? 0 : Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000));
  switch (word) {
    case 'free':
      return {
        ko: '지금 바로 보낼 수 있습니다.',
        en: 'The next call can go at once.',
        ru: 'Следующий вызов можно отправить сразу.',
        uz: 'Keyingi chaqiruvni darhol yuborish mumkin.',
      };
    case 'busy':
      return {
        ko: '마켓 한도에 맞춰 차례대로 보내고 있습니다.',
        en: "Calls go one after the other, at the pace of the marketplace's limit.",
        ru: 'Вызовы идут по очереди, в темпе лимита маркетплейса.',
        uz: 'Chaqiruvlar marketpleys limiti sur’atida navbat bilan ketmoqda.',
      };
    case 'spent':
      return {
        ko: `정해진 호출 횟수를 다 썼습니다. ${seconds(opensAt)}초 뒤에 다시 보냅니다.`,
        en: `All planned calls are used. The next one can go in ${seconds(opensAt)} seconds.`,
        ru: `Все запланированные вызовы сделаны. Следующий — через ${seconds(opensAt)} с.`,
        uz: `Rejalangan chaqiruvlar tugadi. Keyingisi ${seconds(opensAt)} soniyadan keyin.`,
      };
    case 'shut':
      return {
        ko: `마켓에서 호출이 너무 많다고 알려 와 쉬고 있습니다. ${seconds(shutUntil)}초 뒤에 다시 보냅니다.`,
        en: `The marketplace said there were too many calls. We pause and go on in ${seconds(shutUntil)} seconds.`,
        ru: `Маркетплейс сообщил, что вызовов слишком много. Пауза, продолжим через ${seconds(shutUntil)} с.`,
        uz: `Marketpleys chaqiruvlar ko‘pligini bildirdi. Tanaffus, ${seconds(shutUntil)} soniyadan keyin davom etamiz.`,
      };
  }
}
